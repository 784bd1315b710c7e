// Rows, titles and remarks of tables of fields, and what answers have.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { examplePages } from './lint/example.js';
import { packageRoot } from './package-root.js';
import { roleOf } from './profiles/near-title.js';
import { build, operation, PATH, table } from './testing/operation.js';

const spec = { profile: readProfile(undefined, packageRoot()) };
const FIELDS = '|Object|Item Name|Overview|Effective Value|Required|Notes|';

it.each(['Status', 'ステータス'])('takes %s for the status where answers are told, else for a field', (title) => {
  const values = table('|Value|Meaning|', '|open|can be read|', '|shut|cannot be read|');
  const field = table('|Item Name|Type|Notes|', `|${title}|String|State|`);
  const page = [
    '---\ntitle: Update Label\n---\n## Request\n### Request URL\n```\n{CellURL}__ctl/Label\n```\n### Request Method\nPUT',
    `### Request Body\n${field}\n\n#### ${title}\n\n${values}\n\n## Response\n### ${title}\n\n204 No Content\n`,
  ].join('\n');
  const at = ['paths', '/{CellName}/__ctl/Label', 'put'];
  const read = build({ page });
  expect(Object.keys(read(...at, 'responses') as object)).toEqual(['204']);
  const body = ['requestBody', 'content', 'application/json', 'schema', 'properties', title];
  expect(read(...at, ...body)).toMatchObject({ enum: ['open', 'shut'] });
});

it('has no body where none is told with emphasis', () =>
  expect(
    operation({ 'Request Body': '_None_', 'Request Sample': '', 'cURL Command': '' })('requestBody'),
  ).toBeUndefined());

it('takes a title that is a slip away for the one that is meant', () => {
  const { 'Request Method': _, ...rest } = { 'Request Method': null, 'Requst Metod': 'PUT' };
  const read = build({ sections: { 'Request Method': null, ...rest, 'cURL Command': null } });
  expect(read('paths', PATH, 'put', 'operationId')).toBe('updateLabel');
});

it.each(['## Responce', '## Respons'])(
  'takes %s for the title of the answer, also for what an object has of its own',
  (title) => {
    const columns = '|Object|Item Name|Data Type|Notes|';
    const own = `### Label specific response body\n\n${table(columns, '|{1}|Ink|string||')}`;
    const page = [
      '---\ntitle: Update Label\n---\n## Request\n### Request URL\n```\n{CellURL}__ctl/Label\n```\n### Request Method\nPUT',
      `${title}\n### Response Code\n200\n### Response Body\n${table(columns, '|Root|d|object|Object{1}|')}\n\n${own}\n`,
    ].join('\n');
    const read = build({ page });
    const at = ['paths', '/{CellName}/__ctl/Label', 'put'];
    expect(read(...at, 'requestBody')).toBeUndefined();
    const body = ['responses', '200', 'content', 'application/json', 'schema'];
    expect(read(...at, ...body, 'properties', 'd', 'properties')).toHaveProperty('Ink');
  },
);

it.each(['リクエスト名', 'Responsey'])('takes %s, which has a letter more, for no title of a side', (title) => {
  expect(roleOf(title, spec.profile)).toBeUndefined();
});

it.each([
  ['Fixed to no-store', 'no-store'],
  ['"2.0"固定', '2.0'],
  ['返却値は2.0固定', '2.0'],
  ['The value is fixed to 2.0', '2.0'],
  ['2.0 (fixed)', '2.0'],
  ['常に"2.0"', '2.0'],
  ['値は2.0固定', '2.0'],
  ['「2.0」で固定', '2.0'],
  ['返却値は“2.0”固定', '2.0'],
  ['Always the version asked for', undefined],
  ['Length fixed to 32', undefined],
  ['Fixed to the version asked for', undefined],
])('reads the value that a header always has: %s', (notes, value) => {
  const read = operation({ 'Response Header': table('|Header Name|Overview|Notes|', `|X-Kind|Kind|${notes}|`) });
  expect(read('responses', '204', 'headers', 'X-Kind', 'schema', 'const')).toBe(value);
});

