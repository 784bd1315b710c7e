// Loading contracts: what is none says where and why, and the quick parser reads what the careful one reads.
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { loadApi } from './load.js';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

describe('what is no contract', () => {
  test.each([
    ['a: [1', 'spec/invalid-yaml', 1],
    [`${HEAD}paths: {}\npaths: {}\n`, 'spec/invalid-yaml', 4],
    ['swagger: "2.0"\n', 'spec/unsupported-version', 1],
    ['openapi: 3.1\n', 'spec/not-openapi', 1],
    ['openapi: 4.0.0\n', 'spec/unsupported-version', 1],
    ['openapi: 3.10.0\n', 'spec/unsupported-version', 1],
    ['openapi: 3.2x\n', 'spec/unsupported-version', 1],
    ['', 'spec/not-openapi', 1],
    ['- a\n', 'spec/not-openapi', 1],
  ])('%j is %s at line %i', (text, code, line) => {
    const { api, diagnostics } = loadApi(text, 'x.yaml');
    expect(api).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, file: 'x.yaml', line, severity: 'error' }]);
  });

  test('an alias that multiplies itself is stopped', () => {
    const levels = Array.from({ length: 12 }, (_, n) => `x-${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`);
    const { diagnostics } = loadApi(`${HEAD}x-0: &a0 [x]\n${levels.join('\n')}\n`, 'x.yaml');
    expect(diagnostics).toMatchObject([{ code: 'spec/invalid-yaml' }]);
  });
});

test('a parameter of the path is required, whether the document says so or not', () => {
  const parameters = '[{ name: id, in: path, schema: {} }, { name: q, in: query, schema: {} }]';
  const { api } = loadApi(`${HEAD}paths: { "/a/{id}": { get: { parameters: ${parameters} } } }\n`, 'x.yaml');
  expect(api?.operations[0]?.parameters.map((p) => [p.name, p.required])).toEqual([
    ['id', true],
    ['q', false],
  ]);
});

describe('both parsers', () => {
  test.each([
    ...[
      '1_000',
      '0b11',
      '0o17',
      '017',
      '0x1F',
      '1e3',
      '.5',
      '+1',
      '-0',
      '.inf',
      '.NaN',
      'yes',
      'True',
      'tRue',
      '~',
      '',
    ],
    ...[
      '2001-12-14',
      '12:30:45',
      '"a\\u0041\\x41\\n"',
      "'it''s'",
      '=',
      '|\n  a\n  b\n',
      '>-\n  a\n\n  c\n',
      '{a: 1, b: [x, y]}',
    ],
    ...['!!timestamp 2001-12-14', '!foo x', '%x', '"a\n b"', '9007199254740993', '&a [1]', 'R&D & more'],
  ])('agree on %j', (scalar) => {
    const text = `${HEAD}x-value: ${scalar}\n`;
    const careful = parseDocument(text);
    const quick = loadApi(text, 'x.yaml').api?.document;
    expect(quick).toEqual(careful.errors.length > 0 ? undefined : careful.toJS());
  });

  test('read aliases and JSON', () => {
    expect(loadApi(`${HEAD}x-a: &a { b: 1 }\nx-b: *a\n`, 'x.yaml').api?.document['x-b']).toEqual({ b: 1 });
    expect(loadApi('{"openapi":"3.0.0","info":{"title":"J"}}', 'x.json').api?.title).toBe('J');
  });
});

