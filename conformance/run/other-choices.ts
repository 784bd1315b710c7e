// Another of the values that a field offers, for what may be there but once with each: one variant of a size, one price of a zone.

import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { parseBody } from '../plan/body.js';
import { bodySchema, type Operation } from '../plan/resources.js';

/** So many are tried at most. */
const MOST = 4;

/** Bodies like one that was refused (409), each with another of the listed values of one of its fields. */
export function otherChoices(operation: Operation, body: string | undefined): string[] {
  const sent = parseBody(body);
  const properties = bodySchema(operation)?.properties ?? {};
  if (sent.kind !== 'json' || !isObject(sent.value)) return [];
  const fields = sent.value;
  const bodies = Object.entries(fields).flatMap(([name, value]) => {
    const listed = properties[name] && mergedSchema(operation.api, properties[name]).enum;
    if (typeof value !== 'string' || !listed?.includes(value)) return [];
    const others = listed.filter((one) => typeof one === 'string' && one !== value);
    return others.map((other) => JSON.stringify({ ...fields, [name]: other }));
  });
  return bodies.slice(0, MOST);
}
