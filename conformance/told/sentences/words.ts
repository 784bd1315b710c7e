// The form of a sentence.

/**
 * Words in the order in which they stand in one sentence, in one language; names of groups are what a sentence says of whom
 * or what.
 */
export type Words = readonly RegExp[];
