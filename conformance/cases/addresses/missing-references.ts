// A body that names what does not exist, by a key that the server gives: "A `book_id` that doesn't exist is answered with 422".
import type { JsonValue } from '../../../spec/contract/api.js';
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

/** Of fields with a key that stands for something, by themselves. */
export function missingKeys(suite: Suite, operation: Operation, base: BaseRequest, subject: Subject): Derived[] {
  const { json } = base;
  if (!suite.hasCommands || !json || !['POST', 'PUT', 'PATCH'].includes(operation.op.method)) return [];
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
  const { op } = operation;
  const refusals = op.responses.filter(({ status }) => /^4\d\d$/.test(status));
  const sentences = [
    ...sentencesOf(op.description),
    ...refusals.flatMap(({ status, description }) => sentencesOf(description).map((text) => `${text} ${status}`)),
  ];
  const about = sentences.filter((text) => says(text, 'isMissing') && speaksOf(text, property, resource));
  const told = about.flatMap((text) => text.match(/\b4\d\d\b/g) ?? []);
  return [...new Set(told)].filter((status) => documents(operation, status));
}

function speaksOf(text: string, property: string, resource: Resource): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
  return words.includes(property.toLowerCase()) || words.some((word) => stem(word) === stem(resource.name));
}
