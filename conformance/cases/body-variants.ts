// Bodies with one thing wrong, or just right: required fields, lengths, characters, types, closed lists.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { bodySchema, flatten, type Operation, systemSegment } from '../plan/resources.js';
import type { Expectation } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { parsePath } from '../url/key-path.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';

type Body = { [key: string]: JsonValue };

/** Longest text that is made to look at a limit, in characters. */
const LONGEST = 20_000;

/** @param by the operation whose table of the body is read: another one that makes the same, where both must agree */
export function bodyVariants(
  suite: Suite,
  operation: Operation,
  base: BaseRequest,
  expect: Expectation,
  by: Operation = operation,
): Derived[] {
  const schema = bodySchema(by);
  const { json } = base;
  const contested = new Set((by.op.body?.docs.contested ?? []).map((c) => c.pointer.split('/')[1]));
  if (!schema?.properties || !json || systemSegment(operation.segments) >= 0) return [];
  const send = (body: Body, verbatim: string[]): BaseRequest => ({
    ...base,
    json: body,
    body: JSON.stringify(body),
    verbatim,
  });
  const wrong = (what: string, title: string, body: Body, property: string, because: string): Derived => ({
    what,
    title,
    level: 'MUST',
    changes: { request: send(body, [property]), expect: { ...expect, because } },
  });
  const own = suite.model.resources.some((r) => r.create === operation);
  const found: Derived[] = [malformed(base, expect)];
  const replaces = operation.op.method !== 'MERGE' && operation.op.method !== 'PATCH';
  for (const property of schema.required ?? []) {
    if (contested.has(property) || !(property in json) || namesPath(suite, base, property)) continue;
    const { [property]: _, ...rest } = json;
    if (replaces)
      found.push(wrong(`missing/${property}`, `without ${property}`, rest, property, `${property} is required`));
    if (!allowsNull(by, schema.properties[property]))
      found.push(
        wrong(
          `null/${property}`,
          `${property} is null`,
          { ...json, [property]: null },
          property,
          `${property} is required`,
        ),
      );
  }
  for (const [property, raw] of Object.entries(schema.properties)) {
    if (contested.has(property)) continue;
    const one = stringBranch(by, raw);
    if (!one) continue;
    for (const { what, title, value, because } of textVariants(one, json[property], own))
      found.push(
        wrong(`${what}/${property}`, `${property}: ${title}`, { ...json, [property]: value }, property, because),
      );
    if (namesPath(suite, base, property)) continue;
    for (const { what, title, value } of allowedTexts(one, json[property]))
      found.push({
        what: `${what}/${property}`,
        title: `${property} ${title}`,
        level: 'MUST',
        changes: { request: send({ ...json, [property]: value }, []), expect: expectation(operation.op, operation) },
      });
  }
  const closed = operation.api.docs.closedBodies?.some((path) => operation.op.path.startsWith(path));
  if (schema.additionalProperties === false || (own && closed))
    found.push(
      wrong(
        'unknown-field',
        'with a field that is not documented',
        { ...json, docproofUnknown: 'x' },
        'docproofUnknown',
        'the documents close the list of fields',
      ),
    );
  return found;
}

/** Whether a property refers to the very entity that the path names: it cannot be another one. */
function namesPath(suite: Suite, base: BaseRequest, property: string): boolean {
  const target = suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  const values = new Map(Object.entries(base.json ?? {}));
  return suite.locator
    .referencesIn(values, undefined, target?.parents ?? [])
    .some((r) => r.entity.id === target?.id && r.parts.has(property));
}

function malformed(base: BaseRequest, expect: Expectation): Derived {
  const { json: _, ...rest } = base;
  const request = { ...rest, body: '{"' };
  return {
    what: 'malformed-json',
    title: 'a body that is not JSON',
    level: 'MUST',
    changes: { request, expect: { ...expect, because: 'the body is not JSON' } },
  };
}

function allowsNull(operation: Operation, raw: Schema | undefined): boolean {
  const schema = flatten(operation.api, raw ?? {});
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return (
    [schema.type].flat().includes('null') ||
    schema['nullable'] === true ||
    (schema.type === undefined && branches.length === 0) ||
    branches.some((b) => allowsNull(operation, b))
  );
}

/** The string side of a property: of `type: [string, null]`, or the string branch of a choice. */
function stringBranch(operation: Operation, raw: Schema): Schema | undefined {
  const schema = flatten(operation.api, raw);
  if ([schema.type].flat().includes('string')) return schema;
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map((b) => flatten(operation.api, b));
  const strings = branches.filter((b) => [b.type].flat().includes('string'));
  return strings.length === 1 ? strings[0] : undefined;
}

interface TextVariant {
  what: string;
  title: string;
  value: JsonValue;
  because: string;
}

