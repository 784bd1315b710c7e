// How what an account may do is said: by an access control list (RFC 3744) of a container, or of something in it, which grants
// privileges to a role.
import type { Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { rememberedFor } from '../../spec/remember.js';
import { parsePath } from '../url/key-path.js';
import { addressBeside } from './address-beside.js';
import { describeEntity, type Entity, entityOf } from './entities.js';
import { isMarkup, namedInMarkup } from './markup-names.js';
import { type Operation, type Resource, systemSegment } from './resources.js';
import type { PlannedRequest } from './story.js';
import type { Suite } from './subject.js';

export interface Granting {
  /** The ACL method (RFC 3744, section 8.1). */
  operation: Operation;
  /** What the list is of. */
  container: Entity;
  /** What gives an account the role. */
  link: Operation;
  linksFrom: 'account' | 'role';
  account: Entity;
  /**
   * A role of the run's own, another one, and the one that the documented list names in their place. Where its key tells
   * what it belongs to, the other one has the same name, and belongs to something else.
   */
  role: Entity;
  another: Entity;
  named: Entity;
  /** Those that a list can grant. */
  privileges: ReadonlySet<string>;
  /** The documented request with a list of one entry. */
  request(privileges: readonly string[]): PlannedRequest;
  /** The same with an entry for the other role in front, by its own keys. */
  requestBeside(privileges: readonly string[], another: readonly string[], keys: (string | null)[]): PlannedRequest;
  /** The same with an entry for everybody in front; absent where the documents have none. */
  requestForAll?(privileges: readonly string[], everybody: readonly string[]): PlannedRequest;
}

/** What an access control list grants to the role of the account, and to another one. */
export interface Granted {
  privileges: readonly string[];
  another?: readonly string[];
  /** What everybody is granted, with a token or without (RFC 3744, section 5.5.1: `all`). */
  everybody?: readonly string[];
  /** Shape of the address of what the list is of, where it is none of a container. */
  of?: string;
}

/** What a list grants, and to whom. */
export function describeGrant({ role }: Granting, { privileges, everybody }: Granted): string {
  const rest = everybody ? `, ${everybody.join(', ')} to everybody` : '';
  return `${privileges.join(', ')} to ${describeEntity(role)}${rest}`;
}

/**
 * Ways to grant something, of each kind of thing the first that documents show; none where they show no such list, or no
 * way to give an account the role that it names.
 */
export const grantingsOf = rememberedFor((suite: Suite): Granting[] => {
  const found = suite.model.operations.flatMap((operation) => granting(suite, operation) ?? []);
  const shapes = found.map(({ operation }) => operation.signature);
  return found.filter(({ operation }, i) => shapes.indexOf(operation.signature) === i);
});

/** How a case's list is set. */
export function grantingOf(suite: Suite, { of }: Pick<Granted, 'of'> = {}): Granting | undefined {
  return grantingsOf(suite).find((one) => ofWhat(one) === of);
}

/** What tells lists of things inside from those of containers. */
export function ofWhat({ container, operation }: Granting): string | undefined {
  return container.parents.length > 0 ? operation.signature : undefined;
}

function granting(suite: Suite, operation: Operation): Granting | undefined {
  const { account, tokenEndpoint, model } = suite;
  const { op } = operation;
  if (op.method !== 'ACL' || op.docs.aliasOf || !account || !tokenEndpoint) return undefined;
  const own = op.docs.cases?.find(({ request }) => isMarkup(request.body ?? ''))?.request;
  const beside = addressBeside(suite, operation);
  const command = own ?? beside?.request;
  const path = own ? suite.urls.read(own.url)?.path : beside?.path;
  const list = listIn(command?.body ?? '');
  const located = path === undefined ? [] : suite.locator.locate(parsePath(path)).map((l) => l.entity);
  const [outermost] = located;
  const container = located.at(-1);
  if (!command || path === undefined || !list || !outermost || !container) return undefined;
  // A role in the container, called by its bare name.
  const [named] = namedInMarkup(model.resources, list.href, [outermost]).filter(
    ({ keys, parents }) => keys[0] === list.href && parents.length === 1,
  );
  const linking = named && linkOf(suite, account, named.resource);
  if (!named || !linking) return undefined;
  const keys = named.keys.map((key) => (key === null ? null : `grantee-${key}`));
  const [name, owner] = named.keys;
  const namesake = owner != null && list.base?.includes(`/${owner}/`) === true;
  const others = keys.map((key, i) => (i === (namesake ? 1 : 0) ? `other-${named.keys[i]}` : key));
  const address = ([first, second]: (string | null)[]): string =>
    namesake ? `${list.base?.replace(`/${owner}/`, `/${second}/`)}${first}` : (first ?? name ?? '');
  const elements = elementsOf(operation, command.body ?? '');
  const privilege = (name: string): Element => elements.get(name) ?? { name };
  const whole = { method: op.method, path, query: '', headers: command.headers };
  return {
    operation,
    container,
    ...linking,
    account: entityOf(account, ['account'], [outermost]),
    role: entityOf(named.resource, keys, [outermost]),
    another: entityOf(named.resource, others, [outermost]),
    named,
    privileges: new Set(elements.keys()),
    request: (privileges) => ({ ...whole, body: list.of([[list.href, privileges.map(privilege)]]) }),
    requestBeside: (privileges, another, own) => ({
      ...whole,
      body: list.of([
        [address(own), another.map(privilege)],
        [list.href, privileges.map(privilege)],
      ]),
    }),
    ...(knowsEverybody(operation)
      ? {
          requestForAll: (privileges, everybody) => ({
            ...whole,
            body: list.of([
              [EVERYBODY, everybody.map(privilege)],
              [list.href, privileges.map(privilege)],
            ]),
          }),
        }
      : {}),
  };
}

/** Stands for a principal that is no role. */
const EVERYBODY = null;

/** The documents have an element `all` for whom a list grants something. */
function knowsEverybody({ api, op }: Operation): boolean {
  const has = (raw: Schema, depth: number): boolean => {
    const schema = mergedSchema(api, raw);
    return Object.entries(schema.properties ?? {}).some(([name, inner]) => {
      const one = mergedSchema(api, inner);
      const item = one.items ? mergedSchema(api, one.items) : one;
      return (
        (name === 'principal' && Object.hasOwn(item.properties ?? {}, 'all')) ||
        (depth < DEEPEST && has(item, depth + 1))
      );
    });
  };
  return (op.body?.content ?? []).some(({ schema }) => has(schema, 0));
}

/** An operation that links an account and a role, from whichever end. */
function linkOf(suite: Suite, account: Resource, role: Resource): Pick<Granting, 'link' | 'linksFrom'> | undefined {
  const between = (from: Resource, to: Resource): Operation | undefined =>
    suite.model.operations.find(({ op, segments, signature }) => {
      const last = segments.at(-1);
      const links = op.method === 'POST' && !op.docs.aliasOf && systemSegment(segments) === segments.length - 2;
      const leads = signature.startsWith(`${from.signature}/`) && last?.keys === undefined;
      return links && leads && suite.model.named(last?.text ?? '', from.scope) === to;
    });
  const [there, back] = [between(account, role), between(role, account)];
  if (there) return { link: there, linksFrom: 'account' };
  return back && { link: back, linksFrom: 'role' };
}

/** An element of a privilege: its namespace, or the prefix that it has in the documented list. */
interface Element {
  name: string;
  namespace?: string | undefined;
  prefix?: string | undefined;
}

/** Whom a list grants something, and what. */
type Entry = [href: string | null, Element[]];

const START = /^[^<>]{0,20}(?:<\?[^<>]{0,200}\?>\s{0,20})?<(?:([\w-]{1,40}):)?acl\b([^<>]{0,1000}[^<>/])>/;
const HREF = /<(?:[\w-]{1,40}:)?href>\s{0,20}([^<>]{1,400}?)\s{0,20}<\//;
const BINDING = /\bxmlns:([\w-]{1,40})\s?=\s?"([^"]{1,200})"/g;

