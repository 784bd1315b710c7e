// What a page says reaches the contract: all its words, the samples of every page, and only where it belongs.
import { describe, expect, it } from 'vitest';
import { build, operation, PATH, table } from './testing/operation.js';

const FIELDS = '|Item Name|Overview|Effective Value|Required|Notes|';

describe('the description of an operation', () => {
  const Overview = 'Changes a label.  \nIt can be:\n\n* red\n    * or dark red\n* green\n\nThe rest stays.';
  const Restrictions = 'Only one at a time\n\n* Answers are JSON';

  it('has the whole overview, and the restrictions below their title', () =>
    expect(operation({ Overview, Restrictions })('description')).toBe(
      'Changes a label.\nIt can be:\n\n* red\n    * or dark red\n* green\n\nThe rest stays.\n\n**Restrictions**\n\nOnly one at a time\n\n* Answers are JSON',
    ));

  it('leaves the restrictions out where it is that of an alias', () => {
    const url = "```\n{CellURL}__ctl/Label(Name='{LabelName}')\n{CellURL}__ctl/Label('{LabelName}')\n```";
    const read = build({ sections: { Overview: 'Changes a label.', Restrictions, 'Request URL': url } });
    expect(read('paths', PATH, 'put', 'description')).toBe('Changes a label.');
  });
});

describe('the description of a field', () => {
  const field = (effective: string, notes = ''): unknown =>
    operation({ 'Request Body': table(FIELDS, `|Name|New name|${effective}|Yes|${notes}|`) })(
      ...['requestBody', 'content', 'application/json', 'schema', 'properties', 'Name', 'description'],
    );

  it.each([
    ['Number of digits: 1 - 16', '', 'New name'],
    [
      'Number of digits: 1 - 16<br>Name of a colour that is registered',
      '',
      'New name\nName of a colour that is registered',
    ],
    ['The colour of today', 'null is allowed', 'New name\nThe colour of today\nnull is allowed'],
    ['String of up to 16 characters', '', 'New name'],
    ['New name', '', 'New name'],
  ])('%s', (effective, notes, want) => expect(field(effective, notes)).toBe(want));
});

it('a column for the default gives defaults', () => {
  const body = table('|Item Name|Overview|Effective Value|Default|Required|', '|Color|Its color|red, green|green|No|');
  const at = ['requestBody', 'content', 'application/json', 'schema', 'properties', 'Color', 'default'];
  expect(operation({ 'Request Body': body })(...at)).toBe('green');
});

it('pages that document one operation give their bodies together', () => {
  const page = (name: string, field: string, value: string): string =>
    `# ${name}\n\n## Overview\n\nChanges a part\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}__ctl/Part\n\`\`\`\n\n### Request Method\n\nPUT\n\n### Request Body\n\n${table(FIELDS, `|${field}|a field|Any text|Yes||`)}\n\n### Request Sample\n\n\`\`\`JSON\n{"${field}": "${value}"}\n\`\`\`\n\n## Response\n\n### Response Code\n\n204\n`;
  const read = build({
    others: { 'p1.md': page('Update Part', 'Size', 'big'), 'p2.md': page('Paint Part', 'Color', 'red') },
  });
  const at = ['paths', '/{CellName}/__ctl/Part', 'put', 'requestBody', 'content', 'application/json'];
  expect(read(...at, 'examples')).toEqual({
    sample1: { value: { Size: 'big' } },
    sample2: { value: { Color: 'red' } },
  });
  expect(read(...at, 'schema', 'anyOf')).toHaveLength(2);
});

it.each([
  ['The privilege "label-admin" is required.', ['label-admin']],
  ['You need the `label-read` privilege.', ['label-read']],
  ['「label」権限が必要です。', ['label']],
  ['The role of an owner is required.', []],
])('privileges of the sentence %s', (text, want) =>
  expect(operation({ 'Required Privileges': text })('x-docproof', 'privileges') ?? []).toEqual(want),
);

