// A request for an operation that no command calls: the command of its page for another kind of thing, led to this one. A
// page that documents what can be linked with a role shows one of the links.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { afterLink } from '../plan/after-link.js';
import { parseBody } from '../plan/body.js';
import type { Entity } from '../plan/entities.js';
import { bodySchema, type Operation, type Resource, systemSegment } from '../plan/resources.js';
import type { Suite } from '../plan/subject.js';
import { type ConcretePath, type ConcreteSegment, matchTemplate, parsePath } from '../url/key-path.js';
import type { BaseRequest } from './base-request.js';
import { nullable } from './bodies/schema-sides.js';
import { bodyWithItem } from './links/link-body.js';
import { varied } from './varied.js';

type RequestOf = (operation: Operation) => Readonly<BaseRequest> | undefined;

/**
 * @param shownBy gives what the command of an operation sends, wherever that goes
 * @param requestOf gives the request that calls an operation
 */
export function besideCommand(
  suite: Suite,
  operation: Operation,
  shownBy: RequestOf,
  requestOf: RequestOf,
): BaseRequest | undefined {
  const last = operation.segments.at(-1);
  if (!suite.commandsOnly || operation.op.docs.aliasOf || !last || last.variable !== undefined) return undefined;
  const shown = commandBeside(suite, operation, shownBy, requestOf);
  if (!shown) return undefined;
  const around = parsePath(shown.path).slice(0, -1);
  const owner = suite.locator.locate(around).at(-1)?.entity;
  const kind = owner && suite.model.named(last.text, owner.resource.scope);
  if (!kind) return undefined;
  const { body: _body, json: _json, relaxations: _relaxations, ...plain } = shown;
  const to = (segments: ConcretePath, name: string): string =>
    `/${[...segments.map(({ raw }) => raw), name].join('/')}`;
  const request = { ...plain, path: to(around, last.text) };
  if (operation.op.method === 'GET') return request;
  if (systemSegment(operation.segments) < 0) return throughOwner(suite, operation, request, kind, around, requestOf);
  const item = itemOf(suite, kind, around, requestOf);
  if (item === undefined) return undefined;
  // Before a link with what its key names, a thing is called without that; where it must name one, there is no such link to make.
  const before = afterLink(suite.model, owner, item.entity, false);
  if (!mayBe(before.from) || !mayBe(before.to)) return undefined;
  if (last.keys) {
    const linked = { ...request, path: request.path + item.raw.slice(item.raw.indexOf('(')) };
    if (operation.op.method === 'DELETE') return linked;
    const isSame = before.from.id === owner.id && before.to.id === item.entity.id;
    const instead = isSame ? bodyWithItem(shown.body, another(suite, item)) : undefined;
    return instead === undefined ? undefined : { ...linked, ...withMembers(instead) };
  }
  const body = bodyWithItem(shown.body, calledAs(item, before.to));
  const from = around.map((one, i) =>
    i === around.length - 2 ? { ...one, raw: calledAs({ ...one, entity: owner }, before.from) } : one,
  );
  return body === undefined ? undefined : { ...request, path: to(from, last.text), ...withMembers(body) };
}

type Item = ConcreteSegment & { entity: Entity };

/** The segment without the keys that the entity does not have by then. */
function calledAs({ text, raw, keys = [], entity }: Item, now: Entity): string {
  const gone = entity.resource.keys.filter((_, i) => now.keys[i] === null && entity.keys[i] !== null);
  if (gone.length === 0) return raw;
  const kept = keys.filter(({ name }) => !gone.some((key) => key.name === name));
  return `${text}(${kept.map((key) => `${key.name}=${key.raw}`).join(',')})`;
}

/** Whether a key may lack what it lacks there. */
function mayBe({ resource: { create, keys }, keys: values }: Entity): boolean {
  const { properties = {} } = (create && bodySchema(create)) ?? {};
  return keys.every(({ property = '' }, i) => {
    const schema = properties[property];
    return values[i] !== null || !create || !schema || nullable(create, schema);
  });
}

