// Bodies with one thing wrong, or just right: required fields, limits, characters, types, closed lists, forms of one body.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { discriminatorOf, fittingValue, typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { fieldsAt } from '../plan/fields-at.js';
import { mayTellApart } from '../plan/names.js';
import { bodyMedia, bodySchema, type Operation, type Resource, systemSegment } from '../plan/resources.js';
import { isServersOwn } from '../plan/servers-own.js';
import type { Expectation } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { withoutAt, withValueAt } from '../plan/value-at.js';
import { isJson } from '../plan/write-body.js';
import { parsePath } from '../url/key-path.js';
import type { BaseRequest } from './base-request.js';
import { type Context, creates, isAlone, madeBy, refers, renames, replaces } from './body-context.js';
import { type Place, placesOf } from './body-places.js';
import { right, wrong } from './body-requests.js';
import type { Derived } from './derived.js';
import { isFormed } from './formed-text.js';
import { leastBody } from './least-body.js';
import { isReference } from './made-body.js';
import { keyedAsPath, keysInBody } from './path-keys.js';
import { documents } from './refusal.js';
import { rightValues } from './right-values.js';
import { allowsNull, fitsText, formsSide, nullable, plainSide } from './schema-sides.js';
import { wrongTexts } from './texts.js';
import { unknownCases } from './unknown-fields.js';
import { malformed, otherTexts } from './unreadable-bodies.js';
import { samples } from './update-stories.js';
import { wrongValues } from './wrong-values.js';

/** The name of something, and no address at which it has to be. */
const isName = (value: JsonValue): boolean => /^urn:/i.test(String(value));

/** Types that a text on its way may not be read as. */
const SCALARS = new Set(['integer', 'number', 'boolean']);

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
  return [
    ...(context.inJson ? [malformed(base, expect), ...otherTexts(context)] : []),
    ...requiredCases(context),
    ...valueCases(context),
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
  const branch = (schema.oneOf ?? schema.anyOf)?.[0];
  if (!branch) return schema;
  const { oneOf: _one, anyOf: _any, ...beside } = schema;
  return mergedSchema(api, { allOf: [beside, branch] });
}

function places({ operation, by, json, schema }: Context): Place[] {
  const contested = new Set((by.op.body?.docs.contested ?? []).map((c) => c.pointer.split('/')[1]));
  // Another key than the path's is a conflict, whatever else is wrong with it.
  const key = fieldsAt(by.api, schema).key?.join('.');
  // Where each member of a list is answered by itself (RFC 4918, section 13), the request is not refused for one.
  const each = documents(operation, '207');
  return placesOf(by.api, schema, json).filter(
    ({ path, name }) =>
      !contested.has(String(path[0])) && name !== key && !(each && path.some((part) => typeof part === 'number')),
  );
}

function requiredCases(context: Context): Derived[] {
  const { suite, base, json, by, inJson } = context;
  return places(context).flatMap(({ path, name, required, schema, value }): Derived[] => {
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
    // What a change leaves out of an object inside stays, too; a member of a list is whole.
    if (replaces(context) || (path.length > 1 && path.some((part) => typeof part === 'number')))
      found.push(wrong(context, `missing/${name}`, `without ${name}`, withoutAt(json, path), exact, because));
    if (inJson && !allowsNull(by, schema))
      found.push(wrong(context, `null/${name}`, `${name} is null`, withValueAt(json, path, null), exact, because));
    return found;
  });
}

