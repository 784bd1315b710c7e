// How a created entity is removed again, and which keys the server gave it.

import type { JsonValue } from '../../spec/contract/api.js';
import { objectsWith } from '../assess/entity-in.js';
import { type Entity, keysFor } from '../plan/entities.js';
import { sampleHeaders } from '../plan/prerequisite.js';
import type { Operation } from '../plan/resources.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import { matchTemplate, parsePath, writeTemplate } from '../url/key-path.js';
import type { Conversation } from './conversation.js';
import { authorizationHeader } from './filling.js';
import type { Removal } from './journal.js';

/** A flag that asks a delete to take the contents along: `X-…-Recursive: true`, `?cascade=true`. */
const RECURSIVE = /recursive|cascade/i;

/**
 * The request that removes an entity. `all`: everything inside goes too.
 * Undefined where no delete is documented; then its container's removal takes it along.
 */
export function removalOf(conversation: Conversation, entity: Entity): { removal: Removal; all: boolean } | undefined {
  const { remove, removeAll } = entity.resource;
  const flag = recursiveFlag(remove);
  if (removeAll && !flag) return removal(conversation, entity, removeAll, recursiveFlag(removeAll), true);
  return remove ? removal(conversation, entity, remove, flag, flag !== undefined) : undefined;
}

interface Flag {
  in: 'header' | 'query';
  name: string;
}

function recursiveFlag(operation: Operation | undefined): Flag | undefined {
  const parameter = operation?.op.parameters.find(
    (p) => RECURSIVE.test(p.name) && (p.in === 'header' || p.in === 'query'),
  );
  return parameter ? { in: parameter.in as Flag['in'], name: parameter.name } : undefined;
}

function removal(
  conversation: Conversation,
  entity: Entity,
  operation: Operation,
  flag: Flag | undefined,
  all: boolean,
) {
  const { session, world } = conversation;
  const query = flag?.in === 'query' ? `?${encodeURIComponent(flag.name)}=true` : '';
  const segments = operation === entity.resource.remove ? entity.resource.item : operation.segments;
  const headers = { ...sampleHeaders(operation), ...(flag?.in === 'header' ? { [flag.name]: 'true' } : {}) };
  const url = session.target + writeTemplate(segments, world.bindings(entity)) + query;
  // The credential is left out: removals stand in the journal, which holds no secrets.
  const filled = conversation.filled(operation, { method: 'DELETE', url, headers }, { auth: 'none' });
  if ('missing' in filled) return undefined;
  const credential = authorizationHeader(operation);
  return { removal: { method: 'DELETE', url: filled.url, headers: filled.headers, credential }, all };
}

/** The request that a removal is, with the token put in. */
export function removalRequest(removal: Removal, token: string | undefined): HttpRequest {
  const { name, scheme } = removal.credential;
  const headers = token === undefined ? removal.headers : { ...removal.headers, [name]: scheme + token };
  return { method: removal.method, url: removal.url, headers };
}

/** Keys in the Location of an answer, else the property of its body that is called like the path's variable. */
export function locationKeys(
  conversation: Conversation,
  entity: Entity,
  answer: HttpAnswer,
): (string | null)[] | undefined {
  const location = answer.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
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

function bodyKeys(entity: Entity, answer: HttpAnswer): (string | null)[] | undefined {
  try {
    const value = JSON.parse(answer.body) as JsonValue;
    const keys = entity.resource.keys.map((key) => {
      for (const name of [key.property, key.variable, 'id', lastWord(key.variable)]) {
        const found = name === undefined ? undefined : objectsWith(value, [name])[0]?.[name];
        if (typeof found === 'string' || typeof found === 'number') return String(found);
      }
      return null;
    });
    return keys[0] === null ? undefined : keys;
  } catch {
    return undefined;
  }
}

/** `projectKey`, `project_key` → `key`. */
function lastWord(variable: string): string {
  return (/(?:[A-Z]|(?<=[_-])[a-z])[a-z0-9]*$/.exec(variable)?.[0] ?? variable).toLowerCase();
}
