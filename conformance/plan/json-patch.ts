// Changes as JSON Patch says them (RFC 6902): a list of operations, each at a place of the thing.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { memberName, pointerPart } from '../../spec/json-pointer.js';

export function isJsonPatch(media: string): boolean {
  return /^application\/json-patch\+json\b/i.test(media);
}

/** The patch that gives properties, which are there, other values. */
export function replacing(fields: { [property: string]: JsonValue }): JsonValue {
  return Object.entries(fields).map(([name, value]) => ({ op: 'replace', path: `/${pointerPart(name)}`, value }));
}

/** The properties of the thing itself that a patch sets. */
export function setBy(patch: unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    patch.filter(isObject).flatMap(({ op, path, value }): [string, unknown][] => {
      const [root, name, more] = typeof path === 'string' ? path.split('/') : [];
      const set = (op === 'replace' || op === 'add') && root === '' && name !== undefined && more === undefined;
      return set ? [[memberName(name), value]] : [];
    }),
  );
}
