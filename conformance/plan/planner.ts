// Turns cases into stories: which entities a case needs, in which order they are made, and what is removed afterwards.

import { type ConcreteSegment, parsePath } from '../url/key-path.js';
import type { SampleUrls } from '../url/sample-url.js';
import { parseBody } from './body.js';
import { afterLink, describeEntity, type Entity, entityOf, type Located, type Locator } from './entities.js';
import type { Model, Operation, Resource } from './resources.js';
import { bodySchema, systemSegment } from './resources.js';
import type { Case, Step, Story } from './story.js';

/** Everything the planner and the runner know about a suite. */
export interface Suite {
  model: Model;
  locator: Locator;
  urls: SampleUrls;
  /** The resource whose creation takes a password: RFC 6749's resource owner, whatever the API calls it. */
  account?: Resource | undefined;
  /** The judged spec has documented commands. */
  hasCommands: boolean;
  /** What the requests of cases are about, as far as it was asked. */
  subjects: WeakMap<Case, Subject>;
}

/** RFC 9110, section 9.2.1, and the reading methods of WebDAV (RFC 4918, RFC 5323). */
export const SAFE_METHODS = new Set([
  'GET',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'REPORT',
  'SEARCH',
  'LIST',
  'QUERY',
]);

/** Whether what is made can be taken away again: by itself or with what it stands in. */
export function removable(entity: Entity): boolean {
  return Boolean(entity.resource.remove ?? entity.resource.removeAll) || entity.parents.some(removable);
}

/** Thrown and caught by the planner: a case that cannot be prepared, with the reason people read. */
export class Impossible extends Error {}

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
  const located = suite.locator.locate(path);
  const operation = planned.meant ?? planned.operation;
  const target = located.at(-1)?.entity;
  const system = systemSegment(operation.segments);
  const bodyUrls = urlsIn(suite, request.body);
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
  const values = bodyValues(request.body);
  const parents = parentsOf(bodyResource, located, target);
  const named =
    bodyResource && values ? entityAfter(bodyResource, values, parents, target, operation.op.method) : undefined;
  const throughNavigation = target && named && operation.op.method === 'POST' && operation.segments.at(-2)?.keys;
  const after = throughNavigation ? afterLink(suite.model, target, named, true).to : named;
  const verbatim = new Set(request.verbatim ?? []);
  const referring = new Map([...(values ?? [])].filter(([name]) => !verbatim.has(name)));
  const referred = suite.locator.referencesIn(referring, bodyResource, parents).map((r) => r.entity);
  return {
    located,
    ...(target ? { target } : {}),
    ...(bodyResource ? { bodyResource } : {}),
    ...(after ? { after } : {}),
    referred: [...referred, ...bodyUrls],
  };
}

/** Parents that stand in the path in front of a body's resource. */
function parentsOf(resource: Resource | undefined, located: Located[], target: Entity | undefined): Entity[] {
  if (!resource) return target?.parents ?? [];
  if (target?.resource === resource) return target.parents;
  const inside = resource.item.slice(0, -1).flatMap((s) => [s.variable, ...(s.keys ?? []).map((k) => k.variable)]);
  return located.map((l) => l.entity).filter((e) => e.resource.keys.some((k) => inside.includes(k.variable)));
}

