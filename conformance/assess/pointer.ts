// The value at an RFC 6901 JSON pointer, as ajv writes them.
import type { JsonValue } from '../../spec/contract/api.js';

export function valueAt(value: JsonValue, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (v, key) => (v as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')],
      value,
    );
}
