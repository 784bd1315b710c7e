// Ways of writing operations that only some pages have.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import type { Block } from '../../read/document.js';
import { readDocument } from '../../read/read-document.js';
import type { Endpoint } from '../page.js';
import { recogniseOperations } from './recognise-operations.js';
import { withUsualForms } from './usual-forms.js';

const profile = readProfile('rest-table', packageRoot());
function endpointsOf(text: string): Endpoint[] {
  const reading = readDocument('p.md', text, { headingLevel: () => undefined });
  if (reading.unreadable) throw new Error(reading.unreadable.message);
  return recogniseOperations(reading.document, profile).page.endpoints;
}
function fieldsOf({ body }: Endpoint) {
  return body.tables.flatMap((table) => (table.kind === 'fields' ? table.rows : []));
}

describe('requests', () => {
  it.each([
    ['tags around operations', '<Endpoint path="/a/<id>" method="put">\n\nText.\n\n</Endpoint>\n', 'PUT /a/<id>'],
    ['a tag around the URL', '## Make\n\n<div class="endpoint put">/a/{name or id}</div>\n', 'PUT /a/{name or id}'],
    ['a method as heading', '## Make\n\n### Method: PUT\n>```\n>{{base}}/a?b=1\n>```\n', 'PUT {{base}}/a'],
    ['a path without its slash', '## Make\n\n`PUT a/:id/b`\n', 'PUT a/:id/b'],
    ['a title with links in variables', '## Make % PUT /a/{b.id#THINGS/b-object}\n', 'PUT /a/{b.id}'],
    ['a sentence', '## Make\n\nTo make one, send a PUT request to `/a/{id}`.\n\n```json\n{}\n```\n', 'PUT /a/{id}'],
    ['headings of paths and methods', '### /a/{id}\n\n#### PUT\n\n##### Summary:\n\nMakes one.\n', 'PUT /a/{id}'],
    ['labels with italics', '## Make\n\n* Syntax: /a/*<id>*\n* Method: PUT\n', 'PUT /a/<id>'],
  ])('in %s', (_, text, want) => {
    const [one, ...others] = endpointsOf(`# Things\n\n${text}`);
    expect(others).toEqual([]);
    expect(`${one?.methods[0]?.value} ${one?.urls[0]?.text}`).toBe(want);
  });

  it('is in a sentence alone, where sentences beside it are shown', () => {
    const told = '## Drop\n\nTo drop one, send a DELETE request to `/a/{id}`.\n';
    expect(endpointsOf(`# A\n\n${told}`)).toEqual([]);
    const shown = '## Make\n\nTo make one, send a PUT request to `/a/{id}`.\n\n```json\n{}\n```\n';
    expect(endpointsOf(`# A\n\n${shown}\n${told}`).map(({ methods }) => methods[0]?.value)).toEqual(['PUT', 'DELETE']);
  });

  it('is no sentence and no tag of something else', () => {
    expect(
      endpointsOf(
        '# A\n\n## B\n\nGET and/or PUT\n\nGET a/b\n\nUnlike a GET of all, `/c` is quick, as is a GET request to `/d`.\n\n<form method="get" class="get">/x y</form>\n',
      ),
    ).toEqual([]);
  });
});

it('takes the items below an attribute for its values where words announce them', () => {
  const [endpoint] = endpointsOf(
    '# A\n\n## Make\n\n`POST /a`\n\n**Parameters**\n\n- `order` - How to sort. Valid values are:\n  - `name` - By name.\n  - `size` - By size.\n- `more` - An object with these members:\n  - `deep_one` - integer - How deep.\n',
  );
  expect(fieldsOf(endpoint as Endpoint).map(({ name, effective, type }) => [name, effective, type])).toEqual([
    ['order', 'name\nsize', ''],
    ['more', '', 'object'],
    ['more.deep_one', '', 'integer'],
  ]);
});