function resourceOfBody(
  suite: Suite,
  operation: Operation,
  path: ConcreteSegment[],
  target: Entity | undefined,
): Resource | undefined {
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

/** Top-level properties of a JSON or form body. */
export function bodyValues(body: string | undefined): Map<string, unknown> | undefined {
  const parsed = parseBody(body);
  return parsed.kind === 'json' && typeof parsed.value === 'object' && parsed.value && !Array.isArray(parsed.value)
    ? new Map(Object.entries(parsed.value))
    : undefined;
}

/** Entities whose address stands in a body: `{"uri":"https://…/Folder('f')"}`; addresses of containers are just names. */
function urlsIn(suite: Suite, body: string | undefined): Entity[] {
  const found: Entity[] = [];
  const parsed = parseBody(body);
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

/** Plans the story of cases that share their prerequisites' scope; each case adds what it needs. */
export function planStory(suite: Suite, id: string, cases: Case[]): Story {
  const plan = new StoryPlan(suite);
  try {
    for (const one of cases) plan.add(one);
    if (plan.missing.size > 0) throw new Impossible(`no documented way to create ${[...plan.missing].join(', ')}`);
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { id, cases, steps: [], creates: [], impossible: error.message };
  }
  return { id, cases, steps: plan.steps, creates: plan.creates };
}

/** Whether a link changes the key of an end, so that the address which names both no longer leads to it. */
export function linkRenames(suite: Suite, from: Entity, to: Entity): boolean {
  const after = afterLink(suite.model, from, to, true);
  return after.from.id !== from.id || after.to.id !== to.id;
}

class StoryPlan {
  readonly steps: Step[] = [];
  readonly creates: Entity[] = [];
  /** Names of what is needed and cannot be created. */
  readonly missing = new Set<string>();
  private readonly present = new Set<string>();
  /** Links that are there, by the ids of both ends. */
  private readonly linked = new Set<string>();

  constructor(private readonly suite: Suite) {}

  add(one: Case): void {
    if (one.skip) return;
    const subject = subjectOf(this.suite, one);
    const absent = new Set((one.absent ?? []).map((e) => e.id));
    this.findUnknown(one, subject);
    this.refuseForeign(one, subject);
    const creating = one.expect.effect === 'created' || (methodOf(one) === 'POST' && !subject.link);
    for (const { entity } of subject.located) if (!absent.has(entity.id)) this.ensure(entity);
    for (const entity of subject.referred)
      if (!absent.has(entity.id) && !(creating && entity.id === subject.after?.id)) this.ensure(entity);
    for (const entity of one.exists ?? []) this.ensure(entity);
    if (subject.link && !subject.link.viaBody && subject.link.to && absent.size === 0)
      this.link(subject.link.from, subject.link.to, one.meant ?? one.operation);
    this.token(one);
    this.steps.push({ kind: 'case', case: one });
    this.learn(one, subject);
  }

  /** Variables of the path that no resource of any spec stands for. */
  private findUnknown(one: Case, subject: Subject): void {
    const { segments } = one.meant ?? one.operation;
    for (const [i, segment] of segments.entries()) {
      if (segment.variable === undefined && !segment.keys) continue;
      if (subject.located.some((l) => l.segment === i)) continue;
      this.missing.add(
        segment.variable === undefined
          ? segment.text.replace(/^_/, '')
          : segment.variable.replace(/_?(?:name|id|url)$/i, '') || segment.variable,
      );
    }
  }

  /** Only what the run made is ever changed: a write that goes to nothing of the run's is not sent. */
  private refuseForeign(one: Case, subject: Subject): void {
    if (SAFE_METHODS.has(methodOf(one)) || subject.located.length > 0 || this.missing.size > 0) return;
    const made = subject.bodyResource;
    if (methodOf(one) !== 'POST' || !made) throw new Impossible('it would change something that the run did not make');
    if (!made.remove && !made.removeAll) throw new Impossible(`no documented way to remove ${made.name}`);
  }

  /** After the case: what it made or removed is known to those that follow. */
  private learn(one: Case, subject: Subject): void {
    if (one.expect.effect === 'created' && subject.after) this.present.add(subject.after.id);
    if (one.expect.effect === 'deleted' && subject.target) this.present.delete(subject.target.id);
    if (one.expect.effect === 'updated' && subject.after && subject.target) {
      this.present.delete(subject.target.id);
      this.present.add(subject.after.id);
    }
    if (one.expect.effect === 'linked' && subject.link?.to) {
      const { from, to } = afterLink(this.suite.model, subject.link.from, subject.link.to, true);
      for (const entity of [from, to]) this.present.add(entity.id);
      this.linked.add(`${from.id} ${to.id}`);
    }
  }

  private ensure(entity: Entity): void {
    if (this.present.has(entity.id)) return;
    this.present.add(entity.id);
    for (const parent of entity.parents) this.ensure(parent);
    for (const reference of this.suite.locator.references(entity)) this.ensure(reference.entity);
    const { create } = entity.resource;
    if (!create) {
      this.missing.add(entity.resource.name);
      return;
    }
    if (!removable(entity)) throw new Impossible(`no documented way to remove ${entity.resource.name}`);
    for (const segment of create.segments) {
      // A collection inside something: its owner must be there too, even where the entity's own path leaves it out.
      if (segment.variable === undefined) continue;
      const owner = this.suite.model.owner(segment.variable);
      if (owner && !entity.parents.some((p) => p.resource === owner))
        throw new Impossible(`no documented way to tell the ${owner.name} of ${describeEntity(entity)}`);
    }
    this.steps.push({ kind: 'create', entity, operation: create });
    this.creates.push(entity);
  }

  /** The link that an update or unlink speaks of, by the documented link operation where there is one. */
  private link(from: Entity, to: Entity, operation: Operation): void {
    if (this.linked.has(`${from.id} ${to.id}`) || linkRenames(this.suite, from, to)) return;
    const system = systemSegment(operation.segments);
    const prefix = operation.signature.split('/').slice(0, system + 2);
    const last = operation.segments[system + 1];
    const wanted = [...prefix, last?.text ?? ''].join('/');
    const linking = this.suite.model.operations.find((o) => o.op.method === 'POST' && o.signature === wanted);
    if (linking) this.steps.push({ kind: 'link', operation: linking, from, to });
  }

  /** A refresh token comes from the documented token endpoint, for an account of the run. */
  private token(one: Case): void {
    const parsed = parseBody(one.request.body);
    if (parsed.kind !== 'form') return;
    const fields = new Map(parsed.fields);
    const username = fields.get('username');
    const account = this.suite.account;
    if (!account || !fields.has('grant_type')) return;
    const parents = subjectOf(this.suite, one).located.map((l) => l.entity);
    if (username !== undefined) {
      this.ensure(entityOf(account, [username], parents));
      return;
    }
    const refresh = this.suite.model.operations
      .flatMap((o) => o.api.docs.placeholders)
      .some((p) => p.means === 'refreshToken' && p.in === 'form' && fields.has(p.name));
    if (!refresh) return;
    const entity = entityOf(account, ['account'], parents);
    this.ensure(entity);
    this.steps.push({ kind: 'token', operation: one.operation, account: entity });
  }
}

/** The resource whose creation takes a password, in a header or in the body. */
export function findAccount(model: Model): Resource | undefined {
  return model.resources.find((resource) => {
    const { create } = resource;
    if (!create || resource.keys.length !== 1) return false;
    const passwords = create.api.docs.placeholders.filter((p) => p.means === 'password');
    const names = [
      ...create.op.parameters.filter((p) => p.in === 'header').map((p) => `header ${p.name.toLowerCase()}`),
      ...Object.keys(bodySchema(create)?.properties ?? {}).map((p) => `json ${p}`),
    ];
    return passwords.some((p) => names.includes(`${p.in} ${p.in === 'header' ? p.name.toLowerCase() : p.name}`));
  });
}
