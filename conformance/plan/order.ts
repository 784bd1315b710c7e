// The order of a list.

/** Which way a list goes. */
export type Direction = 'asc' | 'desc';

export interface Order {
  orderedBy: string;
  /** Absent where the documents do not say which way. */
  direction?: Direction;
}
