// What the documents say of the members of a list.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from './resources.js';

/** Schema of what a list has in it: of the items of the first array in the answer. */
export function itemSchema({ api, op }: Operation): Schema | undefined {
  const response = op.responses.find((r) => r.status === '200');
  const queue = (response?.content ?? []).map((m) => mergedSchema(api, m.schema));
  for (let i = 0; i < queue.length && i < 50; i++) {
    const schema = queue[i];
    if (schema?.items) return mergedSchema(api, schema.items);
    queue.push(...Object.values(schema?.properties ?? {}).map((p) => mergedSchema(api, p)));
  }
  return undefined;
}
