// Stories: create → retrieve → list → update → list → update of the new version → delete → gone.
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { sameJson } from '../assess/entity-in.js';
import { mayHide } from '../assess/life.js';
import { mayBeMarkedGone } from '../assess/marked-gone.js';
import { type Entity, entityOf } from '../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../plan/prerequisite.js';
import { bodySchema, isPlain, type Operation, type Resource, systemSegment } from '../plan/resources.js';
import type { Case, Expectation } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { writeTemplate } from '../url/key-path.js';
import { type BaseRequest, baseRequest } from './base-request.js';
import { expectation } from './documented.js';
import type { Body } from './made-body.js';
import { unlessMadeUp } from './made-up-query.js';
import { keyedAsPath } from './path-keys.js';
import { refused } from './refusal.js';
import { varied } from './varied.js';
import { takesVersions, withVersion } from './versions.js';

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
  const { create, retrieve, list, remove } = resource;
  if (!create?.judged || !remove?.judged) return [];
  const base = baseRequest(suite, create);
  if (!base) return [];
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
  const beside = others.length > 0 ? { beside: others } : {};
  const item = (operation: Operation): BaseRequest => ({
    method: operation.op.method,
    path: pathOf(entity),
    query: requiredQuery(operation),
    headers: headersOf(suite, operation, base),
  });
  const listing = (step: string, effect: 'listed' | 'not-listed', exists: boolean, needs?: Case): void => {
    if (!list?.judged) return;
    const query = requiredQuery(list);
    // What a list cannot do without may ask for others than the one that was made.
    const chosen = effect === 'listed' && query !== '';
    telling.add(
      step,
      list,
      { method: 'GET', path: collectionPath(create, base, list, entity), query, headers: headersOf(suite, list, base) },
      { ...unlessMadeUp(list, expectation(list.op)), ...(chosen ? {} : { effect }) },
      {
        about: entity,
        ...(needs ? { needs: [first.id, needs.id] } : {}),
        ...(exists ? {} : { absent: [entity], ...(suite.hasCommands && query === '' ? beside : {}) }),
      },
    );
  };
  if (retrieve?.judged) telling.add('retrieve', retrieve, item(retrieve), expectation(retrieve.op));
  listing('list', 'listed', true);
  const update =
    resource.updates.find((u) => u.judged && u.op.method === 'PUT') ?? resource.updates.find((u) => u.judged);
  if (update?.judged) {
    // Where no key is in the body, the update's own sample says something else than the create did: a lost update shows.
    const fields = bodySchema(update)?.properties ?? {};
    const own = resource.keys.some(({ property }) => property !== undefined && Object.hasOwn(fields, property))
      ? undefined
      : baseRequest(suite, update, update === create);
    const { headers, body, json } = own?.body === undefined ? base : own;
    const path = pathOf(entity);
    const request = {
      ...item(update),
      headers: { ...headers, ...requiredHeaders(suite, update) },
      ...(body === undefined ? {} : { body }),
      ...(json ? withKeyOf(suite, update, path, json) : {}),
    };
    const expect = update === create ? withStatuses(update, CHANGED) : expectation(update.op, update);
    telling.add('update', update, request, expect, { dated: true, ...beside });
    if (takesVersions(suite, update)) {
      const stale = refused(update, ['412'], 'If-Match names the version before the update');
      // What says nothing else than the update did cannot show whether it was taken.
      const effect = own?.body === undefined ? { effect: 'unchanged' as const } : {};
      telling.add('update-stale', update, withVersion(request), { ...stale, ...effect }, { staleEtag: true });
    }
    if (suite.hasCommands || !mayHide(base.json, json)) listing('list-after-update', 'listed', true);
    if (suite.hasCommands) {
      const again = takesVersions(suite, update) ? withVersion(request) : request;
      telling.add('update-again', update, again, expectation(update.op, update), beside);
    }
  }
  telling.add('delete', remove, item(remove), expectation(remove.op, remove), beside);
  const [deletion] = telling.cases.slice(-1);
  // What stays to be read, marked, is looked at with the delete alone.
  if (retrieve && isPlain(resource) && mayBeMarkedGone(retrieve)) return telling.group();
  if (retrieve?.judged) {
    const gone = refused(retrieve, ['404', '410'], 'it was deleted');
    telling.add('gone', retrieve, item(retrieve), gone, { absent: [entity], needs: deletion ? [deletion.id] : [] });
  }
  listing('list-after-delete', 'not-listed', false, deletion);
  return telling.group();
}

/** A body beside whose fields a key stands names what the path names. */
function withKeyOf(suite: Suite, update: Operation, path: string, json: Body): Pick<BaseRequest, 'json' | 'body'> {
  const keyed = keyedAsPath(suite, update, path, json);
  return sameJson(keyed, json) ? { json } : { json: keyed, body: JSON.stringify(keyed) };
}

const MADE = /^201$/;
const CHANGED = /^20[04]$/;

/** Of the statuses that a PUT documents, those that say whether it made the thing or changed it (RFC 9110, section 9.3.4). */
function withStatuses(operation: Operation, wanted: RegExp): Expectation {
  const expect = expectation(operation.op, operation);
  const fitting = expect.statuses.filter((status) => wanted.test(status));
  return operation.op.method === 'PUT' && fitting.length > 0 ? { ...expect, statuses: fitting } : expect;
}

/** One of the same name that belongs to nothing, where it belongs to something and the documents let it. */
function namesake({ resource, keys, parents }: Entity): Entity | undefined {
  const { create } = resource;
  const properties = (create && bodySchema(create)?.properties) ?? {};
  const owning = resource.keys.map(({ property }, i) => i > 0 && keys[i] !== null && property?.includes('.') === true);
  const free = resource.keys.every(({ property }, i) => {
    const schema = create && owning[i] ? mergedSchema(create.api, properties[property ?? ''] ?? {}) : undefined;
    return schema === undefined || [schema.type].flat().includes('null');
  });
  if (!free || !owning.includes(true)) return undefined;
  return entityOf(
    resource,
    keys.map((key, i) => (owning[i] ? null : key)),
    parents,
  );
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

function headersOf(suite: Suite, operation: Operation, base: BaseRequest): Record<string, string> {
  return { ...requiredHeaders(suite, operation), ...plainHeaders(base) };
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
function keysAround(entity: Entity): Map<string, string | null> {
  const values = new Map<string, string | null>();
  for (const one of [...entity.parents, entity])
    for (const [i, key] of one.resource.keys.entries()) values.set(key.variable, one.keys[i] ?? null);
  return values;
}