/** Another one of its kind, by a name like its own. */
function another(suite: Suite, { text, raw, keys: [first] = [] }: Item): string {
  const [, name = ''] = varied(suite, first?.value ?? '', 2);
  return first ? raw.replace(first.raw, () => `'${encodeURIComponent(name).replaceAll("'", "''")}'`) : text;
}

/**
 * The one with the most keys: what has an owner is not what has none. Of a page whose command calls what it does not document,
 * nothing but a read is led to.
 */
function commandBeside(
  { model }: Suite,
  operation: Operation,
  shownBy: RequestOf,
  requestOf: RequestOf,
): BaseRequest | undefined {
  const read = operation.op.method === 'GET';
  const keys = ({ path }: BaseRequest): number =>
    parsePath(path).reduce((sum, one) => sum + (one.keys?.length ?? 0), 0);
  const found = model.operations.flatMap((other) => {
    if (!isOfPage(operation, other) || (other === operation && !read)) return [];
    const request = read ? shownBy(other) : requestOf(other);
    return request && leadsBeside(operation, request) ? [request] : [];
  });
  const [first] = found.sort((a, b) => keys(b) - keys(a));
  return first;
}

function isOfPage({ api, op }: Operation, other: Operation): boolean {
  const hasCommand = (other.op.docs.cases?.length ?? 0) > 0;
  const page = other.op.docs.pages.some((one) => op.docs.pages.includes(one));
  return other.api === api && other.op.method === op.method && hasCommand && page;
}

/** It leads from the same kind of thing to another one. */
function leadsBeside({ segments }: Operation, { path }: BaseRequest): boolean {
  const shown = parsePath(path);
  const [mine, others] = [segments.at(-1), shown.at(-1)];
  return (
    (mine?.keys === undefined) === (others?.keys === undefined) &&
    matchTemplate(segments.slice(0, -1), shown.slice(0, -1)) !== undefined &&
    (systemSegment(segments) === segments.length - 2 || segments.at(-2)?.keys !== undefined)
  );
}

/** How commands call one of a kind, where they have it beside the other. */
function itemOf(
  { locator }: Suite,
  { retrieve, updates, remove }: Resource,
  around: ConcretePath,
  requestOf: RequestOf,
): Item | undefined {
  for (const one of [retrieve, ...updates, remove]) {
    const path = one && requestOf(one)?.path;
    const segments = path === undefined ? [] : parsePath(path);
    const last = segments.at(-1);
    const entity = locator.locate(segments).at(-1)?.entity;
    if (last?.keys && entity && segments.slice(0, -1).every(({ raw }, i) => raw === around[i]?.raw))
      return { ...last, entity };
  }
  return undefined;
}

/** What its own create sends makes it through another, unless that says that it belongs elsewhere. */
function throughOwner(
  suite: Suite,
  operation: Operation,
  request: BaseRequest,
  { create }: Resource,
  around: ConcretePath,
  requestOf: RequestOf,
): BaseRequest | undefined {
  const json = create && requestOf(create)?.json;
  const schema = bodySchema(operation);
  if (operation.op.method !== 'POST' || !json || !schema) return undefined;
  const { properties = {}, required = [] } = schema;
  const fits = Object.keys(json).every((name) => Object.hasOwn(properties, name));
  if (!fits || !required.every((name) => Object.hasOwn(json, name))) return undefined;
  const located = suite.locator.locate(around).map(({ entity }) => entity);
  const owner = located.at(-1);
  const named = suite.locator.referencesIn(new Map(Object.entries(json)), undefined, located.slice(0, -1));
  if (named.some(({ entity }) => entity.resource === owner?.resource && entity.id !== owner.id)) return undefined;
  return { ...request, body: JSON.stringify(json), json };
}

function withMembers(body: string): Pick<BaseRequest, 'body' | 'json'> {
  const read = parseBody(body);
  return read.kind === 'json' && isObject<JsonValue>(read.value) ? { body, json: read.value } : { body };
}
