// The application: the generated server with a handler for every operation that the plan knows.
import { sql } from 'kysely';
import { definitions } from '../../../generated/server/definitions.js';
import {
  type Call,
  errorReply,
  type Incoming,
  type Outgoing,
  type Reply,
  type Route,
  routes,
  type Server,
} from '../../../generated/server/index.js';
import { type AnyHandler, createServerCore } from '../../../generated/server/runtime/server.js';
import { accessOf, type CellRef, requirePrivileges } from '../auth/access.js';
import { DomainError } from '../model/catalogue.js';
import { act, type Given } from './actions.js';
import type { Context, Unit } from './context.js';
import { failureReply, invalidReply, unroutedReply } from './failures.js';
import { MORE_ROUTES, withBoxSchema, withCellSlash } from './more-routes.js';
import { type Plan, planOf } from './plan.js';
import { preflight } from './preflight.js';

const MAX_BODY_BYTES = 1 << 20;

export interface ApplicationOptions {
  unit: Unit;
  /** Address of the caller, by the header that the listener adds. */
  addressHeader: string;
  /** Told about errors that are the server's own. */
  onBug: (error: unknown) => void;
}

/** Thin handlers: each only carries out what the path of its operation means. */
export function createApplication({ unit, addressHeader, onBug }: ApplicationOptions): Pick<Server, 'answer'> {
  const plans = new Map<string, Plan>();
  const documented = routes.map(withBoxSchema).map(withCellSlash);
  const more = MORE_ROUTES.filter((one) => !documented.some((route) => sameUrl(route, one)));
  const all = [...documented, ...more];
  for (const route of all) {
    const plan = planOf(route);
    if (plan) plans.set(route.id, plan);
  }
  const handlers: Record<string, AnyHandler<Context>> = {};
  for (const [id, plan] of plans) handlers[id] = (given: Given, call: Call<Context>) => act(plan, given, call);
  const core = createServerCore({ routes: all, definitions, errorReply }, handlers, {
    methodOverride: 'X-HTTP-Method-Override',
    maxBodyBytes: MAX_BODY_BYTES,
    // The entity model judges values: it has a code for each fault, where a schema only says no.
    validate: false,
    context: (call) => contextOf(unit, call, call.request.headers.get(addressHeader) ?? ''),
    before: async (call) => {
      const plan = plans.get(call.route.id);
      if (plan) await admit(plan, call);
      return undefined;
    },
    after: (reply, call) => (call.path.includes('__ctl') ? withVersion(reply) : reply),
    onInvalid: invalidReply,
    onUnwritten: () => {
      throw new DomainError('PR501-MC-0001');
    },
    onUnrouted: unroutedReply,
    onError: (error, call) => {
      const known = failureReply(error, call.context?.cell?.url ?? call.context?.unitUrl ?? '');
      if (known) return withVersion(known);
      onBug(error);
      return failureReply(new DomainError('PR500-SV-0000'), '') as Reply;
    },
  });
  const options = async (request: Incoming): Promise<Outgoing> => {
    const [, origin = '', name = ''] = /^([a-z]+:\/\/[^/?#]*)\/([^/?#]*)/.exec(request.url) ?? [];
    const cell = await findCell(unit, name, unit.publicUrl ?? `${origin}/`);
    return preflight(unit, cell, request, await core.answer(request));
  };
  return { answer: (request) => (request.method === 'OPTIONS' ? options(request) : core.answer(request)) };
}

function sameUrl(a: Route, b: Route): boolean {
  return a.method === b.method && a.path === b.path;
}

function withVersion(reply: Reply): Reply {
  return { ...reply, headers: { DataServiceVersion: '2.0', ...reply.headers } };
}

async function contextOf(unit: Unit, call: Call<undefined>, address: string): Promise<Context> {
  const unitUrl = unit.publicUrl ?? `${call.origin}/`;
  const context: Context = { unit, now: unit.clock(), unitUrl, address };
  // Not from the keys: they are not there when another segment of the path is malformed.
  const name = call.path.split('/', 2)[1] ?? '';
  if (name === '__ctl') return context;
  const cell = await findCell(unit, name, unitUrl);
  return cell ? { ...context, cell } : context;
}

async function findCell({ store, cells }: Unit, name: string, unitUrl: string): Promise<CellRef | undefined> {
  if (!/^[a-z0-9-]+$/.test(name)) return undefined;
  const { id } = await cells.of(name, async () => {
    const { rows } = await sql<{ id: number }>`select id from cell where name = ${name} limit 1`.execute(store.db);
    return rows[0] ? { id: Number(rows[0].id) } : {};
  });
  return id === undefined ? undefined : { id, url: `${unitUrl}${name}/` };
}

/** Who asks, and whether they may. @throws DomainError */
async function admit(plan: Plan, call: Call<Context>): Promise<void> {
  const { unit, cell, now } = call.context;
  if (plan.level === 'cell' && !cell) throw new DomainError('PR404-OD-0000');
  if (plan.privileges.length === 0) return;
  const credentials = {
    authorization: call.request.headers.get('authorization'),
    cookie: call.request.headers.get('cookie'),
    cookiePeer: call.query.get('p_cookie_peer'),
  };
  const access = await accessOf(unit, credentials, cell, now);
  requirePrivileges(access, plan.privileges);
  call.context.access = access;
}
