// Pages with many operations: any text is survived and accounted for; request lines in every place they stand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { readDocument } from '../../read/read-document.js';
import type { BodyFacts } from '../page.js';
import { recogniseOperations } from './recognise-operations.js';
import { readRequestLine } from './request-line.js';
import { pageOf } from './testing/page-of.js';

const profile = readProfile('rest-table', packageRoot());
describe('request lines', () => {
  it.each([
    ['GET /things/:id', { method: 'GET', url: '/things/:id' }],
    ['Endpoint: POST /things', { method: 'POST', url: '/things' }],
    ['PATCH  https://api.example.com/v1/x', { method: 'PATCH', url: 'https://api.example.com/v1/x' }],
    ['PUT /x HTTP/1.1', { method: 'PUT', url: '/x' }],
    ['[GET] /things', { method: 'GET', url: '/things' }],
    ['(POST) /things/{id}', { method: 'POST', url: '/things/{id}' }],
    ['[THING] /things', undefined],
    ['GET things', undefined],
    ['See GET /things for more', undefined],
    ['NASA /moon', undefined],
  ])('%s', (text, want) => expect(readRequestLine(text)).toEqual(want));

  it.each([
    ['a fence', '## Make\n\n```\nPOST /a\n```\n'],
    ['a line', '## Make\n\n`POST /a`\n'],
    ['words apart', '## Make\n\n**POST** `/a`\n'],
    ['the heading', '## POST /a\n\nMake.\n'],
    ['the end of the heading', '## Make (`POST /a`)\n\nText.\n'],
    ['a list', '## Make\n\n- POST /a\n'],
    ['an HTTP message', '## Make\n\n```http\nPOST /a HTTP/1.1\nHost: api.example.com\n\n{"b":1}\n```\n'],
    ['a table', '## Make\n\n| Method | Path | Produces |\n|--|--|--|\n| `POST` | `/a` | 201 (empty body) |\n'],
    ['labels', '## Make\n\n**URL**: `/a`\n\n**Method**: `POST`\n'],
    ['sections in HTML', '## Make\n\n<h3 id="make-url">Endpoint</h3>\n\n```\n/a\n```\n\n<h3>Method</h3>\n\nPOST\n'],
    ['sections', '## Make\n\n### Endpoint\n\n```\n/a\n```\n\n### Method\n\nPOST\n'],
  ])('in %s', (_, text) => {
    const [one, ...others] = pageOf(`# Things\n\n${text}`).endpoints;
    expect(others).toEqual([]);
    expect([one?.methods[0]?.value, one?.urls[0]?.text]).toEqual(['POST', '/a']);
  });
});

it('reads code in the items of a list, and what a status comes with', () => {
  const [endpoint] = pageOf(
    '# Things\n\n## Make\n\n`PUT /a`\n\n**Body**\n\n- `sort`: *string*, optional, default `s`.\n- `size` (*string*, required): `l` or `xl`.\n\n**Responses**\n\n**Code:** 200 OK\n\n```json\n{"a": 1}\n```\n\nIf there is none, it answers 404 Not Found:\n\n```json\n{"error": 1}\n```\n',
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required, row.notes])).toEqual([
    ['sort', 'string', false, 'default `s`.'],
    ['size', 'string', true, '`l` or `xl`.'],
  ]);
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, r.body.samples.map((s) => s.text.trim())])).toEqual([
    ['200', ['{"a": 1}']],
    ['404', ['{"error": 1}']],
  ]);
});

it('takes a row of a table of requests for one where no line documents it', () => {
  const table = '|Method|Path|\n|--|--|\n|GET|/a|\n';
  const urls = (text: string) => pageOf(text).endpoints.map((e) => e.urls.map((url) => `${url.method} ${url.text}`));
  expect(urls(`# Things\n\n${table}|POST|/a|\n`)).toEqual([['GET /a'], ['POST /a']]);
  expect(urls('# Things\n\n|Method|Path|More|\n|--|--|--|\n|GET|/a|[here](a.md)|\n|POST|/a|[here](b.md)|\n')).toEqual(
    [],
  );
  expect(urls(`# Things\n\n${table}\n## List\n\nGET /a\n`)).toEqual([['GET /a']]);
  expect(urls(`# Things\n\n## List\n\n${table}|GET|/a/all|\n`)).toEqual([['GET /a', 'GET /a/all']]);
});

