// What the request of a case is about: the entities in its path and body, what its body describes, both ends of a link.
import { type ConcretePath, parsePath } from '../url/key-path.js';
import type { SampleUrls } from '../url/sample-url.js';
import { afterLink } from './after-link.js';
import { type ParsedBody, parseBody } from './body.js';
import { madeByBulk } from './bulk.js';
import { idsRemoved } from './bulk-removal.js';
import { belongs, type Entity, entityOf, type Located, type Locator } from './entities.js';
import { isMarkup, namedInMarkup } from './markup-names.js';
import type { OtherAccount } from './others.js';
import type { Creation } from './prerequisite.js';
import { aroundInside, referencesInside } from './references-inside.js';
import type { Registration } from './registration.js';
import { type Model, type Operation, type Resource, systemSegment } from './resources.js';
import type { Case } from './story.js';

/** Everything the planner and the runner know about a suite. */
export interface Suite {
  model: Model;
  locator: Locator;
  urls: SampleUrls;
  /** The resource whose creation takes a password: RFC 6749's resource owner, whatever the API calls it. */
  account?: Resource | undefined;
  /** Where an account gets a token. */
  tokenEndpoint?: Operation | undefined;
  /** How anybody gets an account: the run registers its own. */
  registration?: Registration | undefined;
  /** What nothing removes again is made, too, and stays on the server. */
  leavesThings: boolean;
  /** Whether what there is one of may be changed, to be put back. */
  changesSettings: boolean;
  /** The judged spec has documented commands. */
  hasCommands: boolean;
  /**
   * What its commands do not show is not made up: an OData service's tables are of entity types, not of requests. Where
   * each request has a table of its own, the table tells as much as a schema does.
   */
  commandsOnly: boolean;
  /** Names of files that documented commands may send: their content is known. */
  files: ReadonlySet<string>;
  /** Accounts beside the run's own whose tokens are at hand. */
  others: ReadonlySet<OtherAccount>;
  /** What the requests of cases are about, as far as it was asked. */
  subjects: WeakMap<Case, Subject>;
  /** Bodies that create what cases need, by the entity's id, as far as they were wanted. */
  creations: Map<string, Creation>;
}

/** What a request is about. */
export interface Subject {
  located: Located[];
  /** Entity that the path addresses (the last one), or whose collection or navigation it addresses. */
  target?: Entity;
  /** Resource that the body describes. */
  bodyResource?: Resource;
  /** The entity that the body names, in its scope. */
  after?: Entity;
  /** Entities that the body refers to. */
  referred: Entity[];
  /** Those that it makes at once. */
  several?: Entity[];
  /** Those that it removes at once, and one of their kind that it does not name. */
  removed?: Entity[];
  spared?: Entity;
  /** What its body refers to is in these, too, if it is in anything: those around what it makes, or around itself. */
  shared?: Entity[];
  /** Both ends of the link, where the path goes through `$links`. */
  link?: { from: Entity; to?: Entity; viaBody: boolean };
}

/** Reads the entities out of a case's request; once per case. */
export function subjectOf(suite: Suite, planned: Case): Subject {
  const known = suite.subjects.get(planned);
  if (known) return known;
  const subject = readSubject(suite, planned);
  suite.subjects.set(planned, subject);
  return subject;
}

function readSubject(suite: Suite, planned: Case): Subject {
  const { request } = planned;
  const path = parsePath(request.path);
  const operation = planned.meant ?? planned.operation;
  const body = parseBody(request.body);
  const inPath = suite.locator.locate(path);
  const located = [...inPath, ...inBody(operation, path, inPath, body)];
  const target = located.at(-1)?.entity;
  const system = systemSegment(operation.segments);
  const bodyUrls = urlsIn(suite, request.body, body);
  if (system >= 0) {
    const from = located.filter((l) => l.segment < system).at(-1)?.entity;
    const end = located.find((l) => l.segment > system)?.entity;
    const to = end ?? bodyUrls[0];
    return {
      located,
      ...(target ? { target } : {}),
      referred: bodyUrls,
      ...(from ? { link: { from, ...(to ? { to } : {}), viaBody: !end } } : {}),
    };
  }
  const bodyResource = resourceOfBody(suite, operation, path, target);
  const values = bodyResource || body.kind === 'json' ? bodyValues(body) : undefined;
  const parents = parentsOf(bodyResource, located, target);
  const named =
    bodyResource && values ? entityAfter(bodyResource, values, parents, target, operation.op.method) : undefined;
  const throughNavigation = target && named && operation.op.method === 'POST' && operation.segments.at(-2)?.keys;
  const made = named ?? madeHere(operation, target) ?? newEntity(bodyResource, operation, parents);
  const after = throughNavigation ? afterLink(suite.model, target, named, true).to : made;
  const referring = new Map(values);
  for (const name of request.verbatim ?? []) referring.delete(name);
  const { bulk } = operation;
  const around = located.map((l) => l.entity).filter((entity) => bulk && belongs(entity, bulk.resource));
  const several =
    bulk &&
    madeByBulk(bulk, request.body, around)
      .slice(0, planned.wrongMember)
      .map(({ entity }) => entity);
  const gone = removedBy(operation, request, located);
  const own = new Set(several?.map(({ id }) => id));
  const markup = body.kind === 'text' && isMarkup(body.text) ? body.text : undefined;
  const inMarkup = markup
    ? namedInMarkup(
        suite.model.resources,
        markup,
        located.map((l) => l.entity),
      )
    : [];
  const shared = after?.parents ?? located.map((l) => l.entity);
  const beside = suite.locator.referencesIn(referring, bodyResource, shared);
  const inside = referencesInside(suite.locator, referring, aroundInside(shared, beside));
  const referred = [...beside.map((r) => r.entity), ...inside.filter(({ id }) => !own.has(id))];
  return {
    located,
    ...(target ? { target } : {}),
    ...(bodyResource ? { bodyResource } : {}),
    ...(after ? { after } : {}),
    ...(several ? { several } : {}),
    ...gone,
    shared,
    referred: [...referred, ...bodyUrls, ...inMarkup],
  };
}