function valueCases(context: Context): Derived[] {
  const { suite, base, json, by, inJson } = context;
  const made = madeBy(context);
  const fields = suite.commandsOnly ? [] : fieldsAt(by.api, context.schema).path;
  return places(context).flatMap(({ path, name, schema: raw, value: sample }): Derived[] => {
    const [top] = path;
    const schema = plainSide(by, raw) ?? formsSide(by, raw);
    if (path.length === 1 && typeof top === 'string' && namesOwner(context, top)) return [];
    if (!schema || schema['readOnly'] || typeof top !== 'string' || isServersOwn(by, made, top)) return [];
    const text = typeOf(schema) === 'string' && schema.type !== undefined;
    // What it refers to elsewhere in the value is there: it is refused for nothing else.
    const last = String(path.findLast((part) => typeof part === 'string'));
    const exact = (value: JsonValue): string =>
      Array.isArray(value) || (path.length > 1 && !isReference(last) && !mayTellApart(last)) ? '' : top;
    const documented = suite.hasCommands && creates(context) ? samples(by, by).get(name) : undefined;
    const forbidden = text
      ? wrongTexts(schema, sample ?? (fitsText(schema, documented) ? documented : undefined), creates(context))
      : wrongValues(by.api, schema, sample);
    const found = forbidden
      // What is named so in error is removed with what it stands in, or not made.
      .filter(({ what }) => what !== 'wrong-member' || !documents(context.operation, '207'))
      .filter(({ what }) => what !== 'list' || (inJson && isAlone(context)))
      .filter(({ what }) => inJson || (what !== 'number' && (what !== 'wrong-type' || SCALARS.has(typeOf(schema)))))
      .map(
        ({ what, title, value, because, level }): Derived => ({
          ...wrong(
            context,
            `${what}/${name}`,
            `${name}: ${title}`,
            withValueAt(json, path, value),
            exact(value),
            because,
          ),
          ...(level ? { level } : {}),
          // Where no table lists them as OData's documents do, a server may read names in any letters.
          ...(what === 'other-letters' && !suite.commandsOnly ? { level: 'SHOULD' } : {}),
        }),
      );
    const field = path.slice(0, -1).join('/') === fields.join('/') ? path.at(-1) : undefined;
    if (typeof field !== 'string' || namesPath(suite, base, top) || renames(context, top)) return found;
    // Whether it may be of another one from then on is not said.
    if (!suite.commandsOnly && !creates(context) && refers(context, top)) return found;
    const empty =
      suite.commandsOnly && creates(context) && sample !== undefined && sample !== null && nullable(by, raw);
    if (empty) found.push(right(context, `nothing/${name}`, `${name} is null`, withValueAt(json, path, null)));
    // A change may name one thing only: then it shows whether the rest stays.
    const alone =
      path.length === 1 && !suite.commandsOnly && !replaces(context) && (context.schema.required ?? []).length === 0;
    const known = path.length === 1 ? asMade(context, made, field, schema) : schema;
    // A field that the command leaves out is only given a name that nobody else could have.
    const shown = sample ?? (suite.commandsOnly ? documented : undefined);
    const formed = sample === undefined ? samples(made?.create ?? by, by).get(name) : undefined;
    if (formed !== undefined && isFormed(formed, schema))
      return [...found, right(context, `with/${name}`, `${name} given`, withValueAt(alone ? {} : json, path, formed))];
    const allowed = rightValues(context.operation, field, known, shown, suite.commandsOnly, creates(context));
    return [
      ...found,
      ...allowed
        .filter(({ value }) => sample !== undefined || !suite.commandsOnly || isName(value))
        .filter(({ exact, value }) => !exact || (isAlone(context) && (!refers(context, top) || isName(value))))
        .map(({ what, title, value, exact }) => {
          const body = withValueAt(alone ? {} : json, path, value);
          return right(context, what.replace(`/${field}`, `/${name}`), `${name} ${title}`, body, exact ? [top] : []);
        }),
    ];
  });
}

/** A text that the create lists the values of is one of them, whatever a change of it says. */
function asMade({ operation }: Context, made: Resource | undefined, field: string, schema: Schema): Schema {
  const { create } = made ?? {};
  if (!create || create === operation || schema.enum) return schema;
  const listed = mergedSchema(create.api, bodySchema(create)?.properties?.[field] ?? {}).enum;
  return listed ? { ...schema, enum: listed } : schema;
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

/** Whether a property refers to the very entity that the path names: it cannot be another one. */
function namesPath(suite: Suite, base: BaseRequest, property: string): boolean {
  const target = suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  const values = new Map(Object.entries(base.json ?? {}));
  return suite.locator
    .referencesIn(values, undefined, target?.parents ?? [])
    .some((r) => r.entity.id === target?.id && r.parts.has(property));
}

/** Whether a property repeats what the path of a create says already: a server may take that from the path, whatever the body has. */
function namesOwner(context: Context, property: string): boolean {
  const { suite, base, json, operation } = context;
  const owner =
    operation.creates || madeBy(context) ? undefined : suite.locator.locate(parsePath(base.path)).at(-1)?.entity;
  if (!owner) return false;
  return owner.keys.some((key) => namesPath(suite, { ...base, json: { [property]: key, ...json } }, property));
}
