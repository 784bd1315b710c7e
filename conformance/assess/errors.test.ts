import { expect, test } from 'vitest';
import type { Api, ApiOperation, JsonValue } from '../../spec/contract/api.js';
import type { AnswerContext } from './answer.js';
import { errorFindings } from './errors.js';

const errors: { code: string; status: number; message: string; oauth?: string }[] = [
  { code: 'E400-1', status: 400, message: 'JSON parse error.' },
  { code: 'E400-2', status: 400, message: 'Field [{0}] is wrong.' },
  { code: 'E400-3', status: 400, message: '$filter parse error.' },
  { code: 'E400-5', status: 400, message: '[{0}] is required.' },
  { code: 'E400-6', status: 400, message: 'Unknown property was appointed.' },
  { code: 'E400-7', status: 400, message: 'Request body format error in [{0}].' },
  { code: 'E412-1', status: 412, message: 'If-Match header is required.' },
  { code: 'E412-2', status: 412, message: 'The version does not match.' },
  { code: 'E400-4', status: 400, message: 'Authentication failed.', oauth: 'invalid_grant' },
  { code: 'E401-1', status: 401, message: 'Token expired.' },
  { code: 'E401-2', status: 401, message: 'Authorization required.' },
  { code: 'E409-2', status: 409, message: 'It exists already.' },
  { code: 'E409-3', status: 409, message: 'The thing already exists.' },
  { code: 'E409-1', status: 409, message: 'This shelf has related data.' },
];
const alone = [{ code: 'E400-3', status: 400, message: '$filter parse error.' }];
const api = { docs: { errors }, resolve: (schema: unknown) => schema } as unknown as Api;
const schema = {
  type: 'object',
  required: ['Name'],
  properties: { Name: { type: 'string' }, Size: { type: 'integer' } },
};
const plain = {
  method: 'POST',
  path: '/s',
  parameters: [],
  security: [['bearer']],
  responses: [],
  body: { content: [{ type: 'application/json', schema }] },
} as unknown as ApiOperation;

interface Sent {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  op?: ApiOperation;
  oauth?: string[];
}

const validator = () => (value: unknown) => (JSON.stringify(value).includes('wrong') ? [{}] : []);
/** The same, with a header that has a limit. */
const headed = {
  ...plain,
  parameters: [{ in: 'header', name: 'X-Word', schema: { type: 'string', maxLength: 3 } }],
} as unknown as ApiOperation;

/** The same, with a field that is required where another is there. */
const needy = {
  ...plain,
  body: { content: [{ type: 'application/json', schema: { ...schema, dependentRequired: { Name: ['Size'] } } }] },
} as unknown as ApiOperation;

function broken(
  status: number,
  value: JsonValue,
  { op = plain, oauth = [], ...sent }: Sent = {},
  list = errors,
): string[] {
  const request = { method: 'POST', url: 'http://a/s', headers: {}, ...sent };
  const context = {
    api: { ...api, docs: { errors: list } },
    op,
    request,
    level: 'MUST',
    expect: { oauth },
    validator,
  } as unknown as AnswerContext;
  const body = JSON.stringify(value);
  const answer = { status, statusText: '', headers: [], body, bytes: body.length, cut: false, ms: 1 };
  return errorFindings(context, answer, value, {}).flatMap(({ id, ok }) => (ok ? [] : [id]));
}

/** Its refusals have a field that is told to come with one code alone. */
const telling = {
  ...plain,
  responses: [
    {
      status: '401',
      content: [
        {
          type: 'application/json',
          schema: { properties: { url: { description: 'Only when the code is "E401-7".' } } },
        },
      ],
    },
  ],
} as unknown as ApiOperation;
const dashed = [...errors, { code: '-', status: 412, message: 'Versions that there are' }];

const failed = { error: 'invalid_grant', error_description: '[E400-4] - No' };
const said = (code: string, text = 'It went wrong.'): JsonValue => ({ code, message: { lang: 'en', value: text } });

