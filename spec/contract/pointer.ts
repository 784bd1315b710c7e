// RFC 6901 JSON pointers into a document that has been parsed, as references spell them.
import { memberName } from '../json-pointer.js';

/** The value at an RFC 6901 JSON pointer; undefined where there is none. */
export function pointer(value: unknown, at: string): unknown {
  return pointerParts(at).reduce<unknown>((v, key) => {
    if (Array.isArray(v)) return v[Number(key)];
    return typeof v === 'object' && v !== null && Object.hasOwn(v, key)
      ? (v as Record<string, unknown>)[key]
      : undefined;
  }, value);
}

/** The names that a pointer is made of. */
export function pointerParts(at: string): string[] {
  return at
    .split('/')
    .slice(1)
    .map((part) => memberName(decoded(part)));
}

/** A fragment's text without its percent-encoding (RFC 6901, 6); as it stands where that is broken. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

interface YamlNode {
  range?: readonly number[] | null;
  items?: readonly (YamlNode | { key: unknown; value: unknown })[];
}

/**
 * Offset of what stands at a path in YAML that was read with positions; of the nearest around it where that is not
 * written out. Names are compared as text: a status may be written as a number.
 */
export function offsetAt(root: unknown, path: readonly (string | number)[]): number {
  let node = root as YamlNode | null | undefined;
  let offset = node?.range?.[0] ?? 0;
  for (const part of path) {
    node = childOf(node, part);
    offset = node?.range?.[0] ?? offset;
  }
  return offset;
}

function childOf(node: YamlNode | null | undefined, part: string | number): YamlNode | null | undefined {
  if (typeof part === 'number') return node?.items?.[part] as YamlNode | undefined;
  const pair = node?.items?.find((one) => 'key' in one && String((one.key as { value?: unknown }).value) === part);
  return pair && 'value' in pair ? (pair.value as YamlNode) : undefined;
}
