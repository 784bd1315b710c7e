// Stories: create → retrieve → list → update → list → update of the new version → delete → gone.
import { mayHide } from '../../assess/life.js';
import { leavesNothing, mayBeMarkedGone, staysReadable } from '../../assess/marked-gone.js';
import { mayShow } from '../../assess/shown-properties.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, isPlain, type Operation, type Resource, systemSegment } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { writeTemplate } from '../../url/key-path.js';
import { namesake } from '../addresses/namesakes.js';
import { withKeyOf } from '../addresses/path-keys.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { takesVersions, withVersion } from '../headers/versions.js';
import { unlessMadeUp } from '../lists/made-up-query.js';
import { documents, refused } from '../refusal.js';
import { varied } from '../varied.js';

export function storyGroups(suite: Suite): CaseGroup[] {
  return suite.model.resources.flatMap((resource) => lifecycle(suite, resource));
}

/** Builds the cases of one story; each builds on the one before that it names. */
export class Telling {
  readonly cases: Case[] = [];

  constructor(readonly story: string) {}

  add(
    step: string,
    operation: Operation,
    request: BaseRequest,
    expect: Expectation,
    changes: Partial<Case> = {},
  ): void {
    const first = this.cases[0];
    const { source } = operation.op.docs;
    this.cases.push({
      id: `${this.story}/${step}`,
      kind: 'story',
      title: `${operation.op.summary ?? operation.op.id} (${step})`,
      level: 'MUST',
      operation,
      ...(source ? { source } : {}),
      request,
      expect,
      relaxations: request.relaxations ?? [],
      ...(first ? { needs: [first.id] } : {}),
      ...changes,
    });
  }

  group(): CaseGroup[] {
    return this.cases.length > 1 ? [{ id: this.story, cases: this.cases }] : [];
  }
}

function lifecycle(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve, remove, list } = resource;
  const known = remove ? remove.judged : (retrieve ?? list)?.judged;
  const update =
    resource.updates.find((u) => u.judged && u.op.method === 'PUT') ?? resource.updates.find((u) => u.judged);
  // Where another spec has the create, what it makes is there when it is changed.
  const changed = create?.judged === false && retrieve?.judged && update;
  const base = create && (changed || (create.judged && known)) ? baseRequest(suite, create) : undefined;
  if (!create || !base) return [];
  const telling = new Telling(
    `story/${create.op.tags[0]?.toLowerCase() ?? resource.name.toLowerCase()}-${create.op.id}`,
  );
  telling.add('create', create, base, { ...withStatuses(create, MADE), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!first || !entity) return [];
  // A PUT names what it makes, which is not there before.
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  // Of the outermost containers a run makes as few as it can.
  const alone = suite.commandsOnly && entity.parents.length === 0;
  const others = retrieve?.judged && !alone ? [namesake(entity) ?? another(suite, entity)] : [];
  const life = new Life(suite, telling, { entity, first, base }, others.length > 0 ? { beside: others } : {});
  if (changed) {
    telling.cases.pop();
    life.updated(changed);
    return telling.group();
  }
  if (retrieve?.judged) telling.add('retrieve', retrieve, life.item(retrieve), expectation(retrieve.op));
  life.listed('list');
  if (update) life.updated(update);
  if (remove) life.deleted(remove);
  return telling.group();
}

/** What the steps of one story share: who is made, by what, and who stands beside it. */
class Life {
  private readonly entity: Entity;
  private readonly create: Operation;
  private readonly base: BaseRequest;
  private readonly list: Operation | undefined;

  constructor(
    private readonly suite: Suite,
    private readonly telling: Telling,
    private readonly made: { entity: Entity; first: Case; base: BaseRequest },
    private readonly beside: Pick<Case, 'beside'>,
  ) {
    this.entity = made.entity;
    this.create = made.first.operation;
    this.base = made.base;
    const { list } = made.entity.resource;
    this.list = list?.judged ? list : undefined;
  }

