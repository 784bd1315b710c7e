// What a request carries through the server: its time, its cell, who asks.
import type { Access, Authority, CellRef } from '../auth/access.js';
import type { Memory } from '../storage/memory.js';

/** The unit: what lives as long as the server. */
export interface Unit extends Authority {
  /** Ids of cells by name; none where there is no such cell. */
  cells: Memory<{ id?: number }>;
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
