// Stories of values that no two things share, where the server gives the keys: a change to the value of another one is refused,
// and what is unique in one thing alone is taken in another one, too.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Entity } from '../../plan/entities.js';
import { fixedFields } from '../../plan/fixed-fields.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, sentencesOf } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { varied } from '../varied.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

export function uniqueGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => {
    const { create, keys, remove } = resource;
    const base = create?.judged && remove && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
    const property = create && base?.json && aloneIn(create, base.json);
    const numbered = keys.every((key) => key.property === undefined);
    if (!create || !base?.json || property === undefined || !numbered) return [];
    const made = { suite, resource, create, base, json: base.json, property };
    return [...resource.updates.flatMap((update) => toAnothers(made, update)), ...elsewhere(made)];
  });
}

/** What the documents refuse a second one for. */
interface Made {
  suite: Suite;
  resource: Resource;
  create: Operation;
  base: BaseRequest;
  json: { [name: string]: JsonValue };
  property: string;
}

/** The first value of a body that is one thing's alone, and that a second create is refused for. */
function aloneIn(create: Operation, json: object): string | undefined {
  if (refusalsOfAnother(create).length === 0) return undefined;
  const properties = bodySchema(create)?.properties ?? {};
  const told = Object.keys(json).find((name) => {
    const { description, readOnly } = mergedSchema(create.api, properties[name] ?? {});
    return readOnly !== true && says(description, 'alone');
  });
  return told ?? namedByRefusal(create, Object.keys(json));
}

/** "A project with this name exists": the one value of the body that the refusal of another one names. */
function namedByRefusal(create: Operation, sent: string[]): string | undefined {
  const about = conflictsTold(create).told.filter((text) => says(text, 'another') && !says(text, 'passing'));
  const words = new Set(about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}_]+/u)));
  const [named, more] = sent.filter((name) => words.has(name.toLowerCase()));
  return more === undefined ? named : undefined;
}

/** With which statuses a create refuses what another one has: "422 if the name is in use". */
export function refusalsOfAnother(create: Operation): string[] {
  const { all, told: conflicts } = conflictsTold(create);
  const ofThings = conflicts.length === all.length || conflicts.some((one) => says(one, 'another'));
  if (documents(create, '409') && ofThings) return ['409'];
  const about = sentencesOf(create.op.description).filter((one) => says(one, 'another') && !says(one, 'passing'));
  const told = about.flatMap((sentence) => sentence.match(/\b4(?:00|22)\b/g) ?? []);
  return told.filter((status) => documents(create, status));
}

/** What is said of a 409: by its own description, which many operations may share, and by sentences of the operation. */
export function conflictsTold({ op }: Operation): { all: string[]; told: string[] } {
  const { description } = op.responses.find(({ status }) => status === '409') ?? {};
  const all = [...sentencesOf(description), ...sentencesOf(op.description).filter((one) => /\b409\b/.test(one))];
  // That a key of requests is used once says nothing of two things.
  return { all, told: all.filter((sentence) => !says(sentence, 'keyIsOfOne')) };
}

function toAnothers({ suite, resource, create, base, json, property }: Made, update: Operation): CaseGroup[] {
  const own = update.judged ? baseRequest(suite, update) : undefined;
  const value = json[property];
  const takes = Object.hasOwn(bodySchema(update)?.properties ?? {}, property) && !fixedFields(update).has(property);
  // What the run makes up for a pattern is not sure to be two.
  const { pattern } = mergedSchema(create.api, bodySchema(create)?.properties?.[property] ?? {});
  if (!own?.json || !takes || typeof value !== 'string' || pattern !== undefined) return [];
  const other = otherOf(suite, value);
  const telling = new Telling(`story/${update.op.id}-to-anothers-${property}`);
  telling.add('create', create, base, expectation(create.op, create));
  telling.add('create-another', create, withJson(base, { ...json, [property]: other }), expectation(create.op, create));
  const [, second] = telling.cases;
  const entity = second && createdBy(suite, second, resource);
  if (!entity) return [];
  const headers = { ...own.headers, ...requiredHeaders(suite, update), ...plainHeaders(base) };
  const sent = withJson(own, { ...own.json, [property]: value });
  const request = { ...sent, path: pathOf(entity), query: requiredQuery(update), headers };
  const because = `another one has this ${property}`;
  const refusal = refused(update, ['409'], because);
  const expect = documents(update, '409') ? refusal : { ...refusal, statuses: ['400', '409', '422'] };
  const needs = telling.cases.map(({ id }) => id);
  // What it is called already is nobody else's.
  const kept = withJson(request, { ...own.json, [property]: other });
  telling.add('update-to-own', update, kept, expectation(update.op, update), { needs });
  telling.add('update', update, request, expect, { needs });
  return telling.group();
}

function otherOf(suite: Suite, value: string): string {
  if (value.includes('@')) return `other-${value}`;
  return varied(suite, value, 2)[1] ?? `${value}2`;
}

/** "Unique within a permit": one of the same name stands in another one. */
function elsewhere({ suite, create, base, property }: Made): CaseGroup[] {
  const field = mergedSchema(create.api, bodySchema(create)?.properties?.[property] ?? {});
  const within = says(field.description, 'aloneWithin');
  const telling = new Telling(`story/${create.op.id}-elsewhere-${property}`);
  // The run calls what is in different things differently: here both are called the same.
  const alike = { ...base, verbatim: [property] };
  telling.add('create', create, alike, expectation(create.op, create));
  const [first] = telling.cases;
  const place = first && subjectOf(suite, first).located.at(-1)?.entity;
  const path = place && besides(suite, place, base.path);
  if (!within || path === undefined) return [];
  // The state of the place is that of the first: it is not what refuses it.
  const expect = { ...expectation(create.op, create), effect: 'made' as const };
  telling.add('create-elsewhere', create, { ...alike, path }, expect);
  return telling.group();
}

/** The path with another thing in place of the one that it names. */
function besides(suite: Suite, place: Entity, path: string): string | undefined {
  const [key] = place.keys;
  const here = pathOf(place);
  const other = key === undefined || key === null ? undefined : varied(suite, key, 2)[1];
  if (other === undefined || !path.startsWith(`${here}/`) || !here.endsWith(`/${key}`)) return undefined;
  return `${here.slice(0, here.length - (key?.length ?? 0))}${other}${path.slice(here.length)}`;
}
