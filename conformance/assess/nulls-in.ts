// What samples show as null.
import type { JsonValue } from '../../spec/contract/api.js';

/** Properties that a documented sample shows as null. */
export function nullsIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(nullsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (inner === null ? [name] : nullsIn(inner)));
}
