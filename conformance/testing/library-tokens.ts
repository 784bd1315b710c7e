// The tokens of the library's server: who may ask, and what is issued for a password or a token of renewal.
import { type FakeAnswer, type FakeRequest, TOKEN } from './fake-server.js';
import type { Shelf } from './library-links.js';
import type { Wrong } from './library-server.js';

interface Tokens {
  /** The refusal; undefined where the request may go on. */
  allowed(request: FakeRequest, shelf: string | undefined): FakeAnswer | undefined;
  /** @param body a form with a grant */
  issue(shelf: Shelf, name: string, body: string): FakeAnswer;
}

export function libraryTokens(wrong: Wrong | undefined): Tokens {
  const tokens = new Map<string, { shelf: string; refresh: boolean; until: number }>();
  let count = 0;
  const error = (status: number): FakeAnswer => ({ status, body: { code: `E${status}` } });

  function allowed(request: FakeRequest, shelf: string | undefined): FakeAnswer | undefined {
    const given = /^Bearer (.*)$/.exec(request.headers['authorization'] ?? '')?.[1];
    if (given === TOKEN || (wrong === 'start-of-token' && given?.slice(0, 4) === TOKEN.slice(0, 4))) return undefined;
    const token = tokens.get(given ?? '');
    const refused = { ...error(401), headers: { 'WWW-Authenticate': 'Bearer' } };
    if (!token || token.until < Date.now()) return refused;
    if (token.refresh) return wrong === 'refresh-token-serves' ? undefined : refused;
    if (token.shelf !== shelf) return wrong === 'foreign-token-serves' ? undefined : refused;
    return wrong === 'all-may' ? undefined : error(403);
  }

  function issue(shelf: Shelf, name: string, body: string): FakeAnswer {
    const form = new URLSearchParams(body);
    const no = (reason: string): FakeAnswer => ({ status: 400, body: { error: reason, error_description: 'E400' } });
    const lifetime = Number(form.get('expires_in') ?? 60);
    if ((lifetime < 1 || lifetime > 60) && wrong !== 'any-lifetime') return no('invalid_request');
    const grant = form.get('grant_type');
    if (grant === 'refresh_token') {
      const old = tokens.get(form.get('refresh_token') ?? '');
      const ours = old?.shelf === name || wrong === 'foreign-refresh-token';
      if (!(old && ours && (old.refresh || wrong === 'access-token-renews')) && wrong !== 'any-refresh-token')
        return no('invalid_grant');
    } else if (grant === 'password') {
      const account = shelf.things.find((t) => t.kind === 'Account' && t.values['Name'] === form.get('username'));
      if (!form.has('password')) return no('invalid_request');
      if (!account || (!matches(account.password ?? '', form.get('password') ?? '') && wrong !== 'any-password'))
        return no('invalid_grant');
    } else return no('unsupported_grant_type');
    count += 1;
    const [access, refresh] = [`access-${count}`, `refresh-${count}`];
    const until = wrong === 'eternal-token' ? Number.POSITIVE_INFINITY : Date.now() + lifetime * 1000;
    tokens.set(access, { shelf: name, refresh: false, until }).set(refresh, { shelf: name, refresh: true, until });
    const type = wrong === 'no-token-type' ? {} : { token_type: 'Bearer' };
    const expires_in = wrong === 'one-lifetime' ? 60 : lifetime;
    const headers = { 'Cache-Control': 'no-store' };
    return { status: 200, headers, body: { access_token: access, refresh_token: refresh, ...type, expires_in } };
  }

  function matches(password: string, given: string): boolean {
    if (wrong === 'start-of-password') return given.slice(0, 8) === password.slice(0, 8);
    return wrong === 'any-case-of-password' ? given.toLowerCase() === password.toLowerCase() : given === password;
  }

  return { allowed, issue };
}
