// What pages say of bodies, parameters and headers, in forms that a table of fields does not have.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { examplePages } from './lint/example.js';
import { packageRoot } from './package-root.js';
import { operation, table } from './testing/operation.js';

const spec = { profile: readProfile(undefined, packageRoot()) };
const FIELDS = '|Object|Item Name|Overview|Effective Value|Required|Notes|';

describe('a request body whose rows nest by reference', () => {
  const body = table(
    FIELDS,
    '|Root|Title|Title|Number of digits: 1-16|Yes||',
    '|Root|Buttons|Buttons|Array of objects{1}|No||',
    '|{1}|Kind|What it does|"open" or "reply"|Yes||',
    '|{1}|Url|What it opens|Maximum of 64 characters|No|Required when Kind is open|',
  );
  const read = operation({ 'Request Body': body });
  const at = ['requestBody', 'content', 'application/json', 'schema'];

  it('has the limits and the required fields of its rows', () => {
    expect(read('requestBody', 'required')).toBe(true);
    expect(read(...at, 'required')).toEqual(['Title']);
    expect(read(...at, 'properties')).toMatchObject({
      Title: { type: 'string', minLength: 1, maxLength: 16 },
      Buttons: {
        type: 'array',
        items: {
          required: ['Kind'],
          properties: { Kind: { enum: ['open', 'reply'] }, Url: { type: 'string', maxLength: 64 } },
        },
      },
    });
  });
});

it('lists what a row without a type calls an array', () => {
  const rows = ['|Root|Parts|Parts|Array object {1}|No||', '|{1}|Name|Name|Number of digits: 1 - 8|Yes||'];
  const read = operation({ 'Request Body': table(FIELDS, ...rows) });
  expect(read('requestBody', 'content', 'application/json', 'schema', 'properties', 'Parts')).toMatchObject({
    type: 'array',
    items: { required: ['Name'], properties: { Name: { minLength: 1, maxLength: 8 } } },
  });
});

it('reads a sample in typographic quotes as one in plain ones', () => {
  const read = operation({
    'Response Code': '200',
    'Response Body': table('|Item Name|Data Type|Notes|', '|Hue|string|Its colour|'),
    'Response Sample': '```JSON\n{“Hue”: null}\n```',
  });
  const at = ['responses', '200', 'content', 'application/json', 'schema', 'properties', 'Hue', 'type'];
  expect(read(...at)).toEqual(['string', 'null']);
});

it('goes on with the object of the row above where the cell is left empty', () => {
  const rows = ['|Root|Part|Part|Object {1}|No||', '|{1}|Name|Name||No||', '||Size|Size||No||'];
  const read = operation({ 'Request Body': table(FIELDS, ...rows) });
  const part = read('requestBody', 'content', 'application/json', 'schema', 'properties', 'Part', 'properties');
  expect(Object.keys(part as object)).toEqual(['Name', 'Size']);
});

it('has the nodes of XML where the commands send them', () => {
  const rows = ['label', 'part', 'name'].map((name) => `|${name}|D:|Element|${name} of a label||`);
  const sent = '<D:label xmlns:D="DAV:"><D:part><D:name>a</D:name></D:part></D:label>';
  const read = operation({
    'Request Body': table('|Node name|Namespace|Node type|Overview|Notes|', ...rows),
    'Request Sample': 'None',
    'cURL Command': `\`\`\`sh\ncurl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '${sent}'\n\`\`\``,
  });
  const at = ['requestBody', 'content', 'application/xml', 'schema', 'properties'];
  expect(Object.keys(read(...at) as object)).toEqual(['part']);
  expect(read(...at, 'part', 'properties')).toHaveProperty('name');
});

it('takes other fields of the body, of which one is needed, for no values', () => {
  const notes = 'Specify one of Name, Mail';
  const read = operation({
    'Request Body': table(FIELDS.replace('|Object', ''), `|Name|x||No|${notes}|`, `|Mail|x||No|${notes}|`),
  });
  const at = ['requestBody', 'content', 'application/json', 'schema', 'properties', 'Name'];
  expect(read(...at)).toEqual({ type: 'string', description: `x\n${notes}` });
});