  /** What asks an operation for the one of the story. */
  item(operation: Operation): BaseRequest {
    return {
      method: operation.op.method,
      path: pathOf(this.entity),
      query: requiredQuery(operation),
      headers: this.headers(operation),
    };
  }

  listed(step: string): void {
    if (!this.list) return;
    const request = this.listing(this.list);
    // What a list cannot do without may ask for others than the one that was made.
    const effect = request.query === '' ? { effect: 'listed' as const } : {};
    const expect = { ...unlessMadeUp(this.list, expectation(this.list.op)), ...effect };
    this.telling.add(step, this.list, request, expect, { about: this.entity });
  }

  updated(update: Operation): void {
    const { suite, telling, beside } = this;
    const { request, own } = this.change(update);
    const expect = update === this.create ? withStatuses(update, CHANGED) : expectation(update.op, update);
    telling.add('update', update, request, expect, { dated: true, ...beside });
    const versions = takesVersions(suite, update);
    if (versions) {
      const stale = refused(update, ['412'], 'If-Match names the version before the update');
      // What says nothing else than the update did cannot show whether it was taken.
      const effect = own ? {} : { effect: 'unchanged' as const };
      telling.add('update-stale', update, withVersion(request), { ...stale, ...effect }, { staleEtag: true });
    }
    if (suite.commandsOnly || !mayHide(this.base.json, (own ?? this.base).json)) this.listed('list-after-update');
    const again = versions ? withVersion(request) : request;
    // What only asks for something to be done is done once.
    const lasts = mayShow(this.entity.resource, (own ?? this.base).json ?? {});
    if (suite.hasCommands && lasts) telling.add('update-again', update, again, expectation(update.op, update), beside);
  }

  /** Where no key is in the body, the update's own sample says something else than the create did: a lost update shows. */
  private change(update: Operation): { request: BaseRequest; own?: BaseRequest } {
    const { suite, base, entity } = this;
    const fields = bodySchema(update)?.properties ?? {};
    const keyed = entity.resource.keys.some(
      ({ property }) => property !== undefined && Object.hasOwn(fields, property),
    );
    const sample = keyed ? undefined : baseRequest(suite, update, update === this.create);
    const own = sample?.body === undefined ? undefined : sample;
    const { headers, body, json } = own ?? base;
    const request = {
      ...this.item(update),
      headers: { ...headers, ...requiredHeaders(suite, update) },
      ...(body === undefined ? {} : { body }),
      ...(json ? withKeyOf(suite, update, pathOf(entity), json) : {}),
    };
    return { request, ...(own ? { own } : {}) };
  }

  deleted(remove: Operation): void {
    const { telling, entity, beside } = this;
    const { retrieve } = entity.resource;
    telling.add('delete', remove, this.item(remove), expectation(remove.op, remove), beside);
    const [deletion] = telling.cases.slice(-1);
    // What stays to be read, marked, is looked at with the delete alone.
    const marked = retrieve && isPlain(entity.resource) && mayStay(remove, retrieve);
    if (!deletion || marked) return;
    if (retrieve?.judged) {
      const gone = refused(retrieve, ['404', '410'], 'it was deleted');
      telling.add('gone', retrieve, this.item(retrieve), gone, { absent: [entity], needs: [deletion.id] });
    }
    if (this.list) this.unlisted(this.list, deletion);
    this.again(deletion);
  }

  /**
   * A name that nothing has any more may be given again, where the documents keep it for what has it. Other APIs than
   * OData's may keep names of what was deleted, to restore it or so that no link leads elsewhere.
   */
  private again(deletion: Case): void {
    const { create, base, entity, suite, telling } = this;
    const named = entity.resource.keys.every(({ property }, i) => property !== undefined || entity.keys[i] === null);
    if (!suite.commandsOnly || !named || create.op.method !== 'POST' || !documents(create, '409')) return;
    const made = { ...expectation(create.op, create), effect: 'created' as const };
    telling.add('create-again', create, base, made, { absent: [entity], needs: [deletion.id] });
  }

