// What holds for all operations, told on a page of its own.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

type Json = Record<string, unknown>;

const wording = readWording();

function built(profile: string, files: Record<string, string>): Json {
  return buildSpec(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { profile: readProfile(profile, packageRoot()), wording } as Parameters<typeof buildSpec>[1],
  ).document;
}

const COMMON = `# Conventions

Every request needs \`Authorization: Bearer TOKEN\`, except [Read State](2.md), which anybody may call. Without a token it is answered with 401.

- Every response carries \`X-Trace\`, a number for our log.
- A client may send \`X-Shop\` with any request.
- All PUT requests need \`If-Match\`. Without it they are refused with 428, with a stale one with 412.

All errors are \`application/problem+json\`. More than 100 requests a minute are answered with 429; the \`Retry-After\` header of the response tells how long to wait.

## Lists

All lists take \`limit\` (1 - 50, default 10).
`;

const page = (title: string, method: string, url: string, response: string): string => `# ${title}

## Request

### Request URL

\`\`\`
${url}
\`\`\`

### Request Method

${method}

## Response

### Response Code

${response}
`;

const LISTED = '200\n\n### Response Sample\n\n```JSON\n{"d": {"results": [{"Name": "a"}]}}\n```\n';

const document = built('personium', {
  '0.md': COMMON,
  '1.md': page('List Boat', 'GET', '{CellURL}__ctl/Boat', LISTED),
  '2.md': page('Read State', 'GET', '{CellURL}__state', '200'),
  '3.md': page('Update Boat', 'PUT', "{CellURL}__ctl/Boat('{BoatName}')", '204'),
});
const of = (source: Json, path: string, method: string): Json => pointer(source, `/paths/${path}/${method}`) as Json;
const [list, state, update] = [
  of(document, '~1{CellName}~1__ctl~1Boat', 'get'),
  of(document, '~1{CellName}~1__state', 'get'),
  of(document, "~1{CellName}~1__ctl~1Boat('{BoatName}')", 'put'),
];
const named = (operation: Json | undefined): string[] =>
  ((operation?.['parameters'] ?? []) as { $ref: string }[]).map(({ $ref }) => $ref.replace(/^.*\//, ''));
const headersOf = (operation: Json | undefined, status: string): string[] =>
  Object.keys((pointer(operation, `/responses/${status}/headers`) ?? {}) as Json);

it('headers of all requests and answers are those of each, with the line that tells them', () => {
  expect([list, state, update].map(named)).toEqual([['X-Shop', 'limit'], ['X-Shop'], ['X-Shop', 'If-Match']]);
  expect([headersOf(list, '200'), headersOf(state, '200'), headersOf(update, '412')]).toEqual([
    ['X-Trace'],
    ['X-Trace'],
    ['X-Trace'],
  ]);
  expect(pointer(document, '/components/headers/X-Trace')).toMatchObject({
    'x-docproof': { source: { file: '0.md', line: 5 } },
  });
  expect(pointer(document, '/components/parameters/X-Shop')).toMatchObject({
    required: false,
    'x-docproof': { source: { file: '0.md', line: 6 } },
  });
  expect(pointer(document, '/components/parameters/If-Match')).toMatchObject({ required: true });
});

it('what is left out by name needs no credential and is not refused for the lack of one', () => {
  expect([list, state, update].map((one) => one?.['security'])).toEqual([[{ bearer: [] }], [], [{ bearer: [] }]]);
  expect([list, state].map((one) => Object.hasOwn(one?.['responses'] as Json, '401'))).toEqual([true, false]);
});

it('refusals of all requests come with their headers, in the media type of all errors', () => {
  expect(headersOf(list, '429')).toEqual(['X-Trace', 'Retry-After']);
  expect(pointer(list, '/responses/429/content')).toHaveProperty(['application/problem+json']);
  expect(Object.keys(update?.['responses'] as Json)).toEqual(['204', '401', '412', '428', '429']);
});

it.each([
  ['There are some exceptions.', []],
  ['', ['X-Trace']],
])('a page that makes exceptions without naming them tells of none for certain: %s', (words, names) => {
  const text = `# Conventions\n\nEvery response carries \`X-Trace\`.\n\n${words}\n`;
  const source = built('personium', { '0.md': text, '1.md': page('List Boat', 'GET', '{CellURL}__ctl/Boat', '200') });
  expect(headersOf(of(source, '~1{CellName}~1__ctl~1Boat', 'get'), '200')).toEqual(names);
});

it('a page about one option speaks of no operation', () => {
  const text = '# Limits\n\nA value that is no number is answered with 400. The `Retry-After` header comes with 429.\n';
  const source = built('personium', { '0.md': text, '1.md': page('List Boat', 'GET', '{CellURL}__ctl/Boat', '200') });
  expect(Object.keys(of(source, '~1{CellName}~1__ctl~1Boat', 'get')['responses'] as Json)).toEqual(['200']);
});

it('headers of all answers stand in a list below the sentence that says so', () => {
  const text =
    '# Harbour\n\nEvery response has these headers:\n\n- `X-Trace` – a number\n- `X-Left`: how many are left\n';
  const source = built('rest-table', { '0.md': text, '1.md': '# Boats\n\n## GET /boats\n\nReturns 200.\n' });
  expect(headersOf(of(source, '~1boats', 'get'), '200')).toEqual(['X-Trace', 'X-Left']);
  expect(pointer(source, '/components/headers/X-Left')).toMatchObject({ description: 'how many are left' });
});

it('pages in Japanese tell the same', () => {
  const text =
    '# 共通仕様\n\nすべてのレスポンスに `X-Trace` ヘッダーが付きます。\n\n更新には `If-Match` ヘッダーが必須です。指定がない場合は428、一致しない場合は412を返します。\n';
  const source = built('rest-table', { '0.md': text, '1.md': '# 船\n\n## PATCH /boats/{id}\n\n`204` を返します。\n' });
  const operation = of(source, '~1boats~1{id}', 'patch');
  expect(named(operation)).toEqual(['If-Match']);
  expect(Object.keys(operation['responses'] as Json)).toEqual(['204', '412', '428']);
  expect(headersOf(operation, '204')).toEqual(['X-Trace']);
});

const CONVENTIONS = `# Harbour

All requests must have an API key in the \`X-Api-Key\` header. The only exception is \`GET /ping\`.

- All responses include the headers \`X-Trace\` and \`X-Left\`.
- Every POST request requires an \`Idempotency-Key\` header. The same key with another body is answered with \`409\`.
- When updating a boat, the \`If-Match\` header is mandatory. If it is missing, \`428\` is returned, and if it is old, \`412\`.

| Status | Code | Meaning |
|---|---|---|
| 404 | \`no_boat\` | There is none |
| 429 | \`too_many\` | Too many requests. \`Retry-After\` says when to try again |
`;

const BOATS = `# Boats

## List boats

\`GET /boats\`

\`\`\`json
[{"name": "Ida", "since": "2026-04-01", "crew": []}]
\`\`\`

| Field | Type | Description |
|---|---|---|
| \`since\` | string | Since when (ISO 8601) |
| \`crew\` | array | Always empty |

## Add a boat

\`POST /boats\`

Needs \`X-Berth\`, the number of the berth. Returns \`202\` with \`Location\`.

## Change a boat

\`PUT /boats/{id}\`

Returns \`204\`.

## Ping

\`GET /ping\`

Returns \`204\`.
`;

const harbour = built('rest-table', { '0.md': CONVENTIONS, '1.md': BOATS });

it('what the next sentence leaves out needs no key', () => {
  expect(of(harbour, '~1boats', 'get')['security']).toEqual([{ xApiKey: [] }]);
  expect(of(harbour, '~1ping', 'get')['security']).toEqual([]);
});

it('headers that all responses include come back, and those that updates or each POST needs are sent', () => {
  const [lists, adds, changes] = [
    of(harbour, '~1boats', 'get'),
    of(harbour, '~1boats', 'post'),
    of(harbour, '~1boats~1{id}', 'put'),
  ];
  expect([lists, adds, changes].map(named)).toEqual([[], ['X-Berth', 'Idempotency-Key'], ['If-Match']]);
  expect(headersOf(lists, '200')).toEqual(['X-Trace', 'X-Left']);
  expect(headersOf(adds, '202')).toEqual(['Location', 'X-Trace', 'X-Left']);
  expect(headersOf(lists, '429')).toEqual(['X-Trace', 'X-Left', 'Retry-After']);
  expect(Object.keys(adds['responses'] as Json)).toContain('409');
  expect(Object.keys(changes['responses'] as Json)).toEqual(expect.arrayContaining(['412', '428']));
});

it('a table below an answer whose names stand in it is about the answer', () => {
  const [schema] = Object.values(pointer(harbour, '/components/schemas') as Record<string, Json>).filter(
    ({ type }) => type === 'array',
  );
  expect(schema).toMatchObject({
    items: { properties: { since: { format: 'date' }, crew: { type: 'array', maxItems: 0 } } },
  });
});

it.each([
  ['Returns `201` with the boat.', 'response'],
  ['A boat is sent like this:', 'request'],
  ['A boat has a name.', 'request'],
])('a sample below a table of what is sent: %s', (line, side) => {
  const table = '| Parameter | Type | Required | Description |\n|---|---|---|---|\n| `name` | string | yes | |\n';
  const text = `# Boats\n\n## POST /boats\n\n${table}\n${line}\n\n\`\`\`json\n{"id": 1, "name": "Ida"}\n\`\`\`\n`;
  const operation = of(built('rest-table', { '0.md': text }), '~1boats', 'post');
  const shown = (place: string): boolean => JSON.stringify(operation[place] ?? {}).includes('"Ida"');
  expect([shown('requestBody'), shown('responses')]).toEqual([side === 'request', side === 'response']);
});
