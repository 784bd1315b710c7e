// Places of a body that a schema speaks of: its properties, those inside them, those of the first item of its lists.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { formOf } from '../../../spec/fitting/form-of.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import type { Path } from '../../plan/value-at.js';

type Body = { [key: string]: JsonValue };

export interface Place {
  path: Path;
  /** `items.quantity`: without indexes. */
  name: string;
  schema: Schema;
  required: boolean;
  /** What the body has there. */
  value: JsonValue | undefined;
}

const DEEPEST = 4;

/** Inside what only wraps the fields of a thing: which kind of thing it is. */
export function isTag(path: Path, { const: only, enum: values }: Schema): boolean {
  return path.length > 1 && (only !== undefined || values?.length === 1);
}

/** Outermost first. Inside something that the body does not have there is no place. */
export function placesOf(api: Api, schema: Schema, body: Body): Place[] {
  const found: Place[] = [];
  const queue: { schema: Schema; value: Body; path: Path }[] = [{ schema, value: body, path: [] }];
  for (const { schema: within, value, path } of queue)
    for (const [property, raw] of Object.entries(within.properties ?? {})) {
      const at = [...path, property];
      const inner = Object.hasOwn(value, property) ? value[property] : undefined;
      const required = within.required?.includes(property) === true;
      found.push({ path: at, name: nameOf(at), schema: raw, required, value: inner });
      const own = formOf(api, raw, inner);
      if (at.length >= DEEPEST) continue;
      if (isObject(inner)) queue.push({ schema: own, value: inner, path: at });
      const [first] = Array.isArray(inner) ? inner : [];
      if (first === undefined) continue;
      const items = mergedSchema(api, own.items ?? {});
      if (isObject(first)) queue.push({ schema: items, value: first, path: [...at, 0] });
      else found.push({ path: [...at, 0], name: `${nameOf(at)}.item`, schema: items, required: false, value: first });
    }
  return found;
}

function nameOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}
