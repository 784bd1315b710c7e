// Updates that set one field after the other, each of which a request may set alone: a PATCH keeps what was set before
// (RFC 5789), a PUT gives it its documented default again (RFC 9110, section 9.3.4), and null takes it away (RFC 7396).
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { sameJson } from '../../assess/entity-in.js';
import { LIFE } from '../../assess/life.js';
import { isOrdered } from '../../plan/field-orders.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { mayTellApart } from '../../plan/names.js';
import { PLACE } from '../../plan/places.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { replacesRest } from '../../plan/replaces-rest.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { isServersOwn } from '../../plan/servers-own.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { tellsLeast } from '../../plan/tells-least.js';
import { valueAt, withValueAt } from '../../plan/value-at.js';
import { says } from '../../told/told.js';
import { keyedAsPath, keysInBody } from '../addresses/path-keys.js';
import { baseRequest, withJson } from '../base-request.js';
import { depends } from '../bodies/depends.js';
import { isFormed } from '../bodies/formed-text.js';
import { isFreeText } from '../bodies/free-text.js';
import { type Body, isReference, otherValue } from '../bodies/made-body.js';
import { BOUND, composite } from '../bodies/right-values.js';
import { mayBecomeNull } from '../bodies/schema-sides.js';
import { expectation } from '../documented.js';
import { samples } from './samples.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

/** Fields of a resource that are set, at most. */
const FIELDS = 4;

export function stepwiseGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates.filter((update) => update.judged).flatMap((update) => stepwise(suite, resource, update)),
  );
}

function stepwise(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, retrieve } = resource;
  const base = create?.judged && retrieve?.judged ? baseRequest(suite, create) : undefined;
  const own = baseRequest(suite, update, update === create) ?? (update === create ? base : undefined);
  const whole = bodySchema(update);
  const { path, schema } = fieldsAt(update.api, whole ?? {});
  const now = valueAt(own?.json, path);
  if (!create || !base?.json || !own?.json || !isObject<JsonValue>(now)) return [];
  const around = leastOf(own.json, whole ?? {});
  const fields = fieldsOf(suite, resource, { update, first: base.json, own: now, schema });
  if (fields.length === 0) return [];
  const telling = new Telling(`story/${update.op.id}-stepwise`);
  const put = create.op.method === 'PUT';
  telling.add('create', create, base, { ...expectation(create.op), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!first || !entity) return [];
  if (put) Object.assign(first, { absent: [entity] });
  const replaces = replacesRest(update);
  // Where documents call nothing required of what replaces all, a whole body is known to do.
  const saysReplaces = [update.op.summary, update.op.description].some((text) => says(text, 'replaces'));
  const untold = !schema.required?.length && (saysReplaces || !tellsLeast(update));
  // What a create cannot do without, an update that replaces all may want, too.
  const made = fieldsAt(create.api, bodySchema(create) ?? {}).schema.required ?? [];
  const needed = replaces ? [...(schema.required ?? []), ...made] : schema.required;
  const least = replaces && untold ? now : leastOf(now, { required: needed ?? [] });
  const wrapped = (inner: Body): Body => (path.length === 0 ? inner : withValueAt(around, path, inner));
  const saysSo = saysReplaces || /^replace/i.test(update.op.id);
  const [before, after]: [Body, Body] = [{}, {}];
  const set = (step: string, name?: string, value: JsonValue = null): void => {
    const sent = name === undefined ? least : { ...least, [name]: value };
    const json = keyedAsPath(suite, update, pathOf(entity), wrapped(sent));
    const headers = { ...own.headers, ...requiredHeaders(suite, update), ...plainHeaders(base) };
    const request = { ...withJson(own, json), path: pathOf(entity), query: requiredQuery(update), headers };
    // What a refused step was to set is not there.
    const needs = telling.cases.map(({ id }) => id);
    telling.add(step, update, request, expectation(update.op, update), {
      needs,
      state: wrapped({ ...(replaces ? after : before) }),
      ...(replaces && path.length === 0 ? { replaced: { lost: lostIn(before, after, sent), told: saysSo } } : {}),
    });
    if (name === undefined) return;
    before[name] = value;
    const given = mergedSchema(update.api, schema.properties?.[name] ?? {}).default;
    if (given !== undefined) after[name] = given;
  };
  for (const { name, value } of fields) set(`set-${name}`, name, value);
  // What was set last is to stay, too.
  const [one, another] = fields;
  if (one && another && !replaces) set(`set-${one.name}-again`, one.name, one.value);
  const clear = fields.find(({ mayBeNull }) => mayBeNull);
  if (clear) {
    // What a PUT gives its default again, it has lost by then.
    if (replaces) set(`set-${clear.name}-again`, clear.name, clear.value);
    set(`clear-${clear.name}`, clear.name, null);
  } else if (replaces && (path.length === 0 || Object.keys(after).length > 0)) set('leave-out');
  return telling.group();
}

