// A method that an address does not know, where the documents tell of all operations how that is refused (405).

import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { tellsOfAll } from '../refusal.js';

/** Only a read where there is nothing but an action to be done: whoever knows it after all changes nothing by it. */
export function otherMethodCases({ model, commandsOnly }: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op, segments, signature } = operation;
  const action = op.method === 'POST' && segments.length > 2 && segments.at(-1)?.variable === undefined;
  const read = ['GET', 'HEAD'].some((method) => model.at(method, signature).length > 0);
  // What stands below something else may be a thing of its own: `GET /boats/{id}` reads a boat called "leave", too.
  const within = segments.at(-2)?.variable !== undefined;
  if (commandsOnly || !action || !within || read || !tellsOfAll(operation, 405)) return [];
  const { body: _body, json: _json, ...rest } = base;
  const headers = Object.fromEntries(Object.entries(rest.headers).filter(([name]) => !/^content-/i.test(name)));
  const expect = {
    statuses: ['405'],
    because: 'the address knows no such method, and the documents refuse that with 405',
    response: false,
    error: true,
  };
  const changes = { request: { ...rest, method: 'GET', headers }, expect };
  return [{ what: 'other-method', title: 'as a read', level: 'MUST', changes }];
}
