// Accounts of a target beside the run's own, by what they may do with what that one makes.

/** A `stranger` may do nothing with it, a `reader` may read it and change nothing. */
export const OTHERS = ['stranger', 'reader'] as const;

export type OtherAccount = (typeof OTHERS)[number];

/** Those among some names. */
export function othersAmong(names: readonly string[] = []): Set<OtherAccount> {
  return new Set(OTHERS.filter((name) => names.includes(name)));
}
