// Properties that go one way: what only requests have is never in an answer (JSON Schema 2020-12, validation, 9.4).
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { formOf } from '../../spec/fitting/form-of.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { toldBy } from '../told/told.js';
import { type JsonObject, sameJson } from './entity-in.js';

/** Of a body of several forms, in the form that it has. */
function isWriteOnly(operation: Operation, sent: Record<string, unknown>, name: string): boolean {
  const schema = bodySchema(operation);
  const raw = schema && formOf(operation.api, schema, sent as { [name: string]: JsonValue }).properties?.[name];
  return raw !== undefined && mergedSchema(operation.api, raw)['writeOnly'] === true;
}

/** What an answer may show of what was sent. */
export function answerable(operation: Operation, sent: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(sent).filter(([name]) => !isWriteOnly(operation, sent, name));
  const properties = bodySchema(operation)?.properties ?? {};
  return Object.fromEntries(entries.map(([name, value]) => [name, inOtherLetters(operation, properties[name], value)]));
}

/** Who keeps a text in other letters than it was sent in says so. */
function inOtherLetters({ api }: Operation, raw: Schema | undefined, value: unknown): unknown {
  if (typeof value !== 'string' || !raw) return value;
  const { letters } = toldBy(mergedSchema(api, raw).description, 'keptInLetters');
  if (letters === undefined) return value;
  return letters.toLowerCase() === 'lower' ? value.toLowerCase() : value.toUpperCase();
}

/** A property for requests alone that an answer shows as it was sent. */
export function givenBack(operation: Operation, sent: Record<string, unknown>, entity: JsonObject): string | undefined {
  return Object.keys(sent).find(
    (name) => isWriteOnly(operation, sent, name) && Object.hasOwn(entity, name) && sameJson(entity[name], sent[name]),
  );
}
