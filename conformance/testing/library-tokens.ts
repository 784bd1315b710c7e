// The tokens of the library's server: who may ask, and what is issued for a password or a token of renewal.
import { type FakeAnswer, type FakeRequest, TOKEN } from './fake-server.js';
import { FOR_CHANGE, logsIn, tokenOf } from './library-accounts.js';
import type { Shelf } from './library-links.js';
import type { Wrong } from './library-wrong.js';

interface Tokens {
  /** The refusal; undefined where the request may go on. */
  allowed(request: FakeRequest, shelf: string | undefined): FakeAnswer | undefined;
  /** @param body a form with a grant */
  issue(shelf: Shelf, name: string, body: string): FakeAnswer;
}

export function libraryTokens(shelves: ReadonlyMap<string, Shelf>, wrong: Wrong | undefined): Tokens {
  const tokens = new Map<string, { shelf: string; refresh: boolean; until: number }>();
  let count = 0;
  const error = (status: number): FakeAnswer => ({ status, body: { code: `E${status}` } });

  function allowed(request: FakeRequest, shelf: string | undefined): FakeAnswer | undefined {
    const given = tokenOf(request.headers['authorization'] ?? '', wrong);
    if (wrong === 'token-and-more' && given?.startsWith(TOKEN)) return undefined;
    if (given === TOKEN || (wrong === 'start-of-token' && given?.slice(0, 4) === TOKEN.slice(0, 4))) return undefined;
    if (given === FOR_CHANGE && wrong === 'token-of-refusal') return undefined;
    const token = tokens.get(given ?? '');
    const refused = { ...error(401), headers: { 'WWW-Authenticate': 'Bearer' } };
    const kept = wrong === 'eternal-for-writes' && request.method !== 'GET';
    if (!token || (token.until < Date.now() && !kept)) return refused;
    if (token.refresh) return wrong === 'refresh-token-serves' ? undefined : refused;
    if (token.shelf !== shelf) return wrong === 'foreign-token-serves' ? undefined : refused;
    return wrong === 'all-may' ? undefined : error(403);
  }

  function issue(shelf: Shelf, name: string, body: string): FakeAnswer {
    const form = new URLSearchParams(body);
    const no = (reason: string): FakeAnswer => ({ status: 400, body: { error: reason, error_description: 'E400' } });
    const lifetime = Number(form.get('expires_in') ?? 60);
    if ((lifetime < 1 || lifetime > 60 || !Number.isInteger(lifetime)) && wrong !== 'any-lifetime')
      return no('invalid_request');
    const grant = form.get('grant_type');
    if (grant === 'refresh_token') {
      const old = tokens.get(form.get('refresh_token') ?? '');
      const ours = old?.shelf === name || wrong === 'foreign-refresh-token';
      if (!(old && ours && (old.refresh || wrong === 'access-token-renews')) && wrong !== 'any-refresh-token')
        return no('invalid_grant');
    } else if (grant === 'password') {
      if (!form.has('password')) return no('invalid_request');
      if (!logsIn(shelf, [...shelves.values()], form, wrong)) {
        const { status, body } = no('invalid_grant');
        return { status, body: { ...(body as object), access_token: FOR_CHANGE } };
      }
    } else return no('unsupported_grant_type');
    count += 1;
    const [access, refresh] = [`access-${count}`, `refresh-${count}`];
    const until = wrong === 'eternal-token' ? Number.POSITIVE_INFINITY : Date.now() + lifetime * 1000;
    tokens.set(access, { shelf: name, refresh: false, until }).set(refresh, { shelf: name, refresh: true, until });
    const type = wrong === 'no-token-type' ? {} : { token_type: 'Bearer' };
    const expires_in = wrong === 'one-lifetime' ? 60 : wrong === 'short-lifetime' ? Math.min(lifetime, 20) : lifetime;
    const headers = { 'Cache-Control': 'no-store' };
    return { status: 200, headers, body: { access_token: access, refresh_token: refresh, ...type, expires_in } };
  }

  return { allowed, issue };
}
