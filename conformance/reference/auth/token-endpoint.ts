// The token endpoint of a cell: grants in, tokens out (RFC 6749, 4.3 and 6; RFC 7522).
import { randomBytes } from 'node:crypto';
import { BlockList } from 'node:net';
import { sql } from 'kysely';
import { isCellUrl } from '../model/values.js';
import type { Store } from '../storage/store.js';
import { type CellRef, currentAccount, isForeign, type Keys } from './access.js';
import { GrantError } from './grant-error.js';
import { isPassword } from './passwords.js';
import { type Claims, digestText, readToken, type TokenFault, writeToken } from './tokens.js';

export interface TokenRequest {
  store: Store;
  keys: Keys;
  cell: CellRef;
  /** Fields of the form. */
  form: Readonly<Record<string, string | undefined>>;
  /** `Authorization` header: authentication of the client. */
  authorization: string | null;
  /** Address of the caller, for accounts that are bound to some. */
  address: string;
  /** Milliseconds since 1970. */
  now: number;
}

export interface TokenAnswer {
  body: Record<string, string | number | null>;
  setCookie?: string;
}

type Who = Claims['who'];

const SAML2_BEARER = 'urn:ietf:params:oauth:grant-type:saml2-bearer';
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

interface Seconds {
  access: number;
  refresh: number;
}

function readSeconds(form: TokenRequest['form'], name: string, max: number): number {
  const text = form[name];
  if (text === undefined || text === '') return max;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value < 1 || value > max) throw new GrantError('PR400-AU-0002', name);
  return value;
}

function required(form: TokenRequest['form'], name: string): string {
  const value = form[name];
  if (value === undefined || value === '') throw new GrantError('PR400-AN-0016', name);
  return value;
}

interface AccountRow {
  id: number;
  type: string;
  status: string;
  password: string | null;
  epoch: number;
  ip_address_range: string | null;
  last_authenticated: number | null;
  failed_count: number;
  failed_at: number | null;
}

/** After a failure the account is closed for this long, even to the right password. */
const LOCK_MS = 1000;

async function byPassword(request: TokenRequest, seconds: Seconds): Promise<TokenAnswer> {
  const { store, form, cell, now } = request;
  const name = required(form, 'username');
  const password = required(form, 'password');
  const client = authenticateClient(request);
  const { rows } = await sql<AccountRow>`select id, type, status, password, epoch, ip_address_range,
    last_authenticated, failed_count, failed_at from account
    where cell_id = ${cell.id} and name = ${name.includes('\0') ? '' : name}`.execute(store.db);
  const account = rows[0];
  const isRight = await isPassword(password, account?.password ?? null);
  if (!account) throw new GrantError('PR400-AN-0017');
  const isLocked = account.failed_at !== null && now - Number(account.failed_at) < LOCK_MS;
  const isOpen =
    account.status !== 'deactivated' && account.type.split(' ').includes('basic') && admits(account, request.address);
  if (!isRight || isLocked || !isOpen) {
    // The right password too early does not make the lock any longer.
    await sql`update account set failed_count = failed_count + 1, failed_at = ${isRight ? account.failed_at : now}
      where id = ${account.id}`.execute(store.db);
    throw new GrantError('PR400-AN-0017');
  }
  const who = { account: Number(account.id), epoch: Number(account.epoch) };
  refuseOwner(request, who);
  const history = {
    last_authenticated: account.last_authenticated === null ? null : Number(account.last_authenticated),
    failed_count: Number(account.failed_count),
  };
  if (account.status === 'passwordChangeRequired') {
    const claims: Claims = { kind: 'passwordChange', cell: cell.id, who, expires: now + seconds.access * 1000 };
    throw new GrantError('PR401-AN-0023').with({
      access_token: writeToken(claims, request.keys.signing),
      url: `${cell.url}__mypassword`,
      ...history,
    });
  }
  await sql`update account set failed_count = 0, failed_at = null, last_authenticated = ${now}
    where id = ${account.id}`.execute(store.db);
  const issued = await answer(request, { who, client }, seconds);
  return { ...issued, body: { ...issued.body, ...history } };
}

function admits({ ip_address_range: ranges }: AccountRow, address: string): boolean {
  if (ranges === null) return true;
  const list = new BlockList();
  for (const range of ranges.split(',')) {
    const [base = '', bits = '32'] = range.trim().split('/');
    list.addSubnet(base, Number(bits), 'ipv4');
  }
  return list.check(address.replace(/^::ffff:/, ''), 'ipv4');
}

type Faults = Record<TokenFault, ConstructorParameters<typeof GrantError>[0]>;
const GRANT_FAULTS: Faults = { parse: 'PR400-AN-0009', expired: 'PR400-AN-0010', signature: 'PR400-AN-0011' };
const CLIENT_FAULTS: Faults = { parse: 'PR400-AN-0003', expired: 'PR400-AN-0004', signature: 'PR400-AN-0005' };

function readGrant({ keys, now }: TokenRequest, text: string, faults: Faults): Claims {
  const claims = readToken(text, keys.signing, now);
  if (typeof claims === 'string') throw new GrantError(faults[claims]);
  return claims;
}

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

/** `p_owner=true` asks for the rights of the cell's owner in the unit. Cells of this server have no owner. */
function refuseOwner({ form }: TokenRequest, who: Who): void {
  if (form['p_owner'] !== 'true') return;
  throw new GrantError(isForeign(who) ? 'PR400-AN-0008' : 'PR400-AN-0014');
}

async function checkAccount({ store }: TokenRequest, who: Who): Promise<void> {
  if (isForeign(who)) return;
  await currentAccount(store, who).catch(() => {
    throw new GrantError('PR400-AN-0010');
  });
}

/**
 * An application proves itself by a token that its cell issued for this one. It need not, and an `Authorization` header
 * of another scheme is no attempt to.
 *
 * @returns URL of the application's cell; undefined where none proved itself
 */
function authenticateClient(request: TokenRequest): string | undefined {
  const { form, authorization } = request;
  let id = form['client_id'];
  let secret = form['client_secret'];
  if (form['client_assertion'] !== undefined || form['client_assertion_type'] !== undefined) {
    if (form['client_assertion_type'] !== SAML2_BEARER_CLIENT && form['client_assertion_type'] !== SAML2_BEARER)
      throw new GrantError('PR400-AN-0022', SAML2_BEARER);
    secret = form['client_assertion'] ?? '';
  } else if (authorization !== null && /^Basic\b/i.test(authorization)) {
    const basic = /^Basic\s+([\w+/=-]+)$/i.exec(authorization)?.[1];
    const pair = basic === undefined ? '' : Buffer.from(basic, 'base64').toString();
    const colon = pair.lastIndexOf(':');
    if (colon < 1) throw new GrantError('PR400-AN-0018');
    id = pair.slice(0, colon);
    secret = pair.slice(colon + 1);
  }
  if (secret === undefined) return undefined;
  const claims = readGrant(request, secret, CLIENT_FAULTS);
  if (claims.kind !== 'transcell' || !isForeign(claims.who)) throw new GrantError('PR400-AN-0003');
  if (id !== undefined && claims.who.issuer !== id) throw new GrantError('PR400-AN-0006');
  if (claims.target !== request.cell.url) throw new GrantError('PR400-AN-0007');
  return claims.who.issuer;
}

const SAML2_BEARER_CLIENT = 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer';

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
