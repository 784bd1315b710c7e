// A request that should succeed, to derive others from: the documented command, else one beside it on its page, or one made
// from schema and examples.
import type { JsonValue } from '../../spec/contract/api.js';
import type { DocumentedRequest } from '../../spec/contract/docproof.js';
import { isObject } from '../../spec/is-object.js';
import { rememberedFor } from '../../spec/remember.js';
import { addressBeside } from '../plan/address-beside.js';
import { parseBody } from '../plan/body.js';
import { bodyText, requiredQuery, sampleHeaders } from '../plan/prerequisite.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { samplePath } from '../plan/sample-path.js';
import { withFiles } from '../plan/sent-files.js';
import { withoutServersOwn } from '../plan/servers-own.js';
import type { PlannedRequest, Relaxation } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { membersSent } from '../plan/typed-fields.js';
import { writeBody } from '../plan/write-body.js';
import { matchTemplate, parsePath, writeTemplate } from '../url/key-path.js';
import { keyedAsPath } from './addresses/path-keys.js';
import { besideCommand } from './beside-command.js';
import { madeBody } from './bodies/made-body.js';
import { sendable } from './sendable.js';

export interface BaseRequest extends PlannedRequest {
  /** The body as a value, where it has named members. */
  json?: { [key: string]: JsonValue };
  /** What was changed in the documented command, so that it can be sent at all. */
  relaxations?: Relaxation[];
}

/**
 * @param again another body than the first, where none is documented
 * @returns undefined where the documents' command does not fit its own URL, so that nothing can be built on it
 */
export function baseRequest(suite: Suite, operation: Operation, again = false): Readonly<BaseRequest> | undefined {
  if (again) return findRequest(suite, operation, again);
  return firstRequests(suite)(operation);
}

/** An operation's forms and stories all start from its own request. */
const firstRequests = rememberedFor((suite: Suite) =>
  rememberedFor((operation: Operation) => findRequest(suite, operation, false)),
);

function findRequest(suite: Suite, operation: Operation, again: boolean): BaseRequest | undefined {
  const shown = shownBy(suite, operation);
  if (shown && callsForm(suite, operation, shown)) return shown;
  if (suite.commandsOnly) {
    const beside = besideCommand(
      suite,
      operation,
      (other) => shownBy(suite, other),
      (other) => baseRequest(suite, other),
    );
    const elsewhere = beside ? undefined : addressBeside(suite, operation);
    if (elsewhere) return { ...plainRequest(elsewhere.request), path: elsewhere.path };
    return beside && callsForm(suite, operation, beside) ? beside : undefined;
  }
  // No body is made up where the operation's own command cannot be sent: what that needs is not at hand.
  const unsent = (operation.op.docs.cases?.length ?? 0) > 0 && !canDoWithout(operation);
  return shown || unsent ? undefined : synthetic(suite, operation, again);
}

/** What the operation's first command sends that goes to a documented host. */
function shownBy(suite: Suite, operation: Operation): BaseRequest | undefined {
  const documented = operation.op.docs.cases?.flatMap(({ request }) => {
    const whole = request.files ? withFiles(request, suite.files) : request;
    return whole && suite.urls.read(whole.url) ? [whole] : [];
  })[0];
  const url = documented && suite.urls.read(documented.url);
  if (!documented || !url) return undefined;
  const { headers, method } = documented;
  const { path, body, relaxations } = sendable(suite, operation, url.path, documented.body);
  // What OData's documents send as a form are logins, which have cases of their own.
  const json = suite.commandsOnly && parseBody(body).kind === 'form' ? undefined : membersSent(body, operation);
  return {
    method,
    path,
    query: url.query,
    headers,
    ...(relaxations.length > 0 ? { relaxations } : {}),
    ...(body === undefined ? {} : { body }),
    ...(json ? { json } : {}),
  };
}

function plainRequest({ method, headers, body }: DocumentedRequest): Omit<BaseRequest, 'path'> {
  return { method, query: '', headers, ...(body === undefined ? {} : { body }) };
}

function callsForm({ model }: Suite, operation: Operation, { method, path }: BaseRequest): boolean {
  return model.match(method, parsePath(path), (o) => sameFamily(o, operation)) !== undefined;
}

/** It takes no body, or one of which nothing is shown and all may be left out. */
function canDoWithout(operation: Operation): boolean {
  const { method, body } = operation.op;
  const required = bodySchema(operation)?.required ?? [];
  const shown = body?.content.some(({ examples }) => examples.length > 0) === true;
  return !['PUT', 'PATCH'].includes(method) && required.length === 0 && !shown;
}

/** The request with another body, written as the one that it has: fields of a form, or JSON. */
export function withJson<T extends BaseRequest>(base: T, json: { [key: string]: JsonValue }): T {
  const body = parseBody(base.body).kind === 'form' ? writeBody(json, FORM) : JSON.stringify(json);
  return { ...base, json, body };
}

const FORM = 'application/x-www-form-urlencoded';

function sameFamily(one: Operation, other: Operation): boolean {
  return one.api === other.api && (one.op.docs.aliasOf ?? one.op.id) === (other.op.docs.aliasOf ?? other.op.id);
}

/** The same request by another documented form of its URL: only the keys that this form has. */
export function throughForm(
  suite: Suite,
  base: BaseRequest,
  main: Operation,
  form: Operation,
): BaseRequest | undefined {
  const found = matchTemplate(main.segments, parsePath(base.path));
  if (!found) return undefined;
  const path = writeTemplate(form.segments, found.bindings);
  return agreeing(suite, { ...base, path }, base.path);
}

/** A body that names the entity of the path by its keys follows when the path names another one. */
function agreeing(suite: Suite, request: BaseRequest, before: string): BaseRequest {
  const old = suite.locator.locate(parsePath(before)).at(-1)?.entity;
  const now = suite.locator.locate(parsePath(request.path)).at(-1)?.entity;
  if (!request.json || !old || !now || old.id === now.id) return request;
  const json = { ...request.json };
  for (const { entity, parts } of suite.locator.referencesIn(new Map(Object.entries(json)), undefined, old.parents))
    if (entity.id === old.id)
      for (const [property, index] of parts) {
        const value = now.keys[index] ?? null;
        if (value === null) delete json[property];
        else json[property] = value;
      }
  return withJson(request, json);
}

function synthetic(suite: Suite, operation: Operation, again: boolean): BaseRequest {
  const path = samplePath(operation);
  const made = madeBody(suite, operation, again);
  const resource = suite.model.resources.find((r) => r.create === operation || r.updates.includes(operation));
  const value = isObject(made)
    ? keyedAsPath(suite, operation, path, withoutServersOwn(operation, resource, made))
    : made;
  const text = value === undefined ? undefined : bodyText(operation, value);
  const body = text === undefined ? {} : { body: text, ...(isObject(value) ? { json: value } : {}) };
  return {
    method: operation.op.method,
    path,
    query: requiredQuery(operation),
    headers: sampleHeaders(operation),
    ...body,
  };
}