describe('answers', () => {
  const body = table(
    '|Object|Item Name|Data Type|Notes|',
    '|Root|d|object|Object{1}|',
    '|{1}|Names|array|all names|',
    '|{1}|toString|string|none in the samples|',
  );
  const answer = (sections: Record<string, string>): ((...at: string[]) => unknown) => {
    const read = operation({ 'Response Body': body, ...sections });
    return (...at) => read('responses', ...at);
  };

  it('to failures beside a success have neither its body nor its headers', () => {
    const status = table('|Code|Message|Overview|', '|200|OK|Changed|', '|409|Conflict|Name taken|');
    const read = answer({ 'Response Code': status });
    expect(read('200', 'content')).toBeDefined();
    expect(read('200', 'headers')).toBeDefined();
    expect(read('409')).toEqual({ description: 'Conflict: Name taken' });
  });

  it('are documented by a table of status codes', () => {
    const codes = table('|Status|Description|', '|204|Done|', '|404 Not Found|No such label|');
    const read = operation({ 'Response Code': '', 'Response status codes': codes });
    expect(read('responses')).toMatchObject({ 204: {}, 404: { description: 'No such label' } });
    expect(read('responses', '404', 'x-docproof')).toBeUndefined();
  });

  it('are told below headings that are their statuses', () => {
    const fence = (text: string): string => `\`\`\`json\n${text}\n\`\`\``;
    const rows = table('|Item Name|Data Type|', '|hits|integer|');
    const page = [
      '# Find\n\n## Endpoint\n\n`{CellURL}__find`\n\n## HTTP method\n\nGET\n\n## Responses\n\n### 200 OK\n',
      `${rows}\n\n${fence('{"hits": 1}')}\n\n### 204 No Content\n\nThere is none.\n`,
      `### 400 (Bad Request)\n\n${fence('{"code": "X"}')}\n\n### 2 of them\n`,
    ].join('\n');
    const read = build({ page });
    const at = ['paths', '/{CellName}/__find', 'get', 'responses'];
    expect(Object.keys(read(...at) as object)).toEqual(['200', '204', '400']);
    expect(read(...at, '200', 'content', 'application/json', 'schema', 'properties')).toHaveProperty('hits');
    expect(read(...at, '204', 'content')).toBeUndefined();
    expect(read(...at, '400', 'content', 'application/json', 'examples', 'sample1', 'value')).toEqual({ code: 'X' });
  });

  it.each([
    ['valid', '{"d": {"Names": {"a": 1}}}'],
    ['no valid JSON', '{"d": {"Names": {"a": "two\nlines"}}}'],
  ])('are contested where the table is contradicted by a sample that is %s', (_, json) => {
    const read = answer({ 'Response Code': '200', 'Response Sample': `\`\`\`JSON\n${json}\n\`\`\`` });
    expect(read('200', 'x-docproof', 'contested')).toMatchObject([
      { pointer: '/d/Names', table: 'array', sample: 'object' },
    ]);
  });

  it.each(['Object{1}', 'オブジェクト{1}', 'Array of objects {1}', 'オブジェクト{1}の配列'])(
    'are not described by "%s"',
    (text) => {
      const rows = body.replace('Object{1}', text);
      const read = answer({ 'Response Code': '200', 'Response Body': rows });
      expect(read('200', 'content', 'application/json', 'schema', 'properties', 'd')).not.toHaveProperty('description');
    },
  );
});

