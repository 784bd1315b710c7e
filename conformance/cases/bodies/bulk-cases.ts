// Bodies that are lists: of too few members, of too many, with one that is none. What is refused makes nothing.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { parseBody } from '../../plan/body.js';
import { OF_RUN } from '../../plan/bulk.js';
import { bodyMedia, bodySchema, type Operation } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { isJson } from '../../plan/write-body.js';
import type { Sentence } from '../../told/sentences.js';
import { says } from '../../told/told.js';
import { type BaseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { tellsOfEach } from './answers-each.js';
import { isFormed } from './formed-text.js';
import { isReference } from './made-body.js';

/** Longer lists are refused for their length in bytes, too. */
const LONGEST = 200;

/** Where the documents have the limits of the list, and how a body that does not keep them is refused. */
export function bulkCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  if (operation.bulk) return manyTogether(suite, operation, base);
  const schema = bodySchema(operation);
  const media = bodyMedia(operation)?.type;
  const refuses = ['400', '422'].filter((status) => documents(operation, status));
  if (suite.commandsOnly || !schema || !media || !isJson(media) || typeOf(schema) !== 'array') return [];
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

/** Where documents say that all are made or none, or in which order they are shown. */
function manyTogether(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { list = '', resource } = operation.bulk ?? {};
  const { op, api } = operation;
  const { items = {} } = mergedSchema(api, bodySchema(operation)?.properties?.[list] ?? {});
  const shown = base.json?.[list];
  // What a list only shows, the create of one has in a table.
  const member = mergedSchema(api, items);
  const [one = fittingValue(api, member), more] = Array.isArray(shown) ? shown : [];
  if (suite.commandsOnly || !isObject<JsonValue>(one)) return [];
  const alone = (resource?.create && bodySchema(resource.create)) ?? {};
  const required = member.required ?? alone.required ?? [];
  const fieldOf = (name: string): Schema => ({
    ...mergedSchema(api, alone.properties?.[name] ?? {}),
    ...mergedSchema(api, member.properties?.[name] ?? {}),
  });
  const marked = Object.keys(one).find(
    (name) => !isReference(name) && takesWords(fieldOf(name)) && !isFormed(one[name], fieldOf(name)),
  );
  if (marked === undefined) return [];
  const sent = (members: JsonValue[]): BaseRequest => withJson(base, { ...base.json, [list]: members });
  const first = { ...one, [marked]: OF_RUN };
  const refusals = op.responses.filter(({ status }) => status === '400' || status === '422');
  const tells = (what: Sentence): boolean =>
    [op.description, ...refusals.map(({ description }) => description)].some((text) => says(text, what));
  const refusal = refused(operation, ['400', '422'], 'one of them lacks what is required');
  const { statuses, ...success } = expectation(op, operation);
  const several = { ...success, statuses: [...statuses, '409'] };
  const of = (
    what: string,
    title: string,
    request: BaseRequest,
    expect: Expectation,
    wrongMember?: number,
  ): Derived => ({
    what,
    title,
    level: 'MUST',
    changes: { request, expect, ...(wrongMember === undefined ? {} : { wrongMember }) },
  });
  const second = { ...one, [marked]: `z${OF_RUN}` };
  return [
    ...(tells('eachAlone') ? lacking({ ...member, required }, one) : []).map((other) =>
      of('each-alone', 'of which the last lacks something', sent([one, one, other]), { ...success, statuses }, 2),
    ),
    ...(tells('allOrNone') ? lacking({ ...member, required }, one) : []).map((other) =>
      of('all-or-none', 'of which one lacks something', sent([first, other]), refusal),
    ),
    ...(tells('asSent') && more === undefined
      ? [of('as-sent', 'two that are told apart', sent([second, first]), several)]
      : []),
  ];
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
