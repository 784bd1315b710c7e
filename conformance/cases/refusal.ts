// What a wrong request must be answered with.
import type { Operation } from '../plan/resources.js';
import type { Expectation } from '../plan/story.js';

/** A refusal: those of the wanted statuses that the operation documents, else any client error. */
export function refused(operation: Operation, wanted = ['400', '422'], because = 'the request is wrong'): Expectation {
  const documented = wanted.filter((status) => operation.op.responses.some((r) => r.status === status));
  return {
    statuses: documented.length > 0 ? documented : ['4XX'],
    because,
    response: true,
    error: true,
  };
}
