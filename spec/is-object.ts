// Objects and lists in values that came from outside, where anything may stand in their place.

/** Objects, but no lists. What the members are is for the caller to say or to see. */
export function isObject<Member = unknown>(value: unknown): value is Record<string, Member> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object itself; an empty one for whatever else stands there. */
export function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

/** The list itself; an empty one for whatever else stands there. */
export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
