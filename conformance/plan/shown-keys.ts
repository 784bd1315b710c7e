// Which property of a create carries a key that the address calls otherwise (`slug` of `/orgs/{org}`): the documents show
// its value in an address, give both one schema of their own, or leave only one that can be meant.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { shownProperties } from '../assess/shown-properties.js';
import { matchTemplate, parsePath } from '../url/key-path.js';
import { parseBody } from './body.js';
import { bodySchema, type Operation, type Resource, type ResourceKey } from './resources.js';
import { stem } from './stem.js';

type Body = { [key: string]: JsonValue };

/** What servers call the key that they give. */
const IDENTIFIES = /id$|uuid|^(?:self|href|ur[il]|_?links)$/i;

const OF_ANOTHER = /(?:[a-z0-9_-]id|uuid|ref|uri|url|href)$|^parent/i;

/** @returns undefined where no property or more than one of them may be meant */
export function shownKey(resource: Resource, variable: string): string | undefined {
  const { create, retrieve, remove, updates } = resource;
  const items = [retrieve, remove, ...updates].filter((o) => o !== undefined);
  if (!create || resource.keys.length !== 1) return undefined;
  const raw = items.flatMap(({ op }) => op.parameters.filter((p) => p.in === 'path' && p.name === variable));
  const schema = bodySchema(create);
  // A key is given with each create; what is called like another's key is one.
  const properties = Object.entries(schema?.properties ?? {}).filter(
    ([name]) => schema?.required?.includes(name) && !OF_ANOTHER.test(name),
  );
  const alike = properties.filter(([, schema]) => raw.some((p) => isOwn(schema) && same(schema, p.schema)));
  if (alike.length === 1) return alike[0]?.[0];
  const addressed = new Set([
    ...items.flatMap((operation) => inAddresses(operation, variable)),
    ...raw.flatMap(({ example }) => (typeof example === 'string' ? [example] : [])),
  ]);
  const has = ([, value]: [string, JsonValue]): boolean => typeof value === 'string' && addressed.has(value);
  const shown = new Set(
    bodiesOf(create).flatMap((body) => Object.entries(body).flatMap((one) => (has(one) ? [one[0]] : []))),
  );
  const [only, more] = [...shown];
  if (only !== undefined) return more === undefined && properties.some(([name]) => name === only) ? only : undefined;
  return onlyKeyLike(resource, variable, properties);
}

/** A key of a resource as a command shows it: in an address, or in the body that makes one. */
export function shownValue({ create, retrieve, remove, updates }: Resource, key: ResourceKey): string | undefined {
  if (key.shown === undefined) {
    const all = [create, retrieve, remove, ...updates].filter((o) => o !== undefined);
    const { property } = key;
    const made = create && property !== undefined ? bodiesOf(create).map((body) => body[property]) : [];
    const found = [...made, ...all.flatMap((operation) => inAddresses(operation, key.variable))];
    key.shown = found.find((value) => typeof value === 'string') ?? null;
  }
  return key.shown ?? undefined;
}

/** Of a thing that the server gives no id: the only text of a form of its own among what it is made of, and shown by. */
function onlyKeyLike(
  { create, retrieve, name }: Resource,
  variable: string,
  properties: [string, Schema][],
): string | undefined {
  if (!create || !retrieve || stem(variable) !== stem(name)) return undefined;
  const shown = [create, retrieve].map(shownProperties);
  if (shown.some((names) => names.length === 0 || names.some((one) => one === variable || IDENTIFIES.test(one))))
    return undefined;
  const formed = properties.filter(([one, raw]) => {
    const { type, pattern, format } = mergedSchema(create.api, raw);
    const text = type === 'string' && pattern !== undefined && format === undefined;
    return text && shown.every((names) => names.includes(one));
  });
  return formed.length === 1 ? formed[0]?.[0] : undefined;
}

/** A schema that says more than a type: a pattern, or one with a name. */
function isOwn(schema: Schema): boolean {
  return schema.$ref !== undefined || typeof schema.pattern === 'string';
}

function same(one: Schema, other: Schema): boolean {
  return one.$ref === undefined ? one.pattern === other.pattern : one.$ref === other.$ref;
}

/** Values that the commands of an operation have for a variable of its address. */
function inAddresses({ op, segments }: Operation, variable: string): string[] {
  return (op.docs.cases ?? []).flatMap(({ request }) => {
    if (!URL.canParse(request.url)) return [];
    // What stands in front of the address is the base of the server.
    const path = parsePath(new URL(request.url).pathname).slice(-segments.length);
    const value = matchTemplate(segments, path)?.bindings.get(variable);
    return value ? [value] : [];
  });
}

/** Bodies that the documents show. */
function bodiesOf({ op }: Operation): Body[] {
  const commands = (op.docs.cases ?? []).flatMap(({ request }) => {
    const body = parseBody(request.body);
    return body.kind === 'json' ? [body.value] : [];
  });
  const examples = op.body?.content.flatMap((m) => m.examples.map((e) => e.value)) ?? [];
  return [...commands, ...examples].filter(isObject<JsonValue>);
}
