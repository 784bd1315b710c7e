// Values that documents show for the fields of a thing.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { membersSent } from '../../plan/typed-fields.js';

/** Documented values other than null and the default, of the commands and samples of a create, then of the updates. */
export function samples(create: Operation, ...updates: Operation[]): Map<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  const bodies = [create, ...updates].flatMap((operation) => [
    ...(operation.op.docs.cases ?? []).flatMap((c) => membersSent(c.request.body, operation) ?? []),
    ...(operation.op.body?.content.flatMap((m) => m.examples.map((e) => e.value)) ?? []),
  ]);
  const properties = bodySchema(create)?.properties ?? {};
  for (const body of bodies)
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      for (const [name, value] of Object.entries(body)) {
        const raw = properties[name];
        const { default: usual, enum: listed } = mergedSchema(create.api, raw ?? {});
        if (!raw || value === null || value === usual || found.has(name) || listed?.includes(value) === false) continue;
        found.set(name, value);
      }
  return found;
}
