// What a story remembers of an entity of the target.

/** What the target answered when an entity was made or changed. */
export interface Known {
  keys: (string | null)[];
  etag?: string;
  /** The one before that, which names a version that is no more. */
  former?: string;
  /** The body that made it. */
  body?: string;
  /** The answer to the request that made it, and when it came. */
  made?: { answer: string; at: number };
  /** It was changed since: the values that were sent for it, and its version then, where the target told it. */
  changed?: { values: Record<string, unknown>; etag?: string };
  /** That of another one of the name, before this was made. */
  madeBefore?: { answer: string; at: number };
}
