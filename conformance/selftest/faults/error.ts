// Faults of error answers.
import { type JsonObject, json, withBody, withJson } from '../exchange-shape.js';
import type { Fault } from '../fault.js';

const errorBody = (id: string, what: string, change: (body: JsonObject) => JsonObject | undefined): Fault => ({
  id,
  area: 'error',
  what,
  answer: (answer) => {
    const body = json(answer);
    if (answer.status < 400 || typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
    const changed = change(body);
    return changed === undefined ? undefined : withJson(answer, changed);
  },
});

/** An error that says one thing is answered as another one. */
const errorAs = (id: string, what: string, said: RegExp, other: JsonObject): Fault =>
  errorBody(id, what, (body) => (said.test(JSON.stringify(body)) ? { ...body, ...other } : undefined));

const WRONG_FIELD = { code: 'PR400-OD-0006' };
const WRONG_PASSWORD = { error: 'invalid_grant', error_description: '[PR400-AN-0017] - Authentication failed.' };

export const ERROR_FAULTS: Fault[] = [
  errorBody('error-without-code', 'an error has no code', ({ code, ...rest }) =>
    code === undefined ? undefined : rest,
  ),
  errorBody('error-without-message', 'an error has no message', ({ message, ...rest }) =>
    message === undefined ? undefined : rest,
  ),
  errorBody('error-code-number', 'the code of an error is a number', (body) =>
    body['code'] === undefined ? undefined : { ...body, code: 1 },
  ),
  errorBody('error-code-unknown', 'the code of an error is not in the documented list', (body) =>
    body['code'] === undefined ? undefined : { ...body, code: 'XX000-ZZ-0000' },
  ),
  {
    id: 'error-code-first',
    area: 'error',
    what: 'every error has the code of the first one',
    answer: (answer, _request, memory) => {
      const body = json(answer);
      if (
        answer.status < 400 ||
        typeof body !== 'object' ||
        body === null ||
        Array.isArray(body) ||
        body['code'] === undefined
      )
        return undefined;
      const first = memory.get('code') as typeof body.code;
      if (first === undefined) memory.set('code', body['code']);
      return first === undefined || first === body['code'] ? undefined : withJson(answer, { ...body, code: first });
    },
  },
  errorBody('error-message-text', 'the message of an error is plain text', (body) =>
    typeof body['message'] === 'object' ? { ...body, message: 'failed' } : undefined,
  ),
  errorAs(
    'missing-as-wrong',
    'a login without a field that it needs is answered as one with a wrong password',
    /"invalid_request".*PR400-AN-0016|PR400-AN-0016.*"invalid_request"/,
    WRONG_PASSWORD,
  ),
  errorAs('unread-as-field', 'a body that is no JSON is answered as a wrong field', /PR400-OD-0001/, WRONG_FIELD),
  errorAs('header-as-field', 'a wrong header is answered as a wrong field of the body', /PR400-AU-0001/, WRONG_FIELD),
  {
    id: 'error-as-html',
    area: 'error',
    what: 'errors come as an HTML page of the web server',
    answer: (answer) =>
      answer.status >= 400
        ? withBody(
            { ...answer, headers: { ...answer.headers, 'content-type': 'text/html' } },
            Buffer.from('<html><body>Error</body></html>'),
          )
        : undefined,
  },
  {
    id: 'error-empty',
    area: 'error',
    what: 'errors have no body',
    answer: (answer) =>
      answer.status >= 400 && answer.body.length > 0 ? withBody(answer, Buffer.alloc(0)) : undefined,
  },
];
