// Carries out the plan of an operation: from a routed request to a reply.
import { sql } from 'kysely';
import type { Call, Reply } from '../../../generated/server/index.js';
import { replaceAcl, writeAcl } from '../auth/acl.js';
import { hashPassword } from '../auth/passwords.js';
import { issueTokens } from '../auth/token-endpoint.js';
import { DomainError } from '../model/catalogue.js';
import { ENTITY_TYPES, type EntityType } from '../model/entity-types.js';
import { readListOptions, readShape } from '../odata/query-options.js';
import {
  createEntity,
  deleteCell,
  deleteEntity,
  type ExtraColumns,
  getEntity,
  type Scope,
  updateEntity,
} from '../service/entities.js';
import { type Entity, etagOf, type Key } from '../service/entity.js';
import { addLink, createLinked, type End, exchangeLink, removeLink } from '../service/links.js';
import { type EntityList, listEntities, listLinked } from '../service/lists.js';
import { readXml } from '../service/xml.js';
import type { Context } from './context.js';
import { readLinkBody } from './entity-uri.js';
import type { KeyedType, Plan } from './plan.js';
import { showEntities, showEntity, uriOf } from './representation.js';

/** A request as the generated core gives it to a handler. */
export interface Given {
  body?: unknown;
}

export type RoutedCall = Call<Context>;

/** @throws DomainError, GrantError */
export async function act(plan: Plan, given: Given, call: RoutedCall): Promise<Reply> {
  switch (plan.kind) {
    case 'token':
      return token(given, call);
    case 'cellRoot':
      if (plan.method === 'PROPFIND') return properties(given, call);
      return plan.method === 'ACL' ? changeAcl(given, call) : cellPage();
    case 'set':
      return plan.method === 'GET' ? list(plan.type, call) : create(plan.type, given, call);
    case 'entity':
      return entityAction(plan, given, call);
    case 'links':
      return linksAction(plan, given, call);
    case 'navigation':
      return navigationAction(plan, given, call);
  }
}

function scopeOf({ context }: RoutedCall): Scope {
  return { store: context.unit.store, cellId: context.cell?.id ?? 0, now: context.now };
}

function baseOf({ context }: RoutedCall): string {
  return context.cell?.url ?? context.unitUrl;
}

async function token({ body }: Given, { context, request }: RoutedCall): Promise<Reply> {
  if (!context.cell) throw new DomainError('PR404-OD-0000');
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const issued = await issueTokens({
    store: context.unit.store,
    keys: context.unit.keys,
    cell: context.cell,
    form: Object.fromEntries(fields.map(([name, value]) => [name, String([value].flat()[0] ?? '')])),
    authorization: request.headers.get('authorization'),
    address: context.address,
    now: context.now,
  });
  return {
    status: 200,
    contentType: 'application/json',
    headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache', 'Set-Cookie': issued.setCookie },
    body: issued.body,
  };
}

function cellPage(): Reply {
  const body = '<!DOCTYPE html><html lang="en"><title>Cell</title><p>This cell has no page of its own.</p></html>\n';
  return { status: 200, contentType: 'text/html; charset=utf-8', body };
}

async function changeAcl({ body }: Given, call: RoutedCall): Promise<Reply> {
  if (!call.context.cell) throw new DomainError('PR404-OD-0000');
  await replaceAcl(scopeOf(call), call.context.cell, String(body ?? ''));
  return { status: 200 };
}

