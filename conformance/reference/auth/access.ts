// Who asks, and what they may do in a cell.
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import type { Memory } from '../storage/memory.js';
import type { Store } from '../storage/store.js';
import { type AccountSubject, type Claims, digestText, equal, type ForeignSubject, readToken } from './tokens.js';

export interface Keys {
  /** Token of the unit's administrator. */
  unit: string;
  /** Signs the tokens of cells. */
  signing: string;
}

/** What it takes to say who may do what. */
export interface Authority {
  store: Store;
  keys: Keys;
  /** Of everybody who asked of late, by cell and person. */
  privileges: Memory<ReadonlySet<string>>;
}

/** What a request brings to prove who asks. */
export interface Credentials {
  authorization: string | null;
  cookie: string | null;
  /** `p_cookie_peer` of the query. */
  cookiePeer: string | null;
}

export interface Access {
  /** The unit's administrator may do everything. */
  unit: boolean;
  /** A token was given. */
  known: boolean;
  privileges: ReadonlySet<string>;
}

export interface CellRef {
  id: number;
  url: string;
}

/** Every privilege that implies another. */
const IMPLIES: Record<string, string[]> = {
  root: ['auth', 'message', 'event', 'log', 'social', 'box', 'acl', 'propfind', 'rule'],
  auth: ['auth-read'],
  message: ['message-read'],
  event: ['event-read'],
  log: ['log-read'],
  social: ['social-read'],
  box: ['box-read', 'box-install'],
  acl: ['acl-read'],
  rule: ['rule-read'],
};

export const PRIVILEGES: ReadonlySet<string> = new Set([...Object.keys(IMPLIES), ...Object.values(IMPLIES).flat()]);

const UNIT: Access = { unit: true, known: true, privileges: PRIVILEGES };

/**
 * @param cell absent at unit level
 * @throws DomainError 401
 */
export async function accessOf(
  { store, keys, privileges }: Authority,
  credentials: Credentials,
  cell: CellRef | undefined,
  now: number,
): Promise<Access> {
  const token = bearer(credentials);
  if (token !== undefined && equal(token, keys.unit)) return UNIT;
  const claims = token === undefined ? cell && cookieClaims(credentials, keys, now) : verified(token, keys, now);
  const known = token !== undefined || claims !== undefined;
  if (!cell) return { unit: false, known, privileges: new Set() };
  if (claims) checkUse(claims, cell);
  const who = claims ? JSON.stringify(claims.who) : 'anybody';
  const granted = await privileges.of(`${cell.id} ${who}`, () => privilegesOf(store, cell.id, claims?.who));
  return { unit: false, known, privileges: granted };
}

/** @throws DomainError 401 without a token, 403 with one */
export function requirePrivileges(access: Access, wanted: readonly string[]): void {
  if (access.unit || wanted.every((privilege) => access.privileges.has(privilege))) return;
  if (!access.known) throw new DomainError('PR401-AU-0001');
  throw new DomainError(wanted.includes('unit') ? 'PR403-AU-0001' : 'PR403-AU-0002');
}

function bearer({ authorization }: Credentials): string | undefined {
  if (authorization === null) return undefined;
  const [scheme = '', token = '', ...rest] = authorization.trim().split(/\s+/);
  if (scheme.toLowerCase() !== 'bearer') throw new DomainError('PR401-AU-0003');
  if (token === '' || rest.length > 0) throw new DomainError('PR401-AU-0006');
  return token;
}

const FAULTS = { parse: 'PR401-AU-0006', signature: 'PR401-AU-0008', expired: 'PR401-AU-0002' } as const;

function verified(token: string, keys: Keys, now: number): Claims {
  const claims = readToken(token, keys.signing, now);
  if (typeof claims === 'string') throw new DomainError(FAULTS[claims]);
  return claims;
}

/** A cookie counts only together with the value that was issued with it. */
function cookieClaims({ cookie, cookiePeer }: Credentials, keys: Keys, now: number): Claims | undefined {
  if (cookiePeer === null) return undefined;
  const value = /(?:^|;\s*)p_cookie=([^;\s]+)/.exec(cookie ?? '')?.[1];
  if (value === undefined) return undefined;
  const claims = verified(value, keys, now);
  if (claims.kind !== 'cookie' || !equal(claims.peer ?? '', digestText(cookiePeer)))
    throw new DomainError('PR401-AU-0009');
  return claims;
}

function checkUse(claims: Claims, cell: CellRef): void {
  if (claims.kind === 'refresh') throw new DomainError('PR401-AU-0007');
  if (claims.kind === 'passwordChange') throw new DomainError('PR401-AU-0012');
  const isHere = claims.kind === 'transcell' ? claims.target === cell.url : claims.cell === cell.id;
  if (!isHere) throw new DomainError('PR401-AU-0009');
}

export function isForeign(who: Claims['who']): who is ForeignSubject {
  return 'subject' in who;
}

/** Of somebody, or of anybody. @throws DomainError 401 where the account is gone, frozen, or its password has changed since */
async function privilegesOf(store: Store, cellId: number, who: Claims['who'] | undefined): Promise<Set<string>> {
  if (!who) return grantedTo(store, cellId, sql``);
  if (!isForeign(who)) {
    await currentAccount(store, who);
    const mine = sql`select role_id from account_role where account_id = ${who.account}`;
    return grantedTo(store, cellId, sql`or role_id in (${mine})`);
  }
  const roles = await foreignRoles(store, cellId, who);
  return grantedTo(store, cellId, roles.length > 0 ? sql`or role_id in (${sql.join(roles)})` : sql``);
}

/** @throws DomainError 401 where the account is gone, frozen, or its password has changed since */
export async function currentAccount(store: Store, who: AccountSubject): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from account
    where id = ${who.account} and epoch = ${who.epoch} and status <> 'deactivated' limit 1`.execute(store.db);
  const name = rows[0]?.name;
  if (name === undefined) throw new DomainError('PR401-AU-0009');
  return name;
}

/** Roles by the external cell, by its relations, and by the external roles of those relations. */
async function foreignRoles(store: Store, cellId: number, who: ForeignSubject): Promise<number[]> {
  const theirs = who.roles.length > 0 ? sql.join(who.roles) : sql`''`;
  const { rows } = await sql<{ id: number }>`
    with known as (select id from ext_cell where cell_id = ${cellId} and url = ${who.issuer}),
      related as (select l.relation_id as id from ext_cell_relation l join known on known.id = l.ext_cell_id)
    select l.role_id as id from ext_cell_role l join known on known.id = l.ext_cell_id
    union select l.role_id from relation_role l join related on related.id = l.relation_id
    union select l.role_id from ext_role_role l join ext_role e on e.id = l.ext_role_id
      join related on related.id = e.relation_id where e.ext_role in (${theirs})`.execute(store.db);
  return rows.map((row) => Number(row.id));
}

/** @param mine `or role_id …`: what is granted beside what everybody has */
async function grantedTo(store: Store, cellId: number, mine: RawBuilder<unknown>): Promise<Set<string>> {
  const { rows } = await sql<{ privilege: string }>`select privilege from grants
    where cell_id = ${cellId} and (role_id is null ${mine})`.execute(store.db);
  const granted = new Set<string>();
  const add = (privilege: string): void => {
    granted.add(privilege);
    for (const implied of IMPLIES[privilege] ?? []) add(implied);
  };
  for (const { privilege } of rows) add(privilege);
  return granted;
}
