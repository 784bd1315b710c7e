// Properties that only one way has: requests no `readOnly` ones, responses no `writeOnly` ones (JSON Schema Validation, 9.4).

type Json = Record<string, unknown>;

export type Mark = 'readOnly' | 'writeOnly';

/** References and parts that are followed one inside the other. */
const DEEPEST = 8;

/**
 * Whether a property has a mark: itself, what it refers to, or a part of its `allOf`.
 *
 * @param resolve what a schema is without its reference
 */
export function isMarked(property: unknown, mark: Mark, resolve: (schema: Json) => Json, depth = 0): boolean {
  if (typeof property !== 'object' || property === null || depth > DEEPEST) return false;
  const resolved = resolve(property as Json);
  if ((property as Json)[mark] === true || resolved[mark] === true) return true;
  const parts = resolved['allOf'];
  return Array.isArray(parts) && parts.some((part) => isMarked(part, mark, resolve, depth + 1));
}