/** The documented list, to be written with other entries: the same head, the same form of a role's address. */
function listIn(body: string): { href: string; base?: string | undefined; of(entries: Entry[]): string } | undefined {
  const [head, prefix, attributes = ''] = START.exec(body) ?? [];
  const href = HREF.exec(body)?.[1];
  if (head === undefined || href === undefined) return undefined;
  const bound = new Map([...attributes.matchAll(BINDING)].map(([, name = '', uri = '']) => [uri, name]));
  const dav = prefix === undefined ? '' : `${prefix}:`;
  const privilege = (one: Element): string => {
    const known = one.prefix ?? (one.namespace === undefined ? undefined : bound.get(one.namespace));
    const own = known === undefined && one.namespace !== undefined ? ` xmlns="${one.namespace}"` : '';
    return `<${dav}privilege><${known === undefined ? '' : `${known}:`}${one.name}${own}/></${dav}privilege>`;
  };
  const principal = (address: string | null): string =>
    address === EVERYBODY ? `<${dav}all/>` : `<${dav}href>${address}</${dav}href>`;
  const entry = ([address, elements]: Entry): string =>
    `<${dav}ace><${dav}principal>${principal(address)}</${dav}principal>` +
    `<${dav}grant>${elements.map(privilege).join('')}</${dav}grant></${dav}ace>`;
  const of = (entries: Entry[]): string => `${head}${entries.map(entry).join('')}</${dav}acl>`;
  const [, base] = /\bxml:base\s?=\s?"([^"]{1,400}\/)"/.exec(attributes) ?? [];
  return { href, base, of };
}

const SHOWN = /<(?:[\w-]{1,40}:)?privilege>\s{0,20}<(?:([\w-]{1,40}):)?([\w.-]{1,80})\s?\/>/g;

/** Privileges that the documents of a list have, by their names: those of its command, and of its tables. */
function elementsOf({ api, op }: Operation, command: string): Map<string, Element> {
  const found = new Map<string, Element>();
  const look = (raw: Schema, depth: number): void => {
    const schema = mergedSchema(api, raw);
    for (const [name, inner] of Object.entries(schema.properties ?? {})) {
      const one = mergedSchema(api, inner);
      const item = one.items ? mergedSchema(api, one.items) : one;
      if (name === 'privilege')
        for (const [each, { xml }] of Object.entries(item.properties ?? {}))
          found.set(each, { name: each, ...(isObject(xml) ? namedAs(xml) : {}) });
      if (depth < DEEPEST) look(item, depth + 1);
    }
  };
  for (const { schema } of op.body?.content ?? []) look(schema, 0);
  for (const [, prefix, name = ''] of command.matchAll(SHOWN)) found.set(name, { name, prefix });
  return found;
}

/** How a schema says that an element is called (OpenAPI, XML Object). */
function namedAs({ name, namespace }: Record<string, unknown>): Partial<Element> {
  return {
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof namespace === 'string' ? { namespace } : {}),
  };
}

const DEEPEST = 5;
