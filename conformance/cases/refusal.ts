// What a wrong request must be answered with.
import { isMisnamed } from '../plan/misnamed-status.js';
import type { Operation } from '../plan/resources.js';
import { logsIn } from '../plan/safe-methods.js';
import type { Expectation } from '../plan/story.js';
import { says } from '../told/told.js';

/** Which of these says best what is wrong with a request, servers see differently: a range takes any of them. */
const OF_THE_REQUEST = ['400', '422'];

/**
 * A refusal: those of the wanted statuses that the operation documents, else any client error. Where it documents a range
 * for what it does not name (`4XX`, `default`), a wrong request may be refused with any of that. A status that is for
 * failed validation alone says nothing of requests that are in order and refused for what they ask for.
 */
export function refused(operation: Operation, wanted = OF_THE_REQUEST, because = 'the request is wrong'): Expectation {
  const has = (status: string): boolean => operation.op.responses.some((r) => r.status.toUpperCase() === status);
  const ofForms = wanted.every((s) => OF_THE_REQUEST.includes(s));
  const onlyOfForms = (status: string): boolean =>
    !ofForms && operation.op.responses.some((r) => r.status === status && says(r.description, 'failedValidation'));
  const ofRequest = OF_THE_REQUEST.some((s) => wanted.includes(s));
  const also = ofRequest ? alike(operation).filter(has) : [];
  const documented = [...wanted.filter(has), ...also];
  const open = documented.every((s) => onlyOfForms(s)) || (ofRequest && (has('4XX') || has('DEFAULT')));
  return {
    statuses: open ? [...documented, '4XX'] : documented,
    because,
    response: true,
    error: true,
  };
}

/** What else may refuse a wrong request: documents call it so, or a login does not tell what is wrong. */
function alike(operation: Operation): string[] {
  return [...(isMisnamed(operation, 405) ? ['405'] : []), ...(logsIn(operation) ? ['401'] : [])];
}

/** What cannot be read at all is a bad request whatever the documents say of wrong fields (RFC 9110, section 15.5.1). */
export function orBadRequest(expect: Expectation): Expectation {
  return { ...expect, statuses: [...new Set([...expect.statuses, '400'])] };
}

/** Whether the error list has a message with a status that says all of these. */
export function listsError({ api }: Operation, status: number, ...says: RegExp[]): boolean {
  const listed = api.docs.errors?.filter((e) => e.status === status) ?? [];
  return listed.some(({ message }) => says.every((pattern) => pattern.test(message)));
}

/** Whether documents tell of every address that it may be refused so. */
export function tellsOfAll(operation: Operation, status: number): boolean {
  return operation.api.docs.commonStatuses?.includes(status) === true || listsError(operation, status);
}

/** Whether an operation's documents have a status. */
export function documents(operation: Operation, status: string): boolean {
  return operation.op.responses.some((r) => r.status === status);
}
