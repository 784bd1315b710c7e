// Whether a run registers accounts of its own, and what its cases say of accounts then.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { shownBody } from './account-requests.js';
import { markAddressed } from './addressees.js';
import { parseBody } from './body.js';
import { findRegistration, type Registration } from './registration.js';
import type { Model } from './resources.js';
import { forAnother, ofOwnAccount } from './spoken.js';
import type { Case } from './story.js';
import type { Suite } from './subject.js';

/** What cannot be removed again is not registered, unless it may stay. */
export function registrationOf(model: Model, leavesThings: boolean): Registration | undefined {
  const registration = findRegistration(model);
  if (registration) markAddressed(model);
  if (registration?.remove) registration.register.operation.enrols = true;
  return registration?.remove || leavesThings ? registration : undefined;
}

/** What is documented of somebody's account is sent of the run's own. */
export function ofRun({ registration, model }: Suite, one: Case): Case {
  const operation = one.meant ?? one.operation;
  const parsed = registration && !one.account ? parseBody(one.request.body) : undefined;
  if (!registration || parsed?.kind !== 'json' || !isObject<JsonValue>(parsed.value)) return one;
  const named = model.resources.some(({ create }) => create === operation);
  const shown = shownBody(operation);
  const own = ofOwnAccount(registration, operation, parsed.value, shown, named);
  const { addressee } = model.resources.find(({ create }) => create === operation) ?? {};
  const json = addressee === undefined ? own : forAnother(registration, own, addressee, shown);
  return json === parsed.value ? one : { ...one, request: { ...one.request, body: JSON.stringify(json) } };
}
