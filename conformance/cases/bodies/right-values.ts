// Values just inside what a schema allows: limits, listed values, and each field that a request may have.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, textOf, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { LIFE } from '../../assess/life.js';
import { isCode, scopedLabel } from '../../plan/names.js';
import { PLACE } from '../../plan/places.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';
import { easilyChanged } from './easily-changed.js';
import { isFormed } from './formed-text.js';
import { isFreeText } from './free-text.js';
import { isReference } from './made-body.js';
import { mayBecomeNull } from './schema-sides.js';
import { type RightValue, rightTexts } from './texts.js';

/** Listed values that are tried, at most. */
const LISTED = 12;

/**
 * @param name of the property
 * @param commands the documents show requests: fields that they do not show are not made up
 * @param thorough more of them, where all that makes a thing goes through
 */
export function rightValues(
  operation: Operation,
  name: string,
  schema: Schema,
  sample: JsonValue | undefined,
  commands: boolean,
  thorough = false,
): RightValue[] {
  const found: RightValue[] = [];
  const text = typeOf(schema) === 'string' && schema.type !== undefined;
  const shown =
    sample ?? (commands || isReference(name) || schema.maxLength === undefined ? undefined : textOf(schema));
  if (text && (commands || !isCode(name, schema)))
    found.push(...rightTexts(schema, shown, thorough).map((one) => ({ ...one, what: `${one.what}/${name}` })));
  if (commands) return found;
  if (!text) found.push(...rightNumbers(schema, sample).map((one) => ({ ...one, what: `${one.what}/${name}` })));
  found.push(...plainChoices(operation, name, schema, sample));
  if (thorough) found.push(...easilyChanged(operation.api, name, schema, sample));
  const listed = (schema.const === undefined ? (schema.enum ?? []) : []).filter(
    (v) => v !== null && v !== sample && typeof v !== 'object',
  );
  if (!LIFE.test(name) || narrower(operation, name, schema))
    for (const value of listed.slice(0, LISTED))
      found.push({ what: `in-list/${name}/${String(value)}`, title: `is ${String(value)}`, value });
  const given = sample !== undefined || bodySchema(operation)?.required?.includes(name);
  const free = isFreeText(name, schema) && !isEndOfTime(operation, name, schema);
  const guessed = free ? {} : { guessed: true as const };
  // A place behind all that there is may be none.
  if (!given && !schema.enum && !isReference(name) && !PLACE.test(name))
    for (const { what, value } of made(operation, schema))
      found.push({ what: `with/${name}${what}`, title: 'given', value, ...guessed });
  return found;
}

/** Of two times of a thing the one may have to be before the other, whether documents say so or not. */
function isEndOfTime(operation: Operation, name: string, { format }: Schema): boolean {
  const isTime = (one: unknown): boolean => one === 'date' || one === 'date-time' || one === 'time';
  const others = Object.entries(bodySchema(operation)?.properties ?? {}).filter(([other]) => other !== name);
  return isTime(format) && others.some(([, raw]) => isTime(mergedSchema(operation.api, raw).format));
}

/** A value with something in it, of a list or an object that is made of plain values; undefined for any other. */
export function composite(operation: Operation, name: string, schema: Schema): JsonValue | undefined {
  const type = typeOf(schema);
  if (type === 'array') return fullList(operation, name, schema, undefined);
  return type === 'object' ? made(operation, schema)[0]?.value : undefined;
}

/** Values of a schema: one, or one of each of its forms. */
export function made({ api }: Operation, schema: Schema): { what: string; value: JsonValue }[] {
  const { oneOf, ...beside } = schema;
  if (oneOf && oneOf.length > 1 && oneOf.every((branch) => canBeMade(api, mergedSchema(api, branch))))
    return oneOf.map((branch, i) => ({ what: `/${i + 1}`, value: fittingValue(api, { ...beside, oneOf: [branch] }) }));
  if (!canBeMade(api, schema)) return [];
  const { additionalProperties: members, properties } = schema;
  const free = typeof members === 'object' && !properties && schema['example'] === undefined;
  if (!free) return [{ what: '', value: fittingValue(api, schema) }];
  const member = fittingValue(api, members);
  return [{ what: '', value: { first: member, Second: member } }];
}

/** Of all that a thing may become, a create lists what it may begin as. */
function narrower({ api, op }: Operation, name: string, { enum: values = [] }: Schema): boolean {
  const list = op.method === 'POST' ? api.operations.find((o) => o.method === 'GET' && o.path === op.path) : undefined;
  const option = list?.parameters.find((p) => p.in === 'query' && p.name === name);
  const offered = (option && mergedSchema(api, option.schema).enum) ?? [];
  if (values.length < offered.length && values.every((value) => offered.includes(value))) return true;
  const answers = op.method === 'POST' ? op.responses.filter((r) => r.status === '201') : [];
  return answers.some(({ content }) =>
    content.some(({ schema }) => {
      const shown = mergedSchema(api, mergedSchema(api, schema).properties?.[name] ?? {}).enum ?? [];
      return values.length < shown.length && values.every((value) => shown.includes(value));
    }),
  );
}

/** One word of these, and what may be said depends on something else. */
export const BOUND = /accept|agree|terms|consent|confirm|default|primary|main/i;

/** Most members of a list that is made. */
const MEMBERS = 10;

