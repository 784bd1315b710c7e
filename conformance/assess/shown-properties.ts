// Which properties the documented success answer of an operation shows, and whether one that was sent got lost.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import type { Operation, Resource } from '../plan/resources.js';
import { type Difference, firstDifference, type JsonObject } from './entity-in.js';

const DEEPEST = 4;

/** Names at any depth of the schemas of the documented successes; what is only written is not shown. */
export function shownProperties({ api, op }: Operation): string[] {
  const found = new Set<string>();
  for (const { status, content } of op.responses)
    if (status.startsWith('2')) for (const { schema } of content) collect(api, schema, found, 0);
  return [...found];
}

/** What a property may be in the documented successes of an operation, and in what is read at its address. */
export function shownSchemas(operation: Operation, name: string): Schema[] {
  const { api, op } = operation;
  const read = api.operations.find(({ method, path }) => method === 'GET' && path === op.path);
  const successes = [op, ...(read && read !== op ? [read] : [])]
    .flatMap(({ responses }) => responses)
    .filter(({ status }) => status.startsWith('2'));
  return successes
    .flatMap(({ content }) => content.map(({ schema }) => propertyIn(api, schema, name, 0)))
    .filter((schema) => schema !== undefined);
}

/** The property of the outermost object that has it. */
function propertyIn(api: Api, raw: Schema, name: string, depth: number): Schema | undefined {
  if (depth > DEEPEST) return undefined;
  const { properties = {} } = mergedSchema(api, raw);
  if (properties[name]) return properties[name];
  for (const inner of Object.values(properties)) {
    const found = propertyIn(api, inner, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** What answers show of a thing, of its own read if the documents have that. */
export function shownOf({ retrieve, create, list, updates }: Resource): ReadonlySet<string> {
  for (const operation of [retrieve, create, list, ...updates]) {
    const names = operation ? shownProperties(operation) : [];
    if (names.length > 0) return new Set(names);
  }
  return new Set();
}

/** Whether answers may show all that is sent. */
export function mayShow(resource: Resource, sent: object): boolean {
  const shown = shownOf(resource);
  return shown.size === 0 || Object.keys(sent).every((name) => shown.has(name));
}

function collect(api: Api, raw: Schema, found: Set<string>, depth: number): void {
  if (depth > DEEPEST) return;
  const schema = mergedSchema(api, raw);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const property = mergedSchema(api, inner);
    if (property['writeOnly'] !== true) found.add(name);
    if (typeof property.additionalProperties === 'object' && !property.properties) found.add(name + ALL);
    collect(api, property, found, depth + 1);
  }
  for (const branch of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) collect(api, branch, found, depth + 1);
}

/** Behind the name of something whose members have names of anybody's choice: all of them are shown. */
const ALL = '/*';

/** A property that was sent with a value, that the documents show in the answer, and that the answer has not; at any depth. */
export function firstLost(
  sent: Record<string, unknown>,
  entity: JsonObject,
  shown: ReadonlySet<string>,
  all = false,
): Difference | undefined {
  for (const [property, wanted] of Object.entries(sent)) {
    const nothing = wanted === null || wanted === '' || (Array.isArray(wanted) && wanted.length === 0);
    if (nothing || !(all || shown.has(property))) continue;
    const found = entity[property];
    if (found === undefined) return { property, wanted, found };
    const lost = lostInside(wanted, found, shown, shown.has(property + ALL));
    if (lost) return { ...lost, property: `${property}.${lost.property}` };
  }
  return undefined;
}

function lostInside(
  wanted: unknown,
  found: JsonValue,
  shown: ReadonlySet<string>,
  all: boolean,
): Difference | undefined {
  if (isObject(wanted)) return isObject<JsonValue>(found) ? firstLost(wanted, found, shown, all) : undefined;
  if (!Array.isArray(wanted) || !Array.isArray(found)) return undefined;
  const objects = found.filter((one) => isObject<JsonValue>(one));
  for (const one of wanted) {
    if (!isObject(one)) continue;
    // In which order a list comes back is not looked at.
    const losses = objects.filter((other) => !firstDifference(one, other)).map((other) => firstLost(one, other, shown));
    const [loss] = losses;
    if (loss && losses.every(Boolean)) return loss;
  }
  return undefined;
}