  private unlisted(list: Operation, deletion: Case): void {
    const { entity, suite } = this;
    const request = this.listing(list);
    const expect = { ...unlessMadeUp(list, expectation(list.op)), effect: 'not-listed' as const };
    this.telling.add('list-after-delete', list, request, expect, {
      about: entity,
      needs: [this.made.first.id, deletion.id],
      absent: [entity],
      ...(suite.hasCommands && request.query === '' ? this.beside : {}),
    });
  }

  private listing(list: Operation): BaseRequest {
    const path = collectionPath(this.create, this.base, list, this.entity);
    return { method: 'GET', path, query: requiredQuery(list), headers: this.headers(list) };
  }

  private headers(operation: Operation): Record<string, string> {
    return { ...requiredHeaders(this.suite, operation), ...plainHeaders(this.base) };
  }
}

/** Whether it may be read when it is deleted. */
function mayStay(remove: Operation, retrieve: Operation): boolean {
  const may = mayBeMarkedGone(retrieve) || staysReadable(remove, retrieve);
  return may && !leavesNothing(remove, retrieve);
}

const MADE = /^201$/;
const CHANGED = /^20[04]$/;

/** Of the statuses that a PUT documents, those that say whether it made the thing or changed it (RFC 9110, section 9.3.4). */
function withStatuses(operation: Operation, wanted: RegExp): Expectation {
  const expect = expectation(operation.op, operation);
  const fitting = expect.statuses.filter((status) => wanted.test(status));
  return operation.op.method === 'PUT' && fitting.length > 0 ? { ...expect, statuses: fitting } : expect;
}

/** Another one of its kind. */
function another(suite: Suite, { resource, keys, parents }: Entity): Entity {
  const [first, ...rest] = keys;
  const given = resource.keys[0]?.property !== undefined || resource.keys[0]?.inPath;
  const key = given ? varied(suite, first ?? '', 2)[1] : 'another';
  return entityOf(resource, [key ?? 'another', ...rest], parents);
}

/** The entity that a create makes; where the server gives the key, a name of ours stands for it until then. */
export function createdBy(suite: Suite, one: Case, resource: Resource): Entity | undefined {
  const { after, located } = subjectOf(suite, one);
  return (
    after ??
    entityOf(
      resource,
      resource.keys.map((_, i) => (i === 0 ? 'new' : null)),
      located.map((l) => l.entity),
    )
  );
}

export function plainHeaders(base: BaseRequest): Record<string, string> {
  return Object.fromEntries(Object.entries(base.headers).filter(([name]) => /^(?:authorization|accept)$/i.test(name)));
}

/** Where the list stands: a POST goes there, a PUT to what it makes in it. */
function collectionPath({ op }: Operation, { path }: BaseRequest, list: Operation, entity: Entity): string {
  return op.method === 'PUT' || list.segments.length !== path.split('/').length - 1 ? addressOf(list, entity) : path;
}

/** The path of an operation, with the documents' names of an entity and of what it is in. */
export function addressOf({ segments }: Operation, entity: Entity): string {
  return writeTemplate(segments, keysAround(entity));
}

/** Documented path of an entity: its item path with the documents' names. */
export function pathOf(entity: Entity): string {
  return writeTemplate(entity.resource.item, keysAround(entity));
}

/** `…/Role('r')/$links/_Account`, and the key of the other end behind it. */
export function linkPath({ segments }: Operation, from: Entity, to?: Entity): string {
  const tail = [segments[systemSegment(segments)]?.text, segments.at(-1)?.text].join('/');
  const key = to ? pathOf(to).replace(/^.*?(?=\([^()]*\)$)/, '') : '';
  return `${pathOf(from)}/${tail}${key}`;
}

/** Keys of an entity and of what it is in, by the variables for them. */
export function keysAround(entity: Entity): Map<string, string | null> {
  const values = new Map<string, string | null>();
  for (const one of [...entity.parents, entity])
    for (const [i, key] of one.resource.keys.entries()) values.set(key.variable, one.keys[i] ?? null);
  return values;
}