/** What a request removes many of, and another one. */
function removedBy(
  operation: Operation,
  { body, query }: Case['request'],
  located: Located[],
): Pick<Subject, 'removed' | 'spared'> {
  const { resource } = operation.removesMany ?? {};
  const ids = idsRemoved(operation, body, query);
  if (!resource || ids.length === 0) return {};
  const parents = located.map((l) => l.entity).filter((entity) => belongs(entity, resource));
  const [spared, ...removed] = ['spared', ...ids].map((id) => entityOf(resource, [id], parents));
  return { removed, ...(spared ? { spared } : {}) };
}

/** What the body says is changed, where the address is that of a list; as if it stood behind that. */
function inBody({ keyInBody }: Operation, path: ConcretePath, inPath: Located[], body: ParsedBody): Located[] {
  const key = keyInBody && bodyValues(body)?.get(keyInBody.property);
  if (!keyInBody || (typeof key !== 'string' && typeof key !== 'number')) return [];
  const { resource } = keyInBody;
  const parents = inPath.map((l) => l.entity).filter((entity) => belongs(entity, resource));
  return [{ entity: entityOf(resource, [String(key)], parents), segment: path.length }];
}

/** Parents that stand in the path in front of a body's resource. */
function parentsOf(resource: Resource | undefined, located: Located[], target: Entity | undefined): Entity[] {
  if (!resource) return target?.parents ?? [];
  if (target?.resource === resource) return target.parents;
  return located.map((l) => l.entity).filter((entity) => belongs(entity, resource));
}

function resourceOfBody(
  suite: Suite,
  operation: Operation,
  path: ConcretePath,
  target: Entity | undefined,
): Resource | undefined {
  if (operation.keyInBody) return operation.keyInBody.resource;
  const { resources } = suite.model;
  const own = resources.find((r) => r.create?.signature === operation.signature && operation.op.method === 'POST');
  if (own) return own;
  const last = operation.segments.at(-1);
  if (last?.keys || last?.variable !== undefined) return target?.resource;
  const lastText = path.at(-1)?.text ?? last?.text ?? '';
  return path.length > 1 && operation.segments.at(-2)?.keys
    ? suite.model.named(lastText, target?.resource.scope)
    : undefined;
}

/** The entity as the body names it: keys not given stay (MERGE, PATCH) or are null (PUT replaces, POST creates). */
function entityAfter(
  resource: Resource,
  values: Map<string, unknown>,
  parents: Entity[],
  target: Entity | undefined,
  method: string,
): Entity | undefined {
  const before = target?.resource === resource ? target : undefined;
  const keys = resource.keys.map((key, i): string | null => {
    const value = key.property === undefined ? undefined : values.get(key.property);
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    const keeps = method === 'MERGE' || method === 'PATCH' || i === 0;
    return value === undefined && keeps ? (before?.keys[i] ?? null) : null;
  });
  return keys[0] === null ? undefined : entityOf(resource, keys, parents);
}

/** What is made at its own address, of whatever it is made. */
function madeHere(operation: Operation, target: Entity | undefined): Entity | undefined {
  const { create, collects } = target?.resource ?? {};
  const puts = operation === create && operation.op.method === 'PUT' && operation.op.body !== undefined;
  return puts || operation === collects ? target : undefined;
}

/** What a create makes where the server gives the key: a name of ours stands for it, until the answer tells the real one. */
const NEW_KEY = 'new';

function newEntity(resource: Resource | undefined, operation: Operation, parents: Entity[]): Entity | undefined {
  if (!resource || operation.op.method !== 'POST' || resource.create?.signature !== operation.signature)
    return undefined;
  if (resource.keys.some((key) => key.property !== undefined)) return undefined;
  return entityOf(
    resource,
    resource.keys.map((_, i) => (i === 0 ? NEW_KEY : null)),
    parents,
  );
}

/** Top-level properties of a JSON or form body. */
function bodyValues(parsed: ParsedBody): Map<string, unknown> | undefined {
  if (parsed.kind === 'form') return new Map(parsed.fields);
  return parsed.kind === 'json' && typeof parsed.value === 'object' && parsed.value && !Array.isArray(parsed.value)
    ? new Map(Object.entries(parsed.value))
    : undefined;
}

/** Entities whose address stands in a body: `{"uri":"https://…/Folder('f')"}`; addresses of containers are just names. */
function urlsIn(suite: Suite, body: string | undefined, parsed: ParsedBody): Entity[] {
  const found: Entity[] = [];
  const text =
    parsed.kind === 'form' ? parsed.fields.map(([, value]) => value).join(' ') : body?.replaceAll('\\/', '/');
  if (text)
    suite.urls.replace(text, (url) => {
      const path = parsePath(url.path);
      const last = suite.locator.locate(path).at(-1);
      if (last && last.segment === path.length - 1 && path.length > 1) found.push(last.entity);
      return '';
    });
  return found;
}

/** Method that a case means: with a method override, not the one it is sent with. */
export function methodOf(one: Case): string {
  return (one.meant ?? one.operation).op.method;
}

/** Whether a link changes the key of an end, so that the address which names both no longer leads to it. */
export function linkRenames(suite: Suite, from: Entity, to: Entity): boolean {
  const after = afterLink(suite.model, from, to, true);
  return after.from.id !== from.id || after.to.id !== to.id;
}