it.each([
  ['A colour\\*', 'Its colour<br>* When Title is long, specification of this parameter is ignored', 'is ignored'],
  ['A title', '1 - 8 characters<br>Must be unique among the notes', 'Must be unique among the notes'],
])('tells what effective values say beside limits: %s', (overview, effective, words) => {
  const rows = table(FIELDS.replace('|Object', ''), `|Hue|${overview}|${effective}|No||`);
  const read = operation({ 'Request Body': rows });
  const schema = ['requestBody', 'content', 'application/json', 'schema'];
  expect(read(...schema, 'properties', 'Hue', 'description')).toContain(words);
});

it('keeps the marks around a remark out of what stands beside it', () => {
  const remark = 'label\n\n:::note\nOnly once\n:::\n\n> [!TIP]\n> See above';
  expect(operation({ 'Required Privileges': remark })('x-docproof', 'privileges')).toEqual(['label']);
});

it('nests an object of the name that a row gives its type', () => {
  const rows = ['|Root|d|object|Part|', '|Root|all|array|Array of Part|', '|Part|Name|string||'];
  const read = operation({ 'Response Body': table('|Object|Item Name|Type|Notes|', ...rows) });
  const part = { properties: { Name: { type: 'string' } } };
  const at = ['responses', '204', 'content', 'application/json', 'schema', 'properties'];
  expect(read(...at)).toMatchObject({ d: part, all: { type: 'array', items: part } });
});

it.each(['-', 'None'])('takes a row of the root without a name (%s) for the whole body, where it is a list', (name) => {
  const rows = [`|Root|${name}|array|Array of object {1}|`, '|{1}|Name|string||'];
  const read = operation({ 'Response Body': table('|Object|Item Name|Type|Notes|', ...rows) });
  const schema = ['responses', '204', 'content', 'application/json', 'schema'];
  expect(read(...schema, 'type')).toBe('array');
  expect(read(...schema, 'items', 'properties', 'Name')).toMatchObject({ type: 'string' });
});

it.each(['Title *', 'Title (*1)', 'Title (string)', 'Title（題名）'])(
  'a name as it is without what explains it: %s',
  (name) => {
    const read = operation({
      'Request Body': table(FIELDS.replace('|Object', ''), `|${name}|x|1 - 8 characters|Yes||`),
    });
    const at = ['requestBody', 'content', 'application/json', 'schema', 'properties'];
    expect(Object.keys(read(...at) as object)).toEqual(['Title']);
  },
);

describe('notes below a table', () => {
  const rows = [
    '|Title|Title||Yes\\*1||',
    '|Text|Text|1 - 8 characters|○※2||',
    '|Count|Count|1 - 9|No\\*3||',
    '|Url|Url||Yes\\*9||',
  ];
  const notes = ['\\*1 Unique among the notes of a shelf', '※2 Required when Title is long', '\\*3 5 by default'];
  const read = operation({
    'Request Body': `${table(FIELDS.replace('|Object', ''), ...rows)}\n\n${notes.join('\n\n')}`,
  });
  const schema = ['requestBody', 'content', 'application/json', 'schema'];

  it('say when a field is required, and what its default is', () => {
    expect(read(...schema, 'required')).toEqual(['Title']);
    expect(read(...schema, 'properties', 'Count')).toMatchObject({ type: 'integer', default: 5 });
    expect(read(...schema, 'allOf', '0', 'then', 'required')).toEqual(['Text']);
  });

  it('are told with the field', () => {
    expect(read(...schema, 'properties', 'Title', 'description')).toContain('Unique among the notes');
  });
});

it.each([
  ['Alphanumeric characters and following symbols<br>-_{|}~', '^[a-zA-Z0-9\\-_{|}~]*$'],
  ['Alphanumeric characters | hyphens', '^[a-zA-Z0-9\\-]*$'],
])('puts a cell that a bar has split together again: %s', (effective, pattern) => {
  const body = table('|Item Name|Overview|Effective Value|Required|Notes|', `|Name|New name|${effective}|Yes||`);
  const read = operation({ 'Request Body': body });
  expect(read('requestBody', 'content', 'application/json', 'schema', 'properties', 'Name')).toMatchObject({ pattern });
});

