// What pages tell of all operations or of a thing, outside of the sections of operations.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

const COMMON = `# Harbour

Send \`Authorization: Bearer TOKEN\` with each request.

## Lists

| Parameter | Type | Description |
|---|---|---|
| \`page\` | integer | Defaults to 1 |
| \`per_page\` | integer | At most 50 |

## Errors

| Status | Code | When |
|---|---|---|
| 404 | \`not_found\` | There is none |
| 405 | \`no_method\` | Another method |
| 415 | \`no_json\` | The body is no JSON |
| 422 | \`invalid\` | A field or parameter is wrong |
`;

const BOATS = `# Boats

| Attribute | Type | Description |
|---|---|---|
| \`id\` | integer | Read-only |
| \`name\` | string | Required. At most 40 characters |
| \`flag\` | string | Two letters. Defaults to \`no\` |
| \`sails\` | integer | Read-only. Number of sails |

## GET /boats

Lists the boats. Sold ones are only listed with \`?include=sold\`.

\`\`\`json
[{"id": 1, "name": "Ida", "flag": "no", "sails": 2}]
\`\`\`

## POST /boats

Adds a boat. \`409\` if the name is taken.

\`\`\`sh
curl -X POST https://a.example/boats -H 'Authorization: Bearer TOKEN' -d '{"name": "Ida"}'
\`\`\`

## PATCH /boats/:id

\`\`\`sh
curl -X PATCH https://a.example/boats/1 -H 'Authorization: Bearer TOKEN' -d '{"name": "Eva"}'
\`\`\`
`;

const { document } = buildSpec(
  [
    { path: 'common.md', text: COMMON },
    { path: 'boats.md', text: BOATS },
  ],
  options,
);
const at = (path: string): unknown => pointer(document, path);

it('a request has the fields of the thing that only the server does not set', () => {
  expect(Object.keys(at('/components/schemas/PostBoatsRequest/properties') as object)).toEqual(['name', 'flag']);
  expect(Object.keys(at('/components/schemas/PatchBoatsIdRequest/properties') as object)).toEqual(['name', 'flag']);
});

it('an answer has what is said of its fields', () => {
  const items = Object.values(at('/components/schemas') as object).find(({ type }) => type === 'array').items;
  expect(items.properties.sails).toEqual({
    type: 'integer',
    readOnly: true,
    description: 'Read-only. Number of sails',
  });
});

it('refusals of all operations are those of each that can have them', () => {
  const statuses = (path: string): string[] => Object.keys(at(path) as object);
  expect(statuses('/paths/~1boats/post/responses')).toEqual(expect.arrayContaining(['409', '415', '422']));
  expect(statuses('/paths/~1boats/get/responses')).toEqual(expect.arrayContaining(['422']));
  expect(statuses('/paths/~1boats/get/responses')).not.toContain('415');
  expect(statuses('/paths/~1boats~1{id}/patch/responses')).toContain('404');
});

it('their codes are the list of errors', () => {
  const errors = at('/x-docproof/errors') as { code: string; status: number }[];
  expect(errors.map(({ code, status }) => `${status} ${code}`)).toEqual([
    '404 not_found',
    '405 no_method',
    '415 no_json',
    '422 invalid',
  ]);
});

it.each(['- `absent` (404) – there is none', '- `404 absent`: there is none', '- `absent` (HTTP 404): there is none'])(
  'a code of a list: %s',
  (item) => {
    const text = `# Boats\n\n## Errors\n\n${item}\n\n## DELETE /boats/:id\n\nReturns 204.\n`;
    const built = buildSpec([{ path: 'boats.md', text }], options);
    expect(pointer(built.document, '/x-docproof/errors')).toMatchObject([
      { code: 'absent', status: 404, message: 'there is none' },
    ]);
  },
);

it.each([
  [
    '| Code | Status | Meaning |',
    ['`ABSENT` | 404 | None', '`TAKEN` | 409 Conflict | Two'],
    ['404 ABSENT', '409 TAKEN'],
  ],
  ['| Status | Code | Meaning |', ['404 | `absent` | None', '409 | `taken` | Two'], ['404 absent', '409 taken']],
  ['| Name | Length | Meaning |', ['`hull` | 404 | Wood', '`mast` | 12 | Iron'], []],
])('a code of a table: %s', (head, rows, codes) => {
  const table = [head, '|--|--|--|', ...rows.map((row) => `| ${row} |`)].join('\n');
  const text = `# Boats\n\n## Errors\n\n${table}\n\n## DELETE /boats/:id\n\nReturns 204.\n`;
  const built = buildSpec([{ path: 'boats.md', text }], options);
  const errors = (pointer(built.document, '/x-docproof/errors') ?? []) as { code: string; status: number }[];
  expect(errors.map(({ code, status }) => `${status} ${code}`)).toEqual(codes);
});

it('what is told of every address, and of the versions of things, stands at the root', () => {
  expect(at('/x-docproof/commonStatuses')).toEqual([405]);
  expect(at('/x-docproof/versioned')).toBeUndefined();
  const told = 'A boat has an `ETag`. Send it as `If-None-Match` to get `304`.';
  const reads = ['boats', 'crews'].map((name) => `## GET /${name}/:id\n\nReturns 200.\n`).join('\n');
  const built = buildSpec([{ path: 'boats.md', text: `# Harbour\n\n${told}\n\n${reads}` }], options);
  expect(pointer(built.document, '/x-docproof/versioned')).toEqual(['/boats/{id}']);
});

