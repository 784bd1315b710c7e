// Whether a value that came from outside has members by name.

/** Objects, but no lists. What the members are is for the caller to say or to see. */
export function isObject<Member = unknown>(value: unknown): value is Record<string, Member> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
