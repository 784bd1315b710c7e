// JSON merge patches (RFC 7396).
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { bodyMedia, type Operation } from './resources.js';

type Body = { [key: string]: JsonValue };

export function isMergePatch(operation: Operation): boolean {
  const { method } = operation.op;
  return method === 'PATCH' && /^application\/merge-patch\+json\b/i.test(bodyMedia(operation)?.type ?? '');
}

/** What a thing has after a patch, with null for what has been taken away: a server may show nothing as null. */
export function patched(before: Body, patch: Body): Body {
  const changed = Object.entries(patch).map(([name, value]): [string, JsonValue] => {
    const inside = before[name];
    if (!isObject<JsonValue>(value)) return [name, value];
    return [name, patched(isObject<JsonValue>(inside) ? inside : {}, value)];
  });
  return { ...before, ...Object.fromEntries(changed) };
}