it.each([
  ['## Lists\n\nAll lists come newest first. There are 20 on a page.', ['All lists come newest first.']],
  ['## 一覧\n\n一覧は新しい順に返ります。', ['一覧は新しい順に返ります。']],
  ['## Lists\n\nUse `sort` to get the newest first.', undefined],
  ['## Boats\n\nBoats are sorted by length.', undefined],
  ['## Lists\n\nThere are 20 on a page.', undefined],
])('the order of all lists stands at the root: %s', (text, order) => {
  const built = buildSpec(
    [{ path: 'boats.md', text: `# Harbour\n\n${text}\n\n## GET /boats\n\nReturns 200.\n` }],
    options,
  );
  expect(pointer(built.document, '/x-docproof/listOrder')).toEqual(order);
});

it('how the pages of all lists follow each other stands at the root', () => {
  const text =
    '## Pagination\n\nLists are cut. On the last page\n`next` is null.\n\n## Boats\n\nBoats have a page each.';
  const built = buildSpec(
    [{ path: 'boats.md', text: `# Harbour\n\n${text}\n\n## GET /boats\n\nReturns 200.\n` }],
    options,
  );
  expect(pointer(built.document, '/x-docproof/listPages')).toEqual(['On the last page next is null.']);
});

it('a list has the options of all lists, and those that its sentences show', () => {
  const found = (at('/paths/~1boats/get/parameters') as { $ref: string }[]).map(({ $ref }) => at($ref.slice(1)));
  expect(found).toMatchObject([
    { name: 'include', example: 'sold', 'x-docproof': { inferred: true } },
    { name: 'page', schema: { default: 1 } },
    { name: 'per_page', schema: { maximum: 50 } },
  ]);
});

it('what a page only shows of an option of all lists does not hide what is told of it', () => {
  const text = '**Lists** give up to `limit` entries (default 20). The last one has no link. Pass `cursor` to go on.';
  const pages =
    '# Boats\n\n## GET /boats\n\n```sh\ncurl https://a.example/boats?limit=2\n```\n\n```json\n[{"id": 1}]\n```\n';
  const built = buildSpec(
    [
      { path: 'a.md', text: `# Harbour\n\n${text}\n` },
      { path: 'b.md', text: pages },
    ],
    options,
  ).document;
  const refs = pointer(built, '/paths/~1boats/get/parameters') as { $ref: string }[];
  expect(refs.map(({ $ref }) => pointer(built, $ref.slice(1)))).toMatchObject([
    {
      name: 'limit',
      example: 2,
      description: 'Lists give up to limit entries (default 20). The last one has no link.',
    },
    { name: 'cursor', description: 'Pass cursor to go on.' },
  ]);
});

it('an option of all lists has the limits that brackets behind it tell, and a header of all requests what is said of it', () => {
  const text = `# Pots

All requests have the header \`X-Shop: north\`. Every POST request accepts an \`Idempotency-Key\` header. The same key with another body is answered with \`409\`.

## Lists

All lists take \`limit\` (1 to 50, default 10) and \`page\` (a number from 1).

## Pot

| Field | Type | Description |
|---|---|---|
| \`id\` | integer | Read-only |
| \`title\` | string | Required, 1 to 40 characters |

### GET /pots

\`\`\`json
[{"id": 1, "title": "Blue"}]
\`\`\`

### POST /pots

\`\`\`sh
curl -X POST https://a.example/pots -H 'X-Shop: north' -d '{"title": "Blue"}'
\`\`\`
`;
  const parts = buildSpec([{ path: 'pots.md', text }], options).document;
  expect(pointer(parts, '/components/parameters/limit/schema')).toEqual({
    type: 'integer',
    minimum: 1,
    maximum: 50,
    default: 10,
  });
  expect(pointer(parts, '/components/parameters/X-Shop')).toMatchObject({ required: true, example: 'north' });
  expect(pointer(parts, '/paths/~1pots/post/responses')).toHaveProperty('409');
  expect(pointer(parts, '/paths/~1pots/get/responses')).not.toHaveProperty('409');
  // Two fields are a thing where an address is called like it.
  expect(pointer(parts, '/components/schemas/PostPotsRequest')).toMatchObject({
    required: ['title'],
    properties: { title: { maxLength: 40 } },
  });
});

it('what a header for a version is refused with is told of those that have one', () => {
  const versions = COMMON.replace(
    '| 415 |',
    '| 412 | `stale` | `If-Match` names another version |\n| 428 | `no_version` | `If-Match` is missing |\n| 415 |',
  );
  const header = (required: string): string =>
    `\n### Headers\n\n| Header | Required | Description |\n|---|---|---|\n| If-Match | ${required} | The version |\n`;
  const page = `# Boats\n\n## PATCH /boats/:id\n${header('yes')}\n## PUT /boats/:id\n${header('no')}\n## GET /boats/:id\n${header('no')}`;
  const { document } = buildSpec(
    [
      { path: 'a.md', text: versions },
      { path: 'b.md', text: page },
    ],
    options,
  );
  const told = ['patch', 'put', 'get'].map((method) =>
    Object.keys(pointer(document, `/paths/~1boats~1{id}/${method}/responses`) as object).filter((status) =>
      /^4[12][28]$/.test(status),
    ),
  );
  expect(told).toEqual([['412', '428'], ['412'], []]);
});