it('reads names that stand behind a label, before a value or before what they are for', () => {
  const [made, listed] = endpointsOf(
    '# A\n\n## Make\n\n`POST /a`\n\n* POST arguments: path - (string) where it is\n\n## List\n\n`GET /a`\n\nThe following query parameters are required:\n- `since=<time>` to leave out older ones.\n- `short` to leave out the rest.\n',
  );
  expect(fieldsOf(made as Endpoint).map(({ name, type, notes }) => [name, type, notes])).toEqual([
    ['path', 'string', 'where it is'],
  ]);
  expect(listed?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
    ['since', 'query', true],
    ['short', 'query', true],
  ]);
});

it('reads questions beside a column of requirement, and columns that share a title', () => {
  const [first, second] = endpointsOf(
    '# A\n\n## List\n\n`GET /a`\n\n### Query parameters\n\n| Field | Type | Description | Required |\n|--|--|--|--|\n| last? | ?integer | The last. | false |\n\n## Make\n\n`POST /a`\n\n### Required parameters\n\n| Name /type | Description /example |\n|--|--|\n| **mode**<br>*string* | What it does |\n',
  );
  expect(first?.parameters.map(({ name, type, required }) => [name, type, required])).toEqual([
    ['last', 'integer or null', false],
  ]);
  expect(fieldsOf(second as Endpoint).map(({ name, required }) => [name, required])).toEqual([['mode', true]]);
});

it('reads what a column would tell at the end of a description', () => {
  const [endpoint] = endpointsOf(
    '# A\n\n## Make\n\n`POST /a`\n\n**Parameters**\n\n* **name** – `String` – The name. **Mandatory:** yes **Default:** x\n* **note** – `String` – Any text. **Required:** no\n',
  );
  expect(
    fieldsOf(endpoint as Endpoint).map(({ name, required, requiredText }) => [name, required, requiredText]),
  ).toEqual([
    ['name', true, 'yes'],
    ['note', false, 'no'],
  ]);
});

it('reads definitions that blank lines part from their text, and headers in code below their title', () => {
  const [endpoint] = endpointsOf(
    '# A\n\n## Make\n\n`PUT /a/{id}`\n\n### Headers\n\n```\nX-Client: web\n```\n\n### Parameters\n\n**id** integer *required* in path\n\nWhich one.\n\n**size** integer *optional*\n\nExample: `7`\n\nHow large, between 1 and 9.\n',
  );
  expect(
    fieldsOf(endpoint as Endpoint).map(({ name, type, required, notes }) => [name, type, required, notes]),
  ).toEqual([['size', 'integer', false, 'Example: 7\nHow large, between 1 and 9.']]);
  expect(endpoint?.parameters.map(({ name, in: place }) => [name, place])).toEqual([
    ['X-Client', 'header'],
    ['id', 'path'],
  ]);
});

it('takes a page of any length', () => {
  const block: Block = { kind: 'paragraph', lines: [], span: { start: 0, end: 0 } };
  const page = {
    ...readDocument('p.md', '# P\n', { headingLevel: () => undefined }).document,
    blocks: Array(150_000).fill(block),
  };
  expect(withUsualForms(page, profile).blocks).toHaveLength(150_000);
});

it('puts the tables of models where links lead to them', () => {
  const [made] = endpointsOf(
    [
      '# A\n\n### /a\n\n#### POST\n\n##### Parameters\n',
      '|Name|Located in|Required|Schema|\n|--|--|--|--|\n|dry|query|No|boolean|\n|body|body|Yes|[Box](#schemabox)|\n',
      '##### Responses\n',
      '|Code|Description|Schema|\n|--|--|--|\n|200|All|[ [Side](#side) ]|\n|404|None||\n',
      '### Models\n\n#### Box\n',
      '|Name|Type|Required|\n|--|--|--|\n|size|integer|Yes|\n|sides|[ [Side](#side) ]|No|\n|in|[Box](#box)|No|\n',
      '#### Side\n\n|Name|Type|\n|--|--|\n|hue|string|\n',
    ].join('\n'),
  );
  expect(made?.parameters.map(({ name }) => name)).toEqual(['dry']);
  expect(fieldsOf(made as Endpoint).map(({ name, required }) => [name, required])).toEqual([
    ['size', true],
    ['sides', false],
    ['sides[].hue', false],
    ['in', false],
  ]);
  const answers = made?.responses.map(({ statuses, body }) => [
    statuses[0]?.code,
    fieldsOf({ ...made, body }),
    body.samples,
  ]);
  expect(answers).toEqual([
    ['200', [expect.objectContaining({ name: '[].hue', type: 'string' })], []],
    ['404', [], []],
  ]);
});

