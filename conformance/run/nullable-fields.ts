// Fields of which an answer may say null: those that a request for the same thing may leave out, inside objects too.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Subject, Suite } from '../plan/subject.js';

/** Objects inside objects are looked into so far; schemas may lead back to themselves. */
const DEPTH = 4;

/** Names of properties that the create and update bodies of the resource do not require. */
export function nullableOf(suite: Suite, one: Case, subject: Subject): Set<string> {
  const last = one.operation.segments.at(-1);
  const listed = last && !last.keys ? suite.model.named(last.text, subject.target?.resource.scope) : undefined;
  const resource = subject.bodyResource ?? listed ?? subject.target?.resource;
  const found = new Set<string>();
  for (const operation of [resource?.create, ...(resource?.updates ?? []), one.operation]) {
    const schema = operation ? bodySchema(operation) : undefined;
    if (operation && schema) for (const name of optionalIn(operation.api, schema, DEPTH)) found.add(name);
  }
  return found;
}

/** Names of what an object need not have. */
export function optionalIn(api: Api, { properties = {}, required = [] }: Schema, depth: number): string[] {
  return Object.entries(properties).flatMap(([name, raw]) => {
    const inside = depth > 0 ? optionalIn(api, mergedSchema(api, raw), depth - 1) : [];
    return required.includes(name) ? inside : [name, ...inside];
  });
}
