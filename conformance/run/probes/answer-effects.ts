// What the answer itself must show of the effect: what was sent, documented defaults, members that were asked for.
import type { JsonValue } from '../../../spec/contract/api.js';
import { formOf } from '../../../spec/fitting/form-of.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { documentedResponse, type Finding } from '../../assess/answer.js';
import { madeFindings } from '../../assess/as-made.js';
import { conditionFindings } from '../../assess/conditional-fields.js';
import {
  firstDifference,
  type JsonObject,
  likestObject,
  listIn,
  objectsWith,
  sameJson,
} from '../../assess/entity-in.js';
import { firstReordered } from '../../assess/kept-order.js';
import { isSet } from '../../assess/marked-gone.js';
import { answerable, givenBack } from '../../assess/one-way.js';
import { outOfOrder, outOfRank } from '../../assess/ordered.js';
import { firstLost, shownProperties } from '../../assess/shown-properties.js';
import { fieldsAt } from '../../plan/fields-at.js';
import { bodySchema } from '../../plan/resources.js';
import { isServersOwn } from '../../plan/servers-own.js';
import type { Case } from '../../plan/story.js';
import type { Subject, Suite } from '../../plan/subject.js';
import { valueAt } from '../../plan/value-at.js';
import type { HttpAnswer } from '../../send/http.js';
import { says, toldBy } from '../../told/told.js';
import { caseFinding, difference } from '../case-finding.js';

/**
 * What the answer to a case must show of its effect; nothing where the documents leave it open.
 *
 * @param sent the properties that the request set
 * @param value the answer's body as JSON
 */
export function answerFindings(
  suite: Suite,
  one: Case,
  subject: Subject,
  sent: Record<string, unknown>,
  value: JsonValue | undefined,
): Finding[] {
  return [
    ...echo(suite, one, subject, sent, value),
    ...defaults(one, subject, sent, value),
    ...asMade(one, subject, sent, value),
    ...members(one, value),
    ...shows(one, value),
    ...lifetimes(one, sent, value),
  ];
}

/** What a form asked for in numbers, or left to the default, is what its answer names (RFC 6749, section 5.1). */
function lifetimes(one: Case, sent: Record<string, unknown>, value: JsonValue | undefined): Finding[] {
  const { api, op } = one.operation;
  const form = op.body?.content.find(({ type }) => /x-www-form-urlencoded/i.test(type))?.schema;
  if (!form || one.expect.error || one.expect.shows || typeof value !== 'object' || value === null) return [];
  return Object.entries(mergedSchema(api, form).properties ?? {}).flatMap(([name, raw]) => {
    const wanted = sent[name] ?? mergedSchema(api, raw).default;
    const actual = (value as JsonObject)[name];
    if (typeof wanted !== 'number' || actual === undefined) return [];
    const what = `${name} is ${wanted}, ${name in sent ? 'as asked for' : 'its default'}`;
    const finding = caseFinding(one, 'as-asked', actual === wanted, what, JSON.stringify(actual));
    return [{ ...finding, level: shortened(one, name, wanted, actual) ? 'SHOULD' : one.level }];
  });
}

/**
 * A server may give less time than was asked for, and says so in its answer (RFC 6749, sections 3.3 and 5.1): unless the
 * documents of that promise what the request has.
 */
function shortened({ operation }: Case, name: string, wanted: JsonValue, actual: JsonValue | undefined): boolean {
  if (!/expires?_in$/.test(name) || typeof wanted !== 'number' || typeof actual !== 'number') return false;
  if (actual >= wanted || actual < 1) return false;
  const { api, op } = operation;
  const schema = documentedResponse(op, 200)?.content[0]?.schema;
  const shown = schema ? mergedSchema(api, schema).properties?.[name] : undefined;
  const told = shown ? (mergedSchema(api, shown).description ?? '') : '';
  return !told.split('\n').some((line) => says(line, 'asAsked') && !says(line, 'unsure'));
}

