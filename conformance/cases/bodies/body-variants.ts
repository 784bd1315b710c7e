// Bodies with one thing wrong, or just right: required fields, limits, characters, types, closed lists, forms of one body.
import type { Schema } from '../../../spec/contract/api.js';
import { discriminatorOf, fittingValue } from '../../../spec/fitting/fitting-value.js';
import { formOf } from '../../../spec/fitting/form-of.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { bodyMedia, bodySchema, type Operation, systemSegment } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { withoutAt, withValueAt } from '../../plan/value-at.js';
import { isJson } from '../../plan/write-body.js';
import { namesPath } from '../addresses/named-by-path.js';
import { keyedAsPath, keysInBody } from '../addresses/path-keys.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { answersEach } from './answers-each.js';
import { type Context, creates, madeBy, replaces } from './body-context.js';
import { isTag, type Place, placesOf } from './body-places.js';
import { orConflict, right, wrong } from './body-requests.js';
import { eitherCases, onlyDemand } from './either-cases.js';
import { leastBody } from './least-body.js';
import { composite, made } from './right-values.js';
import { allowsNull } from './schema-sides.js';
import { unknownCases } from './unknown-fields.js';
import { malformed, otherTexts } from './unreadable-bodies.js';
import { valueCases, wrongValueCases } from './value-cases.js';

/** @param by the operation whose table of the body is read: another one that makes the same, where both must agree */
export function bodyVariants(
  suite: Suite,
  operation: Operation,
  base: BaseRequest,
  expect: Expectation,
  by: Operation = operation,
): Derived[] {
  const { json } = base;
  if (!json || systemSegment(operation.segments) >= 0) return [];
  const written = bodySchema(by);
  const schema = written && oneForm(by, written);
  if (!written || !schema?.properties) return [];
  const context: Context = { suite, operation, by, base, json, expect, schema, inJson: sentAsJson(operation, base) };
  const all = places(context);
  return [
    ...(context.inJson ? [malformed(base, expect), ...otherTexts(context)] : []),
    ...requiredCases(context, all),
    ...eitherCases(context, written),
    ...valueCases(context, all),
    ...insideCases(context, all),
    ...otherForms(context, all),
    ...leastCase(context),
    ...unknownCases(context),
    ...formCases(context, written),
  ];
}

