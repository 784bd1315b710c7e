// Names that say which part something plays, beside the id that they hold: `to_address_id`, `assigneeId`.
import type { Api, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { says } from '../told/told.js';
import { isOneOf, speaksOf } from './called-like.js';
import { bodySchema, type Model, type Resource } from './resources.js';
import { isOneOrMore, stem } from './stem.js';

/** The resource that a name of an id is called like (`project` of `projectId`), or that it names with its part. */
export function namedBy(
  model: Model,
  head: string,
  property: string,
  owner: Resource | undefined,
): Resource | undefined {
  return model.named(head, owner?.scope) ?? playedIn(model).get(property) ?? undefined;
}

const WITH_ID = /^(.+?)(?:[_-]id|I[dD])$/;
const DEEPEST = 4;

/** By the names of properties in bodies; null where one name is that of several things. */
const playedIn = rememberedFor((model: Model): ReadonlyMap<string, Resource | null> => {
  const found = new Map<string, Resource | null>();
  const look = (api: Api, raw: Schema, depth: number): void => {
    const schema = mergedSchema(api, raw);
    if (schema.items && depth < DEEPEST) look(api, schema.items, depth + 1);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const head = WITH_ID.exec(name)?.[1];
      const played = head === undefined || model.named(head) ? undefined : playedBy(model, api, head, inner);
      const known = found.get(name);
      if (played) found.set(name, known === undefined || known === played ? played : null);
      if (depth < DEEPEST) look(api, inner, depth + 1);
    }
  };
  for (const operation of model.operations) look(operation.api, bodySchema(operation) ?? {}, 0);
  return found;
});

/** What a name ends with (`billing_address`), unless its words are of something else; else the one that its words have the id of. */
function playedBy({ resources }: Model, api: Api, head: string, raw: Schema): Resource | undefined {
  const { description } = mergedSchema(api, raw);
  const [last = '', ...before] = head.split(/[_-]|(?<=[a-z0-9])(?=[A-Z])/).reverse();
  const spokenOf = resources.filter((one) => isOneOf(one, api, description));
  if (before.length > 0) {
    const alike = resources.find((one) => isOneOrMore(stem(one.name), stem(last)) && isOneOf(one, api, one.name));
    if (alike && (description === undefined || speaksOf(description, alike))) return alike;
  }
  return says(description, 'holdsKey') && spokenOf.length === 1 ? spokenOf[0] : undefined;
}