describe('the request line', () => {
  const lines = (sections: Record<string, string | null>): string[] => {
    const paths = build({ sections: { 'cURL Command': null, ...sections } as Record<string, string | null> })(
      'paths',
    ) as Record<string, object>;
    return Object.entries(paths).flatMap(([path, item]) =>
      ['get', 'put', 'delete', 'head'].flatMap((method) => (method in item ? `${method} ${path}` : [])),
    );
  };
  const A = "/{CellName}/__ctl/Label('{LabelName}')";
  const B = '/{CellName}/__ctl/Label/latest';

  it.each<[string, Record<string, string | null>, string[]]>([
    [
      'forms behind labels',
      { 'Request URL': "* One: `{CellURL}__ctl/Label('{LabelName}')`\n* Newest: `{CellURL}__ctl/Label/latest`" },
      [`put ${A}`, `put ${B}`],
    ],
    [
      'forms side by side',
      { 'Request URL': "`{CellURL}__ctl/Label('{LabelName}')` or `{CellURL}__ctl/Label/latest`" },
      [`put ${A}`, `put ${B}`],
    ],
    [
      'a sentence that mentions a form',
      {
        'Request URL':
          "```\n{CellURL}__ctl/Label('{LabelName}')\n```\n\nThe newest one answers at {CellURL}__ctl/Label/latest as well as here.",
      },
      [`put ${A}`],
    ],
    [
      'a table of forms',
      {
        'Request URL': table(
          '|For|URL|',
          "|one|{CellURL}__ctl/Label('{LabelName}')|",
          '|newest|{CellURL}__ctl/Label/latest|',
        ),
      },
      [`put ${A}`, `put ${B}`],
    ],
    [
      'a table of methods and forms',
      {
        'Request Method': null,
        'Request URL': table(
          '|Method|URL|',
          "|PUT|{CellURL}__ctl/Label('{LabelName}')|",
          '|GET|{CellURL}__ctl/Label/latest|',
        ),
      },
      [`put ${A}`, `get ${B}`],
    ],
    [
      'methods in front of the forms',
      {
        'Request Method': null,
        'Request URL':
          "```\nPUT {CellURL}__ctl/Label('{LabelName}')\nDELETE {CellURL}__ctl/Label('{LabelName}')\nGET {CellURL}__ctl/Label/latest\n```",
      },
      [`put ${A}`, `delete ${A}`, `get ${B}`],
    ],
    [
      'another method in front of the form than the section has',
      { 'Request URL': "```\nGET {CellURL}__ctl/Label('{LabelName}')\n```" },
      [`put ${A}`],
    ],
    [
      'a word in front of the form that is no method',
      { 'Request URL': "```\nURL {CellURL}__ctl/Label('{LabelName}')\n```" },
      [`put ${A}`],
    ],
    [
      'marks around a form',
      { 'Request URL': '```\n"{CellURL}__ctl/Label(\'{LabelName}\')"   # by name\n```' },
      [`put ${A}`],
    ],
    [
      'a form that a backslash wraps',
      { 'Request URL': "```\n{CellURL}__ctl/Label('{LabelName}') \\\n/$links/_Box\n```" },
      [`put ${A}/$links/_Box`],
    ],
    [
      'an example below the form',
      {
        'Request URL':
          "```\n{CellURL}__ctl/Label('{LabelName}')\n```\n\nExample\n\n```\nhttps://cell1.unit1.example/__ctl/Label('later')\n```",
      },
      [`put ${A}`],
    ],
    ['methods in small letters', { 'Request Method': 'put or delete' }, [`put ${A}`, `delete ${A}`]],
    ['methods in Japanese', { 'Request Method': 'PUTまたはHEAD' }, [`put ${A}`, `head ${A}`]],
    [
      'a table of methods',
      { 'Request Method': table('|Method|Overview|', '|PUT|all of it|', '|DELETE|none of it|') },
      [`put ${A}`, `delete ${A}`],
    ],
  ])('%s', (_, sections, want) => expect(lines(sections)).toEqual(want));
});

it('names in tables have no values behind them', () => {
  const query = table(
    '|Query Name|Overview|Effective Value|Required|Notes|',
    '|?recursive=true|all below|true|No||',
    '|`&from`|first|Any text|No||',
  );
  const read = build({ sections: { 'Request Query': query } });
  const names = Object.values(read('components', 'parameters') as Record<string, { in: string; name: string }>);
  expect(names.flatMap((one) => (one.in === 'query' ? one.name : []))).toEqual(['recursive', 'from']);
});

it('braces of references may be wide', () => {
  const body = table(
    '|Object|Item Name|Data Type|Notes|',
    '|Root|d|object|Object｛1｝|',
    '|｛1｝|Size|数値|how big|',
    '|｛1｝|Names|string[]|all|',
  );
  const read = operation({ 'Response Code': '200', 'Response Body': body });
  const at = ['responses', '200', 'content', 'application/json', 'schema', 'properties', 'd', 'properties'];
  expect(read(...at)).toMatchObject({ Size: { type: 'number' }, Names: { type: 'array' } });
});

it('a section "Headers" or "Body" beside others of the request is its own', () => {
  const headers = '|Name|Required|Description|\n|:--|:--|:--|\n|Authorization|yes|Bearer {token}|\n|X-Key|yes|A key|';
  const body = '|Name|Type|Required|\n|:--|:--|:--|\n|Size|integer|yes|';
  const read = build({
    page: `# Find\n\n## Endpoint\n\n\`POST {CellURL}__find\`\n\n### Headers\n\n${headers}\n\n### Body\n\n${body}\n\n## Status code\n\n200\n\n## Headers\n\n${headers}\n`,
  });
  const at = ['paths', '/{CellName}/__find', 'post'];
  expect(read(...at, 'parameters')).toMatchObject([{ $ref: '#/components/parameters/X-Key' }]);
  const schema = read(...at, 'requestBody', 'content', 'application/json', 'schema', 'properties');
  expect(Object.keys(schema as object)).toEqual(['Size']);
  expect(read(...at, 'responses', '200', 'headers')).toHaveProperty('X-Key');
});
