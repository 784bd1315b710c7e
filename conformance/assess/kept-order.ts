// Lists that the documents promise to keep in the order in which they were sent. Pure.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { fieldsAt } from '../plan/fields-at.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { says } from '../told/told.js';
import { type Difference, type JsonObject, sameJson } from './entity-in.js';

/** The first such list that came back with the same members in another order. */
export function firstReordered(
  write: Operation,
  sent: Record<string, unknown>,
  entity: JsonObject,
): Difference | undefined {
  for (const property of inOrder(write)) {
    const [wanted, found] = [sent[property], entity[property]];
    if (!Array.isArray(wanted) || !Array.isArray(found) || sameJson(wanted, found)) continue;
    if (sameJson(sorted(wanted), sorted(found))) return { property, wanted, found };
  }
  return undefined;
}

function sorted(list: unknown[]): string[] {
  return list.map((one) => JSON.stringify(one)).sort();
}

const inOrder = rememberedFor((write: Operation): string[] => {
  const { path, schema } = fieldsAt(write.api, bodySchema(write) ?? {});
  if (path.length > 0) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, raw]) =>
    says(mergedSchema(write.api, raw).description, 'keptInOrder') ? [name] : [],
  );
});