/** Values that the schema of a text forbids, each for one reason; more of them where it is looked at thoroughly. */
function textVariants(schema: Schema, sample: JsonValue | undefined, thorough: boolean): TextVariant[] {
  const because = 'the documents say string';
  const found: TextVariant[] = [{ what: 'wrong-type', title: 'an object instead of text', value: { a: 1 }, because }];
  if (thorough && [schema.type].flat().every((type) => type === 'string' || type === 'null'))
    found.push({ what: 'number', title: 'a number instead of text', value: 1234567, because });
  const text = typeof sample === 'string' && sample !== '' ? sample : 'name1';
  const fits = tester(schema);
  if (schema.enum && !schema.enum.includes('docproof-none')) {
    found.push({
      what: 'not-in-list',
      title: 'a value that is not in the list',
      value: 'docproof-none',
      because: 'the documents list the values',
    });
    return found;
  }
  if (schema.minLength !== undefined && schema.minLength > 0)
    found.push({
      what: 'limit-below',
      title: `shorter than ${schema.minLength}`,
      value: text.slice(0, schema.minLength - 1),
      because: `at least ${schema.minLength} characters are documented`,
    });
  if (schema.maxLength !== undefined && schema.maxLength < LONGEST) {
    const value = padded(text, schema.maxLength + 1);
    if (value !== undefined)
      found.push({
        what: 'limit-above',
        title: `longer than ${schema.maxLength}`,
        value,
        because: `at most ${schema.maxLength} characters are documented`,
      });
  }
  if (schema.pattern === undefined || !fits(text)) return found;
  const first = [...'_-:+.@!~*'].find((c) => !fits(c + text) && fits(`${text.slice(0, 1)}${c}${text.slice(1)}`));
  if (first !== undefined)
    found.push({
      what: 'first-character',
      title: `begins with ${first}`,
      value: first + text,
      because: `the documents forbid ${first} at the beginning`,
    });
  if (thorough) found.push(...looks(text, fits));
  const never = [...' /%日'].find((c) => !fits(`${text}${c}${text}`));
  if (never !== undefined)
    found.push({
      what: 'character',
      title: `has ${never === ' ' ? 'a space' : never} in it`,
      value: `${text}${never}${text}`,
      because: 'the documents list the characters',
    });
  return found;
}

/** What libraries take for a letter, a digit or the end of a text, and a list of characters does not. */
function looks(text: string, fits: (text: string) => boolean): TextVariant[] {
  const because = 'the documents list the characters';
  const tried = [
    { what: 'letter-beyond-list', title: 'has a letter of another alphabet in it', value: `${text}é日${text}` },
    { what: 'line-end', title: 'ends with a line break', value: `${text}\n` },
  ];
  return tried.filter(({ value }) => !fits(value)).map((one) => ({ ...one, because }));
}

interface AllowedText {
  what: string;
  title: string;
  value: string;
}

/** Characters that names are made of; those that a pattern allows are tried together. */
const MARKS = '-_+:.@!$*=~';

/** Values just inside what the schema of a text allows; not for URLs, of which more is asked than a pattern. */
function allowedTexts(schema: Schema, sample: JsonValue | undefined): AllowedText[] {
  const text = typeof sample === 'string' && sample !== '' ? sample : undefined;
  if (text === undefined || schema.enum || schema.format !== undefined || /^[a-z][a-z0-9+.-]*:/i.test(text)) return [];
  const fits = tester(schema);
  const found: AllowedText[] = [];
  const longest =
    schema.maxLength !== undefined && schema.maxLength < LONGEST ? padded(text, schema.maxLength) : undefined;
  if (longest !== undefined && fits(longest))
    found.push({ what: 'limit-inside', title: `of ${longest.length} characters`, value: longest });
  if (schema.pattern === undefined || !fits(text)) return found;
  const marks = [...MARKS].filter((c) => fits(`${text}${c}1`)).join('');
  if (marks !== '') found.push({ what: 'characters-inside', title: `with ${marks} in it`, value: `${text}${marks}1` });
  if (!/^\d/.test(text) && fits(`1${text}`))
    found.push({ what: 'first-digit', title: 'that begins with a digit', value: `1${text}` });
  return found.filter((one) => schema.maxLength === undefined || one.value.length <= schema.maxLength);
}

/** Lengthened with its last letter or digit, in front of what stands behind that (the slash of a URL). */
function padded(text: string, length: number): string | undefined {
  const match = /[A-Za-z0-9](?=[^A-Za-z0-9]*$)/.exec(text);
  if (!match || text.length > length) return undefined;
  const at = match.index;
  return text.slice(0, at) + match[0].repeat(length - text.length + 1) + text.slice(at + 1);
}

function tester(schema: Schema): (text: string) => boolean {
  if (typeof schema.pattern !== 'string') return () => true;
  try {
    const pattern = new RegExp(schema.pattern, 'u');
    return (text) => pattern.test(text);
  } catch {
    return () => true;
  }
}