it('reads a default beside the type, and a place in a sentence', () => {
  const items =
    '- `id` `(string: <required>)` – Which. This is part of\n  the URL path.\n- `dc` `(string: "")` - Where. This is a query parameter.\n- `size` `(int: 30)` - How many.\n- `kind` `(string: "l")` - `l` or `xl`.\n- `on` `(bool: true)` - On.\n- `tags` `(map<string|string>: nil)` - Tags.\n';
  const [endpoint] = pageOf(
    `# Things\n\n## Make\n\n| Method | Path | Produces |\n|--|--|--|\n| \`PUT\` | \`/a/:id\` | 204 (empty body) |\n\n### Parameters\n\n${items}`,
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(endpoint?.parameters.map((p) => [p.in, p.name, p.required])).toEqual([
    ['path', 'id', true],
    ['query', 'dc', false],
  ]);
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.default, row.required])).toEqual([
    ['size', 'int', '30', false],
    ['kind', 'string', 'l', false],
    ['on', 'bool', 'true', false],
    ['tags', 'map', undefined, false],
  ]);
  expect(endpoint?.responses.flatMap((r) => r.statuses.map((s) => s.code))).toEqual(['204']);
});

it('takes requests that it shows as examples for samples', () => {
  const urls = (text: string) => pageOf(text).endpoints.map((e) => e.urls.map((url) => `${url.method} ${url.text}`));
  const make = 'POST /a/7/b HTTP/1.1\nHost: x.example\nContent-Type: application/json\n\n{"c": 1}';
  const text = `# Things\n\n## Make\n\n> Request\n\n\`\`\`http\n${make}\n\`\`\`\n\n### HTTP request\n\n\`POST /a/{id}/b\`\n`;
  expect(urls(text)).toEqual([['POST /a/{id}/b']]);
  expect(pageOf(text).endpoints[0]?.body.samples.map((sample) => sample.text)).toEqual(['{"c": 1}']);
  const list = '    GET /a.json\n    GET /a.json?size=2\n';
  expect(urls(`# Things\n\n## List\n\n    GET /a.[format]\n\nExamples:\n\n${list}`)).toEqual([['GET /a.[format]']]);
  expect(urls(`# Things\n\n## List\n\nExamples:\n\n${list}`)).toEqual([['GET /a.json', 'GET /a.json?size=2']]);
  const xml = pageOf('# Things\n\n## List\n\n    GET /a\n\nResponse:\n\n    <?xml version="1.0"?>\n    <a/>\n')
    .endpoints[0];
  expect(xml?.responses.map((r) => r.body.samples.map((sample) => sample.language))).toEqual([['xml']]);
  const remove = 'DELETE /a/16?force=1 HTTP/1.1';
  expect(urls(`# Things\n\n## Remove\n\n\`DELETE /a/(id)\`\n\n|Name|\n|--|\n|force|\n\n    ${remove}\n`)).toEqual([
    ['DELETE /a/(id)'],
  ]);
  const [posted] = pageOf('# Things\n\n## Make\n\n    POST /a\n    {"c": 1}\n').endpoints;
  expect(posted?.body.samples.map((sample) => sample.text)).toEqual(['{"c": 1}']);
});

it('reads an answer whose status stands above its headers, and titles of answers behind quotation marks', () => {
  const [endpoint] = pageOf(
    '# Things\n\n## Make\n\n`POST /a`\n\n> Response (409)\n\n```json\n{"error": 1}\n```\n\n#### Example response\n\n```http\nStatus: 201 Created\nLocation: /a/1\n\n{"id": 1}\n```\n',
  ).endpoints;
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, r.body.samples.map((s) => s.text.trim())])).toEqual([
    ['201', ['{"id": 1}']],
    ['409', ['{"error": 1}']],
  ]);
});

it('reads marks below names, and names in capitals that a sample has', () => {
  const table = '|Name|Description|\n|--|--|\n|**size**<br>*required*|How large|\n|`note`<br>*optional*|A word|\n';
  const items = '**JSON parameters**:\n\n- **Size** - How large.\n- **Note** - Read this first.\n';
  const text = `## Make\n\n\`POST /a\`\n\n${table}\n## Change\n\n\`PUT /a\`\n\n${items}\n\`\`\`json\n{"Size": 1}\n\`\`\`\n`;
  const fields = pageOf(`# Things\n\n${text}`).endpoints.map(({ body: { tables } }) =>
    tables.flatMap((t) => (t.kind === 'fields' ? t.rows.map((row) => [row.name, row.required]) : [])),
  );
  expect(fields).toEqual([
    [
      ['size', true],
      ['note', false],
    ],
    [['Size', false]],
  ]);
});