it.each([
  ['See "Stage"', '#### Stage', ['open', 'shut']],
  ['「段階」の表を参照', '#### 段階', ['open', 'shut']],
  ['See "Others"', '#### Stage', undefined],
])('takes values from the table whose caption a cell quotes: %s', (effective, caption, values) => {
  const fields = table('|Item Name|Overview|Effective Value|Required|Notes|', `|State|How it is|${effective}|No||`);
  const listed = table('|Value|Description|', '|open|It is open|', '|shut|It is shut|');
  const read = operation({ 'Request Body': `${fields}\n\n${caption}\n\n${listed}` });
  const schema = read('requestBody', 'content', 'application/json', 'schema', 'properties', 'State');
  expect((schema as { enum?: string[] }).enum).toEqual(values);
});

describe('rows of a table of fields', () => {
  const rows = [
    '|Tags|Array of tags|Up to 3 items<br>each item 1 - 16 characters|No||',
    '|Initial|Initial value|See below|No||',
    '|上記以外|Any other field|Up to 9 fields|No||',
  ];
  const values = table('|Type|Effective Value|', '|Boolean|true / false|', '|Text|0 - 9 characters|');
  const body = `${table('|Item Name|Overview|Effective Value|Required|Notes|', ...rows)}\n\n#### Initial\n\n${values}`;
  const read = operation({ 'Request Body': body });
  const schema = ['requestBody', 'content', 'application/json', 'schema'];

  it('are lists by their overview', () =>
    expect(read(...schema, 'properties', 'Tags')).toMatchObject({
      type: 'array',
      maxItems: 3,
      items: { maxLength: 16 },
    }));
  it('have no list of values where a table tells what each type allows', () =>
    expect(read(...schema, 'properties', 'Initial', 'enum')).toBeUndefined());
  it.each(['Properties of the note', 'Noteに紐付くProperty', '任意のプロパティ'])(
    'may be about any field: %s',
    (name) => {
      const any = operation({
        'Request Body': table('|Item Name|Overview|Effective Value|Required|Notes|', `|${name}|Defined by users||No||`),
      });
      expect(any(...schema, 'properties')).toBeUndefined();
      expect([any(...schema, 'additionalProperties'), any(...schema, 'description')]).toEqual([
        true,
        `${name}: Defined by users`,
      ]);
    },
  );
  it('may be about any other field', () => {
    expect(Object.keys(read(...schema, 'properties') as object)).toEqual(['Tags', 'Initial']);
    expect(read(...schema, 'additionalProperties')).toBe(true);
  });
});

it('reads titles that mean something by their side, and other words for columns', () => {
  const page = [
    '---\ntitle: Update Label\n---\n## Request\n### URL\n```\n{CellURL}__ctl/Label\n```\n### Method\nPUT\n### Header',
    '|Header|Meaning|Allowed values|Req.|Comment|\n|:--|:--|:--|:--|:--|\n|X-Label-Kind|Kind|a / b|Required||\n### Body',
    '|Name|Meaning|Allowed values|Req.|Comment|\n|:--|:--|:--|:--|:--|\n|Title|Title|1 - 8 characters|Required||\n### Example',
    '```json\n{"Title":"a"}\n```\n## Response\n### HTTP Status Code\n200\n### Header',
    '|Header|Meaning|Comment|\n|:--|:--|:--|\n|X-Label-Id|Id||\n### Body\n|Object|Name|Type|Comment|',
    '|:--|:--|:--|:--|\n|Root|id|string||\n### Example\n```json\n{"id":"1"}\n```\n',
  ];
  const { document } = buildSpec([{ path: 'en/901_Update_Label.md', text: page.join('\n') }], spec);
  const [form] = Object.values(document['paths'] as Record<string, { put: object }>);
  const json = { 'application/json': { examples: expect.anything() } };
  expect(form?.put).toMatchObject({
    requestBody: { content: json },
    responses: { '200': { headers: { 'X-Label-Id': expect.anything() }, content: json } },
  });
  expect(document['components']).toMatchObject({
    parameters: { 'X-Label-Kind': { in: 'header', required: true, schema: { enum: ['a', 'b'] } } },
    schemas: { UpdateLabelRequest: { properties: { Title: { minLength: 1, maxLength: 8 } }, required: ['Title'] } },
  });
});