/** RFC 4918, section 9.1; the list is only shown to who may read it. */
async function properties({ body }: Given, { context, request }: RoutedCall): Promise<Reply> {
  const { access, cell, unit } = context;
  if (!cell) throw new DomainError('PR404-OD-0000');
  const depth = request.headers.get('depth');
  if (depth !== null && !['0', '1'].includes(depth)) throw new DomainError('PR400-DV-0003', depth);
  const asked = String(body ?? '').trim();
  if (asked !== '' && readXml(asked).name !== 'propfind') throw new DomainError('PR400-DV-0002');
  const acl = access?.privileges.has('acl-read') ? await writeAcl(unit.store, cell) : '';
  const { rows } = await sql<{ published: number }>`select published from cell
    where id = ${cell.id}`.execute(unit.store.db);
  const created = new Date(Number(rows[0]?.published ?? 0)).toISOString();
  const shown = `<prop><creationdate>${created}</creationdate><resourcetype><collection/></resourcetype>${acl}</prop>`;
  const response = `<href>${cell.url}</href><propstat>${shown}<status>HTTP/1.1 200 OK</status></propstat>`;
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<multistatus xmlns="DAV:"><response>${response}</response></multistatus>\n`;
  return { status: 207, contentType: 'application/xml', headers: { DataServiceVersion: '2.0' }, body: text };
}

async function list(type: EntityType, call: RoutedCall): Promise<Reply> {
  const options = readListOptions(type, call.query, call.context.unit.store.flavour);
  return listReply(type, await listEntities(scopeOf(call), type, options), options, call);
}

async function listReply(
  type: EntityType,
  { entities, count }: EntityList,
  options: ReturnType<typeof readListOptions>,
  call: RoutedCall,
): Promise<Reply> {
  const results = await showEntities(call.context.unit.store.db, baseOf(call), type, entities, options, 'list');
  const d = count === undefined ? { results } : { results, __count: String(count) };
  return json(200, { d });
}

async function create(type: EntityType, { body }: Given, call: RoutedCall): Promise<Reply> {
  const created = await createEntity(scopeOf(call), type, body, await credential(type, call));
  return createdReply(type, created, call);
}

function createdReply(type: EntityType, created: Entity, call: RoutedCall): Reply {
  const base = baseOf(call);
  const reply = json(201, { d: { results: showEntity(base, type, created) } });
  return { ...reply, headers: { Location: uriOf(base, type, created), ETag: etagOf(created) } };
}

async function entityAction(
  plan: Extract<Plan, { kind: 'entity' }>,
  { body }: Given,
  call: RoutedCall,
): Promise<Reply> {
  const { type } = plan.entity;
  const key = keyFrom(plan.entity, call);
  const scope = scopeOf(call);
  const ifMatch = call.request.headers.get('if-match');
  switch (plan.method) {
    case 'GET': {
      const shape = readShape(type, call.query);
      const db = call.context.unit.store.db;
      const entity = await getEntity(db, scope, type, key);
      const [results] = await showEntities(db, baseOf(call), type, [entity], shape, 'entity');
      return { ...json(200, { d: { results } }), headers: { ETag: etagOf(entity) } };
    }
    case 'DELETE': {
      const recursive = call.request.headers.get('x-personium-recursive') === 'true';
      if (type.name === 'Cell') await deleteCell(scope, key, ifMatch, recursive);
      else await deleteEntity(scope, type, key, ifMatch);
      return { status: 204 };
    }
    default: {
      const how = plan.method === 'PUT' ? 'replace' : 'merge';
      const extra = await credential(type, call);
      const updated = await updateEntity(scope, type, key, body, how, ifMatch, extra);
      return { status: 204, headers: { ETag: etagOf(updated) } };
    }
  }
}

async function linksAction(plan: Extract<Plan, { kind: 'links' }>, { body }: Given, call: RoutedCall): Promise<Reply> {
  const scope = scopeOf(call);
  const end = endOf(plan, call);
  if (!plan.target) {
    if (plan.method === 'GET') return listLinks(end, call);
    await addLink(scope, end, readLinkBody(body, baseOf(call)));
    return { status: 204 };
  }
  const named = keyFrom(plan.target, call);
  if (plan.method === 'DELETE') {
    await removeLink(scope, end, named);
    return { status: 204 };
  }
  const stamp = await exchangeLink(
    scope,
    end,
    named,
    readLinkBody(body, baseOf(call)),
    call.request.headers.get('if-match'),
  );
  return { status: 204, headers: { ETag: etagOf(stamp) } };
}

async function listLinks(end: End, call: RoutedCall): Promise<Reply> {
  const target = ENTITY_TYPES[end.navigation.target];
  const options = readListOptions(target, call.query, call.context.unit.store.flavour);
  const { entities, count } = await listLinked(scopeOf(call), end, options);
  const results = entities.map((entity) => ({ uri: uriOf(baseOf(call), target, entity) }));
  return json(200, { d: count === undefined ? { results } : { results, __count: String(count) } });
}

async function navigationAction(
  plan: Extract<Plan, { kind: 'navigation' }>,
  { body }: Given,
  call: RoutedCall,
): Promise<Reply> {
  const target = ENTITY_TYPES[plan.navigation.target];
  const end = endOf(plan, call);
  if (plan.method === 'POST') {
    const created = await createLinked(scopeOf(call), end, body, await credential(target, call));
    return createdReply(target, created, call);
  }
  const options = readListOptions(target, call.query, call.context.unit.store.flavour);
  return listReply(target, await listLinked(scopeOf(call), end, options), options, call);
}

function endOf(plan: Extract<Plan, { kind: 'links' | 'navigation' }>, call: RoutedCall): End {
  return { type: plan.entity.type, key: keyFrom(plan.entity, call), navigation: plan.navigation };
}

/** The key in the URL, brought to the type's: what the URL leaves out is null. */
function keyFrom({ type, variables }: KeyedType, call: RoutedCall): Key {
  const key: Key = Object.fromEntries(type.keys.map((name) => [name, null]));
  for (const [name, variable] of Object.entries(variables)) key[name] = call.keys[variable] ?? null;
  if (Object.values(key).some((value) => value?.includes('\0'))) throw new DomainError('PR400-OD-0004');
  return key;
}

/** The password of an account comes in a header of its own; a new one ends the tokens issued before. */
async function credential(type: EntityType, { request, context }: RoutedCall): Promise<ExtraColumns> {
  const password = type.name === 'Account' ? request.headers.get('x-personium-credential') : null;
  return password === null
    ? {}
    : { password: await hashPassword(password, context.unit.store.kept), epoch: context.now };
}

function json(status: number, body: object): Reply {
  return { status, contentType: 'application/json', body };
}