it('accounts for every item of a list', () => {
  const text =
    '- before\n\n## Make\n\n- PUT /a\n\n### Parameters\n\n- `size` (string): How large.\n- Nothing that is known.\n\n### Status codes\n\n- 204: done\n';
  const page = pageOf(`# Things\n\n${text}`);
  const items = page.account.settle(page.document).entries.filter(({ kind }) => kind === 'item');
  expect(items.map(({ fate, by }) => `${fate} ${by}`)).toEqual([
    'ignored prose',
    'used request line',
    'used attribute',
    'ignored explanation',
    'used status',
  ]);
});

it('reads sections that stand beside the heading of their operation', () => {
  const terms =
    '`keep`\n:   (Optional, boolean) Keep it. Defaults to `false`.\n\n`wait`\n:   (Required, string) How long.\n';
  const text = `# Change\n\n## The request\n\n\`PUT /<a>/b\`\n\n## Before you start\n\nRead this.\n\n## Query parameters\n\n${terms}\n## Response codes\n\n\`404\`\n:   There is none.\n\n## Examples\n\n\`\`\`\nPUT /x/b\n{"c": 1}\n\`\`\`\n`;
  const [endpoint, ...others] = pageOf(text).endpoints;
  expect(others).toEqual([]);
  expect(endpoint?.urls.map((url) => url.text)).toEqual(['/<a>/b']);
  expect(endpoint?.parameters.map((p) => [p.in, p.name, p.type, p.required])).toEqual([
    ['query', 'keep', 'boolean', false],
    ['query', 'wait', 'string', true],
  ]);
  expect(endpoint?.responses.flatMap((r) => r.statuses.map((s) => s.code))).toEqual(['404']);
  expect(endpoint?.body.samples.map((sample) => sample.text)).toEqual(['{"c": 1}']);
});

it('takes the rows below "Required …" for required, and reads headers of answers and marks at the end in lists', () => {
  const table = '|Name|Type|Description|\n|--|--|--|\n|size|string|**one of:**`"l"` or `"xl"`|\n';
  const [endpoint] = pageOf(
    `# Things\n\n## Make\n\n\`POST /a\`\n\n### Required parameters\n\n${table}\n### Optional parameters\n\n${table.replace('size', 'note')}\n**Request JSON Object:**\n\n- **colour** (*string*) – Which. *Required*\n- \`kind\` — *enum*, **required**. Of which kind: \`a\`, \`b\`.\n\n**Response Headers:**\n\n- [ETag](#e) – Version\n`,
  ).endpoints;
  const [fields] = endpoint?.body.tables ?? [];
  expect(fields?.kind === 'fields' && fields.rows.map((row) => [row.name, row.required])).toEqual([
    ['size', true],
    ['note', false],
    ['colour', true],
    ['kind', true],
  ]);
  expect(endpoint?.responses.flatMap((r) => r.headers.map((h) => h.name))).toEqual(['ETag']);
});

it('gives each answer what stands below its title', () => {
  const table = (name: string): string => `|Field|Type|\n|--|--|\n|${name}|string|\n`;
  const [endpoint] = pageOf(
    `# Things\n\n## Make\n\n\`POST /a\`\n\n### Request body\n\n${table('size')}\n### Responses\n\n#### 201 Created\n\n${table('id')}\n#### 400 Bad Request\n\n${table('error')}\n\`\`\`json\n{"error": "size"}\n\`\`\`\n\n#### 409\n\nIt is there.\n`,
  ).endpoints;
  const names = (body: BodyFacts | undefined): string[][] =>
    (body?.tables ?? []).map((t) => (t.kind === 'fields' ? t.rows.map((row) => row.name) : []));
  expect(names(endpoint?.body)).toEqual([['size']]);
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, names(r.body), r.body.samples.length])).toEqual([
    ['201', [['id']], 0],
    ['400', [['error']], 1],
    ['409', [], 0],
  ]);
});

it('reads sections that are items of a list, and parameters that are assigned their type', () => {
  const [endpoint] = pageOf(
    '**Show a thing**\n----\n\n* **URL**\n\n  /a/:id\n\n* **Method:**\n\n  `GET`\n\n* **URL Params**\n\n  **Required:**\n\n  `id=[integer]`\n\n  **Optional:**\n\n  `lang=[string]`\n\n* **Success Response:**\n\n  * **Code:** 200 <br /> **Content:** `{"id": 1}`\n\n* **Error Response:**\n\n  * **Code:** 404 NOT FOUND <br /> **Content:** `{"error": 1}`\n',
  ).endpoints;
  expect([endpoint?.methods[0]?.value, endpoint?.urls[0]?.text]).toEqual(['GET', '/a/:id']);
  expect(endpoint?.parameters.map((p) => [p.in, p.name, p.type, p.required])).toEqual([
    ['path', 'id', 'integer', true],
    ['query', 'lang', 'string', false],
  ]);
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, r.body.samples[0]?.text])).toEqual([
    ['200', '{"id": 1}'],
    ['404', '{"error": 1}'],
  ]);
});