/** What the documents promise under a condition on the request. */
export function conditionalFindings(
  one: Case,
  sent: Record<string, unknown>,
  answer: HttpAnswer,
  value: JsonValue | undefined,
): Finding[] {
  const response = one.meant || one.expect.error ? undefined : documentedResponse(one.operation.op, answer.status);
  const schema = response?.content[0]?.schema;
  const fields = bodySchema(one.operation)?.properties;
  if (!response || !fields) return [];
  const { api } = one.operation;
  const shown = schema ? mergedSchema(api, schema).properties : undefined;
  const read = Object.entries(sent).filter(([name]) => {
    const { other } = toldBy(fields[name] && mergedSchema(api, fields[name]).description, 'ignoredWith');
    return other === undefined || sent[other] === undefined;
  });
  const asked = Object.fromEntries(read);
  return conditionFindings(response, shown ?? {}, new Set(Object.keys(fields)), asked, { ...answer, value }).map(
    ({ id, ok, expected, actual }) => caseFinding(one, id, ok, expected, actual),
  );
}

/** What an answer says of the entity that was sent must be what was sent. */
function echo(
  suite: Suite,
  one: Case,
  subject: Subject,
  sent: Record<string, unknown>,
  value: JsonValue | undefined,
): Finding[] {
  const { effect } = one.expect;
  if ((effect !== 'created' && effect !== 'updated') || value === undefined || !subject.bodyResource) return [];
  const keys = subject.bodyResource.keys.flatMap((k) =>
    k.property !== undefined && k.property in sent ? [k.property] : [],
  );
  // Where the server gives the key, the answer shows the thing by what else was sent; an update need not show it.
  if (effect === 'updated' && (keys.length > 0 || suite.commandsOnly)) return [];
  const visible = answerable(one.operation, sent);
  const names = keys.length > 0 ? keys.slice(0, 1) : Object.keys(visible);
  const entity = keys.length > 0 ? objectsWith(value, names)[0] : likestObject(value, names);
  if (entity === undefined && keys.length === 0) return [];
  const shown = new Set(suite.commandsOnly ? [] : shownProperties(one.operation));
  const wrong = entity
    ? (firstDifference(visible, entity) ??
      firstLost(visible, entity, shown) ??
      firstReordered(one.operation, visible, entity))
    : undefined;
  const secret = entity && givenBack(one.operation, sent, entity);
  return [
    ...(secret === undefined
      ? []
      : [caseFinding(one, 'write-only', false, `no ${secret}`, `${secret} as it was sent`)]),
    caseFinding(
      one,
      'echo',
      entity !== undefined && !wrong,
      'the properties that were sent',
      wrong ? difference(wrong) : entity ? 'the same' : `no object with ${keys[0]}`,
    ),
  ];
}

/** Of a property that a create leaves out, the documents may give the value. */
export function defaults(
  one: Case,
  subject: Pick<Subject, 'bodyResource'>,
  sent: Record<string, unknown>,
  value: JsonValue | undefined,
): Finding[] {
  if (one.expect.effect !== 'created' || value === undefined || !subject.bodyResource) return [];
  const { api } = one.operation;
  const { path, raw: written } = fieldsAt(api, bodySchema(one.operation) ?? {});
  const fields = valueAt(sent as JsonObject, path);
  const given = isObject<JsonValue>(fields) ? fields : {};
  const entity = likestObject(value, Object.keys(given));
  const { bodyResource } = subject;
  return Object.entries(formOf(api, written, given).properties ?? {}).flatMap(([name, raw]) => {
    const schema = mergedSchema(api, raw);
    const wanted = schema.default;
    if (!entity || name in given || !Object.hasOwn(entity, name) || schema['readOnly']) return [];
    if (isServersOwn(one.operation, bodyResource, name)) return [];
    if (wanted === undefined || wanted === null || typeof wanted === 'object') return [];
    const actual = entity[name];
    const what = `${name} is ${JSON.stringify(wanted)}, its default`;
    return [caseFinding(one, 'default', sameJson(wanted, actual), what, JSON.stringify(actual))];
  });
}

