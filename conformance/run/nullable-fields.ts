// Fields of which an answer may say null: those that a request for the same thing may leave out, inside objects too.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Subject, Suite } from '../plan/subject.js';

/** Names of properties that the create and update bodies of the resource do not require. */
export function nullableOf(suite: Suite, one: Case, subject: Subject): Set<string> {
  const last = one.operation.segments.at(-1);
  const listed = last && !last.keys ? suite.model.named(last.text, subject.target?.resource.scope) : undefined;
  const resource = subject.bodyResource ?? listed ?? subject.target?.resource;
  const found = new Set<string>();
  for (const operation of [resource?.create, ...(resource?.updates ?? []), one.operation])
    for (const name of operation ? optionalOf(operation) : []) found.add(name);
  return found;
}

const optionalOf = rememberedFor((operation: Operation): string[] => {
  const schema = bodySchema(operation);
  return schema ? optionalIn(operation.api, schema) : [];
});

/** Objects inside objects are looked into so far. */
const DEPTH = 4;

/** Names of what an object need not have. Schemas may lead back to themselves: each is looked into once. */
export function optionalIn(api: Api, schema: Schema, depth = DEPTH, seen = new Set<Schema>()): string[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, raw]) => {
    const inner = raw.$ref === undefined ? raw : api.resolve(raw);
    const inside =
      depth > 0 && !seen.has(inner) ? optionalIn(api, mergedSchema(api, raw), depth - 1, seen.add(inner)) : [];
    return required.includes(name) ? inside : [name, ...inside];
  });
}