describe('faults inside', () => {
  const BOOK = 'components: { schemas: { Book: { type: object } }, responses: { Gone: { description: Gone } } }\n';
  const get = (inside: string): string =>
    `${HEAD}paths:\n  /a:\n    get:\n      responses:\n        ${inside}\n${BOOK}`;
  const schema = (inside: string): string => `${HEAD}paths: {}\ncomponents:\n  schemas:\n    ${inside}\n`;
  const TEXT = 'content: { text/plain: { schema:';

  test.each([
    [get("404: { $ref: '#/components/responses/Gnoe' }"), 'spec/dangling-reference', 7, 'components/responses/Gone"?'],
    [get(`200: { ${TEXT} { $ref: '#/components/schemas/Bok' } } } }`), 'spec/dangling-reference', 7, 'schemas/Book"?'],
    [
      get(`default: { ${TEXT} { items: { $ref: '#/x/y' } } } } }`),
      'spec/dangling-reference',
      7,
      'define what it names',
    ],
    [
      schema("A:\n      properties:\n        b: { $ref: '#/components/schema/A' }"),
      'spec/dangling-reference',
      8,
      'schemas/A',
    ],
    [`${HEAD}paths:\n  /a: { $ref: 'a.yaml' }\n`, 'spec/external-reference', 4, 'bundle'],
    [get("404: { $ref: './common.yaml#/Gone' }"), 'spec/external-reference', 7, 'bundle'],
    [get("404: { $ref: 'https://h.example/common.yaml#/Gone' }"), 'spec/external-reference', 7, 'bundle'],
    [schema("Y: { items: { $ref: 'y.json' } }"), 'spec/external-reference', 6, 'bundle'],
    [schema('Y: null'), 'spec/invalid-schema', 6, '{}'],
    [schema('Y:\n      allOf: {}'), 'spec/invalid-schema', 7, '`-`'],
    [schema('Y: { anyOf: [{}, 3] }'), 'spec/invalid-schema', 6, '{}'],
    [schema('Y: { properties: [a] }'), 'spec/invalid-schema', 6, 'name: schema'],
    [schema('Y: { properties: { a: { required: true } } }'), 'spec/invalid-schema', 6, 'list the properties'],
    [schema('Y: { description: 5 }'), 'spec/invalid-schema', 6, 'quotes'],
    [schema('Y: { $ref: 5 }'), 'spec/dangling-reference', 6, 'such as'],
    [`${HEAD}paths:\n  /a: {}\n  /b: [1, 2]\n`, 'spec/invalid-path-item', 5, 'operations below'],
    [`${HEAD}paths:\n  /c:\n    get: 5\n`, 'spec/invalid-operation', 5, 'responses'],
    [
      `${HEAD}paths:\n  /c:\n    get:\n      parameters: [{ name: [a], in: query }]\n`,
      'spec/invalid-parameter',
      6,
      'cookie',
    ],
    [`${HEAD}paths: {}\ncomponents:\n  parameters: { P: { name: p } }\n`, 'spec/invalid-parameter', 5, 'cookie'],
    [`${HEAD}paths:\n  /c:\n    additionalOperations:\n      LIST: []\n`, 'spec/invalid-operation', 6, 'responses'],
  ])('%j is %s at line %i', (text, code, line, help) => {
    const { api, diagnostics } = loadApi(text, 'x.yaml');
    expect(api).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code, line, severity: 'error', file: 'x.yaml' }]);
    expect(diagnostics[0]?.help).toContain(help);
  });

  test('of references that lead round and round are each told', () => {
    const shared =
      "components:\n  parameters:\n    A: { $ref: '#/components/parameters/B' }\n    B: { $ref: '#/components/parameters/A' }\n";
    const text = `${HEAD}paths: { /a: { get: { parameters: [{ $ref: '#/components/parameters/A' }] } } }\n${shared}`;
    const { api, diagnostics } = loadApi(text, 'x.yaml');
    expect([api, diagnostics.map((d) => d.line)]).toEqual([undefined, [3, 6]]);
    expect(diagnostics[0]?.message).toContain('/A" → "#/components/parameters/B" → "#/components/parameters/A"');
  });

  test('of schemas that lead round are none: they ask for nothing', () => {
    const text = `${HEAD}paths: {}\ncomponents: { schemas: { A: { $ref: '#/components/schemas/A' } } }\n`;
    expect(loadApi(text, 'x.yaml').diagnostics).toEqual([]);
  });

  test('of references into other files are one, with their number', () => {
    const text = schema("A: { $ref: 'a.yaml' }\n    B: { anyOf: [{ $ref: 'b.yaml' }, { $ref: 'a.yaml' }] }");
    const [only, second] = loadApi(text, 'x.yaml').diagnostics;
    expect([only?.message, second]).toEqual([
      'the reference "a.yaml" leads out of this file, and 1 more does',
      undefined,
    ]);
  });

  test('of JSON and of OpenAPI 3.0 have their place, too; a reference that is used twice is one', () => {
    const ref = '{ "$ref": "#/components/parameters/none" }';
    const text = `{ "openapi": "3.0.3",\n"paths": { "/a": { "get": { "parameters": [\n${ref},\n${ref}] } } } }`;
    expect(loadApi(text, 'x.json').diagnostics).toMatchObject([
      { code: 'spec/dangling-reference', line: 3, column: 11 },
    ]);
  });

  test.each([
    ['an address that names a schema', schema("Y: { $ref: 'https://json-schema.org/draft/2020-12/schema' }")],
    ['a sample of a reference into another file', schema('Y: { example: { $ref: other.yaml } }')],
    ['a sample that looks like a reference', get("200: { content: { a/b: { example: { $ref: '#/none' } } } }")],
    ['samples with names', get("200: { content: { a/b: { examples: { items: { value: { $ref: '#/none' } } } } } }")],
    [
      'data in a schema',
      schema("Y: { default: { $ref: '#/none' }, enum: [{ $ref: '#/none' }], x-a: { $ref: '#/none' } }"),
    ],
    [
      'properties that are called like keywords',
      schema('Y: { properties: { $ref: {}, items: {}, required: true, allOf: {} } }'),
    ],
    [
      'a schema with an address of its own',
      schema("Y: { $id: 'https://a.example/y', properties: { a: { $ref: '#/$defs/a' }, b: { $ref: b } } }"),
    ],
    [
      'booleans for schemas, and no properties',
      schema('Y: { properties: null, items: true, additionalProperties: false }'),
    ],
    ['extensions among paths', `${HEAD}paths: { x-a: 5, x-b: [1] }\n`],
    [
      'a reference to a falsy value',
      `${HEAD}paths: {}\nx-a: false\ncomponents: { schemas: { Y: { $ref: '#/x-a' } } }\n`,
    ],
  ])('%s is none', (_, text) => {
    expect(loadApi(text, 'x.yaml')).toMatchObject({ api: { openapi: '3.1.0' }, diagnostics: [] });
  });
});