it('reads privileges of each operation, names that a line requires, and what a line says comes back', () => {
  const [listed, made, gone] = endpointsOf(
    [
      '# A\n\n## List\n\n`GET /a`\n\nRequired permission: `a:read`\n\nReturns a list of boxes:\n\n|Field|Type|\n|--|--|\n|id|integer|\n',
      '## Make\n\n`POST /a`\n\n### Permissions\n\n* `a:write`\n\n### Body\n\nMandatory fields: `name` and `size`\n',
      '|Field|Type|Description|\n|--|--|--|\n|name|string|This is ignored if given as a query parameter.|\n|size|integer||\n|<b>hue</b> <b>*</b>|enum (`red`, `blue`)||\n|tint|string||\n',
      '## Drop\n\n`DELETE /a`\n\n### Scopes\n\n|Scope|Why|\n|--|--|\n|a:delete|To drop it|\n\n## Permissions\n\nThese are many.\n',
    ].join('\n'),
  );
  const allowed = [listed, made, gone].map((one) => one?.privileges.map(({ name }) => name));
  expect(allowed).toEqual([['a:read'], ['a:write'], ['a:delete']]);
  expect(listed?.parameters).toEqual([]);
  expect(listed?.responses.flatMap(({ body }) => fieldsOf({ ...listed, body })).map(({ name }) => name)).toEqual([
    'id',
  ]);
  expect(fieldsOf(made as Endpoint).map(({ name, required, effective }) => [name, required, effective])).toEqual([
    ['name', true, ''],
    ['size', true, ''],
    ['hue', true, 'red\nblue'],
    ['tint', false, ''],
  ]);
  expect(gone?.parameters).toEqual([]);
});

it('a request and an answer below a title for examples are shown, not documented', () => {
  const shown =
    '### Request\n\n```http\nPOST https://a.example/v1/boxes/7/lids\nContent-Type: application/json\n\n{"a": 1}\n```\n\n' +
    '### Response\n\n```http\nHTTP/1.1 201 Created\nETag: "1"\n\n{"b": 1}\n```\n';
  const [one, ...others] = endpointsOf(
    `# Add a lid\n\n## HTTP request\n\n\`POST /boxes/{id}/lids\`\n\n## Examples\n\n${shown}`,
  );
  expect(others).toEqual([]);
  expect(one?.urls.map(({ text }) => text)).toEqual(['/boxes/{id}/lids']);
  expect(one?.body.samples.map(({ text }) => text)).toEqual(['{"a": 1}']);
  expect(one?.responses.map((r) => [r.statuses[0]?.code, r.headers[0]?.name, r.body.samples.length])).toEqual([
    ['201', 'ETag', 1],
  ]);
});

