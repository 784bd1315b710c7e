// How a created entity is removed again, and which keys the server gave it.
import type { ApiParameter, JsonValue } from '../../spec/contract/api.js';
import { rememberedFor } from '../../spec/remember.js';
import { answerJson } from '../assess/answer-json.js';
import { objectsWith } from '../assess/entity-in.js';
import { type Entity, keysFor } from '../plan/entities.js';
import { keyNames } from '../plan/key-names.js';
import { requiredQuery, sampleHeaders } from '../plan/prerequisite.js';
import type { Operation, Resource } from '../plan/resources.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';
import { matchTemplate, parsePath, type TemplateSegment, writeTemplate } from '../url/key-path.js';
import type { Conversation } from './conversation.js';
import type { Removal } from './journal.js';
import { ownAddress } from './own-address.js';
import { carrierOf } from './secrets/credential-carrier.js';

/** A flag that asks a delete to take the contents along: `X-…-Recursive: true`, `?cascade=true`. */
const RECURSIVE = /recursive|cascade/i;

/**
 * The request that removes an entity. `all`: everything inside goes too.
 * Undefined where no delete is documented; then its container's removal takes it along.
 */
export function removalOf(conversation: Conversation, entity: Entity): { removal: Removal; all: boolean } | undefined {
  const { resource } = entity;
  const way = wayOf(resource);
  if (!way) return undefined;
  const { session, world } = conversation;
  const path = way.segments ? writeTemplate(way.segments, world.bindings(entity)) : world.itemPath(entity);
  const url = session.target + path + way.query;
  // The credential is left out: removals stand in the journal, which holds no secrets.
  const request = { method: 'DELETE', url, headers: way.headers };
  const filled = conversation.filled(way.operation, request, { auth: 'none' });
  if ('missing' in filled) return undefined;
  const credential = carrierOf(way.operation);
  return { removal: { method: 'DELETE', url, headers: filled.headers, credential }, all: way.all };
}

/** How the entities of a resource are removed. */
interface Way {
  operation: Operation;
  /** Where it is not the entity's own address. */
  segments?: TemplateSegment[];
  query: string;
  headers: Record<string, string>;
  all: boolean;
}

const wayOf = rememberedFor(({ remove, removeAll }: Resource): Way | undefined => {
  const own = recursiveFlag(remove);
  const operation = removeAll && !own ? removeAll : remove;
  if (!operation) return undefined;
  const flag = operation === remove ? own : recursiveFlag(operation);
  return {
    operation,
    ...(operation === remove ? {} : { segments: operation.segments }),
    query: queryOf(operation, flag),
    headers: { ...sampleHeaders(operation), ...(flag?.in === 'header' ? { [flag.name]: 'true' } : {}) },
    all: operation === removeAll || flag !== undefined,
  };
});

function queryOf(operation: Operation, flag: ApiParameter | undefined): string {
  const query = new URLSearchParams(requiredQuery(operation));
  if (flag?.in === 'query') query.set(flag.name, 'true');
  return query.size > 0 ? `?${query}` : '';
}

function recursiveFlag(operation: Operation | undefined): ApiParameter | undefined {
  return operation?.op.parameters.find((p) => RECURSIVE.test(p.name) && (p.in === 'header' || p.in === 'query'));
}

/** Keys in the Location of an answer, else the property of its body that is called like the path's variable. */
export function locationKeys(
  conversation: Conversation,
  entity: Entity,
  answer: HttpAnswer,
): (string | null)[] | undefined {
  const given = headerOf(answer.headers, 'location');
  const location = given === undefined ? undefined : ownAddress(conversation.session, given);
  const { target } = conversation.session;
  if (location !== undefined && URL.canParse(location, `${target}/`)) {
    const { pathname, origin } = new URL(location, `${target}/`);
    const base = new URL(`${target}/`).pathname.replace(/\/$/, '');
    if (origin === new URL(target).origin && pathname.startsWith(base)) {
      const path = parsePath(pathname.slice(base.length));
      const found = matchTemplate(entity.resource.item, path);
      const last = path.at(-1);
      if (found && last?.keys) return keysFor(entity.resource, last.keys);
      if (found) return entity.resource.keys.map((key) => found.bindings.get(key.variable) ?? null);
    }
  }
  return bodyKeys(entity, answer);
}

/** Keys that an answer shows of an entity. */
export function bodyKeys(entity: Entity, answer: HttpAnswer): (string | null)[] | undefined {
  return keysIn(entity, answerJson(answer.body));
}

/** Keys that a value shows of an entity. */
export function keysIn(entity: Entity, value: JsonValue | undefined): (string | null)[] | undefined {
  const keys = entity.resource.keys.map((key) => {
    for (const name of keyNames(key)) {
      const found = objectsWith(value, [name])[0]?.[name];
      if (typeof found === 'string' || typeof found === 'number') return String(found);
    }
    return null;
  });
  return keys[0] === null ? undefined : keys;
}
