// What a request carries through the server: its time, its cell, who asks.
import type { Access, CellRef, Keys } from '../auth/access.js';
import type { Store } from '../storage/store.js';

/** The unit: what lives as long as the server. */
export interface Unit {
  store: Store;
  keys: Keys;
  /** Base of URLs in answers; from the request where absent. With a slash at the end. */
  publicUrl?: string | undefined;
  /** Milliseconds since 1970. */
  clock: () => number;
}

export interface Context {
  unit: Unit;
  now: number;
  /** URL of the unit, as the caller knows it. */
  unitUrl: string;
  /** Absent at unit level. */
  cell?: CellRef;
  access?: Access;
  /** Address of the caller. */
  address: string;
}
