// Bodies that are lists: of too few members, of too many, with one that is none. What is refused makes nothing.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { parseBody } from '../../plan/body.js';
import { OF_RUN } from '../../plan/bulk.js';
import { bodyMedia, bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { isJson } from '../../plan/write-body.js';
import { says } from '../../told/told.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';
import { tellsOfEach } from './answers-each.js';

/** Longer lists are refused for their length in bytes, too. */
const LONGEST = 200;

/** Where the documents have the limits of the list, and how a body that does not keep them is refused. */
export function bulkCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (operation.bulk) return allOrNone(suite, operation, base);
  const schema = bodySchema(operation);
  const media = bodyMedia(operation)?.type;
  const refuses = ['400', '422'].filter((status) => documents(operation, status));
  if (suite.hasCommands || !schema || !media || !isJson(media) || typeOf(schema) !== 'array') return [];
  if (refuses.length === 0 || base.body === undefined) return [];
  const of = (what: string, title: string, value: JsonValue, because: string): Derived => ({
    what: `list/${what}`,
    title,
    level: 'MUST',
    changes: {
      request: { ...base, body: JSON.stringify(value) },
      expect: refused(operation, refuses, because),
    },
  });
  const member = mergedSchema(operation.api, (schema.items ?? {}) as Schema);
  const one = firstOf(base.body) ?? fittingValue(operation.api, member);
  const { least, most } = limits(schema);
  return [
    ...(least > 0 ? [of('empty', 'an empty list', [], 'the list has a least number of members')] : []),
    ...(most !== undefined && most <= LONGEST
      ? [of('too-long', `${most + 1} members`, Array(most + 1).fill(one), 'the list has a most number of members')]
      : []),
    ...(tellsOfEach(operation) ? [] : lacking(member, one)).map((other) =>
      of('member', 'with a member that lacks something', [one, other], 'each member has what is required'),
    ),
  ];
}

/** Where documents say that all are made or none: one that nothing is wrong with, and one that lacks something. */
function allOrNone(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { list = '' } = operation.bulk ?? {};
  const { op, api } = operation;
  const refusals = op.responses.filter(({ status }) => status === '400' || status === '422');
  const told = [op.description, ...refusals.map(({ description }) => description)].some((text) =>
    says(text, 'allOrNone'),
  );
  const { items } = mergedSchema(api, bodySchema(operation)?.properties?.[list] ?? {});
  const shown = base.json?.[list];
  const [one] = Array.isArray(shown) ? shown : [];
  if (suite.commandsOnly || !told || !items || !isObject<JsonValue>(one)) return [];
  const member = mergedSchema(api, items);
  const marked = Object.keys(one).find((name) => takesWords(mergedSchema(api, member.properties?.[name] ?? {})));
  const [other] = lacking(member, one);
  if (marked === undefined || other === undefined) return [];
  const body = JSON.stringify({ ...base.json, [list]: [{ ...one, [marked]: OF_RUN }, other] });
  const expect = refused(operation, ['400', '422'], 'one of them lacks what is required');
  const title = 'of which one lacks something';
  return [{ what: 'all-or-none', title, level: 'MUST', changes: { request: { ...base, body }, expect } }];
}

/** Letters that the words of a run have, at most. */
const WORDS = 20;

function takesWords(schema: Schema): boolean {
  const { enum: values, pattern, format, maxLength = WORDS } = schema;
  return typeOf(schema) === 'string' && !values && pattern === undefined && format === undefined && maxLength >= WORDS;
}

function limits({ minItems, maxItems }: Schema): { least: number; most: number | undefined } {
  return { least: Number(minItems ?? 0), most: maxItems === undefined ? undefined : Number(maxItems) };
}

function firstOf(body: string): JsonValue | undefined {
  const parsed = parseBody(body);
  return parsed.kind === 'json' && Array.isArray(parsed.value) ? (parsed.value[0] as JsonValue | undefined) : undefined;
}

/** The member without the first property that it must have. */
function lacking({ required, oneOf, anyOf }: Schema, one: JsonValue): JsonValue[] {
  const name = required?.find((property) => isObject(one) && Object.hasOwn(one, property));
  if (name === undefined || oneOf || anyOf || !isObject<JsonValue>(one)) return [];
  const { [name]: _, ...rest } = one;
  return [rest];
}
