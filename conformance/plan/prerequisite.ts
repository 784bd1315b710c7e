// Requests that prepare and clean: built from the documented sample and the schema of the create, link or delete operation.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { demanded } from '../../spec/fitting/demanded.js';
import { fittingValue } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { queryPairs } from '../url/query-pairs.js';
import { actionsOn } from './actions.js';
import { AMOUNT } from './amounts.js';
import { apartFrom } from './apart-times.js';
import { formParts } from './body.js';
import type { Entity, Reference } from './entities.js';
import { aroundInside, referencesInside } from './references-inside.js';
import { bodyMedia, bodySchema, type Operation } from './resources.js';
import { markedFile, withFiles } from './sent-files.js';
import { withoutServersOwn } from './servers-own.js';
import { forAnother } from './spoken.js';
import type { Suite } from './subject.js';
import { membersSent } from './typed-fields.js';
import { contentTypeOf, filesOf, isMultipart, writeBody } from './write-body.js';

/** Headers that a documented command of the operation sends, without those the runner fills in itself. */
export function sampleHeaders(operation: Operation): Record<string, string> {
  operation.sampleHeaders ??= findSampleHeaders(operation);
  return { ...operation.sampleHeaders };
}

function findSampleHeaders(operation: Operation): Record<string, string> {
  const sample = operation.op.docs.cases?.[0]?.request.headers ?? {};
  const shown = Object.entries(sample).filter(([name]) => !/^(?:if-match|if-none-match)$/i.test(name));
  const headers: Record<string, string> = { ...Object.fromEntries(shown), ...anyVersion(operation) };
  for (const parameter of operation.op.parameters) {
    const given = Object.keys(headers).some((name) => name.toLowerCase() === parameter.name.toLowerCase());
    if (parameter.in === 'header' && parameter.required && !given && !/^if-/i.test(parameter.name))
      headers[parameter.name] = String(parameter.example ?? fittingValue(operation.api, parameter.schema));
  }
  const media = bodyMedia(operation)?.type;
  if (media && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type'))
    headers['Content-Type'] = contentTypeOf(media);
  return headers;
}

/** Headers that an operation cannot do without; where it has commands, those tell which of the documented ones. */
export function requiredHeaders({ hasCommands }: Suite, operation: Operation): Record<string, string> {
  if (!hasCommands) return sampleHeaders(operation);
  const commands = operation.op.docs.cases?.map(({ request }) => Object.entries(request.headers)) ?? [];
  const needed = operation.op.parameters.filter((p) => p.in === 'header' && p.required && !OF_OTHERS.test(p.name));
  const headers = needed.flatMap(({ name, example, schema }): [string, string][] => {
    if (commands.length === 0) return [[name, String(example ?? fittingValue(operation.api, schema))]];
    const shown = commands.flat().find(([other]) => other.toLowerCase() === name.toLowerCase());
    return shown ? [shown] : [];
  });
  return { ...Object.fromEntries(headers), ...anyVersion(operation) };
}

/** Headers that the rules of credentials, bodies and versions give. */
const OF_OTHERS = /^(?:authorization|accept|content-type|if-.{1,30})$/i;

/** Of whatever version: `*` is any (RFC 9110, section 13.1.1). */
function anyVersion({ op }: Operation): Record<string, string> {
  const required = op.parameters.filter((p) => p.in === 'header' && p.required && /^if-match$/i.test(p.name));
  return Object.fromEntries(required.map(({ name }) => [name, '*']));
}

/** Query parameters that an operation cannot do without, with a `?`, as its command or the documents' examples have them. */
export function requiredQuery(operation: Operation): string {
  const required = operation.op.parameters.filter((p) => p.in === 'query' && p.required);
  if (required.length === 0) return '';
  const shown = new URLSearchParams(operation.op.docs.cases?.[0]?.request.url.split('?')[1]);
  const pairs = required.flatMap((parameter) => {
    const value = shown.get(parameter.name) ?? parameter.example ?? someValue(operation, parameter.schema);
    return queryPairs(parameter, value);
  });
  return `?${pairs.join('&')}`;
}

/** The query of the first documented command that has one, with its `?`: "DELETE …?force=true". */
export function shownQuery({ op }: Operation): string {
  const shown = op.docs.cases?.map(({ request }) => /\?[^#]+/.exec(request.url)?.[0]);
  return shown?.find((query) => query !== undefined) ?? '';
}

/** Of a list one member at least: without any there is nothing to write. */
function someValue({ api }: Operation, raw: Schema): JsonValue {
  const schema = mergedSchema(api, raw);
  const value = fittingValue(api, schema);
  return Array.isArray(value) && value.length === 0 ? fittingValue(api, { ...schema, minItems: 1 }) : value;
}

/** A value as the body that an operation takes; undefined where its type cannot be written. */
export function bodyText(operation: Operation, value: JsonValue): string | undefined {
  const media = bodyMedia(operation)?.type;
  const parts = media !== undefined && isMultipart(media);
  return writeBody(value, media, parts ? filesOf(operation.api, bodySchema(operation)) : undefined);
}

/**
 * Body that creates an entity with its documented keys: the required properties and the keys, and as much of it as is shown,
 * nothing else.
 * Values come from the documented command, then the schema's example, default, enum, and limits.
 */
function createBody(suite: Suite, operation: Operation, entity: Entity): { [key: string]: JsonValue } {
  const schema = bodySchema(operation);
  const sample = sampleBody(operation);
  const made = schema ? fittingValue(operation.api, schema) : {};
  // Of several forms of a body the sample is one, whose parts fit no other; where nothing is told to be required, it is known to do.
  const told = isObject(made) && Object.keys(made).length > 0;
  const whole = sample && (schema?.oneOf ?? schema?.anyOf ?? !told) ? sample : made;
  const body = isObject(whole) ? withoutServersOwn(operation, entity.resource, whole) : {};
  for (const property of Object.keys(body))
    body[property] = sample?.[property] ?? sentFile(suite, operation, property) ?? body[property] ?? null;
  // What other values demanded, and these do not, is left out.
  for (const name of isObject(made) ? demandedBy(operation, requiredOf(made, schema)) : []) {
    const { [name]: _, ...others } = body;
    if (!schema?.required?.includes(name) && !demandedBy(operation, others).includes(name)) delete body[name];
  }
  for (const name of demandedBy(operation, { ...sample, ...body }))
    body[name] ??= sample?.[name] ?? someValue(operation, schema?.properties?.[name] ?? {});
  // What has nothing in it may be refused what is done with it: an order without lines is not placed.
  const acted = actionsOn(suite.model, entity.resource.signature).length > 0;
  for (const [name, value] of Object.entries(suite.commandsOnly ? {} : (sample ?? {})))
    if (isSomeOf(name, value) || isReady(name, value) || (isListOfParts(value) && acted)) body[name] ??= value;
  for (const [i, key] of entity.resource.keys.entries()) {
    const value = entity.keys[i] ?? null;
    if (key.property !== undefined && (value !== null || key.property in body)) body[key.property] = value;
    else if (key.repeated !== undefined && key.repeated in body) body[key.repeated] = value;
  }
  const { addressee } = entity.resource;
  return suite.registration && addressee !== undefined ? forAnother(suite.registration, body, addressee) : body;
}

function isSomeOf(name: string, value: JsonValue): boolean {
  return AMOUNT.test(name) && typeof value === 'number' && value > 0;
}

/** What is closed or switched off takes nothing: the documented command makes it so that it does. */
function isReady(name: string, value: JsonValue): boolean {
  return value === true && READY.test(name);
}

const READY =
  /(?:^|[^a-z]|is)(?:open|active|enabled|available|bookable|published|public|visible|accepting|offen|aktiv|aktiviert|verf(?:ü|ue)gbar|ouvert|actif|disponible)(?:$|[^a-z])/i;

function isListOfParts(value: JsonValue): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

function requiredOf(value: Record<string, JsonValue>, schema: Schema | undefined): Record<string, JsonValue> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => schema?.required?.includes(name)));
}

