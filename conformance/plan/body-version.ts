// Updates that name the version which they change in their body, as others do in `If-Match`: `{"version": 3, "title": "…"}`.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation, type Resource } from './resources.js';

/** `version`, `rev`, `lockVersion`, `expected_revision`. */
const VERSION =
  /^_*(?:(?:lock|row|record|object|current|expected|base|last|known)_?)?(?:version|revision|rev|etag)(?:_?(?:no|nr|number|tag))?$/i;

/** What a version that has passed is refused with. */
const REFUSALS = ['409', '412'];

/** The member of a body that names the version, and the property under which answers show it. */
export interface BodyVersion {
  sent: string;
  shown: string;
}

/**
 * Marks the updates of things that a server counts the versions of: a create does not take one, answers show it, and the
 * documents have a refusal for the wrong one.
 */
export function markVersions(resources: readonly Resource[]): void {
  for (const { create, retrieve, updates } of resources) {
    const made = create && bodySchema(create)?.properties;
    if (!create || updates.includes(create) || Object.keys(made ?? {}).some((name) => VERSION.test(name))) continue;
    for (const update of updates) {
      const version = versionIn(update, retrieve);
      if (version) update.version = version;
    }
  }
}

function versionIn(update: Operation, retrieve: Operation | undefined): BodyVersion | undefined {
  if (!update.op.responses.some(({ status }) => REFUSALS.includes(status))) return undefined;
  const sent = Object.entries(bodySchema(update)?.properties ?? {})
    .filter(([name, schema]) => VERSION.test(name) && !mergedSchema(update.api, schema)['readOnly'])
    .map(([name]) => name);
  const [name, another] = sent;
  if (name === undefined || another !== undefined) return undefined;
  const shown = [update, ...(retrieve ? [retrieve] : [])].flatMap(shownBy);
  const found = shown.includes(name) ? name : shown.find((one) => VERSION.test(one));
  return found === undefined ? undefined : { sent: name, shown: found };
}

function shownBy({ api, op }: Operation): string[] {
  const answer = op.responses.find(({ status }) => status === '200')?.content[0]?.schema;
  return answer ? namesIn(api, answer, 1) : [];
}

/** Names of an answer, whatever it is wrapped in. */
function namesIn(api: Api, raw: Schema, depth: number): string[] {
  const { properties = {} } = mergedSchema(api, raw);
  const inner = depth > 0 ? Object.values(properties).flatMap((one) => namesIn(api, one, depth - 1)) : [];
  return [...Object.keys(properties), ...inner];
}
