// Properties that go one way: what only requests have is never in an answer (JSON Schema 2020-12, validation, 9.4).
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { type JsonObject, sameJson } from './entity-in.js';

function isWriteOnly(operation: Operation, name: string): boolean {
  const raw = bodySchema(operation)?.properties?.[name];
  return raw !== undefined && mergedSchema(operation.api, raw)['writeOnly'] === true;
}

/** What an answer may show of what was sent. */
export function answerable(operation: Operation, sent: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(sent).filter(([name]) => !isWriteOnly(operation, name));
  return entries.length === Object.keys(sent).length ? sent : Object.fromEntries(entries);
}

/** A property for requests alone that an answer shows as it was sent. */
export function givenBack(operation: Operation, sent: Record<string, unknown>, entity: JsonObject): string | undefined {
  return Object.keys(sent).find(
    (name) => isWriteOnly(operation, name) && Object.hasOwn(entity, name) && sameJson(entity[name], sent[name]),
  );
}