describe('rows that stand below another', () => {
  const owner = '|Owner|Who|Object|Yes||';
  const properties = (...rows: string[]) =>
    operation({ 'Request Body': table(FIELDS.replace('|Object', ''), ...rows) })(
      ...['requestBody', 'content', 'application/json', 'schema', 'properties'],
    );

  it.each(['└ %', '　%', '&nbsp;&nbsp;%', '- %', 'Owner > %', 'Owner.%'])('%s', (mark) => {
    const rows = ['Name', 'Mail'].map((name) => `|${mark.replace('%', name)}|x|1 - 8 characters|Yes||`);
    const read = properties(owner, ...rows, '|Title|x|1 - 8 characters|No||');
    expect(read).toMatchObject({
      Owner: { type: 'object', required: ['Name', 'Mail'], properties: { Name: { maxLength: 8 } } },
    });
    expect(Object.keys(read as object)).toEqual(['Owner', 'Title']);
  });

  it('are members of a list', () => {
    const read = properties('|Owners|Who|Array|No||', '|Owners[].Name|x|1 - 8 characters|Yes||');
    expect(read).toMatchObject({ Owners: { type: 'array', items: { properties: { Name: { maxLength: 8 } } } } });
  });

  it('keep a dot of their own, and stand by themselves below what holds nothing', () => {
    const plain = properties(owner, '|Shelf.Name|x|1 - 8 characters|No||');
    expect(Object.keys(plain as object)).toEqual(['Owner', 'Shelf.Name']);
    const listed = properties('|- Name|x|1 - 8 characters|Yes||', '|- Mail|x|1 - 8 characters|Yes||');
    expect(Object.keys(listed as object)).toEqual(['Name', 'Mail']);
  });
});

describe('parameters and headers outside tables', () => {
  const names = (sections: Record<string, string>): string[] => {
    const read = operation(sections);
    const parameters = Object.keys((read('parameters') ?? []) as object).map((i) => read('parameters', i, 'name'));
    return parameters.filter((name) => name !== 'CellName' && name !== 'LabelName').map(String);
  };

  it.each([
    [
      'in a list',
      { 'Request Query': '* recursive: true or false\n* Note: slow\n* [$select](406_Select_Query.md)' },
      ['recursive', '$select'],
    ],
    ['in a block of code', { 'Request Header': '```\nX-Page: {number}\nIf-Match: *\n```' }, ['X-Page', 'If-Match']],
    [
      'in a table with the variables of the URL',
      { 'Request Query': table('|Name|Description|Required|', '|LabelName|x|Yes|', '|depth|x|No|') },
      ['depth'],
    ],
    [
      'where a column says',
      {
        'Request parameters': table(
          '|Name|In|Description|',
          '|LabelName|path|x|',
          '|X-Page|header|x|',
          '|depth|query|x|',
        ),
      },
      ['X-Page', 'depth'],
    ],
    [
      'two in one cell',
      { 'Request Header': table('|Header field|Overview|', '|X-Page / X-Size|x|') },
      ['X-Page', 'X-Size'],
    ],
  ])('%s', (_, sections, want) => expect(names(sections)).toEqual(want));

  it('say in brackets that they are required, and what their default is', () => {
    const read = operation({ 'Request Header': '* `X-Page` (required): number\n* X-Size - Size. Default: 10' });
    const parameters = Object.keys(read('parameters') as object).map((i) => read('parameters', i, 'name'));
    const at = (name: string): string => String(parameters.indexOf(name));
    expect(read('parameters', at('X-Page'), 'required')).toBe(true);
    expect(read('parameters', at('X-Size'), 'required')).toBe(false);
    expect(read('parameters', at('X-Size'), 'schema', 'default')).toBe(10);
  });

  it('have the names of RFC 9110, however wide their letters', () =>
    expect(names({ 'Request Header': table('|Header Name|Overview|', '|Ｘ－Ｐａｇｅ|x|') })).toEqual(['X-Page']));

  it('are headers of an answer by their names alone', () => {
    const read = operation({ 'Response Header': '* ETag: version\n* X-Api-Version' });
    expect(Object.keys(read('responses', '204', 'headers') as object)).toEqual(['ETag', 'X-Api-Version']);
  });
});

it('says in the description what no privilege says, and of a status what its notes do', () => {
  const status = table('|Code|Message|Overview|Notes|', '|204|No Content|Changed|In the background|');
  const read = operation({ 'Required Privileges': 'Only the owner of the shelf', 'Response Code': status });
  expect(read('description')).toContain('**Required Privileges**\n\nOnly the owner of the shelf');
  expect(read('responses', '204', 'description')).toBe('No Content: Changed: In the background');
});

it('takes what the section about errors shows for the body of the failures', () => {
  const rows = ['|error|Code of the error||', '|hint|What to do||'];
  const read = operation({
    'Response Code': '200, 400, 404',
    'Response Body': table('|Item Name|Overview|Notes|', '|title|Title||'),
    'Error Response': `${table('|Item Name|Overview|Notes|', ...rows)}\n\n\`\`\`json\n{"error": "gone"}\n\`\`\``,
  });
  const shown = (status: string, ...at: string[]): unknown =>
    read('responses', status, 'content', 'application/json', ...at);
  expect(Object.keys(shown('200', 'schema', 'properties') as object)).toEqual(['title']);
  expect(Object.keys(shown('404', 'schema', 'properties') as object)).toEqual(['error', 'hint']);
  expect(shown('400', 'examples', 'sample1', 'value')).toEqual({ error: 'gone' });
  expect(read('responses', 'default')).toBeUndefined();
});

