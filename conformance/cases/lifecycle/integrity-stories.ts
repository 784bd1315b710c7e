// Stories of what keeps things together, where the documents say so: what holds something is kept, and a field that is not
// the name may be one thing's alone.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { belongs, type Entity } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, toldBy, whatSays } from '../../told/told.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { overridingHeader } from '../headers/override-cases.js';
import { speaksOfKind } from '../kinds.js';
import { sample } from '../lists/list-queries.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { samples } from './samples.js';
import { createdBy, pathOf, plainHeaders, Telling } from './stories.js';

export function integrityGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  return suite.model.resources.flatMap((resource) => [...held(suite, resource), ...once(suite, resource)]);
}

/** Whether a delete's own words tell what it does not remove. */
export function saysKept({ op }: Operation): boolean {
  return says(op.description, 'kept') && op.responses.some((r) => r.status === '409');
}

/** "While roles belong to it, it is kept and the answer is 409." */
function held(suite: Suite, resource: Resource): CaseGroup[] {
  const { remove } = resource;
  if (!remove?.judged || !saysKept(remove)) return [];
  const text = remove.op.description ?? '';
  const sentence = whatSays(text, 'kept') ?? '';
  const inside = suite.model.resources.flatMap((other) => {
    const part = other === resource ? undefined : partOf(suite, resource, other);
    return part && speaksOf(sentence, part) ? [part] : [];
  });
  return inside.map((part) => {
    const telling = new Telling(`story/${remove.op.id}-with-${part.create.op.id}`);
    telling.add('create', part.create, part.base, expectation(part.create.op, part.create));
    const headers = { ...requiredHeaders(suite, remove), ...plainHeaders(part.base) };
    const request = { method: 'DELETE', path: pathOf(part.owner), query: '', headers };
    // Quoted, so that one check that is missing is one entry of a report, whatever it is that the thing holds.
    const because = `it holds something: "${part.resource.name}"`;
    const expect = { ...refused(remove, ['409'], because), effect: 'unchanged' as const };
    telling.add('delete', remove, request, expect);
    const asked = switchOf(remove, text);
    stillThere(suite, telling, part);
    if (asked !== undefined) {
      telling.add('delete-not-all', remove, { ...request, headers: { ...headers, [asked]: 'false' } }, expect);
      const override = overridingHeader(remove);
      const overridden = override && { ...headers, [asked]: 'true', [override.name]: `${asked}:false` };
      if (overridden) telling.add('delete-not-all-after-all', remove, { ...request, headers: overridden }, expect);
    }
    if (asked !== undefined && takesAll(text, asked)) {
      const all = { ...request, headers: { ...headers, [asked]: 'true' } };
      telling.add('delete-all', remove, all, expectation(remove.op, remove));
      madeAgain(suite, telling, part);
    }
    return { id: telling.story, cases: telling.cases };
  });
}

/** A delete that is refused takes nothing away, of what is inside either. */
function stillThere(suite: Suite, telling: Telling, { resource, base }: Part): void {
  const { retrieve } = resource;
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!retrieve?.judged || !entity) return;
  const request = { method: 'GET', path: pathOf(entity), query: requiredQuery(retrieve), headers: plainHeaders(base) };
  const because = 'what it belongs to was not to be removed';
  telling.add('still-there', retrieve, request, { ...expectation(retrieve.op), because });
}

/** What is made again under the same name has nothing of what the first one held. */
function madeAgain(suite: Suite, telling: Telling, { resource, owner, base }: Part): void {
  const { create } = owner.resource;
  const { retrieve } = resource;
  const again = create?.judged ? sample(suite, owner.resource) : undefined;
  const [first] = telling.cases;
  const [deletion] = telling.cases.slice(-1);
  const entity = first && createdBy(suite, first, resource);
  if (!suite.commandsOnly || !create || !retrieve?.judged) return;
  if (again?.entity.id !== owner.id || !entity || !deletion) return;
  const needs = [deletion.id];
  telling.add('create-again', create, again.base, expectation(create.op, create), { absent: [owner], needs });
  const request = { method: 'GET', path: pathOf(entity), query: requiredQuery(retrieve), headers: plainHeaders(base) };
  const gone = refused(retrieve, ['404'], 'it went with what it was in');
  const [made] = telling.cases.slice(-1);
  telling.add('gone', retrieve, request, gone, { absent: [entity], needs: made ? [made.id] : [] });
}

export interface Part {
  resource: Resource;
  create: Operation;
  base: BaseRequest;
  owner: Entity;
  /** It stands in the owner by its address, and not only by a field of its own. */
  located: boolean;
}

/** How one of another resource is made that belongs to one of this. */
export function partOf(suite: Suite, resource: Resource, other: Resource): Part | undefined {
  const { create } = other;
  const base = create?.judged ? baseRequest(suite, create) : undefined;
  if (!create || !base?.json) return undefined;
  const parents = suite.locator.locate(parsePath(base.path)).map((l) => l.entity);
  const around = parents.find((e) => e.resource === resource && belongs(e, other));
  const named = suite.locator.referencesIn(new Map(Object.entries(base.json)), other, parents);
  const owner = around ?? named.find(({ entity }) => entity.resource === resource)?.entity;
  return owner && { resource: other, create, base, owner, located: around !== undefined };
}