/** The other truth value, nothing, and as many members as a list may have. */
function plainChoices(operation: Operation, name: string, schema: Schema, sample: JsonValue | undefined): RightValue[] {
  const found: RightValue[] = [];
  const { api } = operation;
  const type = typeOf(schema);
  if (type === 'boolean' && !schema.enum && schema.const === undefined && !BOUND.test(name)) {
    const value = (sample ?? fittingValue(api, schema)) !== true;
    found.push({ what: `in-list/${name}/${value}`, title: `is ${value}`, value });
  }
  const nothing = mayBecomeNull(operation, name, schema) && (!schema.enum || schema.enum.includes(null));
  if (nothing && sample !== null && (schema.default ?? null) === null)
    found.push({ what: `as-null/${name}`, title: 'is null', value: null });
  const list = type === 'array' && fullList(operation, name, schema, sample);
  if (list) found.push({ what: `most/${name}`, title: `has ${list.length} members`, value: list });
  return found;
}

function fullList(
  operation: Operation,
  name: string,
  schema: Schema,
  sample: JsonValue | undefined,
): JsonValue[] | undefined {
  const { api } = operation;
  const shown = Array.isArray(sample) ? sample : [];
  const items = mergedSchema(api, schema.items ?? {});
  if (!items.enum && namesOthers(operation, name)) return undefined;
  if (!schema.items || (shown.length === 0 && (isReference(name) || !canBeMade(api, items)))) return undefined;
  // Any text may be no address; how another of them looks, only addresses of mail tell.
  const formed = isPlainText(items) && (shown.some((one) => isFormed(one, items)) || isToldFormed(schema, items));
  if (formed && !(shown.length > 0 && shown.every(isMail))) return undefined;
  const most = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 2;
  const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0;
  const length = Math.min(most > MEMBERS ? Math.max(2, least) : most, items.enum?.length ?? MEMBERS);
  const made = Array.from(
    { length },
    (_, i) =>
      shown[i] ??
      items.enum?.[i] ??
      (formed ? `item${i}@example.com` : undefined) ??
      like(api, items, shown[0], `item${i}`) ??
      fittingValue(api, items, `item${i}`),
  );
  const distinct = new Set(made.map((one) => JSON.stringify(one))).size === made.length;
  return length > shown.length && length >= least && distinct ? made : undefined;
}

function isPlainText({ type, format, pattern, enum: values }: Schema): boolean {
  return type === 'string' && (format ?? pattern ?? values) === undefined;
}

function isToldFormed(...schemas: Schema[]): boolean {
  return schemas.some(({ description }) => says(description, 'formedTexts'));
}

function isMail(one: JsonValue): boolean {
  return typeof one === 'string' && /^[^\s@]+@[^\s@]+$/.test(one);
}

/** Whether a list has names of other things in it, as what is said of it in any request near by has it. */
function namesOthers({ api, op }: Operation, name: string): boolean {
  const near = api.operations.filter(({ path }) => path === op.path || op.path.startsWith(`${path}/{`));
  return near.some(({ body }) =>
    (body?.content ?? []).some(({ schema: raw }) => {
      const schema = mergedSchema(api, mergedSchema(api, raw).properties?.[name] ?? {});
      const { description } = mergedSchema(api, schema.items ?? {});
      return says(schema.description, 'namesOthers') || says(description, 'namesOthers');
    }),
  );
}

/** Another object like the one that is shown, under another name. */
function like(api: Api, items: Schema, shown: JsonValue | undefined, suffix: string): JsonValue | undefined {
  if (!isObject<JsonValue>(shown)) return undefined;
  return Object.fromEntries(
    Object.entries(shown).map(([name, value]) => {
      const schema = mergedSchema(api, items.properties?.[name] ?? {});
      const label = typeof value === 'string' ? scopedLabel(name, value, suffix, schema) : undefined;
      return [name, label ?? value];
    }),
  );
}

function rightNumbers(schema: Schema, sample: JsonValue | undefined): RightValue[] {
  if (!['integer', 'number'].includes(typeOf(schema)) || schema.enum || schema.const !== undefined) return [];
  const { low, high, openLow, openHigh } = limitsOf(schema);
  const found: RightValue[] = [];
  if (low !== undefined && !openLow && low !== sample && fitsNumber(schema, low))
    found.push({ what: 'least', title: `is ${low}, the least`, value: low });
  if (high !== undefined && !openHigh && high !== sample && fitsNumber(schema, high))
    found.push({ what: 'most', title: `is ${high}, the most`, value: high });
  return found;
}

/** Formats whose texts mean the same to everybody. */
const PLAIN_FORMATS = new Set(['date', 'date-time', 'email', 'int32', 'int64', 'float', 'double']);

/** Plain values, and what is made of them alone: what an unusual format or any object means, nobody can make up. */
function canBeMade(api: Api, schema: Schema): boolean {
  if (schema.oneOf ?? schema.anyOf) return false;
  const type = typeOf(schema);
  if (type === 'array') return schema.items !== undefined && canBeMade(api, mergedSchema(api, schema.items));
  if (schema.type === undefined) return schema['example'] !== undefined;
  if (type === 'object') return schema['example'] !== undefined || isPlainObject(api, schema);
  return schema.format === undefined || PLAIN_FORMATS.has(schema.format);
}

/** An object whose members are all told, or one of names of anybody's choice for plain values. */
function isPlainObject(api: Api, schema: Schema): boolean {
  const { properties, required = [], additionalProperties: members } = schema;
  if (schema['propertyNames'] !== undefined || schema['patternProperties'] !== undefined) return false;
  const simple = (raw: Schema | undefined): boolean => {
    const own = mergedSchema(api, raw ?? {});
    return own.type !== undefined && typeOf(own) !== 'object' && canBeMade(api, own);
  };
  if (!properties) return typeof members === 'object' && simple(members);
  return required.length > 0 && required.every((name) => !isReference(name) && simple(properties[name]));
}
