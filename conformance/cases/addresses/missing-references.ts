// A body that names what does not exist, by a key that the server gives: "A `book_id` that doesn't exist is answered with 422".
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Reference } from '../../plan/entities.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { unusedKey } from '../../plan/names.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Subject, Suite } from '../../plan/subject.js';
import { says, sentencesOf } from '../../told/told.js';
import { type BaseRequest, withJson } from '../base-request.js';
import { turned } from '../bodies/formed-text.js';
import type { Derived } from '../derived.js';
import { documents, refused } from '../refusal.js';

const WRITES = ['POST', 'PUT', 'PATCH'];
/** Names of fields with the key of something. */
const KEYED = /[a-z0-9](?:_id|Id|_uuid|Uuid)$/;

/**
 * Fields that no command has, and those whose things are called otherwise (`assigneeId` of a member), where documents tell
 * how what does not exist is refused.
 */
export function missingNamed(
  suite: Suite,
  operation: Operation,
  base: BaseRequest,
  known: readonly Derived[],
): Derived[] {
  const { json } = base;
  const { api, op } = operation;
  if (suite.commandsOnly || !json || !WRITES.includes(op.method)) return [];
  const tried = new Set(known.map(({ what }) => what));
  // What the path names is missing in another way; what stays as it was made may be passed over.
  const others = new Set(
    operation.segments.flatMap(({ variable }) => (variable === undefined ? [] : [stem(variable)])),
  );
  const stays = (property: string): boolean => op.method !== 'POST' && fixedFields(operation).has(property);
  return Object.entries(bodySchema(operation)?.properties ?? {}).flatMap(([property, raw]): Derived[] => {
    const what = `missing-reference/${property}`;
    const schema = mergedSchema(api, raw);
    const open = KEYED.test(property) && !tried.has(what) && !others.has(stem(property)) && !stays(property);
    const told = open ? statusesFor(operation, property, schema.description) : [];
    const none = told.length === 0 || schema.enum ? undefined : anyNone(schema, property, json[property]);
    if (none === undefined) return [];
    const because = `what ${property} names must exist`;
    // A key of another form than the server's may be looked at before anybody looks for it.
    const statuses = ['400', '422'].filter((status) => documents(operation, status));
    const expect = { ...refused(operation, [...new Set([...told, ...statuses])], because), names: property };
    const request = { ...withJson(base, { ...json, [property]: none }), verbatim: [property] };
    return [{ what, title: `with a ${property} that does not exist`, level: 'MUST', changes: { request, expect } }];
  });
}

/** What is told of the field: in its own words, or in a sentence that names it or its thing. */
function statusesFor(operation: Operation, property: string, description: string | undefined): string[] {
  const thing = property.replace(/_?(?:id|uuid)$/i, '');
  const own = sentencesOf(description).filter((text) => says(text, 'isMissing'));
  const told = sentencesTold(operation);
  const about = [...own, ...told.filter((text) => speaksOf(text, property, thing))];
  if (about.length > 0 || !namesAlone(operation, property)) return statusesOf(operation, about);
  // Whatever the thing is called there, nothing else can be missing.
  return statusesOf(
    operation,
    told.filter((text) => /\b404\b/.test(text)),
  );
}

/** Whether the field is the only one with a key of something, and the address has none. */
function namesAlone(operation: Operation, property: string): boolean {
  const fixed = operation.segments.every(({ variable, keys }) => variable === undefined && !keys);
  const keyed = Object.keys(bodySchema(operation)?.properties ?? {}).filter((name) => KEYED.test(name));
  return fixed && keyed.length === 1 && keyed[0] === property;
}