test.each<[string, string[], string[]]>([
  ['a code of another status', broken(409, said('E400-2')), ['error-code']],
  ['a code that is not listed', broken(400, said('E400-9')), ['error-code']],
  ['a message of its own language', broken(400, said('E400-2', '項目が違います')), []],
  ['a code that the answer itself is told to have', broken(401, '[E401-7] - No', { op: telling }), []],
  ['another one', broken(401, '[E401-8] - No', { op: telling }), ['error-code']],
  ['a list that has a dash for no code', broken(400, '[E400-2] - No', {}, dashed), []],
  ['a dash alone', broken(412, 'It is - so to say - another one', {}, dashed), ['error-code']],
  ['an empty message', broken(400, said('E400-2', '')), ['error-text']],
  ['a code alone', broken(400, { code: 'E400-2' }), []],
  ['a placeholder that was not filled in', broken(400, said('E400-2', 'Field [{0}] is wrong.')), ['error-text']],
  ['what looks like one, and was sent', broken(400, said('E400-2', 'Field [{0}]'), { body: '{"Name":"{0}"}' }), []],
  ["OAuth's name for the code", broken(400, { error: 'invalid_grant', error_description: '[E400-4] - No' }), []],
  ['another name', broken(400, { error: 'invalid_request', error_description: '[E400-4] - No' }), ['error-name']],
  ['the name for what is wrong', broken(400, failed, { oauth: ['invalid_grant'] }), []],
  ['the name for something else', broken(400, failed, { oauth: ['invalid_request'] }), ['error-reason']],
  ['a field of what is no JSON', broken(400, said('E400-5'), { body: '{"' }), ['error-reason']],
  ['a field of no body', broken(400, said('E400-5'), { body: ' ' }), []],
  ['a parse error of what can be parsed', broken(400, said('E400-1'), { body: '{"Name":"a b"}' }), ['error-reason']],
  ['a parse error of what can not', broken(400, said('E400-1'), { body: '{"' }), []],
  ['a parse error of what has not all', broken(400, said('E400-1'), { body: '{}' }), []],
  ['a parse error of another type', broken(400, said('E400-1'), { body: '{"Name":"a","Size":"x"}' }), []],
  ['a parse error of an unknown field', broken(400, said('E400-1'), { body: '{"Name":"a","Other":"x"}' }), []],
  ['an option that was not sent', broken(400, said('E400-3'), { body: '{"Name":"a"}' }), ['error-reason']],
  ['an option that was', broken(400, said('E400-3'), { url: 'http://a/s?%24filter=x' }), []],
  ['an option where no code is better', broken(400, said('E400-3'), {}, alone), []],
  ['no token, told as an old one', broken(401, said('E401-1')), ['error-reason']],
  ['no token, told so', broken(401, said('E401-2')), []],
  ['an old token', broken(401, said('E401-1'), { headers: { Authorization: 'Bearer x' } }), []],
  ['a create told as a removal', broken(409, said('E409-1')), ['error-reason']],
  ['a removal', broken(409, said('E409-1'), { method: 'DELETE' }), []],
  ['a removal told as a clash', broken(409, said('E409-3'), { method: 'DELETE' }), ['error-reason']],
  [
    'the removal of a link told so',
    broken(409, said('E409-3'), { method: 'DELETE', url: "http://a/s('x')/$links/_t('y')" }),
    [],
  ],
  ['a removal by override', broken(409, said('E409-1'), { headers: { 'X-HTTP-Method-Override': 'DELETE' } }), []],
  [
    'a header told as a field of the body',
    broken(400, said('E400-7'), { op: headed, headers: { 'x-word': 'long' }, body: '{"Name":"a"}' }),
    ['error-reason'],
  ],
  [
    'a header, and a field, too',
    broken(400, said('E400-7'), { op: headed, headers: { 'x-word': 'long' }, body: '{"Name":"wrong"}' }),
    [],
  ],
  ['a field alone', broken(400, said('E400-7'), { op: headed, headers: { 'X-Word': 'ok' }, body: '{"Name":"a"}' }), []],
  ['a field told as missing that is there', broken(400, said('E400-5'), { body: '{"Name":"a b"}' }), ['error-reason']],
  ['a field that is missing', broken(400, said('E400-5'), { body: '{"Size":"a"}' }), []],
  ['a field that says nothing', broken(400, said('E400-5'), { body: '{"Name":" "}' }), []],
  ['a field that may be read as none', broken(400, said('E400-5'), { body: '{"Name":7}' }), []],
  ['a field that may be needed with others', broken(400, said('E400-5'), { body: '{"Name":"a"}', op: needy }), []],
  ['documented fields told as unknown', broken(400, said('E400-6'), { body: '{"Name":"a"}' }), ['error-reason']],
  ['an unknown field', broken(400, said('E400-6'), { body: '{"Name":"a","Other":"x"}' }), []],
  ['an unknown field of an option', broken(400, said('E400-6'), { url: 'http://a/s?x=1', body: '{"Name":"a"}' }), []],
  [
    'a header told as missing, with the right code in words',
    broken(412, said('E412-1', 'It is E412-2.'), { headers: { 'If-Match': '"1"' } }),
    ['error-reason'],
  ],
  ['a header told as missing', broken(412, said('E412-1'), { headers: { 'if-match': '"1"' } }), ['error-reason']],
  ['a header that is missing', broken(412, said('E412-1')), []],
])('%s', (_what, found, want) => {
  expect(found).toEqual(want);
});

test.each<[JsonValue, boolean]>([
  [{ error: { code: 'gone', text: 'It is gone.' } }, true],
  [{ error: { code: 'E404', text: 'It is gone.' } }, false],
  [{ error: { text: 'gone' } }, false],
  [{ error: 'gone' }, false],
  [{ error: { code: 'moored', text: 'It is moored.' } }, true],
])('%j has the code where the documents show it', (value, ok) => {
  const docs = { errors: [{ code: 'gone', status: 404, message: '' }], errorMembers: { code: '/error/code' } };
  const op = { ...plain, description: 'A boat at the quay has the code moored.', responses: [] };
  const context = { api: { docs }, op, request: { url: '/', headers: {} }, expect: {}, level: 'MUST' };
  const answer = { status: 404, headers: [], body: JSON.stringify(value) };
  const [finding] = errorFindings(context as unknown as AnswerContext, answer as never, value, {});
  expect(finding?.ok ?? true).toBe(ok);
});
