// The properties of answers that their descriptions call something ("Time of creation"). Pure.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';
import type { Sentence } from '../told/sentences.js';
import { says } from '../told/told.js';

const DEEPEST = 6;

/** Names of the properties of an operation's successes whose description says it. */
export function describedAs({ api, op }: Operation, what: Sentence): Set<string> {
  const found = new Set<string>();
  for (const { status, content } of op.responses)
    if (status.startsWith('2')) for (const { schema } of content) collect(api, schema, what, found, 0);
  return found;
}

function collect(api: Api, raw: Schema, what: Sentence, found: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  const schema = mergedSchema(api, raw);
  if (schema.items) collect(api, schema.items, what, found, depth + 1);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    if (says(inner.description, what)) found.add(name);
    collect(api, inner, what, found, depth + 1);
  }
}
