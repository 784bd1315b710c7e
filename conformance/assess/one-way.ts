// Properties that go one way: what only requests have is never in an answer (JSON Schema 2020-12, validation, 9.4).
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { formOf } from '../../spec/fitting/form-of.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { sampleBody } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { toldBy } from '../told/told.js';
import { type JsonObject, objectsWith, sameJson } from './entity-in.js';

/** Of a body of several forms, in the form that it has. */
function isWriteOnly(operation: Operation, sent: Record<string, unknown>, name: string): boolean {
  const schema = bodySchema(operation);
  const raw = schema && formOf(operation.api, schema, sent as { [name: string]: JsonValue }).properties?.[name];
  return raw !== undefined && mergedSchema(operation.api, raw)['writeOnly'] === true;
}

/** What an answer may show of what was sent. @param create what the thing was made by, before the operation changed it */
export function answerable(
  operation: Operation,
  sent: Record<string, unknown>,
  create = operation,
): Record<string, unknown> {
  const entries = Object.entries(sent).filter(([name]) => !isWriteOnly(operation, sent, name));
  const properties = bodySchema(operation)?.properties ?? {};
  const made = bodySchema(create)?.properties ?? {};
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Object.hasOwn(properties, name)
        ? inOtherLetters(operation, name, properties[name], value)
        : inOtherLetters(create, name, made[name], value),
    ]),
  );
}

/** Who keeps a text in other letters than it was sent in says so. */
function inOtherLetters(operation: Operation, name: string, raw: Schema | undefined, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const { letters: told } = toldBy(raw && mergedSchema(operation.api, raw).description, 'keptInLetters');
  const letters = told?.toLowerCase() ?? shownLetters(operation, name);
  if (letters === undefined) return value;
  return /^(?:lower|小|klein|minuscules)$/i.test(letters) ? value.toLowerCase() : value.toUpperCase();
}

/** The documents send `Ann@Example.org`, and show `ann@example.org` in the answer to that. */
function shownLetters(operation: Operation, name: string): 'lower' | 'upper' | undefined {
  const sent = sampleBody(operation)?.[name];
  if (typeof sent !== 'string') return undefined;
  const examples = operation.op.responses.filter(({ status }) => status.startsWith('2')).flatMap((r) => r.content);
  const shown = examples.flatMap((media) => media.examples.map(({ value }) => objectsWith(value, [name])[0]?.[name]));
  if (shown.includes(sent)) return undefined;
  if (shown.includes(sent.toLowerCase())) return 'lower';
  return shown.includes(sent.toUpperCase()) ? 'upper' : undefined;
}

/** A property for requests alone that an answer shows as it was sent. */
export function givenBack(operation: Operation, sent: Record<string, unknown>, entity: JsonObject): string | undefined {
  return Object.keys(sent).find(
    (name) => isWriteOnly(operation, sent, name) && Object.hasOwn(entity, name) && sameJson(entity[name], sent[name]),
  );
}
