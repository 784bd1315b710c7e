// The texts inside a value.
import type { JsonValue } from '../../spec/contract/api.js';

/** Every string, however deep; names of members are none. */
export function textsIn(value: JsonValue | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
