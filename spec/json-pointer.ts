// JSON pointers (RFC 6901), as ajv and OpenAPI's references write them.
import type { JsonValue } from './contract/api.js';

/** The name of a member as a part of a pointer. */
export function pointerPart(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name;
}

/** The name of the member that a part of a pointer means. */
export function memberName(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The value that a pointer leads to; undefined where there is none. */
export function valueAt(value: JsonValue, pointer: string): unknown {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((v, part) => (v as Record<string, unknown> | undefined)?.[memberName(part)], value);
}