/** A key of no thing: of the form that the schema or the request shows. */
function anyNone(schema: Schema, property: string, value: JsonValue | undefined): JsonValue | undefined {
  const key = unusedKey(schema, `docproof ${property}`);
  const type = typeOf(schema);
  if (type === 'integer' || type === 'number') return key === undefined ? undefined : Number(key);
  if (type !== 'string' || schema.type === undefined) return undefined;
  return key ?? (typeof value === 'string' && value !== '' ? turned(value) : 'docproof0none0of0these');
}

/** Of fields with a key that stands for something, by themselves. */
export function missingKeys(suite: Suite, operation: Operation, base: BaseRequest, subject: Subject): Derived[] {
  const { json } = base;
  if (!suite.hasCommands || !json || !WRITES.includes(operation.op.method)) return [];
  const { bodyResource } = subject;
  const makes = bodyResource?.create === operation;
  return Object.entries(json).flatMap(([property, value]): Derived[] => {
    const resource = referredBy(suite, property, value, bodyResource);
    const field = mergedSchema(operation.api, bodySchema(operation)?.properties?.[property] ?? {});
    const none = resource && noneOf(operation, property, value);
    if (!resource || none === undefined) return [];
    const told = statusesTold(operation, property, resource);
    // Another value of what stays as it was made may be passed over.
    const stays = !makes && fixedFields(operation).has(property);
    if (told.length === 0 && (stays || !says(field.description, 'mustExist'))) return [];
    const because = `the ${resource.name} must exist`;
    const refusal = refused(operation, told.length > 0 ? told : ['400', '404', '409', '422'], because);
    const effect = makes ? { effect: 'not-created' as const } : {};
    const request = { ...withJson(base, { ...json, [property]: none }), verbatim: [property] };
    const changes = { request, expect: { ...refusal, ...effect, names: property } };
    const title = `with a ${resource.name} that does not exist`;
    return [{ what: `missing-reference/${property}`, title, level: 'MUST', changes }];
  });
}

/** Whether the server gives the key. */
export function isNumbered({ entity: { resource } }: Reference): boolean {
  const [key, more] = resource.keys;
  return key !== undefined && more === undefined && key.property === undefined && key.inPath !== true;
}

/** What a field of a body stands for. */
function referredBy(
  suite: Suite,
  property: string,
  value: JsonValue,
  owner: Resource | undefined,
): Resource | undefined {
  const [found] = suite.locator.referencesIn(new Map([[property, value]]), owner, []);
  return found && isNumbered(found) ? found.entity.resource : undefined;
}

/** A key of the form of another, which nothing has. */
function noneOf(operation: Operation, property: string, value: JsonValue): JsonValue | undefined {
  const schema = mergedSchema(operation.api, bodySchema(operation)?.properties?.[property] ?? {});
  const key = unusedKey(schema, `docproof ${property}`);
  if (typeof value === 'number') return key === undefined ? undefined : Number(key);
  return typeof value === 'string' ? (key ?? turned(value)) : undefined;
}

/** Statuses of refusals that are about the field, or about what it stands for. */
function statusesTold(operation: Operation, property: string, resource: Resource): string[] {
  return statusesOf(
    operation,
    sentencesTold(operation).filter((text) => speaksOf(text, property, resource.name)),
  );
}

/** Sentences about what does not exist, those of refusals with their statuses. */
function sentencesTold({ op }: Operation): string[] {
  const refusals = op.responses.filter(({ status }) => /^4\d\d$/.test(status));
  const sentences = [
    ...sentencesOf(op.description),
    ...refusals.flatMap(({ status, description }) => sentencesOf(description).map((text) => `${text} ${status}`)),
  ];
  return sentences.filter((text) => says(text, 'isMissing'));
}

function statusesOf(operation: Operation, sentences: readonly string[]): string[] {
  const told = sentences.flatMap((text) => text.match(/\b4\d\d\b/g) ?? []);
  return [...new Set(told)].filter((status) => documents(operation, status));
}

function speaksOf(text: string, property: string, thing: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
  return words.includes(property.toLowerCase()) || words.some((word) => stem(word) === stem(thing));
}