it.each(['Except for status code 304', 'Not returned with 304', '304の場合は返却しない'])(
  'a header may come with every answer but one: %s',
  (notes) => {
    const read = operation({
      'Response Code': table('|Code|Message|Overview|', '|200|OK|Success|', '|304|Not Modified|No change|'),
      'Response Header': table('|Header Name|Overview|Notes|', `|ETag|Version|${notes}|`),
    });
    expect(read('responses', '200', 'headers')).toHaveProperty('ETag');
    expect(read('responses', '304', 'headers')).toBeUndefined();
  },
);

it('an object of an answer may be null', () => {
  const body = table(
    '|Object|Item Name|Data Type|Notes|',
    '|Root|Owner|object|Object{1}<br>null if nobody owns it|',
    '|{1}|Name|string||',
  );
  const read = operation({ 'Response Code': '200', 'Response Body': body });
  const at = ['responses', '200', 'content', 'application/json', 'schema', 'properties', 'Owner', 'type'];
  expect(read(...at)).toEqual(['object', 'null']);
});

describe('a table of the whole body', () => {
  const whole = table(
    '|Overview|Effective Value|Required|Notes|',
    '|The file|In the format that Content-Type tells|Yes|Up to 9MB|',
  );
  const header = table(
    '|Header Name|Overview|Effective Value|Required|Notes|',
    '|Content-Type|Format of the file|Media type such as image/png|Yes||',
  );

  it('requires it, in any type', () => {
    const read = operation({ 'Request Header': header, 'Request Body': whole });
    expect(read('requestBody')).toMatchObject({ required: true });
    expect(Object.keys(read('requestBody', 'content') as object)).toEqual(['image/png', '*/*']);
    expect(read('requestBody', 'content', '*/*', 'schema', 'description')).toBe(
      'The file. In the format that Content-Type tells. Up to 9MB',
    );
  });
});

it('a form that is wrapped for the page is one line', () => {
  const read = operation({
    'Request Header': table(
      '|Header Name|Overview|Effective Value|Required|Notes|',
      '|Content-Type|Type|application/x-www-form-urlencoded.|No||',
    ),
    'Request Body': table('|Item Name|Overview|Effective Value|Required|Notes|', '|a|A|Text|No||'),
    'Request Sample': '```\na=1\n&b=2&\nc=3\n```',
  });
  const at = ['requestBody', 'content', 'application/x-www-form-urlencoded', 'examples', 'sample1', 'serializedValue'];
  expect(read(...at)).toBe('a=1&b=2&c=3');
});

it('what a page says of its parameter stays, though another page has the same one with other words', () => {
  const tones = (first: string, second: string): unknown[] => {
    const header = (overview: string): string =>
      table('|Header Name|Overview|Effective Value|Required|Notes|', `|X-Tone|${overview}|Text|No||`);
    const [other = ''] = Object.values(
      examplePages({ title: 'Read Other', sections: { 'Request Header': header(second) } }),
    );
    const read = build({
      sections: { 'Request Header': header(first) },
      others: { 'read_other.md': other.replaceAll("Label('", "Other('").replace('LabelName', 'OtherName') },
    });
    const words = (path: string): unknown => read('paths', path, 'put', 'parameters', '0', 'description');
    return [words(PATH), words("/{CellName}/__ctl/Other('{OtherName}')")];
  };
  expect(tones('Tone of the label', 'Tone of the other')).toEqual([
    'Tone of the label\nText',
    'Tone of the other\nText',
  ]);
  const [first, second] = tones('Tone of the label', 'Tone of the Label.');
  expect(first).toBe(second);
});
