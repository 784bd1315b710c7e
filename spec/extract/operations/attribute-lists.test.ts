// Pages with many operations: attributes in lists and definitions, what unfolds, marks behind names.
import { expect, it } from 'vitest';
import type { BodyFacts } from '../page.js';
import { pageOf } from './testing/page-of.js';

it('reads attributes that lists and paragraphs give, and the schema of an answer as one', () => {
  const [endpoint] = pageOf(
    "# Things\n\n## Make\n\n```\nPOST /a/{id}\n```\n\n### Path and query parameters\n\n- **`id`** (string) (required)\n  Of the thing.\n\n- **`dry`** (boolean)\n  Whether to try only.\n\n### Body parameters\n\n- **`parts`** (array of objects)\n  What it has.\n  - **`kind`** (string) (required)\n    Its kind.\n\n`hue` **required**\nIts colour.\n\n`size` *optional, default is s*\nHow big.\n\n### HTTP response status codes\n\n- **201** - Created\n\n- **409** - It is there\n\n**Request:**\n\n```sh\ncurl -X POST https://a.example/a/1 -d '{}'\n```\n\n**Response schema (Status: 201):**\n\nArray of `Part`:\n  * `id`: required, integer\n  * `of`: object:\n    * `name`: string or null\n",
  ).endpoints;
  const rows = (body: BodyFacts | undefined): unknown[] =>
    (body?.tables ?? []).flatMap((t) => (t.kind === 'fields' ? t.rows.map((r) => [r.name, r.type, r.required]) : []));
  expect(endpoint?.parameters.map((p) => [p.in, p.name, p.required])).toEqual([
    ['path', 'id', true],
    ['query', 'dry', false],
  ]);
  expect(rows(endpoint?.body)).toEqual([
    ['parts', 'array of objects', false],
    ['parts[].kind', 'string', true],
    ['hue', '', true],
    ['size', 'default is s', false],
  ]);
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, rows(r.body)])).toEqual([
    [
      '201',
      [
        ['[].id', 'integer', true],
        ['[].of', 'object', false],
        ['[].of.name', 'string or null', false],
      ],
    ],
    ['409', []],
  ]);
});

it('takes a description that says whether a field is required, and nothing else', () => {
  const [endpoint] = pageOf(
    '# Trips\n\n## POST /trips\n\n| Field | Type | Description |\n|--|--|--|\n| `leaves` | date | Required |\n| `back` | date | Optional. After that |\n| `note` | string | Required luggage |\n',
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map(({ name, required, notes }) => [name, required, notes])).toEqual([
    ['leaves', true, ''],
    ['back', false, 'After that'],
    ['note', false, 'Required luggage'],
  ]);
});

it('gives a sample to the status that stands in a fence above it', () => {
  const [endpoint] = pageOf(
    '# Things\n\n## Make\n\n`GET /a`\n\n### Response if it is locked\n\n```\nStatus: 423 Locked\n```\n\n```json\n{"error": 1}\n```\n',
  ).endpoints;
  expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, r.body.samples.length])).toEqual([['423', 1]]);
});

it('reads what unfolds below a summary, and tables and code in quotes', () => {
  const { endpoints } = pageOf(
    '# Notes\n\n<details>\n <summary><code>POST</code> <code><b>/a</b></code> <code>(makes one)</code></summary>\n\n##### Parameters\n\n> | name | type | data type |\n> |--|--|--|\n> | size | required | string |\n\n##### Responses\n\n> | http code | content-type | response |\n> |--|--|--|\n> | `201` | `application/json` | `{"id": 1}` |\n> | `400` | `application/json` | `{"code": 2}` |\n\n##### Example cURL\n\n> ```sh\n> curl -X POST \\\n>   https://a.example/a\n> ```\n\n</details>\n\n<details><summary>Remove one: DELETE /a/{id}</summary>\n\n- `at` (object): when\n  - `at.day` (string, required) — the day\n\n<details><summary>Show more</summary>\n\n**Response 204**\n\n</details>\n</details>\n',
  );
  const [post, remove] = endpoints;
  const [table] = post?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['size', 'string', true],
  ]);
  expect(post?.title).toBe('makes one');
  expect(post?.commands[0]?.fence.text).toBe('  curl -X POST \\\n    https://a.example/a');
  expect(post?.responses.map((r) => [r.statuses[0]?.code, r.body.samples[0]?.text])).toEqual([
    ['201', '{"id": 1}'],
    ['400', '{"code": 2}'],
  ]);
  expect(remove?.urls[0]?.text).toBe('/a/{id}');
  expect(remove?.parameters.map((p) => [p.name, p.required])).toEqual([
    ['at', false],
    ['at.day', true],
  ]);
  expect(remove?.responses.map((r) => r.statuses[0]?.code)).toEqual(['204']);
});

