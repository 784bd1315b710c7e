// Pages in the styles of other houses: lists of endpoints, titles with hints, types in URLs, trees in tables.
import { expect, it } from 'vitest';
import type { Endpoint } from '../page.js';
import { pageOf } from './testing/page-of.js';

const requestsOf = (text: string): string[] =>
  pageOf(text).endpoints.flatMap(({ urls, methods }) =>
    urls.map((url) => `${url.method ?? methods[0]?.value} ${url.text}`),
  );
const fieldsOf = (endpoint: Endpoint | undefined): unknown[] =>
  endpoint?.body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows.map((row) => row.name) : [])) ?? [];

it('takes a list of the requests below for no operation, and one that nothing else documents for one', () => {
  const overview = 'POST /stamps\nGET /stamps/:id\nDELETE /stamps/:id\n';
  const text = `# Stamps\n\nEndpoints\n\n${overview}\n## The stamp\n\n**size** integer\nHow large.\n\n**ink** string\nWhich.\n\n## Make one\n\n\`POST /stamps\`\n\n### Parameters\n\n**size** integer\nHow large.\n\n## Get one\n\n\`GET /stamps/:id\`\n`;
  expect(requestsOf(text)).toEqual(['POST /stamps', 'GET /stamps/:id', 'DELETE /stamps/:id']);
  expect(pageOf(text).endpoints.map(fieldsOf)).toEqual([['size'], [], []]);
});

it('reads what a word behind the title tells: the kind of parameters, the status, or nothing', () => {
  const table = (name: string): string => `|Name|Type|Description|\n|--|--|--|\n|${name}|String|What.|\n\n`;
  const [endpoint] = pageOf(
    `# Stamps\n\n## Get\n\n\`\`\`\nGET /stamps/:id\n\`\`\`\n\n### Parameters - \`Query parameter(s)\`\n\n${table('ink')}### Success response - \`Success 200\`\n\n${table('size')}### Success response example - \`Done:\`\n\n\`\`\`json\nHTTP/1.1 200 OK\n{"size": "l"}\n\`\`\`\n\n### Error response - \`Error 4xx\`\n\n|Name|Type|Description|\n|--|--|--|\n|404||There is none.|\n|InkDry||No more of it.|\n`,
  ).endpoints;
  expect(endpoint?.parameters.map((p) => `${p.in} ${p.name}`)).toEqual(['query ink']);
  expect(fieldsOf(endpoint)).toEqual([]);
  expect(
    endpoint?.responses.map(({ statuses: [status], body }) => [
      status?.code,
      body.tables.length,
      body.samples[0]?.text,
    ]),
  ).toEqual([
    ['200', 1, '{"size": "l"}'],
    ['404', 0, undefined],
  ]);
});

it('reads types and patterns beside the names of variables, a tag around a path, and a table with the whole request', () => {
  const [first, second, third] = pageOf(
    '# Stamps\n\n## Get\n\n`GET /stamps/<int:pk>/`\n\n## Drop\n\n<Route method="DELETE">/stamps/[\\{id\\}](#id)</Route>\n\n## Add\n\n| | |\n|--|--|\n| **Method URL** | `POST https://a.example/stamps/{kind:[a-z]+}` |\n| **Limit** | 5 per minute |\n',
  ).endpoints;
  expect([first, second, third].map((one) => one?.urls.map(({ text }) => text))).toEqual([
    ['/stamps/{pk}/'],
    ['/stamps/{id}'],
    ['https://a.example/stamps/{kind}'],
  ]);
  expect(first?.parameters.map((p) => [p.in, p.name, p.type])).toEqual([['path', 'pk', 'integer']]);
  expect(third?.parameters).toEqual([]);
});

it('reads members behind signs of a tree, behind wide blanks and in a column of their own', () => {
  const page = (rows: string): unknown[] =>
    fieldsOf(pageOf(`# Stamps\n\n## Add\n\n\`POST /stamps\`\n\n### Body\n\n${rows}`).endpoints[0]);
  const typed = '|No.|Name|Type|Required|\n|--|--|--|--|\n';
  const want = ['inks', 'inks[].hue', 'inks[].maker', 'inks[].maker.city', 'size'];
  expect(
    page(
      `${typed}|1|inks|array|Yes|\n|2|└ hue|string|Yes|\n|3|└ maker|object||\n|4|　└ city|string||\n|5|size|integer||\n`,
    ),
  ).toEqual(want);
  expect(
    page(
      `${typed}|1|inks|array|Yes|\n|2|　hue|string|Yes|\n|3|　maker|object||\n|4|　　city|string||\n|5|size|integer||\n`,
    ),
  ).toEqual(want);
  expect(
    page(
      '|Name|||Type|Required|\n|--|--|--|--|--|\n|inks|||array|Yes|\n||hue||string|Yes|\n||maker||object||\n|||city|string||\n|size|||integer||\n',
    ),
  ).toEqual(want);
});

it('reads names by themselves with their types, marked as a generator of sites does, below a title that makes all required', () => {
  const endpoints = pageOf(
    '# Stamps\n\n## Add\n\n`POST /stamps`\n\n### Required arguments\n\n**`ink`** `string`\n\nWhich.\n\n*Default:* `red`\n\n### Optional arguments\n\n**`size`** `integer`\n\nHow large.\n\n## Drop\n\n`POST /drops`\n\n### Form data parameters\n\nwhy\n: {{<required>}} String. The reason.\n\nnow\n: Boolean. At once.\n',
  ).endpoints;
  const rows = endpoints.flatMap(({ body }) => body.tables.flatMap((t) => (t.kind === 'fields' ? t.rows : [])));
  expect(rows.map(({ name, type, required, notes }) => [name, type, required, notes])).toEqual([
    ['ink', 'string', true, 'Which.\nDefault: `red`'],
    ['size', 'integer', false, 'How large.'],
    ['why', 'String', true, 'The reason.'],
    ['now', 'Boolean', false, 'At once.'],
  ]);
});
