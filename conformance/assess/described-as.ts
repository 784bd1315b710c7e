// The properties of answers that their descriptions call something ("Time of creation"). Pure.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import type { Operation } from '../plan/resources.js';

/** Words for the time when a thing was made. */
export const MADE_AT = /\b(?:time|date) of creation\b|\bcreation (?:time|date)\b/i;

const DEEPEST = 6;

/** Names of the properties of an operation's successes whose description fits. */
export function describedAs({ api, op }: Operation, pattern: RegExp): Set<string> {
  const found = new Set<string>();
  for (const { status, content } of op.responses)
    if (status.startsWith('2')) for (const { schema } of content) collect(api, schema, pattern, found, 0);
  return found;
}

function collect(api: Api, raw: Schema, pattern: RegExp, found: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  const schema = mergedSchema(api, raw);
  if (schema.items) collect(api, schema.items, pattern, found, depth + 1);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    if (pattern.test(inner.description ?? '')) found.add(name);
    collect(api, inner, pattern, found, depth + 1);
  }
}
