// A documented account and a documented login with its password: what stories of both begin with.
import type { JsonValue } from '../../../spec/contract/api.js';
import { parseBody, writeForm } from '../../plan/body.js';
import type { Entity } from '../../plan/entities.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { sample } from '../lists/list-queries.js';

export interface Login {
  account: Resource;
  /** The account that the create's own command makes, in the container that the login goes to. */
  entity: Entity;
  create: Operation;
  tokenEndpoint: Operation;
  /** Header of the create that holds the password. */
  header: string;
  made: BaseRequest;
  /** What the create requires and no more: other fields may shut the account. */
  json: { [name: string]: JsonValue };
  as(username: string): BaseRequest;
}

/** Undefined where documents show no account with a password, or no login that goes to where it is. */
export function loginOf(suite: Suite): Login | undefined {
  const { account, tokenEndpoint } = suite;
  const create = account?.create;
  if (!account || !tokenEndpoint || !create) return undefined;
  const header = create.api.docs.placeholders.find((p) => p.in === 'header' && p.means === 'password')?.name;
  const made = baseRequest(suite, create);
  const login = baseRequest(suite, tokenEndpoint);
  const entity = sample(suite, account)?.entity;
  if (header === undefined || !made?.json || !login || !entity) return undefined;
  if (!Object.keys(made.headers).some((name) => isNamed(name, header))) return undefined;
  const container = suite.locator.locate(parsePath(login.path)).at(-1)?.entity;
  const parsed = parseBody(login.body);
  if (parsed.kind !== 'form' || container?.id !== entity.parents[0]?.id) return undefined;
  const fields = new Map(parsed.fields);
  if (fields.get('grant_type') !== 'password' || !fields.has('username')) return undefined;
  const required = bodySchema(create)?.required ?? [];
  const json = Object.fromEntries(Object.entries(made.json).filter(([name]) => required.includes(name)));
  return {
    account,
    entity,
    create,
    tokenEndpoint,
    header,
    made,
    json,
    as: (username) => ({ ...login, body: writeForm([...new Map(fields).set('username', username)]) }),
  };
}

export function isNamed(name: string, header: string): boolean {
  return name.toLowerCase() === header.toLowerCase();
}

/** The header of a request that holds the password. */
export function passwordIn({ headers }: BaseRequest, { header }: Login): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => isNamed(name, header)));
}

/** The headers of a request without the one that holds the password. */
export function withoutPassword({ headers }: BaseRequest, { header }: Login): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isNamed(name, header)));
}
