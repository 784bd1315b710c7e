// Actions on one thing: `POST /tickets/{id}/close`, which need nothing and are refused in the wrong state.
import { filledBy } from './filled-by.js';
import { type Model, type Operation, type Resource, systemSegment } from './resources.js';
import { setBy } from './set-by.js';

/** An action that says in which state it is refused (409). */
function isAction(operation: Operation): boolean {
  return isPlainAction(operation) && operation.op.responses.some(({ status }) => status === '409');
}

/** Likewise one that must be told more: `POST /visits/{id}/transitions`, to which state; or of which it is said with others. */
export function isRefusable(operation: Operation): boolean {
  const { errors = [], commonStatuses = [] } = operation.api.docs;
  const ofAll = commonStatuses.includes(409) || errors.some(({ status }) => status === 409);
  return acts(operation) && (ofAll || refusesStates(operation));
}

/** Whether its documents have a refusal for the state of things: its own, or one told of all that is done with them. */
export function refusesStates({ api, op }: Operation): boolean {
  const told = op.tags.some((tag) => /\b409\b/.test(api.tags.get(tag) ?? ''));
  return told || op.responses.some(({ status }) => status === '409');
}

function isPlainAction(operation: Operation): boolean {
  return acts(operation) && !operation.op.body?.required;
}

function acts(operation: Operation): boolean {
  return operation.op.method === 'POST' && !operation.creates && isInside(operation) && !makesThrough(operation);
}

/** OData makes what a thing leads to at the address of that (URI conventions, section 3.2): `Folder('a')/Tags`. */
function makesThrough({ op, segments }: Operation): boolean {
  return segments.at(-2)?.keys !== undefined && op.responses.some(({ status }) => status === '201');
}

/** `/tickets/{id}/close` */
function isInside({ segments }: Operation): boolean {
  const [of, last] = segments.slice(-2);
  const inside = of !== undefined && (of.variable !== undefined || of.keys !== undefined);
  return inside && last !== undefined && last.variable === undefined && !last.keys && systemSegment(segments) < 0;
}

/** Other actions on the same thing. */
export function otherActions(model: Model, action: Operation): Operation[] {
  return actionsOn(model, signatureOfThing(action)).filter((other) => other !== action);
}

/** Actions on the thing of a signature, its marks among them: `PUT /tickets/{id}/archive`. */
export function actionsOn(model: Model, thing: string): Operation[] {
  return model.operations.filter(
    (o) =>
      (isPlainAction(o) || marks(model, o)) && o.op.docs.sideEffects === undefined && signatureOfThing(o) === thing,
  );
}

/** Whether it is an action on things of a kind. */
export function actsOn(operation: Operation, { signature }: Resource): boolean {
  return acts(operation) && signatureOfThing(operation) === signature;
}

/** Likewise those that must be told more: `POST /orders/{id}/cancel`, and why. */
export function turnsOn(model: Model, thing: string): Operation[] {
  return model.operations.filter(
    (o) => (acts(o) || marks(model, o)) && o.op.docs.sideEffects === undefined && signatureOfThing(o) === thing,
  );
}

/** A PUT or DELETE without a body, of what cannot be read by itself. */
function marks(model: Model, operation: Operation): boolean {
  return isMark(operation) && model.at('GET', operation.signature).length === 0;
}

function isMark(operation: Operation): boolean {
  const { method, body } = operation.op;
  return (method === 'PUT' || method === 'DELETE') && !body && isInside(operation);
}

/** The signature has a part for each segment. */
function signatureOfThing({ signature }: Operation): string {
  return signature.slice(0, signature.lastIndexOf('/'));
}

/** Whether two act on the same thing. */
export function sameThing(one: Operation, other: Operation): boolean {
  return signatureOfThing(one) === signatureOfThing(other);
}

/** The actions that one takes back by its name: `archive` of `unarchive`. */
export function undoneBy({ segments }: Operation, others: readonly Operation[]): Operation[] {
  const name = /^un[-_]?(.+)$/i.exec(segments.at(-1)?.text ?? '')?.[1]?.toLowerCase();
  return others.filter((other) => name !== undefined && other.segments.at(-1)?.text.toLowerCase() === name);
}

/** What is there again after it can be read. */
export function takesBack({ segments }: Operation): boolean {
  return /^(?:restore|undelete|recover|unarchive|untrash)$/i.test(segments.at(-1)?.text ?? '');
}

/** An action whose description says what it does, whether or not it is refused in some state. */
export function isTelling(operation: Operation): boolean {
  const acting = isPlainAction(operation) || isMark(operation);
  const tells = (): boolean => Object.keys(setBy(operation)).length > 0 || filledBy(operation).size > 0;
  return isAction(operation) || (acting && tells());
}