/** What the documents say of a thing that has just been made. */
function asMade(
  one: Case,
  subject: Pick<Subject, 'bodyResource'>,
  sent: Record<string, unknown>,
  value: JsonValue | undefined,
): Finding[] {
  if (one.expect.effect !== 'created' || value === undefined || !subject.bodyResource) return [];
  return madeFindings(one.operation, value, sent).map(({ id, ok, expected, actual }) =>
    caseFinding(one, id, ok, expected, actual),
  );
}

function shows(one: Case, value: JsonValue | undefined): Finding[] {
  const { shows, also = {} } = one.expect;
  const further = Object.entries(also).map(([property, value]) => ({ property, value }));
  return [...(shows ? [shows] : []), ...further].flatMap((wanted) => shown(one, wanted, value));
}

function shown(one: Case, wanted: NonNullable<Case['expect']['shows']>, value: JsonValue | undefined): Finding[] {
  const actual = objectsWith(value, [wanted.property])[0]?.[wanted.property];
  // It may have been refused.
  if (actual === undefined && one.expect.statuses.some((status) => status.startsWith('4'))) return [];
  const seen = JSON.stringify(actual) ?? 'absent';
  if ('set' in wanted) {
    const what = `${wanted.property} ${wanted.set ? 'with a value' : 'without a value'}`;
    return [caseFinding(one, 'marked', isSet(actual) === wanted.set, what, seen)];
  }
  const why = wanted.because === undefined ? '' : `, for ${wanted.because}`;
  if ('not' in wanted) {
    const ok = actual !== undefined && !sameJson(wanted.not, actual);
    return [caseFinding(one, 'as-asked', ok, `${wanted.property} is not ${JSON.stringify(wanted.not)}${why}`, seen)];
  }
  const what = `${wanted.property} is ${JSON.stringify(wanted.value)}${why || ', as asked for'}`;
  const finding = caseFinding(one, 'as-asked', sameJson(wanted.value, actual), what, seen);
  return [{ ...finding, level: shortened(one, wanted.property, wanted.value, actual) ? 'SHOULD' : one.level }];
}

/** What the documents say of every member of the list that was asked for. */
function members(one: Case, value: JsonValue | undefined): Finding[] {
  const wanted = one.expect.members;
  if (wanted === undefined || value === undefined) return [];
  const listed = listIn(value);
  if (listed === undefined) return [];
  if ('atMost' in wanted)
    return [
      caseFinding(one, 'at-most', listed.length <= wanted.atMost, `${wanted.atMost} at most`, String(listed.length)),
    ];
  if ('orderedBy' in wanted) {
    const { orderedBy, direction, ranks } = wanted;
    const wrong = ranks ? outOfRank(listed, orderedBy, ranks) : outOfOrder(listed, orderedBy, direction);
    const what = `${direction === 'desc' ? 'downwards' : direction === 'asc' ? 'upwards' : 'in order'} by ${orderedBy}`;
    const shown = wrong && `${JSON.stringify(wrong[0])} in front of ${JSON.stringify(wrong[1])}`;
    return [caseFinding(one, 'ordered', !wrong, what, shown ?? 'so')];
  }
  const objects = listed.filter((one): one is JsonObject => typeof one === 'object' && one !== null);
  const shownBy = (o: JsonObject): JsonValue | undefined => objectsWith(o, [wanted.property])[0]?.[wanted.property];
  const other = objects.find((o) => !sameJson(shownBy(o), wanted.value));
  const shown = other ? (JSON.stringify(shownBy(other)) ?? 'absent') : `each of ${objects.length}`;
  return [caseFinding(one, 'filtered', !other, `${wanted.property} is ${JSON.stringify(wanted.value)}`, shown)];
}
