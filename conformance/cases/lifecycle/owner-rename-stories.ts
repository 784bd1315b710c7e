// Stories of owners that get another name: what belongs to one by its key, or stands in it, is found under the new name.
// Only where a documented command gives the owner another name, and links or paths tell that there is more than a text.
import { type Entity, entityOf } from '../../plan/entities.js';
import { linkList, navigationList } from '../../plan/navigation.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { offers, sample } from '../lists/list-queries.js';
import { documents } from '../refusal.js';
import { varied } from '../varied.js';
import { linkedAlong } from './linked-along.js';
import { samples } from './samples.js';
import { pathOf, plainHeaders } from './stories.js';

export function ownerRenameGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  const containers = new Set<Resource>();
  return suite.model.resources.flatMap((resource) => {
    const child = resource.retrieve?.judged && resource.create && resource.remove ? owned(suite, resource) : undefined;
    if (!child) return [];
    const container = child.parents.at(-1);
    const inside = container && !containers.has(container.resource) ? [container] : [];
    const groups = [...ownersOf(suite, child), ...inside].flatMap((owner) => renamed(suite, owner, child));
    if (container && groups.length > 0) containers.add(container.resource);
    return groups;
  });
}

/** The entity of the create's own command, with an owner where the commands of its resource show one. */
function owned(suite: Suite, resource: Resource): Entity | undefined {
  const { create, updates } = resource;
  const made = sample(suite, resource);
  if (!create || !made || resource.keys.some(({ property }) => property === undefined)) return undefined;
  const shown = samples(create, ...updates);
  const keys = resource.keys.map(({ property = '' }, i) => {
    const value = property.includes('.') ? shown.get(property) : undefined;
    return made.entity.keys[i] ?? (typeof value === 'string' ? value : null);
  });
  return entityOf(resource, keys, made.entity.parents);
}

/** What the key names, and the documents have links to or from. */
function ownersOf(suite: Suite, child: Entity): Entity[] {
  const linked = (a: Entity, b: Entity): boolean =>
    linkList(suite.model, a, b) !== undefined || navigationList(suite.model, a, b) !== undefined;
  return suite.locator
    .references(child)
    .map(({ entity }) => entity)
    .filter((owner) => linked(owner, child) || linked(child, owner));
}

/** Requests that give an owner another name, as documented commands do, and what one of its own is called then. */
export function renamesOf(suite: Suite, owner: Entity, child: Entity): { one: Case; after: Entity }[] {
  const { updates, keys, create, remove } = owner.resource;
  const property = keys[0]?.property;
  const name = owner.keys[0];
  if (!create || !remove || property === undefined || name == null) return [];
  return updates.flatMap((update) => {
    const base = update.judged && !update.op.docs.aliasOf ? baseRequest(suite, update) : undefined;
    if (!base?.json || !givesAnotherName(suite, update, base)) return [];
    const next = varied(suite, name, 3)[2];
    if (next === undefined || next === name) return [];
    const json = { ...base.json, [property]: next };
    const id = `story/${update.op.id}-with-${child.resource.name.toLowerCase()}`;
    const expect = expectation(update.op, update);
    // What others belong to may keep its name, where the documents have an answer for that.
    const statuses = documents(update, '409') ? [...expect.statuses, '409'] : expect.statuses;
    const one: Case = {
      id,
      kind: 'story',
      title: `${update.op.summary ?? update.op.id} (with a ${child.resource.name} that belongs to it)`,
      level: 'MUST',
      operation: update,
      ...(update.op.docs.source ? { source: update.op.docs.source } : {}),
      request: { ...base, path: pathOf(owner), json, body: JSON.stringify(json) } as BaseRequest,
      expect: { ...expect, statuses, effect: 'updated' },
      relaxations: base.relaxations ?? [],
      exists: [child],
    };
    const after = subjectOf(suite, one).after;
    if (!after || after.id === owner.id) return [];
    return [{ one, after: under(suite, child, owner, after) }];
  });
}

function renamed(suite: Suite, owner: Entity, child: Entity): CaseGroup[] {
  return renamesOf(suite, owner, child).flatMap(({ one, after }) => {
    const along = { before: child, after };
    const cases = [{ ...one, along }, ...listedAfter(suite, owner, one)];
    return [{ id: one.id, cases }, ...linkedAlong(suite, owner, one, along)];
  });
}

/** A list shows an owner by the name that it has now. */
function listedAfter(suite: Suite, owner: Entity, rename: Case): Case[] {
  const { list, keys } = owner.resource;
  const property = keys[0]?.property;
  const made = sample(suite, owner.resource);
  const { after } = subjectOf(suite, rename);
  const name = after?.keys[0];
  if (!list?.judged || !made || !after || property === undefined || name == null) return [];
  if (!offers(list, '$filter', '')) return [];
  const condition = `${property} eq '${name.replaceAll("'", "''")}'`;
  const query = `?$filter=${encodeURIComponent(condition)}`;
  const request = { method: 'GET', path: made.base.path, query, headers: plainHeaders(made.base) };
  const expect = expectation(list.op);
  const found = { exists: [after], needs: [rename.id], list: { property, members: [after] } };
  const { source } = list.op.docs;
  const about = {
    kind: 'story',
    level: 'MUST',
    operation: list,
    ...(source ? { source } : {}),
    relaxations: [],
  } as const;
  return [
    {
      id: `${rename.id}/list`,
      title: `${list.op.summary ?? list.op.id} (renamed)`,
      request,
      expect,
      ...about,
      ...found,
      relaxations: [],
    },
  ];
}

export function givesAnotherName(suite: Suite, update: Operation, request: BaseRequest): boolean {
  const expect = expectation(update.op, update);
  const plain = { id: '', kind: 'story', title: '', level: 'MUST', relaxations: [] } as const;
  const { target, after } = subjectOf(suite, { ...plain, relaxations: [], operation: update, request, expect });
  return target !== undefined && after !== undefined && target.keys[0] !== after.keys[0];
}

/** The same thing, as it is called when its owner is called otherwise. */
function under(suite: Suite, child: Entity, owner: Entity, after: Entity): Entity {
  const parents = child.parents.map((parent) => (parent.id === owner.id ? after : parent));
  const reference = suite.locator.references(child).find(({ entity }) => entity.id === owner.id);
  const keys = child.resource.keys.map((key, i) => {
    const part = reference?.parts.get(key.name ?? key.variable);
    return part === undefined ? (child.keys[i] ?? null) : (after.keys[part] ?? null);
  });
  return entityOf(child.resource, keys, parents);
}
