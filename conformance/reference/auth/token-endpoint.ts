// The token endpoint of a cell: grants in, tokens out (RFC 6749, 4.3 and 6; RFC 7522).
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { isCellUrl } from '../model/values.js';
import { currentAccount, isForeign } from './access.js';
import { logIn } from './account-login.js';
import { authenticateClient, SAML2_BEARER } from './client.js';
import { GrantError } from './grant-error.js';
import { readGrant, refuseOwner, required, type Seconds, type TokenRequest, type Who } from './token-request.js';
import { type Claims, digestText, writeToken } from './tokens.js';

export interface TokenAnswer {
  body: Record<string, string | number | null>;
  setCookie?: string;
}

const MAX_ACCESS_SECONDS = 3600;
const MAX_REFRESH_SECONDS = 86_400;

/** @throws GrantError */
export async function issueTokens(request: TokenRequest): Promise<TokenAnswer> {
  const { form } = request;
  const seconds = {
    access: readSeconds(form, 'expires_in', MAX_ACCESS_SECONDS),
    refresh: readSeconds(form, 'refresh_token_expires_in', MAX_REFRESH_SECONDS),
  };
  const target = form['p_target'];
  if (target !== undefined && !isCellUrl(target)) throw new GrantError('PR400-AN-0002');
  switch (form['grant_type']) {
    case 'password':
      return byPassword(request, seconds);
    case 'refresh_token':
      return refreshed(request, seconds);
    case SAML2_BEARER:
      return asserted(request, seconds);
    case 'authorization_code':
      required(form, 'client_id');
      required(form, 'code');
      throw new GrantError('PR400-AN-0019');
    case 'urn:x-personium:oidc:google':
      required(form, 'id_token');
      throw new GrantError('PR400-AN-0031');
    case undefined:
    case '':
      throw new GrantError('PR400-AN-0016', 'grant_type');
    default:
      throw new GrantError('PR400-AN-0001');
  }
}

function readSeconds(form: TokenRequest['form'], name: string, max: number): number {
  const text = form[name];
  if (text === undefined || text === '') return max;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw new GrantError('PR400-AU-0002', name);
  return value;
}

async function byPassword(request: TokenRequest, seconds: Seconds): Promise<TokenAnswer> {
  required(request.form, 'username');
  required(request.form, 'password');
  const client = authenticateClient(request);
  const { who, mustChange, history } = await logIn(request);
  refuseOwner(request, who);
  if (mustChange) {
    const { keys, cell, now } = request;
    const claims: Claims = { kind: 'passwordChange', cell: cell.id, who, expires: now + seconds.access * 1000 };
    throw new GrantError('PR401-AN-0023').with({
      access_token: writeToken(claims, keys.signing),
      url: `${cell.url}__mypassword`,
      ...history,
    });
  }
  const issued = await answer(request, { who, client }, seconds);
  return { ...issued, body: { ...issued.body, ...history } };
}

const GRANT_FAULTS = { parse: 'PR400-AN-0009', expired: 'PR400-AN-0010', signature: 'PR400-AN-0011' } as const;

async function refreshed(request: TokenRequest, seconds: Seconds): Promise<TokenAnswer> {
  const { who, ...claims } = readGrant(request, required(request.form, 'refresh_token'), GRANT_FAULTS);
  if (claims.kind !== 'refresh') throw new GrantError('PR400-AN-0013');
  if (claims.cell !== request.cell.id) throw new GrantError('PR400-AN-0011');
  const client = authenticateClient(request);
  // A token that was issued to an application is not for another, and not for nobody.
  if (claims.client !== undefined && client === undefined) throw new GrantError('PR400-AN-0021');
  if (claims.client !== undefined && claims.client !== client) throw new GrantError('PR400-AN-0020', client);
  await checkAccount(request, who);
  refuseOwner(request, who);
  return answer(request, { who, client }, seconds);
}

function asserted(request: TokenRequest, seconds: Seconds): Promise<TokenAnswer> {
  const { who, ...claims } = readGrant(request, required(request.form, 'assertion'), GRANT_FAULTS);
  if (claims.kind !== 'transcell') throw new GrantError('PR400-AN-0009');
  if (claims.target !== request.cell.url) throw new GrantError('PR400-AN-0012', claims.target ?? '');
  const client = authenticateClient(request);
  refuseOwner(request, who);
  return answer(request, { who, client }, seconds);
}

async function checkAccount({ store }: TokenRequest, who: Who): Promise<void> {
  if (isForeign(who)) return;
  await currentAccount(store, who).catch(() => {
    throw new GrantError('PR400-AN-0010');
  });
}

interface Holder {
  who: Who;
  /** URL of the application that asks for them. */
  client: string | undefined;
}

async function answer(request: TokenRequest, { who, client }: Holder, seconds: Seconds): Promise<TokenAnswer> {
  const { form, keys, cell, now } = request;
  const target = form['p_target'];
  const base = { cell: cell.id, who, ...(client === undefined ? {} : { client }) };
  const access: Claims = target
    ? { ...base, kind: 'transcell', who: await asForeign(request, who), target, expires: now + seconds.access * 1000 }
    : { ...base, kind: 'access', expires: now + seconds.access * 1000 };
  const refresh: Claims = { ...base, kind: 'refresh', expires: now + seconds.refresh * 1000 };
  const body: TokenAnswer['body'] = {
    access_token: writeToken(access, keys.signing),
    refresh_token: writeToken(refresh, keys.signing),
    refresh_token_expires_in: seconds.refresh,
    token_type: 'Bearer',
    scope: form['scope'] ?? 'root',
    expires_in: seconds.access,
  };
  if (form['p_cookie'] !== 'true' || target) return { body };
  const peer = randomBytes(16).toString('base64url');
  const cookie: Claims = { ...access, kind: 'cookie', peer: digestText(peer) };
  const path = new URL(cell.url).pathname;
  const secure = cell.url.startsWith('https:') ? '; Secure' : '';
  return {
    body: { ...body, p_cookie_peer: peer },
    setCookie: `p_cookie=${writeToken(cookie, keys.signing)}; Path=${path}; Max-Age=${seconds.access}; HttpOnly${secure}`,
  };
}

/** How another cell sees the owner of a token: by the URL of this cell, and of the roles it gives. */
async function asForeign({ store, cell }: TokenRequest, who: Who): Promise<Who> {
  if (isForeign(who)) return { subject: who.subject, issuer: cell.url, roles: [] };
  const { rows } = await sql<{ name: string; role: string | null; box: string | null }>`
    select a.name, r.name as role, b.name as box from account a
    left join account_role l on l.account_id = a.id left join role r on r.id = l.role_id
    left join box b on b.id = r.box_id where a.id = ${who.account}`.execute(store.db);
  const roles = rows.flatMap(({ role, box }) => (role === null ? [] : [`${cell.url}__role/${box ?? '__'}/${role}`]));
  return { subject: `${cell.url}#${rows[0]?.name ?? ''}`, issuer: cell.url, roles };
}
