// Finds the shape in which an API documents its errors, and writes an expression that makes one.
import type { Api, Schema } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { isJson } from '../../templates/server/runtime/media-type.js';
import { Identifier } from '../typescript/literal.js';

/** Where values of an error go, by property: `status`, `code` and `message` are the names of what is put there. */
export interface ErrorShape {
  contentType: string;
  body: unknown;
  /** The schema that it was found in, where it was. */
  schema?: Schema;
}

const PROBLEM: ErrorShape = {
  contentType: 'application/problem+json',
  body: { title: new Identifier('message'), status: new Identifier('status') },
};

/** The shape of most documented error responses; RFC 9457's problem details where none has a JSON object. */
export function errorShape(api: Api): ErrorShape {
  const counts = new Map<string, { count: number; contentType: string; schema: Schema }>();
  for (const operation of api.operations)
    for (const response of operation.responses) {
      const media = response.content.find((one) => isJson(one.type));
      if (!media || !/^(4|5|default)/.test(response.status)) continue;
      const key = JSON.stringify(media.schema);
      const entry = counts.get(key) ?? { count: 0, contentType: media.type, schema: media.schema };
      entry.count++;
      counts.set(key, entry);
    }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  const body = most && filled(api, most.schema);
  if (!most || !isJsonObject(body)) return PROBLEM;
  return { contentType: most.contentType, body, schema: most.schema };
}

/** What more is filled in than a plain error needs, for shapes that have no place for a message otherwise. */
interface Filling {
  /** Lists have an item. */
  lists?: boolean;
  /** Properties that are not required are there for the message. */
  optional?: boolean;
  /** What is named `error` or `reason` is told in words. */
  words?: boolean;
}

const FILLINGS: Filling[] = [
  {},
  { lists: true },
  { lists: true, optional: true },
  { lists: true, optional: true, words: true },
];

/** The plainest value that has the message; where the shape has no place for one, it is put beside what is documented. */
function filled(api: Api, schema: Schema): unknown {
  const bodies = FILLINGS.map((filling) => fill(api, schema, '', 0, filling));
  const told = bodies.find(hasMessage);
  const [plain] = bodies;
  if (told !== undefined || !isJsonObject(plain) || merged(api, schema).additionalProperties === false)
    return told ?? plain;
  return { ...plain, message: new Identifier('message') };
}

function hasMessage(value: unknown): boolean {
  if (value instanceof Identifier) return value.name === 'message';
  return typeof value === 'object' && value !== null && Object.values(value).some(hasMessage);
}

/** A JSON object; a name in code is an expression, not one. */
function isJsonObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !(value instanceof Identifier);
}

const CODES = /^(code|error|type|errorCode|error_code|reason|key)$/i;
const WORDS = /^(error|reason)$/i;

/** A value for a schema, with the error's own values where a property's name asks for them. */
function fill(api: Api, given: Schema, name: string, depth: number, filling: Filling): unknown {
  const schema = merged(api, given);
  const type = [schema.type].flat().find((t) => t !== 'null') ?? (schema.properties ? 'object' : undefined);
  if (schema.const !== undefined) return schema.const;
  if (type === 'object' || schema.properties) return fillObject(api, schema, depth, filling);
  if (type === 'integer' || type === 'number') return /status|code/i.test(name) ? new Identifier('status') : 0;
  if (type === 'boolean') return false;
  if (type === 'array') {
    const item = depth < 4 && schema.items ? fill(api, schema.items, name, depth + 1, filling) : undefined;
    return item === undefined || ((schema['minItems'] ?? 0) === 0 && !filling.lists) ? [] : [item];
  }
  if (/lang|locale/i.test(name)) return 'en';
  if (isLink(schema, name)) return 'about:blank';
  if (CODES.test(name) && !schema.enum && !(filling.words && WORDS.test(name))) return new Identifier('code');
  if (schema.enum) return schema.enum[0];
  if (/status/i.test(name)) return new Identifier('statusText');
  return new Identifier('message');
}

/** An address of more words about the error: there is none of those that come from the contract itself. */
function isLink(schema: Schema, name: string): boolean {
  return schema.format === 'uri' || schema.format === 'url' || /(?:^|[_a-z])(?:ur[il]|href)$/i.test(name);
}

/** Properties that are there to be read by people. */
const TOLD = /message|msg|detail|description|title|summary|reason|explanation|text|error/i;

function fillObject(api: Api, schema: Schema, depth: number, filling: Filling): Record<string, unknown> | undefined {
  if (depth > 4) return undefined;
  const required = new Set(schema.required ?? []);
  const value = ([name, inner]: [string, Schema]): [string, unknown] => [
    name,
    fill(api, inner, name, depth + 1, filling),
  ];
  const properties = Object.entries(schema.properties ?? {});
  const isPlain = (name: string, inner: Schema): boolean =>
    required.has(name) ||
    (required.size === 0 && !isLink(api.resolve(inner), name)) ||
    /message|detail|description/i.test(name);
  const plain = properties.filter(([name, inner]) => isPlain(name, inner)).map(value);
  const others = filling.optional && !plain.some(([, inner]) => hasMessage(inner)) ? properties : [];
  const more = others
    .filter(([name, inner]) => !isPlain(name, inner) && TOLD.test(name) && api.resolve(inner).format === undefined)
    .map(value)
    .find(([, inner]) => hasMessage(inner));
  return Object.fromEntries(more ? [...plain, more] : plain);
}

/** References followed, `allOf` parts laid together, the first of a choice. */
function merged(api: Api, given: Schema): Schema {
  const schema = api.resolve(given);
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0];
  const parts = [...(schema.allOf ?? []), ...(choice ? [choice] : [])].map((part) => api.resolve(part));
  return {
    ...(Object.assign({}, ...parts) as Schema),
    ...schema,
    ...(parts.length > 0
      ? {
          properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties) as Record<
            string,
            Schema
          >,
          required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
        }
      : {}),
  };
}

/** An error in a shape: what the generated `errorReply` gives for the same API. */
export function errorBody(shape: ErrorShape, api: Api, status: number, message: string): unknown {
  const code = api.docs.errors?.find((entry) => entry.status === status)?.code ?? String(status);
  const values: Record<string, unknown> = { status, code, message, statusText: String(status) };
  const put = (value: unknown): unknown => {
    if (value instanceof Identifier) return values[value.name];
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, put(inner)]));
  };
  return put(shape.body);
}
