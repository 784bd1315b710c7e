// Faults of status codes.
import {
  emptyAnswer,
  isCreate,
  isDelete,
  isLink,
  isList,
  isRetrieve,
  isSuccess,
  isUpdate,
  withHeader,
} from '../exchange-shape.js';
import type { Fault, ProxiedAnswer, ProxiedRequest } from '../fault.js';

/** Another status where the request is of a kind and the status is the given one. */
function status(
  id: string,
  what: string,
  kind: (r: ProxiedRequest) => boolean,
  from: number | 'success',
  to: number,
): Fault {
  const applies = (answer: ProxiedAnswer): boolean => (from === 'success' ? isSuccess(answer) : answer.status === from);
  return {
    id,
    area: 'status',
    what,
    answer: (answer, request) =>
      kind(request) && applies(answer) && answer.status !== to ? { ...answer, status: to } : undefined,
  };
}

const any = (): boolean => true;

export const STATUS_FAULTS: Fault[] = [
  status('create-answers-200', 'a create answers 200 instead of 201', isCreate, 201, 200),
  status('create-answers-202', 'a create answers 202 as if it were still at work', isCreate, 201, 202),
  status('update-answers-200', 'an update answers 200 instead of 204', isUpdate, 204, 200),
  status('delete-answers-200', 'a delete answers 200 instead of 204', isDelete, 204, 200),
  status('delete-answers-202', 'a delete answers 202 instead of 204', isDelete, 204, 202),
  status('retrieve-answers-203', 'a retrieve answers 203', isRetrieve, 200, 203),
  status('list-answers-206', 'a list answers 206 Partial Content', isList, 200, 206),
  status('link-answers-200', 'a change of a link answers 200 instead of 204', isLink, 204, 200),
  status('missing-answers-400', 'a missing entity answers 400 instead of 404', any, 404, 400),
  status('missing-answers-410', 'a missing entity answers 410 instead of 404', any, 404, 410),
  status('conflict-answers-400', 'a conflict answers 400 instead of 409', any, 409, 400),
  status('invalid-answers-422', 'an invalid body answers 422 instead of 400', any, 400, 422),
  status('invalid-answers-500', 'an invalid body makes the server fail with 500', any, 400, 500),
  status('mismatch-answers-409', 'an If-Match that does not match answers 409 instead of 412', any, 412, 409),
  status('no-token-answers-403', 'a request without a token answers 403 instead of 401', any, 401, 403),
  {
    id: 'missing-answers-200',
    area: 'status',
    what: 'a missing entity answers 200 with an empty body',
    answer: (answer, request) => (isRetrieve(request) && answer.status === 404 ? emptyAnswer(200) : undefined),
  },
  {
    id: 'every-third-answers-503',
    area: 'status',
    what: 'every third request is refused with 503',
    request: (_request, memory) => {
      const count = ((memory.get('count') as number | undefined) ?? 0) + 1;
      memory.set('count', count);
      return count % 3 === 0 ? { answer: emptyAnswer(503) } : undefined;
    },
  },
  {
    id: 'create-redirects',
    area: 'status',
    what: 'a create answers 303 with a Location instead of 201',
    answer: (answer, request) =>
      isCreate(request) && answer.status === 201
        ? withHeader({ ...answer, status: 303 }, 'location', String(answer.headers['location'] ?? request.path))
        : undefined,
  },
];
