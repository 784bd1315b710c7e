// Bodies that wrap the fields of a thing: `data.attributes`, `user`.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';

const DEEPEST = 4;

export interface Fields {
  /** Names of what they stand inside of; none where they stand at the top. */
  path: readonly string[];
  /** Of the object that has them. */
  schema: Schema;
}

/** Where the fields of the thing itself stand. */
export function fieldsAt(api: Api, schema: Schema, path: readonly string[] = []): Fields {
  const own = Object.entries(schema.properties ?? {})
    .map(([name, raw]) => ({ name, field: mergedSchema(api, raw) }))
    // A tag that says of which kind the thing is says nothing of it.
    .filter(({ field }) => field['readOnly'] !== true && field.const === undefined && field.enum?.length !== 1);
  const [only, more] = own;
  const wraps = only && !more && schema.required?.includes(only.name) && only.field.properties !== undefined;
  return wraps && path.length < DEEPEST ? fieldsAt(api, only.field, [...path, only.name]) : { path, schema };
}
