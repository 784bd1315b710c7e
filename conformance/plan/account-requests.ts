// The requests by which a run registers an account and lets it in: as they are documented, with marks for who it is.
import type { JsonValue } from '../../spec/contract/api.js';
import { fittingValue } from '../../spec/fitting/fitting-value.js';
import { isObject } from '../../spec/is-object.js';
import { bodyText, requiredQuery, sampleBody, sampleHeaders } from './prerequisite.js';
import type { Registration } from './registration.js';
import { bodySchema, type Operation } from './resources.js';
import { samplePath } from './sample-path.js';
import { loginBody, registeringBody, type Spoken } from './spoken.js';
import type { PlannedRequest } from './story.js';
import { withValueAt } from './value-at.js';

type Body = { [name: string]: JsonValue };
export type AccountRequest = PlannedRequest & { json: Body };

/** @param changes of the body, with the marks of the account in it */
export function registering(
  registration: Registration,
  who: string,
  changes = (body: Body): Body => body,
): AccountRequest {
  const { operation } = registration.register;
  return sent(operation, changes(registeringBody(registration, shownBody(operation), who)));
}

/** Undefined where only the registration gives a token. */
export function loggingIn(
  registration: Registration,
  who: string,
  { what = 'password', changes = (body) => body }: { what?: Spoken; changes?: (body: Body) => Body } = {},
): AccountRequest | undefined {
  const operation = registration.login?.operation;
  return operation && sent(operation, changes(loginBody(registration, shownBody(operation), who, what)));
}

export function renewing({ operation, token }: NonNullable<Registration['refresh']>, text: string): AccountRequest {
  return sent(operation, withValueAt(shownBody(operation), token, text));
}

/** As it is documented, without any marks. */
export function plainly(operation: Operation, changes = (body: Body): Body => body): AccountRequest | PlannedRequest {
  return operation.op.body ? sent(operation, changes(shownBody(operation))) : bodyless(operation);
}

function bodyless(operation: Operation): PlannedRequest {
  const { method } = operation.op;
  return { method, path: samplePath(operation), query: requiredQuery(operation), headers: sampleHeaders(operation) };
}

/** Whatever is sent stands as it is: who it speaks of is known by the marks. */
function sent(operation: Operation, json: Body): AccountRequest {
  return { ...bodyless(operation), json, body: bodyText(operation, json) ?? '', verbatim: Object.keys(json) };
}

/** The body that the documents show; one that fits where they show none. */
export function shownBody(operation: Operation): Body {
  const shown = sampleBody(operation);
  if (shown) return shown;
  const made = fittingValue(operation.api, bodySchema(operation) ?? {});
  return isObject<JsonValue>(made) ? made : {};
}
