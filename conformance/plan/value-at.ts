// Values inside a JSON value, by the names and indexes on the way to them.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';

type Body = { [key: string]: JsonValue };
export type Path = readonly (string | number)[];

/** What a value has inside. */
export function valueAt(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (inside, name) => (isObject<JsonValue>(inside) && Object.hasOwn(inside, name) ? inside[name] : undefined),
    value,
  );
}

/** A copy of a body with another value at a place. */
export function withValueAt(body: Body, path: Path, value: JsonValue): Body {
  return changed(body, path, () => value) as Body;
}

/** A copy of a body without what stands at a place. */
export function withoutAt(body: Body, path: Path): Body {
  return changed(body, path, () => undefined) as Body;
}

function changed(value: JsonValue | undefined, path: Path, change: () => JsonValue | undefined): JsonValue | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return change();
  if (Array.isArray(value)) return value.map((one, i) => (i === first ? (changed(one, rest, change) ?? null) : one));
  const inside = isObject(value) ? value : {};
  const before = Object.hasOwn(inside, first) ? inside[first] : undefined;
  const after = changed(before, rest, change);
  // A member that is there keeps its place.
  if (after !== undefined) return { ...inside, [first]: after };
  const others = { ...inside };
  delete others[first];
  return others;
}

/** A body over another one: what it has at a place stands among what the other has there. */
export function overlaid(under: Body, over: Body, path: readonly string[]): Body {
  if (path.length === 0) return { ...under, ...over };
  const [below, above] = [valueAt(under, path), valueAt(over, path)];
  return isObject<JsonValue>(below) && isObject<JsonValue>(above)
    ? withValueAt(over, path, { ...below, ...above })
    : { ...under, ...over };
}