it('lets the description limit a value where no other column does', () => {
  const row = '|Size|integer|No|Size of the label, 1 to 9 (default 3)|';
  const read = (columns: string): unknown =>
    operation({ 'Request Body': table(columns, row) })(
      ...['requestBody', 'content', 'application/json', 'schema', 'properties', 'Size'],
    );
  expect(read('|Name|Type|Required|Description|')).toMatchObject({ minimum: 1, maximum: 9, default: 3 });
  expect(read('|Name|Type|Required|Description|Notes|')).not.toHaveProperty('minimum');
});

it('takes a first column of single words for the names, whatever it is called', () => {
  const required = (...rows: string[]): unknown =>
    operation({ 'Request Body': table('|Ingredient|Req.|Meaning|', ...rows), 'Request Sample': '' })(
      ...['requestBody', 'content', 'application/json', 'schema', 'required'],
    );
  expect(required('|Title|Yes|x|', '|Text|No|x|')).toEqual(['Title']);
  expect(required('|A word of advice|Yes|x|')).toBeUndefined();
});

it('takes tables that tell of a field in different words each for one body each', () => {
  const FORM = FIELDS.replace('|Object', '');
  const tables = [
    table(FORM, '|Id|Id||No||'),
    `Of a note:\n\n${table(FORM, '|Kind|Kind|"note"|Yes||', '|Text|Text|1 - 9 characters|Yes||')}`,
    `Of a link:\n\n${table(FORM, '|Kind|Kind|"link"|Yes||', '|Url|Url|URI format|Yes||')}`,
  ];
  const read = operation({ 'Request Body': tables.join('\n\n') });
  const at = ['requestBody', 'content', 'application/json', 'schema', 'anyOf'];
  expect([0, 1].map((i) => read(...at, String(i), 'required'))).toEqual([
    ['Kind', 'Text'],
    ['Kind', 'Url'],
  ]);
  expect(Object.keys(read(...at, '1', 'properties') as object)).toEqual(['Id', 'Kind', 'Url']);
});

it('reports a table that says what is required of things without a name', () => {
  const body = table('|Ingredient|Req.|Meaning|', '|A word of advice|Yes|x|');
  const pages = Object.entries(examplePages({ sections: { 'Request Body': body } }));
  const { diagnostics } = buildSpec(
    pages.map(([path, text]) => ({ path, text })),
    spec,
  );
  expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
    expect.stringMatching(/^doc\/unaccounted the table says what is required/),
  );
});

describe('what other pages have in other places of a table', () => {
  const at = ['requestBody', 'content', 'application/json', 'schema'];
  const body = (text: string, Overview = 'Changes a label.'): ((...keys: string[]) => unknown) => {
    const read = operation({ 'Request Body': text, Overview });
    return (...keys) => read(...at, ...keys);
  };

  it('limits stand in columns of their own', () => {
    const columns = '|Key|Type|Required|Min length|Length (characters)|Min|Max|';
    const read = body(
      table(columns, '|Name|string|Yes|2||||', '|Code|string|No||4-8|||', '|Size|integer|No|||1|1,000|'),
    );
    expect(read('properties')).toEqual({
      Name: { type: 'string', minLength: 2 },
      Code: { type: 'string', minLength: 4, maxLength: 8 },
      Size: { type: 'integer', minimum: 1, maximum: 1000 },
    });
  });

  it('a star behind the name says what must be there, where the page says so', () => {
    const rows = table('|Item Name|Effective Value|Notes|', '|Name \\*|Text||', '|Size|1 - 9||');
    expect(body(rows, 'Items with \\* are required.')('required')).toEqual(['Name']);
    expect(body(rows)('required')).toBeUndefined();
  });

  it('a list describes the fields, those inside others below them', () => {
    const items = ['* **Name** (string, required): up to 9 characters', '* `Tags` (array, optional)'];
    const inner = ['    * `Kind` (string, required): one of `a`, `b`', '* Note (see above): no field'];
    const read = body([...items, ...inner].join('\n'));
    expect(read('required')).toEqual(['Name']);
    expect(read('properties', 'Name')).toMatchObject({ type: 'string', maxLength: 9 });
    expect(read('properties', 'Tags', 'items')).toMatchObject({ required: ['Kind'] });
    expect(Object.keys(read('properties') as object)).toEqual(['Name', 'Tags']);
  });

  it('a row of one title in another script is none of its fields', () => {
    const rows = table('|項目名|有効値|必須|', '|基本情報|||', '|Name|最大9文字|○|');
    expect(Object.keys(body(rows)('properties') as object)).toEqual(['Name']);
  });

  it('a line of the query says in brackets whether it must be there', () => {
    const read = operation({
      'Request Query': '* `kind` (string, required): its kind\n* `old` (optional): true or false',
    });
    expect(['0', '1'].map((i) => [read('parameters', i, 'name'), read('parameters', i, 'required')])).toEqual([
      ['kind', true],
      ['old', false],
    ]);
  });
});
