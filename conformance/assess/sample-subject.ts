// Whose sample it is: pages copied from one another show an entity of another kind than theirs.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { bodySchema, type Operation, type Resource, systemSegment } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import { parsePath } from '../url/key-path.js';
import { nullsIn } from './nulls-in.js';

/** Whether the addresses in a sample lead to entities, and to none of the kind that the case's answer is about. */
export function showsAnother(suite: Suite, one: Case, sample: JsonValue): boolean {
  const resource = answeredResource(suite, one);
  if (!resource) return false;
  const shown = addressesIn(sample).flatMap((url) => {
    const path = parsePath(suite.urls.read(url)?.path ?? '');
    const last = suite.locator.locate(path).at(-1);
    return last && path.length > 1 && last.segment === path.length - 1 ? [last.entity.resource] : [];
  });
  return shown.length > 0 && !shown.includes(resource);
}

/** Fields of a resource whose members are anybody's: of type object, without a list of what is in it. */
export function freeFields(suite: Suite, one: Case): ReadonlySet<string> {
  const free = written(suite, one).filter(({ api, raw }) => isFreeObject(mergedSchema(api, raw)));
  return new Set(free.map(({ name }) => name));
}

/** Fields of a resource that requests can write. */
export function writtenFields(suite: Suite, one: Case): ReadonlySet<string> {
  return new Set(written(suite, one).map(({ name }) => name));
}

function written(suite: Suite, one: Case): { api: Api; name: string; raw: Schema }[] {
  const resource = answeredResource(suite, one) ?? subjectOf(suite, one).target?.resource;
  const writes = [resource?.create, ...(resource?.updates ?? [])].filter((o) => o !== undefined);
  return writes.flatMap((operation) =>
    Object.entries(bodySchema(operation)?.properties ?? {}).map(([name, raw]) => ({ api: operation.api, name, raw })),
  );
}

/** Links to other pages of a list, which a list of one page has not (RFC 8288; HAL). */
const PAGES = ['next', 'prev', 'previous', 'first', 'last'];

/**
 * Fields of a resource that need not have a value: a request may leave them out, and has no default for them, or a sample
 * shows null there. Whether a value that was written comes back is looked at by itself. An entry of OData has all of them.
 */
export function emptyFields(suite: Suite, one: Case): ReadonlySet<string> {
  const { target } = subjectOf(suite, one);
  const resource = suite.commandsOnly ? undefined : (answeredResource(suite, one) ?? target?.resource);
  if (!resource) return new Set(suite.commandsOnly ? [] : PAGES);
  const { create, retrieve, list, updates } = resource;
  const writes = [create, ...updates].filter((o) => o !== undefined);
  const optional = writes.flatMap((operation) => {
    const { properties = {}, required = [] } = bodySchema(operation) ?? {};
    return Object.entries(properties).flatMap(([name, raw]) => {
      const { default: usual } = mergedSchema(operation.api, raw);
      return required.includes(name) || (usual ?? null) !== null ? [] : [name];
    });
  });
  const always = new Set(bodySchema(create ?? one.operation)?.required);
  const empty = [...writes, retrieve, list, one.operation].flatMap((o) => (o ? samplesOf(o).flatMap(nullsIn) : []));
  const whole = [...writes, retrieve].flatMap((o) => (o ? samplesOf(o) : []));
  return new Set([...notInAll(whole), ...optional.filter((name) => !always.has(name)), ...empty, ...PAGES]);
}

function samplesOf({ op }: Operation): JsonValue[] {
  const answers = op.responses.filter(({ status }) => status.startsWith('2'));
  return answers.flatMap(({ content }) => content.flatMap(({ examples }) => examples.map(({ value }) => value)));
}

/** What one sample of a thing has, and another has not: a job shows its end when it has come. */
function notInAll(samples: JsonValue[]): string[] {
  const names = samples.filter(isObject<JsonValue>).map((sample) => Object.keys(sample));
  return names.flat().filter((name) => !names.every((own) => own.includes(name)));
}

function isFreeObject({ type, properties, allOf, oneOf, anyOf }: Schema): boolean {
  return [type].flat().includes('object') && !properties && !allOf && !oneOf && !anyOf;
}

function answeredResource(suite: Suite, one: Case): Resource | undefined {
  const { segments } = one.meant ?? one.operation;
  const { target, bodyResource } = subjectOf(suite, one);
  const last = segments.at(-1);
  if (systemSegment(segments) < 0 && (last?.keys || last?.variable !== undefined)) return target?.resource;
  return bodyResource ?? suite.model.named(last?.text ?? '', target?.resource.scope);
}

function addressesIn(value: JsonValue): string[] {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addressesIn);
}