/** What a body with these values must have, too. */
function demandedBy(operation: Operation, body: Record<string, JsonValue>): string[] {
  const raw = bodyMedia(operation)?.schema;
  return raw ? demanded(operation.api, raw, body) : [];
}

/** What a documented command sends as a part of that name, where it is a file whose content is at hand. */
function sentFile({ files }: Suite, { op }: Operation, part: string): string | undefined {
  const [request] = op.docs.cases?.flatMap((c) => (c.request.files && withFiles(c.request, files)) || []) ?? [];
  const value = formParts(request?.body)?.[part];
  return markedFile(value) && value;
}

/** What creates an entity of the documents; many stories want the same. */
export interface Creation {
  values: ReadonlyMap<string, JsonValue>;
  /** Entities that the values refer to. */
  references: Reference[];
  /** Entities that are referred to deeper in the values. */
  inside: Entity[];
}

/** All that has to be there for it. */
export function referredBy({ references, inside }: Creation): Entity[] {
  return [...references.map(({ entity }) => entity), ...inside];
}

export function creationOf(suite: Suite, operation: Operation, entity: Entity): Creation {
  const known = suite.creations.get(entity.id);
  if (known) return known;
  const body = apartFrom(operation, entity, createBody(suite, operation, entity));
  const values = new Map(Object.entries(body));
  const references = suite.locator.referencesIn(values, entity.resource, entity.parents);
  const around = aroundInside(entity.parents, references);
  const creation = { values, references, inside: referencesInside(suite.locator, values, around) };
  suite.creations.set(entity.id, creation);
  return creation;
}

/** The JSON body of the first documented command, or of the first example in the spec. */
export function sampleBody(operation: Operation): Readonly<{ [key: string]: JsonValue }> | undefined {
  if (operation.sampleBody === undefined) operation.sampleBody = findSampleBody(operation) ?? null;
  return operation.sampleBody ?? undefined;
}

function findSampleBody(operation: Operation): { [key: string]: JsonValue } | undefined {
  const body = operation.op.docs.cases?.find((c) => c.request.body !== undefined)?.request.body;
  const command = membersSent(body, operation);
  if (command) return command;
  const examples = operation.op.body?.content.flatMap((m) => m.examples.map((e) => e.value)) ?? [];
  return examples.find(isObject<JsonValue>);
}
