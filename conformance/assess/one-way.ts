// Properties that go one way: what only requests have is never in an answer (JSON Schema 2020-12, validation, 9.4).
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { marked, answerable as withoutSecrets } from '../../spec/fitting/one-way-values.js';
import { valueAt } from '../../spec/json-pointer.js';
import { sampleBody } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { toldBy } from '../told/told.js';
import { type JsonObject, objectsWith, sameJson } from './entity-in.js';
import { shownSchemas } from './shown-properties.js';

/** What an answer may show of what was sent. @param create what the thing was made by, before the operation changed it */
export function answerable(
  operation: Operation,
  sent: Record<string, unknown>,
  create = operation,
): Record<string, unknown> {
  const schema = bodySchema(operation);
  const shown = schema ? withoutSecrets(operation.api, schema, sent as JsonObject) : sent;
  const properties = schema?.properties ?? {};
  const made = bodySchema(create)?.properties ?? {};
  // The version that a change names is another one behind it.
  const lasting = Object.entries(shown as JsonObject).filter(([name]) => name !== operation.version?.sent);
  return Object.fromEntries(
    lasting
      .filter(([name, value]) => {
        const taking = Object.hasOwn(properties, name) ? operation : create;
        return typeof value !== 'number' || !becomesText(taking, name);
      })
      .map(([name, value]) => [
        name,
        Object.hasOwn(properties, name)
          ? inOtherLetters(operation, name, properties[name], value)
          : inOtherLetters(create, name, made[name], value),
      ]),
  );
}

/** Who takes a decimal as a number or as a text, and shows the text, chooses how many digits it has. */
function becomesText(operation: Operation, name: string): boolean {
  const { api } = operation;
  const sides = (raw: Schema | undefined): string[] => {
    const schema = mergedSchema(api, raw ?? {});
    const all = [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((one) => mergedSchema(api, one))];
    return all.flatMap(({ type }) => type ?? []).filter((type) => type !== 'null');
  };
  const shown = shownSchemas(operation, name).map(sides);
  return (
    sides(bodySchema(operation)?.properties?.[name]).includes('string') &&
    shown.length > 0 &&
    shown.every((types) => types.length > 0 && types.every((type) => type === 'string'))
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

/** A property for requests alone that an answer shows as it was sent, by its names from the outermost on. */
export function givenBack(operation: Operation, sent: Record<string, unknown>, entity: JsonObject): string | undefined {
  const schema = bodySchema(operation);
  const secrets = schema ? marked(operation.api, 'writeOnly', schema, sent as JsonObject) : [];
  const shown = secrets.find((pointer) => {
    const value = valueAt(entity, pointer);
    return value !== undefined && sameJson(value, valueAt(sent as JsonObject, pointer));
  });
  return shown?.slice(1).replaceAll('/', '.');
}