/** What was set before, has no default, and is not sent any more. */
function lostIn(before: Body, defaults: Body, sent: Body): Body {
  return Object.fromEntries(
    Object.entries(before).filter(
      ([name, value]) => value !== null && !Object.hasOwn(defaults, name) && !Object.hasOwn(sent, name),
    ),
  );
}

/** What an update cannot do without. */
export function leastOf(json: Body, { required = [] }: Schema): Body {
  return Object.fromEntries(Object.entries(json).filter(([name]) => required.includes(name)));
}

interface Field {
  name: string;
  value: JsonValue;
  mayBeNull: boolean;
}

/** An update, the body that made what it changes, its own fields and what they may be. */
interface Given {
  update: Operation;
  first: Body;
  own: Body;
  schema: Schema;
}

/** Optional fields with a value that is neither their default nor what the create gives them. */
export function fieldsOf(suite: Suite, resource: Resource, { update, first, own, schema }: Given): Field[] {
  const { create = update } = resource;
  const foreign = suite.locator.foreignKeys(
    new Map(Object.keys(schema.properties ?? {}).map((name) => [name, own[name] ?? 'any'])),
    resource,
  );
  const keys = new Set([...keysInBody(suite, update).keys(), ...foreign, ...fixedFields(update)]);
  const { schema: made, path } = fieldsAt(create.api, bodySchema(create) ?? {});
  const inside = valueAt(first, path);
  const begun = update === create || !isObject<JsonValue>(inside) ? {} : inside;
  const shown = samples(create, update);
  const found = Object.entries(schema.properties ?? {}).flatMap(([name, raw]): (Field & { rank: number })[] => {
    const field = mergedSchema(update.api, raw);
    const known = made.properties?.[name];
    if (schema.required?.includes(name) || keys.has(name) || !known || field['readOnly'] || field['writeOnly'])
      return [];
    if (
      isReference(name) ||
      mayTellApart(name) ||
      LIFE.test(name) ||
      BOUND.test(name) ||
      PLACE.test(name) ||
      depends(update.api, schema, name) ||
      isOrdered(update, name) ||
      isOrdered(create, name) ||
      isServersOwn(update, resource, name)
    )
      return [];
    const given = field.default ?? mergedSchema(create.api, known).default;
    const sample = shown.get(name);
    const before = begun[name] ?? given;
    const isNew = (value: JsonValue | undefined): boolean => value !== undefined && !sameJson(value, before ?? null);
    const other =
      isNew(sample) && !sameJson(sample ?? null, own[name] ?? null)
        ? sample
        : chosen(update, name, field, before, sample);
    // What it is already shows less, but that it stays, and can be taken away.
    const value = isNew(other) ? other : sample;
    if (value === undefined || sameJson(value, given ?? null)) return [];
    const mayBeNull = mayBecomeNull(update, name, field) && (given ?? null) === null;
    const rank = (field.default !== undefined ? 0 : mayBeNull ? 1 : 2) + (isNew(other) ? 0 : 3);
    return [{ name, value, mayBeNull, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank).slice(0, FIELDS);
}

function chosen(
  update: Operation,
  name: string,
  schema: Schema,
  given: JsonValue | undefined,
  sample: JsonValue | undefined,
): JsonValue | undefined {
  if (!isFreeText(name, schema, sample) || isFormed(sample, schema)) return undefined;
  const plain = ['string', 'integer', 'number', 'boolean'].includes(typeOf(schema));
  if (!plain) return composite(update, name, schema);
  return otherValue(update, name, schema, given) ?? inForm(update, schema, given);
}

/** Of a text whose form the documents tell, one of that form; numbers that are written as texts a server may write otherwise. */
function inForm({ api }: Operation, schema: Schema, given: JsonValue | undefined): JsonValue | undefined {
  const { format, pattern } = schema;
  const told = format === undefined ? pattern !== undefined : FORMATS.test(format);
  if (!told || typeOf(schema) !== 'string' || schema.enum || schema.oneOf || schema.anyOf) return undefined;
  const value = fittingValue(api, schema);
  const sure = typeof value === 'string' && /[\p{L}\p{N}]/u.test(value) && Number.isNaN(Number(value));
  return sure && value !== given ? value : undefined;
}

const FORMATS = /^(?:date|date-time|uuid|email|uri)$/;