it('nests by signs before names, and reads the values that a table of its own lists', () => {
  const rows =
    '|body|body|Thing|true|\n|» size|body|string|true|\n|» owner|body|object|false|\n|»» name|body|string|true|';
  const [endpoint] = pageOf(
    `# Things\n\n## Make\n\n\`POST /a\`\n\n> Code samples\n\n\`\`\`sh\ncurl -X POST https://a.example/a\n\`\`\`\n\n> Body parameter\n\n\`\`\`json\n{"size": "l"}\n\`\`\`\n\n### Parameters\n\n|Name|In|Type|Required|\n|--|--|--|--|\n|dry|query|boolean|false|\n${rows}\n\n#### Enumerated Values\n\n|Parameter|Value|\n|--|--|\n|» size|l|\n|» size|xl|\n`,
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.effective])).toEqual([
    ['size', 'l\nxl'],
    ['owner', ''],
    ['owner.name', ''],
  ]);
  expect(endpoint?.parameters.map((p) => p.name)).toEqual(['dry']);
  expect(endpoint?.body.samples.map((s) => s.text.trim())).toEqual(['{"size": "l"}']);
});

it('reads pages in Japanese', () => {
  const text =
    '# 棚\n\n## 棚の追加\n\n### エンドポイント\n\nPOST /shelves\n\n### リクエストボディ\n\n|項目|型|必須|説明|\n|--|--|--|--|\n|name|string|○|名前|\n|size|integer|-|段数|\n\n### ステータスコード\n\n|コード|説明|\n|--|--|\n|201|成功|\n|409|重複|\n';
  const page = pageOf(text);
  const [table] = page.endpoints[0]?.body.tables ?? [];
  expect(page.lang).toBe('ja');
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.required])).toEqual([
    ['name', true],
    ['size', false],
  ]);
  expect(page.endpoints[0]?.responses.flatMap((r) => r.statuses.map((s) => s.code))).toEqual(['201', '409']);
});

it('takes M for mandatory, and not O for the opposite', () => {
  const { endpoints } = pageOf(
    '# Things\n\n## Make\n\n`PUT /a`\n\n**Body**\n\n|Name|Type|Required|\n|--|--|--|\n|size|string|M|\n|hue|string|O|\n',
  );
  const [table] = endpoints[0]?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.required])).toEqual([
    ['size', true],
    ['hue', false],
  ]);
});

it('every heading, row, fence and link of any page is settled', () => {
  const parts = fc.constantFrom(
    '# T',
    '## Get it',
    '### Parameters',
    '### Response',
    '`GET /a/:id`',
    '```\nPOST /b\n```',
    '```json\n{"a": ...}\n```',
    '```sh\ncurl -d x=1 https://a.example/b\n```',
    '| Attribute | Type | Required |\n|---|---|---|\n| `a` | string | Yes |',
    '| | `a` | `b` |\n|---|---|---|\n| **Type** | string | |\n| Notes | [x](y.md) |',
    '| Status | Description |\n|---|---|\n| 404 | no |',
    '- `a` (string, required): x',
    '  - `b`: y',
    'Returns `201 Created`.',
    'Example response:',
    '[x](y.md)',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string()), { maxLength: 25 }), (blocks) => {
      const page = pageOf(`# P\n\n${blocks.join('\n\n')}`);
      expect(page.account.settle(page.document).lost).toEqual([]);
      for (const endpoint of page.endpoints) expect(endpoint.urls.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

it('tells of API Blueprint once, and makes no fields of its sections', () => {
  const text =
    '# Polls\n\n## POST /a\n\n+ Request (application/json)\n\n        {"a": 1}\n\n+ Response 201 (application/json)\n';
  const reading = readDocument('p.md', text, { headingLevel: () => undefined });
  const { page, diagnostics } = recogniseOperations(reading.document, profile);
  expect(page.endpoints[0]?.body.tables).toEqual([]);
  expect(page.endpoints[0]?.responses.map((r) => r.statuses[0]?.code)).toEqual(['201']);
  expect(diagnostics.map((d) => [d.code, d.line])).toEqual([['doc/unaccounted', 5]]);
});