it('reads lists of definitions, and the body of a request below its line or its title', () => {
  const [make, change] = pageOf(
    '# Rooms\n\n## Make\n\n```http\nPOST /a HTTP/1.1\nHost: a.example\n\n{"b": 1}\n```\n\n### Query parameters\n\nsize\n: **integer**, required. 1-9\n\ntone\n: optional. `low` or `high`\n\n### Response\n\n201\n: Made\n\nid\n: **string**. Its name\n\n## Change\n\n`PUT /a`\n\n### Request\n\n|Field|Type|Required|\n|--|--|--|\n|b|integer|yes|\n\n```json\n{"b": 2}\n```\n',
  ).endpoints;
  expect(make?.parameters.map((p) => [p.in, p.name, p.type, p.required])).toEqual([
    ['query', 'size', 'integer', true],
    ['query', 'tone', '', false],
  ]);
  expect(make?.responses.map(({ statuses, body }) => [statuses[0]?.code, body.tables.length])).toEqual([['201', 1]]);
  expect([make, change].map((one) => one?.body.samples.map((sample) => sample.text.trim()))).toEqual([
    ['{"b": 1}'],
    ['{"b": 2}'],
  ]);
});

it('keeps every paragraph that introduces an operation, and the media type behind a title', () => {
  const [endpoint] = pageOf(
    '# Rooms\n\n## Make\n\n`POST /a`\n\n**Auth required:** yes\n\nMakes a room\nfor a guest.\n\n### Headers\n\n* `Content-Type` — required. `text/csv`\n\n**Request body** (`text/csv`)\n\n* `tags` — array of strings, required. Words.\n\nNothing else.\n',
  ).endpoints;
  expect(endpoint?.description).toBe('Auth required: yes\n\nMakes a room\nfor a guest.');
  expect(endpoint?.parameters.map((p) => [p.in, p.name, p.required])).toEqual([['header', 'Content-Type', true]]);
  expect(endpoint?.body.format?.value).toBe('text/csv');
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['tags', 'array of strings', true],
  ]);
});

it('reads a table of the URL and the method, and titles no command with the status in front of it', () => {
  const [endpoint] = pageOf(
    '# Rooms\n\n## Make\n\n|   |   |\n|---|---|\n| **Method** | `POST` |\n| **URL** | `/a/:id` |\n| **Auth** | a token |\n\n### Body parameters\n\n**beds** `array of integers` *required*\nTheir sizes.\n\n### Responses\n\n#### 404 Not Found\n\n### cURL\n\n```sh\ncurl -X POST https://a.example/a/1\n```\n',
  ).endpoints;
  expect([endpoint?.methods[0]?.value, endpoint?.urls[0]?.text, endpoint?.description]).toEqual([
    'POST',
    '/a/:id',
    'Auth: a token',
  ]);
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['beds', 'array of integers', true],
  ]);
  expect(endpoint?.commands.map(({ title }) => title)).toEqual([undefined]);
});

it('reads lists of definitions in HTML', () => {
  const [endpoint] = pageOf(
    '# Rooms\n\n## Make\n\n`POST /a`\n\n### Query parameters\n\n<dl>\n<dt><code>size</code> (integer, required)</dt>\n<dd>1 to 9</dd>\n\n<dt>tone</dt>\n<dd>string, optional. How <b>loud</b></dd>\n</dl>\n\n### Responses\n\n<dl><dt>201</dt><dd>Made</dd></dl>\n',
  ).endpoints;
  expect(endpoint?.parameters.map((p) => [p.name, p.type, p.required, p.notes])).toEqual([
    ['size', 'integer', true, '1 to 9'],
    ['tone', 'string', false, 'How loud'],
  ]);
  expect(endpoint?.responses.map((r) => r.statuses[0]?.code)).toEqual(['201']);
  expect(endpoint?.description).toBeUndefined();
});

it.each([
  ['*required string*', 'string', true],
  ['*optional object*', 'object', false],
  ['*required array of objects*', 'array of objects', true],
  ['*erforderlich String*', 'String', true],
  ['*必須 string*', 'string', true],
  ['*requis entier*', 'entier', true],
])('reads a mark in front of the type: %s', (marks, type, required) => {
  const [endpoint] = pageOf(`# Boats\n\n## Make\n\n\`POST /boats\`\n\n- \`hull\` ${marks} — What floats.\n`).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['hull', type, required],
  ]);
});

