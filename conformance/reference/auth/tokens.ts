// Tokens: claims that only a server with the store's key can make. Clients see a string without meaning.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Somebody with an account in the cell. A change of `epoch` makes earlier tokens worthless. */
export interface AccountSubject {
  account: number;
  epoch: number;
}

/** Somebody that another cell vouches for. */
export interface ForeignSubject {
  /** `{CellURL}#{account}` of the other cell. */
  subject: string;
  /** URL of the cell that issued the assertion. */
  issuer: string;
  /** URLs of the roles that the subject has there. */
  roles: string[];
}

export type TokenKind = keyof typeof PREFIX;

export interface Claims {
  kind: TokenKind;
  /** Id of the issuing cell. */
  cell: number;
  who: AccountSubject | ForeignSubject;
  /** Milliseconds since 1970. */
  expires: number;
  /** URL of the application that it was issued to. */
  client?: string;
  /** URL of the cell it is meant for (`transcell`). */
  target?: string;
  /** SHA-256 of the value that must come with it (`cookie`). */
  peer?: string;
}

const PREFIX = {
  access: 'AA~',
  refresh: 'RA~',
  transcell: 'TA~',
  passwordChange: 'AP~',
  cookie: 'AC~',
} as const;

/** What keeps a text from being a valid token. */
export type TokenFault = 'parse' | 'signature' | 'expired';

/** @param key the store's secret; who has it can make any token */
export function writeToken(claims: Claims, key: string): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${PREFIX[claims.kind]}${payload}.${sign(PREFIX[claims.kind] + payload, key)}`;
}

/** @param now milliseconds since 1970 */
export function readToken(text: string, key: string, now: number): Claims | TokenFault {
  const match = /^([A-Z]{2}~)([\w-]+)\.([\w-]+)$/.exec(text);
  const [, prefix = '', payload = '', signature = ''] = match ?? [];
  if (!match || !Object.values<string>(PREFIX).includes(prefix)) return 'parse';
  if (!equal(signature, sign(prefix + payload, key))) return 'signature';
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return claims.expires <= now ? 'expired' : claims;
}

/** Compares in a time that does not tell where two texts of the same length differ. */
export function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export function digestText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