function sentAsJson(operation: Operation, { body }: BaseRequest): boolean {
  const media = bodyMedia(operation)?.type;
  return media === undefined || isJson(media) || media.includes('*') || /^\s*[[{]/.test(body ?? '');
}

/** The form of a body that the base request has: the first of several. */
function oneForm({ api }: Operation, schema: Schema): Schema {
  const branches = schema.oneOf ?? schema.anyOf ?? [];
  const [branch] = branches;
  if (!branch) return schema;
  const { oneOf: _one, anyOf: _any, ...beside } = schema;
  // Which of several fields are there is left open.
  if (onlyDemand(branches)) return beside;
  return mergedSchema(api, { allOf: [beside, branch] });
}

function places({ operation, by, json, schema }: Context): Place[] {
  const contested = new Set((by.op.body?.docs.contested ?? []).map((c) => c.pointer.split('/')[1]));
  // Another key than the path's is a conflict, whatever else is wrong with it.
  const key = fieldsAt(by.api, schema).key?.join('.');
  // Where each member of a list is answered by itself, the request is not refused for one.
  const each = answersEach(operation);
  return placesOf(by.api, schema, json).filter(
    ({ path, name }) =>
      !contested.has(String(path[0])) && name !== key && !(each && path.some((part) => typeof part === 'number')),
  );
}

/** What is wrong inside of what the body need not have and does not show: an address without its city. */
function insideCases(context: Context, all: Place[]): Derived[] {
  const { suite, by, json } = context;
  if (suite.commandsOnly) return [];
  return all.flatMap(({ path: [top, more], schema, value }): Derived[] => {
    if (typeof top !== 'string' || more !== undefined || value !== undefined) return [];
    const given = composite(by, top, mergedSchema(by.api, schema));
    if (given === undefined) return [];
    const within: Context = { ...context, json: { ...json, [top]: given } };
    const inside = places(within).filter(({ path }) => path[0] === top && path.length > 1);
    return [...requiredCases(within, inside), ...wrongValueCases(within, inside)];
  });
}

/** A member of several forms is taken in each of them, and has to be right in each. */
function otherForms(context: Context, all: Place[]): Derived[] {
  const { suite, by, json } = context;
  if (suite.commandsOnly || !creates(context)) return [];
  const known = new Set(all.map(({ name }) => name));
  return all.flatMap(({ path: [top, more], name, schema: raw, value: shown }): Derived[] => {
    const schema = mergedSchema(by.api, raw);
    if (typeof top !== 'string' || more !== undefined || !isObject(shown) || !schema.oneOf) return [];
    const own = JSON.stringify(formOf(by.api, schema, shown));
    const others = made(by, schema).filter(({ value }) => {
      const form = formOf(by.api, schema, value);
      return form.oneOf === undefined && JSON.stringify(form) !== own;
    });
    return others.flatMap(({ what, value }) => {
      const within: Context = { ...context, json: { ...json, [top]: value } };
      const inside = places(within).filter(({ path, name }) => path[0] === top && path.length > 1 && !known.has(name));
      return [
        right(context, `variant/${name}${what}`, `${name} of another form`, within.json),
        ...requiredCases(within, inside),
        ...wrongValueCases(within, inside),
      ];
    });
  });
}

function requiredCases(context: Context, all: Place[]): Derived[] {
  const { suite, base, json, by, inJson } = context;
  return all.flatMap(({ path, name, required, schema, value }): Derived[] => {
    const [top] = path;
    // Whatever a change leaves out, a key has a value.
    const key = suite.hasCommands && inJson && path.length === 1 && typeof top === 'string' && !required;
    if (key && keysInBody(suite, context.operation).has(top) && !allowsNull(by, schema) && value !== undefined)
      return [
        wrong(context, `null/${name}`, `${name} is null`, withValueAt(json, path, null), top, `${name} is a key`),
      ];
    if (!required || value === undefined || typeof top !== 'string') return [];
    if (path.length === 1 && namesPath(suite, base, top)) return [];
    const found: Derived[] = [];
    const exact = path.length > 1 ? '' : top;
    const because = `${name} is required`;
    // What has a default is there in the end, required or not.
    const left = mergedSchema(by.api, schema).default !== undefined;
    // What a change leaves out of an object inside stays, too; a member of a list is whole.
    if (!left && (replaces(context) || (path.length > 1 && path.some((part) => typeof part === 'number'))))
      found.push(wrong(context, `missing/${name}`, `without ${name}`, withoutAt(json, path), exact, because));
    if (inJson && !allowsNull(by, schema))
      found.push(wrong(context, `null/${name}`, `${name} is null`, withValueAt(json, path, null), exact, because));
    return isTag(path, mergedSchema(by.api, schema)) ? found.map((one) => orConflict(context, one)) : found;
  });
}

/** What a create may leave out, it leaves out: then that has the default that the documents give it. */
function leastCase(context: Context): Derived[] {
  const { suite, operation, json, by, schema } = context;
  if (suite.commandsOnly || operation.op.method !== 'POST' || !creates(context)) return [];
  const keys = madeBy(context)?.keys.flatMap(({ property = [] }) => property) ?? [];
  const body = leastBody(by, schema, json, keys);
  return body ? [right(context, 'least', 'with nothing that it may leave out', body)] : [];
}

/** A body of several forms: each is taken, and one that names none of them is not. */
function formCases(context: Context, written: Schema): Derived[] {
  const { by, json, suite, operation, base } = context;
  const branches = written.oneOf ?? written.anyOf ?? [];
  if (suite.commandsOnly || branches.length < 2) return [];
  const { oneOf: _one, anyOf: _any, ...beside } = written;
  const found = branches.slice(1).flatMap((branch, i): Derived[] => {
    const value = fittingValue(by.api, { ...beside, oneOf: [branch] });
    const name = discriminatorOf(written, branch)?.value ?? branch.$ref?.split('/').at(-1) ?? String(i + 2);
    return isObject(value)
      ? [right(context, `variant/${name}`, `as ${name}`, keyedAsPath(suite, operation, base.path, value))]
      : [];
  });
  const tag = branches[0] && discriminatorOf(written, branches[0])?.property;
  const named = tag && mergedSchema(by.api, context.schema.properties?.[tag] ?? {});
  if (tag && named && !named.enum && named.const === undefined) {
    const body = { ...json, [tag]: 'docproof-none' };
    found.push(
      wrong(context, `not-in-list/${tag}`, `${tag}: no documented form`, body, tag, 'the documents name the forms'),
    );
  }
  return found;
}