it('takes question marks for what may be left out or null', () => {
  const [endpoint] = pageOf(
    '# Rooms\n\n## Make\n\n`POST /a`\n\n###### JSON Params\n\n|Field|Type|Description|\n|--|--|--|\n|name|string|its name|\n|topic?|?string|what of|\n',
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['name', 'string', true],
    ['topic', 'string or null', false],
  ]);
});

it('reads bullets that name a field and its type and say no more', () => {
  const [endpoint] = pageOf(
    '# Things\n\n## Make\n\n`POST /a`\n\n**Parameters**\n\n* `of` object **Required** — What it is of.\n  * `of.street` string **Required**\n  * `of.zone` nullable string — Where.\n* `kinds` array of enums **Required** — At least one.\n* `on` boolean\n* `on` the way there\n',
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  expect(table?.kind === 'fields' && table.rows.map((row) => [row.name, row.type, row.required])).toEqual([
    ['of', 'object', true],
    ['of.street', 'string', true],
    ['of.zone', 'string or null', false],
    ['kinds', 'array of enums', true],
    ['on', 'boolean', false],
  ]);
});

it.each([
  [
    'Parameter',
    ['Objekt **Pflichtfeld** —', 'String, nullable —', 'Array von Enums **Pflichtfeld** —', 'Boolean'],
    ['Objekt', 'String or null', 'Array von Enums', 'Boolean'],
  ],
  [
    'Paramètres',
    ['objet **Requis** —', 'chaîne de caractères, nullable —', 'tableau d’énumérations **Requis** —', 'nombre entier'],
    ['objet', 'chaîne de caractères or null', "tableau d'énumérations", 'nombre entier'],
  ],
  [
    'パラメータ',
    ['object **必須** —', 'string（null 可） —', 'enum の配列 **必須** —', '真偽値'],
    ['object', 'string or null', 'enum の配列', '真偽値'],
  ],
])('reads such bullets below %s', (title, [of, zone, kinds, on], types) => {
  const [endpoint] = pageOf(
    `# Things\n\n## Make\n\n\`POST /a\`\n\n**${title}**\n\n* \`of\` ${of} A.\n  * \`zone\` ${zone} B.\n* \`kinds\` ${kinds} C.\n* \`on\` ${on}\n`,
  ).endpoints;
  const [table] = endpoint?.body.tables ?? [];
  const rows = table?.kind === 'fields' ? table.rows : [];
  expect(rows.map((row) => [row.name, row.required])).toEqual([
    ['of', true],
    ['of.zone', false],
    ['kinds', true],
    ['on', false],
  ]);
  expect(rows.map((row) => row.type)).toEqual(types);
});

it('takes an attribute whose words tell a status for an attribute, and the status as well', () => {
  const [endpoint] = pageOf(
    "# Things\n\n## Make\n\n`POST /a`\n\n### Parameters\n\n- `of` (string, required) — Its owner. One that doesn't exist fails with `400 Bad Request`.\n- `size` (integer) — How big.\n\n### Errors\n\n- `not_found` (404): there is none\n",
  ).endpoints;
  const rows = (endpoint?.body.tables ?? []).flatMap((t) => (t.kind === 'fields' ? t.rows.map((r) => r.name) : []));
  expect(rows).toEqual(['of', 'size']);
  expect(endpoint?.responses.flatMap((r) => r.statuses.map(({ code }) => code))).toEqual(['400', '404']);
});

it('reads types in italics with all that goes with them, whatever statuses their texts name', () => {
  const [endpoint] = pageOf(
    '# Kites\n\n## Change a kite\n\n```\nPATCH /kites/{id}\n```\n\n### Body parameters\n\n- **`tail`** *string, optional, nullable*\n  Up to 9 letters.\n- **`owner_id`** *string, required*\n  Whose it is. `422 Unprocessable Content` if there is no such owner.\n- **`wind`** *integer, nullable*\n  From 1 to 9.\n\n### Returns\n\n`200 OK`.\n',
  ).endpoints;
  const rows = endpoint?.body.tables.flatMap((one) => (one.kind === 'fields' ? one.rows : []));
  expect(rows?.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['tail', 'string or null', false],
    ['owner_id', 'string', true],
    ['wind', 'integer or null', false],
  ]);
});
