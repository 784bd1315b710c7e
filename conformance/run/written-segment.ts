// A segment of a documented path with the keys that its entity has on the target.
import type { Resource } from '../plan/resources.js';
import { type ConcreteKey, type ConcreteSegment, writeKey } from '../url/key-path.js';

/** Keeps the form of the keys (short, named, in which order) and replaces the values that differ. */
export function writtenSegment(segment: ConcreteSegment, resource: Resource, keys: readonly (string | null)[]): string {
  if (!segment.keys) {
    const last = resource.item.at(-1);
    const around = last?.variable === undefined ? '\0' : last.text;
    return around.replace('\0', encodeURIComponent(keys[0] ?? ''));
  }
  const rewritten = segment.keys.map((key) => written(key, resource, keys));
  return `${segment.raw.slice(0, segment.raw.indexOf('('))}(${rewritten.join(',')})`;
}

function written(key: ConcreteKey, resource: Resource, keys: readonly (string | null)[]): string {
  const index = Math.max(
    0,
    resource.keys.findIndex((k) => k.name !== undefined && k.name === key.name),
  );
  // A part that tells nothing apart is a field of the entity's.
  if (key.name !== undefined && resource.keys[index]?.name !== undefined && resource.keys[index]?.name !== key.name)
    return `${key.name}=${key.raw}`;
  const actual = keys[index] ?? null;
  const text =
    actual === key.value ? key.raw : key.quoted ? asWritten(key, actual) : encodeURIComponent(actual ?? 'null');
  return key.name === undefined ? text : `${key.name}=${text}`;
}

/** A key with a letter that is encoded, though it needs not be, is asked for like that. */
function asWritten({ raw }: ConcreteKey, actual: string | null): string {
  const text = writeKey(actual);
  const [, before = '', code = ''] = /^'([A-Za-z]*)(%(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a]))/i.exec(raw) ?? [];
  const at = before.length + 1;
  const same = code !== '' && text.startsWith(`'${before}${decodeURIComponent(code)}`);
  return same ? `${text.slice(0, at)}${code}${text.slice(at + 1)}` : text;
}
