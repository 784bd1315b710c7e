// The order of a list.

/** Which way a list goes. */
export type Direction = 'asc' | 'desc';

export interface Order {
  orderedBy: string;
  /** Absent where the documents do not say which way. */
  direction?: Direction;
  /** Words with ranks, the first in front; those that stand together in no order. What is none of them may stand anywhere. */
  ranks?: readonly (readonly string[])[];
}