describe('x-docproof', () => {
  const SOURCE = '{ file: a.md, line: 1 }';
  const CASE = `{ id: a/b, page: a, source: ${SOURCE}, request: { method: GET, url: '/a', headers: {} } }`;
  const operation = (extension: string): Record<string, unknown> | undefined =>
    loadApi(`${HEAD}paths: { /a: { get: { x-docproof: ${extension} } } }\n`, 'x.yaml').api?.operations[0]
      ?.docs as unknown as Record<string, unknown>;

  test.each([
    ['errors: 7', 'errors', undefined],
    ['bases: 5', 'bases', []],
    ['bases: [{ name: a }, { name: b, forms: [c], path: /d/ }]', 'bases', [{ name: 'b', forms: ['c'], path: '/d/' }]],
    ['docs: []', 'docs', { digest: '', languages: [] }],
    ['sampleHosts: [1, a]', 'sampleHosts', ['a']],
    ['keySyntax: other', 'keySyntax', 'plain'],
    ['placeholders: none', 'placeholders', [{ in: 'header', name: 'If-Match', means: 'etag' }]],
  ])('of the root: %s', (extension, name, value) => {
    const { api } = loadApi(`${HEAD}x-docproof: { ${extension} }\n`, 'x.yaml');
    expect(api?.docs[name as 'errors']).toEqual(value);
  });

  test.each([
    ['{ cases: 7 }', { pages: [] }],
    ['{ headers: {} }', { pages: [] }],
    ['{ pages: 1, url: [], source: {}, documentedBy: [1], sideEffects: yes }', { pages: [], documentedBy: [] }],
    [`{ cases: [null, {}, ${CASE}] }`, { pages: [], cases: [expect.objectContaining({ id: 'a/b' })] }],
    [`{ source: ${SOURCE}, x-own: 1 }`, { pages: [], source: { file: 'a.md', line: 1 }, 'x-own': 1 }],
    ['[]', { pages: [] }],
  ])('of an operation: %s', (extension, docs) => {
    expect(operation(extension)).toEqual(docs);
  });

  test('of a body and a response: what is of the wrong kind counts as absent', () => {
    const wrong = 'x-docproof: { contested: {}, headers: 1, derived: yes }';
    const text = `paths: { /a: { get: { requestBody: { ${wrong} }, responses: { 200: { ${wrong} } } } } }\n`;
    const [read] = loadApi(`${HEAD}${text}`, 'x.yaml').api?.operations ?? [];
    expect([read?.body?.docs, read?.responses[0]?.docs]).toEqual([{}, {}]);
  });
});

describe('specs that mean harm', () => {
  test('what is no text in a security scheme says nothing', () => {
    const schemes = '{ a: { type: http, scheme: [basic] }, b: { type: {}, name: k, in: 7 }, c: null }';
    const { api } = loadApi(`${HEAD}paths: {}\ncomponents: { securitySchemes: ${schemes} }\n`, 'x.yaml');
    expect(api?.securitySchemes).toEqual({ a: { type: 'http' }, b: { type: '', name: 'k' }, c: { type: '' } });
  });

  test('only statuses are responses', () => {
    const responses = '{ 200: { description: a }, 4XX: {}, default: {}, x-note: {}, "200;import(1)": {} }';
    const { api } = loadApi(`${HEAD}paths: { /a: { get: { responses: ${responses} } } }\n`, 'x.yaml');
    expect(api?.operations[0]?.responses.map((r) => r.status)).toEqual(['200', '4XX', 'default']);
  });

  test('a reference with broken percent-encoding leads nowhere', () => {
    const text = `${HEAD}paths: { /a: { get: { parameters: [{ $ref: '#/components/100%' }] } } }\n`;
    expect(loadApi(text, 'x.yaml').diagnostics).toMatchObject([{ code: 'spec/dangling-reference', line: 3 }]);
  });

  test.each([
    ['a value inside itself', 'x-a: &a { b: *a }'],
    ['more aliases than anybody writes', `x-a: &a [${'1,'.repeat(200)}]\nx-b: [${'*a,'.repeat(12_000)}]`],
  ])('%s is an error with a place', (_, text) => {
    const { api, diagnostics } = loadApi(`${HEAD}${text}\n`, 'x.yaml');
    expect(api).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'spec/invalid-yaml', severity: 'error', file: 'x.yaml' }]);
  });
});
