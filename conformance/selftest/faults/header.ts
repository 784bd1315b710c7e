// Faults of response headers: left out, wrong, or telling nothing.
import {
  emptyAnswer,
  isCreate,
  isLink,
  isList,
  isRetrieve,
  isSuccess,
  isUpdate,
  withHeader,
  withJson,
} from '../exchange-shape.js';
import type { Fault, ProxiedAnswer, ProxiedRequest } from '../fault.js';

function header(
  id: string,
  what: string,
  kind: (request: ProxiedRequest, answer: ProxiedAnswer) => boolean,
  name: string,
  value: (current: string) => string | undefined,
): Fault {
  return {
    id,
    area: 'header',
    what,
    answer: (answer, request) => {
      const current = answer.headers[name];
      return current === undefined || !kind(request, answer)
        ? undefined
        : withHeader(answer, name, value([current].flat().join(', ')));
    },
  };
}

const success = (_request: ProxiedRequest, answer: ProxiedAnswer): boolean => isSuccess(answer);
const gone = (): undefined => undefined;

export const HEADER_FAULTS: Fault[] = [
  {
    id: 'untyped-body-refused',
    area: 'header',
    what: 'a body that does not say what it is is refused, though documents say what it is taken for',
    request: (request) =>
      request.body.length > 0 &&
      request.headers['content-type'] === undefined &&
      (isCreate(request) || isUpdate(request))
        ? { answer: withJson(emptyAnswer(415), { code: 'TYPE', message: { lang: 'en', value: 'type' } }) }
        : undefined,
  },
  {
    id: 'origin-of-caller',
    area: 'header',
    what: 'Access-Control-Allow-Origin says who asks instead of *',
    answer: (answer, request) => {
      const { origin } = request.headers;
      return typeof origin === 'string' ? withHeader(answer, 'access-control-allow-origin', origin) : undefined;
    },
  },
  header('no-etag', 'no ETag on a created or retrieved entity', success, 'etag', gone),
  header('no-location', 'no Location on a create', isCreate, 'location', gone),
  header('location-elsewhere', 'the Location of a create leads to nothing', isCreate, 'location', (v) =>
    v.replace(/'([^']*)'\)$/, "'$1-x')").replace(/([^)])$/, '$1-x'),
  ),
  header('location-of-collection', 'the Location of a create is its collection', isCreate, 'location', (v) =>
    v.replace(/\([^/]*\)$|\/[^/]+$/, ''),
  ),
  {
    id: 'unchanged-refused',
    area: 'header',
    what: 'a read of a version that the caller has already is refused',
    answer: (answer, request) => {
      const known = request.headers['if-none-match'];
      const same = request.method === 'GET' && known !== undefined && known === answer.headers['etag'];
      return same ? { ...emptyAnswer(412), headers: {} } : undefined;
    },
  },
  header('no-content-type', 'no Content-Type on a body', success, 'content-type', gone),
  header('html-content-type', 'JSON is called text/html', success, 'content-type', () => 'text/html;charset=UTF-8'),
  header(
    'xml-content-type',
    'a list is called application/atom+xml',
    isList,
    'content-type',
    () => 'application/atom+xml',
  ),
  header(
    'text-errors',
    'errors are called text/plain',
    (_r, a) => a.status >= 400,
    'content-type',
    () => 'text/plain',
  ),
  header('no-dataserviceversion', 'no DataServiceVersion', success, 'dataserviceversion', gone),
  header('no-cors', 'no Access-Control-Allow-Origin', success, 'access-control-allow-origin', gone),
  header(
    'cors-null',
    'Access-Control-Allow-Origin is not the documented value',
    success,
    'access-control-allow-origin',
    () => 'null',
  ),

  header('no-challenge', 'a 401 without WWW-Authenticate', (_r, a) => a.status === 401, 'www-authenticate', gone),
  header(
    'unquoted-etag',
    'an ETag without quotes',
    (r, a) => success(r, a) && !isLink(r),
    'etag',
    (v) => v.replaceAll('"', ''),
  ),
  {
    id: 'first-override-only',
    area: 'header',
    what: 'of several headers that stand for others only the first is read',
    request: (request) => {
      const [first = '', ...more] = (request.headers['x-override'] ?? '').split(', ');
      return more.length === 0 ? undefined : { ...request, headers: { ...request.headers, 'x-override': first } };
    },
  },
  {
    id: 'accept-obeyed',
    area: 'header',
    what: 'an answer is called what Accept asks for, though that is said to change nothing',
    answer: (answer, request) =>
      request.headers['accept']?.includes('atom')
        ? withHeader(answer, 'content-type', 'application/atom+xml')
        : undefined,
  },
  {
    id: 'format-obeyed',
    area: 'header',
    what: 'an answer is called what the query asks for, though that is said to change nothing',
    answer: (answer, request) =>
      /[?&](?:\$|%24)format=atom/.test(request.path)
        ? withHeader(answer, 'content-type', 'application/atom+xml')
        : undefined,
  },
  {
    id: 'length-of-nothing',
    area: 'header',
    what: 'a 204 says how long its content is (RFC 9110, 8.6)',
    answer: (answer) => (answer.status === 204 ? withHeader(answer, 'content-length', '12') : undefined),
  },
  {
    id: 'etag-never-changes',
    area: 'header',
    what: 'the ETag stays the same whatever is written',
    answer: (answer) =>
      answer.headers['etag'] === undefined ? undefined : withHeader(answer, 'etag', 'W/"1-1000000000000"'),
  },
  {
    id: 'etag-always-changes',
    area: 'header',
    what: 'the ETag differs at each retrieve though nothing was written',
    answer: (answer, request, memory) => {
      if (!isRetrieve(request) || answer.headers['etag'] === undefined) return undefined;
      const count = ((memory.get('count') as number | undefined) ?? 0) + 1;
      memory.set('count', count);
      return withHeader(answer, 'etag', `W/"${count}-${2_000_000_000_000 + count}"`);
    },
  },
  {
    id: 'update-etag-of-before',
    area: 'header',
    what: 'an update answers with an ETag that the entity never has',
    answer: (answer, request) =>
      isUpdate(request) && isSuccess(answer) ? withHeader(answer, 'etag', 'W/"0-0"') : undefined,
  },
];