/** "Anything" is all that is in it. */
function speaksOf(text: string, { resource, located }: Part): boolean {
  return /\banything\b/i.test(text) ? located : speaksOfKind(text, resource);
}

/** A header of yes or no that the description names as what would take all along. */
function switchOf({ api, op }: Operation, text: string): string | undefined {
  return op.parameters.find((p) => {
    const values = mergedSchema(api, p.schema);
    const closed = [values.type].flat().includes('boolean') || values.enum?.map(String).includes('false');
    return p.in === 'header' && text.includes(p.name) && closed;
  })?.name;
}

/** "… is kept, unless the X-All header asks for its contents to be removed as well." */
function takesAll(text: string, header: string): boolean {
  const { what = '' } = toldBy(text, 'unless');
  return what.includes(header) && /\b(?:removed|deleted)\b/i.test(what) && !/\bnot\b/i.test(what);
}

/** "No two boxes share a schema": a second one is refused though its name is free. */
function once(suite: Suite, resource: Resource): CaseGroup[] {
  const { create } = resource;
  const base = create?.judged ? baseRequest(suite, create) : undefined;
  const [key] = resource.keys;
  const property = key?.property;
  const name = property === undefined ? undefined : base?.json?.[property];
  if (!create || !base?.json || property === undefined || typeof name !== 'string') return [];
  if (!resource.remove || !create.op.responses.some((r) => r.status === '409')) return [];
  const keys = new Set(resource.keys.map((k) => k.property));
  const shown = samples(create, create);
  return Object.entries(bodySchema(create)?.properties ?? {}).flatMap(([field, schema]: [string, Schema]) => {
    const value = shown.get(field);
    if (keys.has(field) || typeof value !== 'string' || !says(schema.description, 'alone')) return [];
    const telling = new Telling(`story/${create.op.id}-once-${field}`);
    const send = (json: { [name: string]: JsonValue }): BaseRequest => withJson(base, json);
    const json = { ...base.json, [field]: value };
    telling.add('create', create, send(json), expectation(create.op, create));
    const because = `another one has this ${field}`;
    const expect = { ...refused(create, ['409'], because), effect: 'not-created' as const };
    const [, other] = varied(suite, name, 2);
    const another = send({ ...json, [property]: other ?? `${name}2` });
    telling.add('create-another', create, another, expect);
    const [first, second] = telling.cases as [Case, Case];
    const entity = createdBy(suite, first, resource);
    const { after } = subjectOf(suite, second);
    if (!entity || !after) return [];
    // Plain APIs may keep what was a deleted thing's.
    if (!suite.commandsOnly) return telling.group();
    if (resource.remove?.judged)
      freed(suite, telling, { create, remove: resource.remove, base, entity, after, another });
    const put = resource.updates.find((u) => u.judged && u.op.method === 'PUT');
    const given = mergedSchema(create.api, schema).type;
    const update = put && [given].flat().includes('null') ? put : undefined;
    return [
      ...telling.group(),
      ...(update ? givenUp(suite, update, field, { create, base, entity, another }, send(json)) : []),
    ];
  });
}

interface Freed {
  create: Operation;
  remove: Operation;
  base: BaseRequest;
  entity: Entity;
  after: Entity;
  another: BaseRequest;
}

/** What was one thing's alone is free again when that has nothing in its place. */
function givenUp(
  suite: Suite,
  update: Operation,
  field: string,
  { create, base, entity, another }: Omit<Freed, 'remove' | 'after'>,
  first: BaseRequest,
): CaseGroup[] {
  const telling = new Telling(`story/${update.op.id}-gives-up-${field}`);
  telling.add('create', create, first, expectation(create.op, create));
  const headers = { ...base.headers, ...requiredHeaders(suite, update) };
  const place = { method: 'PUT', path: pathOf(entity), query: requiredQuery(update), headers };
  const without = withJson({ ...base, ...place }, { ...first.json, [field]: null });
  telling.add('update', update, without, expectation(update.op, update));
  const needs = telling.cases.map(({ id }) => id);
  telling.add('create-another', create, another, expectation(create.op, create), { needs });
  return telling.group();
}

/** What was one thing's alone is free again when that is gone. */
function freed(suite: Suite, telling: Telling, { create, remove, base, entity, after, another }: Freed): void {
  const headers = { ...requiredHeaders(suite, remove), ...plainHeaders(base) };
  const removal = { method: 'DELETE', path: pathOf(entity), query: requiredQuery(remove), headers };
  telling.add('delete', remove, removal, expectation(remove.op, remove));
  const needs = telling.cases.slice(-1).map(({ id }) => id);
  telling.add('create-again', create, another, expectation(create.op, create), { absent: [after], needs });
}