describe('attributes below each other', () => {
  const fields = (one: Endpoint | undefined): string[] =>
    one ? fieldsOf(one).map((f) => `${f.name} ${f.type} ${f.required} ${f.notes}`) : [];
  const want = ['size integer true How large', 'lid string or null false May be missing'];

  it('in a table of one column', () => {
    const rows = '| `size` integer Required<br>How large |\n| `lid` string or null<br>May be missing |';
    const [one] = endpointsOf(
      `# Add\n\n\`POST /a\`\n\n## Body parameters\n\n| Name, Type, Description |\n|---|\n${rows}\n`,
    );
    expect(fields(one)).toEqual(want);
  });

  it('on lines of copied text', () => {
    const profiled = {
      headingLevel: (line: string) => (/^(?:Body params|Headers|Responses)$/i.test(line) ? 2 : undefined),
    };
    const text =
      'Add\npost\nhttps://a.example/a\nBody Params\nsize\ninteger\nrequired\nHow large\n\nlid\nstring or null\nMay be missing\n' +
      'Headers\nX-One string\nOf one\nResponses\n201\nMade\n400\n';
    const { document } = readDocument('p.txt', text, profiled);
    const [one, ...others] = recogniseOperations(document, profile).page.endpoints;
    expect(others).toEqual([]);
    expect(`${one?.methods[0]?.value} ${one?.urls[0]?.text}`).toBe('POST https://a.example/a');
    expect(fields(one)).toEqual(want);
    expect(one?.parameters.map(({ name, in: place }) => `${place} ${name}`)).toEqual(['header X-One']);
    expect(one?.responses.map(({ statuses }) => statuses[0]?.code)).toEqual(['201', '400']);
  });
});

it('reads whole bodies, values with names and headers of answers in the tables of generators', () => {
  const [made, many, sent] = endpointsOf(
    [
      '# A\n\n### [POST] /tents\n\n#### Request Body\n',
      '| Required | Schema |\n|--|--|\n| Yes | **application/merge-patch+json**: [TentInput](#tentinput)<br> |\n',
      '#### Responses\n',
      '| Code | Description | Headers |\n|--|--|--|\n| 201 | Made<br><br>**application/json**: [Tent](#tent)<br> | **Location** _(string)_: Where it is<br> |\n',
      '### [GET] /tents\n\n#### Responses\n',
      '| Code | Description |\n|--|--|\n| 200 | All<br><br>**application/json**: [ [Tent](#tent) ]<br> |\n',
      '### [POST] /tents/{id}/plan\n\n#### Request Body\n',
      '| Required | Schema |\n|--|--|\n| Yes | **multipart/form-data**: { **"file"**: binary, **"pages"**: [ integer ], **"dry"**: boolean }<br> |\n',
      '### Schemas\n\n#### Tent\n',
      '| Name | Type | Required |\n|--|--|--|\n| Tent | object | |\n| id | string | Yes |\n| hue | [Hue](#hue) | Yes |\n',
      '#### TentInput\n\n| Name | Type | Required |\n|--|--|--|\n| hue | [Hue](#hue) | Yes |\n',
      '#### Hue\n\n| Name | Type | Required |\n|--|--|--|\n| Hue | string, <br>**Available values:** "red", "blue" | |\n',
    ].join('\n'),
  );
  const fields = (one: Endpoint | undefined) => fieldsOf(one as Endpoint).map(({ name, required }) => [name, required]);
  expect(fields(made)).toEqual([['hue', true]]);
  expect(made?.parameters.map(({ name, notes }) => [name, notes])).toEqual([
    ['Content-Type', 'application/merge-patch+json'],
  ]);
  expect(fields(sent)).toEqual([
    ['file', true],
    ['pages', false],
    ['dry', false],
  ]);
  const answer = (one: Endpoint | undefined) =>
    one?.responses[0]?.body.tables.flatMap((table) =>
      table.kind === 'fields' ? table.rows.map(({ name }) => name) : [],
    );
  expect(answer(made)).toEqual(['id', 'hue']);
  expect(answer(many)).toEqual(['[].id', '[].hue']);
  expect(made?.responses.flatMap(({ headers }) => headers.map(({ name }) => name))).toEqual(['Location']);
});

it('what is in a list may be one of some values', () => {
  const [made] = endpointsOf(
    '# A\n\n## POST /flags\n\n| Name | Type | Required |\n|--|--|--|\n| hues | [ string, <br>**Available values:** "red", "blue" ] | Yes |\n',
  );
  expect(fieldsOf(made as Endpoint).map(({ type }) => type)).toEqual(['string[], Available values: "red", "blue"']);
});
