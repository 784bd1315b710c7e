// A request without a body for what a story has made: with what the operation demands, and what the create sends of whoever asks.
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import type { Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { BaseRequest } from '../base-request.js';
import { plainHeaders } from './stories.js';

/** @param like the request of the create */
export function requestAt(suite: Suite, operation: Operation, path: string, like: BaseRequest): BaseRequest {
  const headers = { ...requiredHeaders(suite, operation), ...plainHeaders(like) };
  return { method: operation.op.method, path, query: requiredQuery(operation), headers };
}
