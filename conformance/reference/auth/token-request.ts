// What comes to the token endpoint, and what of it several grants read.
import type { Store } from '../storage/store.js';
import { type CellRef, isForeign, type Keys } from './access.js';
import { GrantError } from './grant-error.js';
import { type Claims, readToken, type TokenFault } from './tokens.js';

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

export type Who = Claims['who'];

/** How long the tokens shall live. */
export interface Seconds {
  access: number;
  refresh: number;
}

/** A field that the grant can't do without. */
export function required(form: TokenRequest['form'], name: string): string {
  const value = form[name];
  if (value === undefined || value === '') throw new GrantError('PR400-AN-0016', name);
  return value;
}

type Faults = Record<TokenFault, ConstructorParameters<typeof GrantError>[0]>;

/** A token that one of our cells issued. @throws GrantError by what is wrong with it */
export function readGrant({ keys, now }: TokenRequest, text: string, faults: Faults): Claims {
  const claims = readToken(text, keys.signing, now);
  if (typeof claims === 'string') throw new GrantError(faults[claims]);
  return claims;
}

/** `p_owner=true` asks for the rights of the cell's owner in the unit. Cells of this server have no owner. */
export function refuseOwner({ form }: TokenRequest, who: Who): void {
  if (form['p_owner'] !== 'true') return;
  throw new GrantError(isForeign(who) ? 'PR400-AN-0008' : 'PR400-AN-0014');
}
