// Every rule of `diff` on a pair of small contracts: what it says, how bad it is, and at which line.
import { describe, expect, it } from 'vitest';
import type { Api } from '../contract/api.js';
import { loadApi } from '../contract/load.js';
import { countLevels, diffApis } from './diff.js';
import { diffJson } from './print/json.js';
import { diffMarkdown } from './print/markdown.js';
import { withDocs } from './print/report.js';
import { diffSarif } from './print/sarif.js';
import { diffText } from './print/text.js';
import { RULES } from './rules/index.js';

type Json = Record<string, unknown>;

const CONTENT = (schema: Json): Json => ({ content: { 'application/json': { schema } } });

/** A contract of one operation, `PUT /things/{id}`, with parts of it replaced. */
function contract(operation: Json, root: Json = {}): Api {
  const put = {
    operationId: 'updateThing',
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    responses: { '200': { description: 'ok' } },
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
    ...operation,
  };
  return load({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/things/{id}': { put } }, ...root });
}

function load(document: Json): Api {
  const { api, diagnostics } = loadApi(JSON.stringify(document), 'test.json');
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return api;
}

const body = (schema: Json, rest: Json = {}): Json => ({ requestBody: { ...CONTENT(schema), ...rest } });
const answer = (schema: Json): Json => ({ responses: { '200': { description: 'ok', ...CONTENT(schema) } } });
const field = (schema: Json): Json => ({ type: 'object', properties: { Name: schema } });
const query = (schema: Json, rest: Json = {}): Json => ({
  parameters: [{ name: 'top', in: 'query', schema, ...rest }],
});
const status = (name: string, rest: Json = {}): Json => ({ responses: { [name]: { description: 'x', ...rest } } });
const headers = (h: Json): Json => ({ responses: { '200': { description: 'ok', headers: h } } });
const errors = (list: Json[]): Json => ({ 'x-docproof': { version: 1, errors: list } });
const S = { type: 'string' };

/** rule, old, new, wanted level and words. */
const TABLE: [string, Api, Api, string, string][] = [
  [
    'diff/operation-removed',
    contract({}),
    load({ openapi: '3.1.0', info: {}, paths: {} }),
    'breaking',
    'updateThing: PUT /things/{id} is gone',
  ],
  [
    'diff/operation-removed',
    contract({}),
    load({ openapi: '3.1.0', info: {}, paths: { '/t/{id}': { put: { operationId: 'updateThing' } } } }),
    'breaking',
    'the operation is now PUT /t/{id}',
  ],
  [
    'diff/url-form-removed',
    contract({ 'x-docproof': { pages: [], aliasOf: 'main', url: '{U}things' } }),
    load({ openapi: '3.1.0', info: {}, paths: {} }),
    'breaking',
    'main: the URL form {U}things is gone',
  ],
  [
    'diff/operation-added',
    load({ openapi: '3.1.0', info: {}, paths: {} }),
    contract({}),
    'safe',
    'updateThing: PUT /things/{id} is new',
  ],
  [
    'diff/operation-renamed',
    contract({}),
    contract({ operationId: 'putThing' }),
    'risky',
    'operation updateThing is now called putThing',
  ],
  ['diff/operation-deprecated', contract({}), contract({ deprecated: true }), 'safe', 'updateThing is deprecated'],
  [
    'diff/security-changed',
    contract({}),
    contract({ security: [{ bearer: [] }] }),
    'breaking',
    'calling without a credential is no longer enough',
  ],
  [
    'diff/security-changed',
    contract({ security: [{ bearer: [] }] }),
    contract({}),
    'safe',
    'calling without a credential is enough now',
  ],
  [
    'diff/security-changed',
    contract({ 'x-docproof': { pages: [], privileges: ['read'] } }),
    contract({ 'x-docproof': { pages: [], privileges: ['read', 'admin'] } }),
    'breaking',
    'the privilege admin is needed',
  ],
  ['diff/parameter-added', contract({}), contract(query(S)), 'safe', 'optional query parameter top is new'],
  [
    'diff/parameter-added',
    contract({}),
    contract(query(S, { required: true })),
    'breaking',
    'required query parameter top is new',
  ],
  ['diff/parameter-removed', contract(query(S)), contract({}), 'risky', 'query parameter top is gone'],
  [
    'diff/parameter-requirement',
    contract(query(S)),
    contract(query(S, { required: true })),
    'breaking',
    'query parameter top is required now',
  ],
  [
    'diff/parameter-requirement',
    contract(query(S, { required: true })),
    contract(query(S)),
    'safe',
    'query parameter top is no longer required',
  ],
  [
    'diff/body-changed',
    contract({}),
    contract(body({}, { required: true })),
    'breaking',
    'a required request body is new',
  ],
  ['diff/body-changed', contract({}), contract(body({})), 'safe', 'an optional request body is new'],
  [
    'diff/parameter-style',
    contract(query({ type: 'array', items: S })),
    contract(query({ type: 'array', items: S }, { explode: false })),
    'breaking',
    'was written as form, exploded and is written as form',
  ],
  ...(
    [
      [{ maximum: 9 }, { maximum: 9, exclusiveMaximum: true }, 'breaking', 'was 9 and is below 9'],
      [{ maximum: 9, exclusiveMaximum: true }, { exclusiveMaximum: 9 }, undefined, ''],
      [{ minimum: 1 }, { exclusiveMinimum: 0.5 }, 'safe', 'the least value was 1 and is above 0.5'],
      [{ exclusiveMinimum: 1 }, { minimum: 1 }, 'safe', 'the least value was above 1 and is 1'],
      [{ maximum: 9 }, { exclusiveMaximum: 9 }, 'breaking', 'the greatest value was 9 and is below 9'],
      [{}, { minProperties: 1 }, 'breaking', 'the least number of fields was none and is 1'],
    ] as const
  ).flatMap(([old, after, level, words]): [string, Api, Api, string, string][] =>
    level === undefined
      ? []
      : [
          [
            level === 'breaking' ? 'diff/range-narrowed' : 'diff/range-widened',
            contract(body(field(old))),
            contract(body(field(after))),
            level,
            words,
          ],
        ],
  ),
  ...(
    [
      [{}, { uniqueItems: true }, 'breaking', 'items must differ now'],
      [{ uniqueItems: true }, {}, 'safe', 'items may be equal now'],
      [{}, { multipleOf: 2 }, 'breaking', 'a multiple of none and is one of 2'],
      [{ multipleOf: 4 }, { multipleOf: 2 }, 'safe', 'a multiple of 4 and is one of 2'],
      [{ multipleOf: 2 }, { multipleOf: 4 }, 'breaking', 'a multiple of 2 and is one of 4'],
    ] as const
  ).map(([old, after, level, words]): [string, Api, Api, string, string] => [
    'diff/constraint-changed',
    contract(body(field(old))),
    contract(body(field(after))),
    level,
    words,
  ]),
  [
    'diff/constraint-changed',
    contract(answer(field({ uniqueItems: true }))),
    contract(answer(field({}))),
    'risky',
    'items may be equal now',
  ],
  [
    'diff/access-changed',
    contract(body(field({}))),
    contract(body(field({ readOnly: true }))),
    'risky',
    'is read-only now',
  ],
  [
    'diff/access-changed',
    contract(answer(field({ writeOnly: true }))),
    contract(answer(field({}))),
    'safe',
    'is no longer write-only',
  ],
  [
    'diff/security-changed',
    contract(
      { security: [{ k: [] }] },
      { components: { securitySchemes: { k: { type: 'apiKey', in: 'header', name: 'K' } } } },
    ),
    contract({ security: [{ k: [] }] }, { components: { securitySchemes: { k: { type: 'http', scheme: 'Bearer' } } } }),
    'breaking',
    'the credential k was sent as header K and is sent as bearer',
  ],
  ['diff/body-changed', contract(body({})), contract({}), 'risky', 'the request body is gone'],
  [
    'diff/body-changed',
    contract(body({})),
    contract(body({}, { required: true })),
    'breaking',
    'the request body is required now',
  ],
  [
    'diff/body-changed',
    contract(body({})),
    contract({ requestBody: { content: { 'text/xml': {} } } }),
    'breaking',
    'application/json is no longer accepted',
  ],
  ['diff/status-removed', contract(status('204')), contract({ responses: {} }), 'breaking', 'status 204 is gone'],
  ['diff/status-removed', contract(status('409')), contract({ responses: {} }), 'risky', 'status 409 is gone'],
  [
    'diff/status-removed',
    contract(status('503', { 'x-docproof': { derived: true } })),
    contract({ responses: {} }),
    'safe',
    'status 503 is gone',
  ],
  ['diff/status-added', contract({ responses: {} }), contract(status('202')), 'risky', 'status 202 is new'],
  ['diff/status-added', contract({ responses: {} }), contract(status('429')), 'safe', 'status 429 is new'],
  ['diff/response-media-type', contract(answer({})), contract({}), 'breaking', '200: no application/json any more'],
  [
    'diff/header-removed',
    contract(headers({ ETag: { schema: S, required: true } })),
    contract({}),
    'breaking',
    '200: response header ETag is gone',
  ],
  [
    'diff/header-removed',
    contract(headers({ ETag: { schema: S } })),
    contract({}),
    'risky',
    '200: response header ETag is gone',
  ],
  [
    'diff/header-removed',
    contract(headers({ ETag: { schema: S, required: true } })),
    contract(headers({ etag: { schema: S } })),
    'breaking',
    'ETag is no longer promised',
  ],
  [
    'diff/header-added',
    contract({}),
    contract(headers({ ETag: { schema: S } })),
    'safe',
    '200: response header ETag is new',
  ],
  [
    'diff/type-changed',
    contract(body(field(S))),
    contract(body(field({ type: 'integer' }))),
    'breaking',
    'request body /Name: the type was string and is integer',
  ],
  [
    'diff/type-changed',
    contract(query({ type: 'integer' })),
    contract(query({ type: 'number' })),
    'safe',
    'query parameter top: the type was integer and is number',
  ],
  [
    'diff/type-changed',
    contract(answer({ type: 'integer' })),
    contract(answer({ type: 'number' })),
    'breaking',
    '200: the type was integer and is number',
  ],
  [
    'diff/type-changed',
    contract(answer({ type: 'array', items: field(S) })),
    contract(answer({ type: 'array', items: field({ type: 'boolean' }) })),
    'breaking',
    '200 /*/Name: the type was string and is boolean',
  ],
  [
    'diff/nullable-changed',
    contract(body(field({ type: ['string', 'null'] }))),
    contract(body(field(S))),
    'breaking',
    'request body /Name: null is no longer accepted',
  ],
  [
    'diff/nullable-changed',
    contract(answer(field(S))),
    contract(answer(field({ type: ['string', 'null'] }))),
    'breaking',
    '200 /Name: null may be returned now',
  ],
  [
    'diff/nullable-changed',
    contract(body(field(S))),
    contract(body(field({ type: ['string', 'null'] }))),
    'safe',
    'null is accepted now',
  ],
  [
    'diff/enum-changed',
    contract(query({ enum: ['a', 'b'] })),
    contract(query({ enum: ['a'] })),
    'breaking',
    'query parameter top: the value "b" is gone',
  ],
  [
    'diff/enum-changed',
    contract(query({ enum: ['a'] })),
    contract(query({ enum: ['a', 'b'] })),
    'safe',
    'the value "b" is new',
  ],
  [
    'diff/enum-changed',
    contract(answer({ enum: ['a'] })),
    contract(answer({ enum: ['a', 'b'] })),
    'risky',
    '200: the value "b" is new',
  ],
  ['diff/enum-changed', contract(query({})), contract(query({ enum: ['a'] })), 'breaking', 'only "a" are accepted now'],
  [
    'diff/enum-changed',
    contract(answer({ enum: ['a'] })),
    contract(answer({})),
    'risky',
    'values other than "a" are possible now',
  ],
  [
    'diff/range-narrowed',
    contract(body(field({ ...S, maxLength: 128 }))),
    contract(body(field({ ...S, maxLength: 64 }))),
    'breaking',
    'request body /Name: the greatest length was 128 and is 64',
  ],
  [
    'diff/range-narrowed',
    contract(query({ minimum: 0 })),
    contract(query({ minimum: 1 })),
    'breaking',
    'the least value was 0 and is 1',
  ],
  [
    'diff/range-narrowed',
    contract(answer({ maxItems: 9 })),
    contract(answer({ maxItems: 5 })),
    'safe',
    'the greatest number of items was 9 and is 5',
  ],
  [
    'diff/range-widened',
    contract(query({ minimum: 1 })),
    contract(query({})),
    'safe',
    'the least value was 1 and is none',
  ],
  [
    'diff/range-widened',
    contract(answer({ ...S, maxLength: 8 })),
    contract(answer({ ...S, maxLength: 9 })),
    'risky',
    'the greatest length was 8 and is 9',
  ],
  [
    'diff/pattern-changed',
    contract(query(S)),
    contract(query({ ...S, pattern: '^a' })),
    'breaking',
    'the pattern was none and is "^a"',
  ],
  [
    'diff/pattern-changed',
    contract(query({ ...S, pattern: '^b' })),
    contract(query({ ...S, pattern: '^a' })),
    'risky',
    'the pattern was "^b" and is "^a"',
  ],
  [
    'diff/pattern-changed',
    contract(query({ ...S, pattern: '^b' })),
    contract(query(S)),
    'safe',
    'the pattern was "^b" and is none',
  ],
  [
    'diff/default-changed',
    contract(query({ default: 25 })),
    contract(query({ default: 50 })),
    'risky',
    'the default was 25 and is 50',
  ],
  [
    'diff/field-removed',
    contract(answer(field(S))),
    contract(answer({ type: 'object', properties: {} })),
    'breaking',
    '200: the field Name is gone',
  ],
  [
    'diff/field-removed',
    contract(body(field(S))),
    contract(body({ type: 'object', properties: {} })),
    'risky',
    'request body: the field Name is gone',
  ],
  [
    'diff/field-removed',
    contract(body({ ...field(S), additionalProperties: false })),
    contract(body({ type: 'object', properties: {}, additionalProperties: false })),
    'breaking',
    'request body: the field Name is gone',
  ],
  [
    'diff/field-added',
    contract(body({ type: 'object' })),
    contract(body(field(S))),
    'safe',
    'request body: the field Name is new',
  ],
  [
    'diff/field-added',
    contract(body({ type: 'object' })),
    contract(body({ ...field(S), required: ['Name'] })),
    'breaking',
    'the required field Name is new',
  ],
  [
    'diff/field-requirement',
    contract(body(field(S))),
    contract(body({ ...field(S), required: ['Name'] })),
    'breaking',
    'request body: the field Name is required now',
  ],
  [
    'diff/field-requirement',
    contract(answer({ ...field(S), required: ['Name'] })),
    contract(answer(field(S))),
    'breaking',
    '200: the field Name is no longer always there',
  ],
  [
    'diff/object-closed',
    contract(body(field(S))),
    contract(body({ ...field(S), additionalProperties: false })),
    'breaking',
    'unknown fields are refused now',
  ],
  [
    'diff/variants-changed',
    contract(body({ oneOf: [S, { type: 'integer' }] })),
    contract(body({ oneOf: [S] })),
    'breaking',
    'variants gone: number 2',
  ],
  [
    'diff/error-code-changed',
    contract(
      {},
      errors([
        { code: 'E1', status: 400 },
        { code: 'E2', status: 400 },
      ]),
    ),
    contract({}, errors([{ code: 'E2', status: 400 }])),
    'risky',
    'error code E1 is gone',
  ],
  [
    'diff/error-code-changed',
    contract({}, errors([{ code: 'E1', status: 400 }])),
    contract({}, errors([{ code: 'E1', status: 409 }])),
    'breaking',
    'comes with 409',
  ],
  [
    'diff/server-changed',
    contract({}, { servers: [{ url: 'https://a.example' }] }),
    contract({}, { servers: [{ url: 'https://b.example' }] }),
    'risky',
    '"https://a.example"',
  ],
];

describe('the rules of diff', () => {
  it.each(TABLE)('%s (%#)', (rule, before, after, level, words) => {
    const found = diffApis(before, after).filter((change) => change.rule === rule);
    expect(found[0]?.level).toBe(level);
    expect(found[0]?.message).toContain(words);
  });

  it('has an example of every rule', () => {
    expect(new Set(TABLE.map(([rule]) => rule))).toEqual(new Set(RULES.map((r) => r.id)));
  });

  it.each(TABLE)('%s: a contract does not differ from itself (%#)', (_, before, after) => {
    expect(diffApis(before, before)).toEqual([]);
    expect(diffApis(after, after)).toEqual([]);
  });
});

describe('what is no change', () => {
  it.each([
    [
      'another name of a path variable',
      contract({}),
      load({
        openapi: '3.1.0',
        info: {},
        paths: {
          '/things/{key}': {
            put: {
              operationId: 'updateThing',
              parameters: [{ name: 'key', in: 'path', required: true, schema: S }],
              responses: { '200': { description: 'ok' } },
            },
          },
        },
      }),
    ],
    [
      'a schema that became a component',
      contract(answer(field(S))),
      contract(answer({ $ref: '#/components/schemas/T' }), { components: { schemas: { T: field(S) } } }),
    ],
    ['allOf of what was one', contract(answer(field(S))), contract(answer({ allOf: [field(S), {}] }))],
    ['other words', contract({ description: 'a' }), contract({ description: 'b', summary: 'c' })],
  ])('%s', (_, before, after) => {
    expect(diffApis(before, after)).toEqual([]);
  });

  it('ends on schemas that hold themselves', () => {
    const node = (max: number): Api =>
      contract(answer({ $ref: '#/components/schemas/N' }), {
        components: {
          schemas: {
            N: { type: 'object', properties: { v: { maximum: max }, next: { $ref: '#/components/schemas/N' } } },
          },
        },
      });
    expect(diffApis(node(1), node(2)).map((c) => c.message)).toEqual(['200 /v: the greatest value was 1 and is 2']);
  });
});

describe('where a change is shown', () => {
  const before = contract({
    ...query({ ...S, maxLength: 9 }),
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
  });
  const after = contract({
    ...query({ ...S, maxLength: 8 }),
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
  });
  const gone = contract({ parameters: [] });

  it.each([
    ['| top | text |', 7],
    ['top|text|', 7],
    ['|`top`|text|', 7],
    ['|stop|top|', 3],
    ['top of the page', 3],
  ])('the row %j', (row, line) => {
    const text = ['# Thing', '', 'PUT', '', '|Name|What|', '|:--|:--|', row].join('\n');
    const [change] = diffApis(before, after, () => text);
    expect(change?.places[0]?.source).toEqual({ file: 'thing.md', line, side: 'new' });
  });

  it('is the old document for what is gone', () => {
    const [change] = diffApis(before, gone, (side) => (side === 'old' ? '# Thing\n|top|x|' : '# Thing'));
    expect(change?.places[0]?.source).toEqual({ file: 'thing.md', line: 2, side: 'old' });
  });

  it('joins the same change of several operations', () => {
    const two = (max: number): Api =>
      load({
        openapi: '3.1.0',
        info: {},
        paths: Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e'].map((id) => [`/${id}`, { get: { operationId: id, ...query({ maximum: max }) } }]),
        ),
      });
    const changes = diffApis(two(2), two(1));
    expect(changes.map((c) => c.places.map((p) => p.operation))).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(diffText({ old: 'a', new: 'b', changes }, PLAIN)).toContain('and 2 more operations');
  });
});

const same = (text: string): string => text;
const PLAIN = { red: same, yellow: same, green: same, dim: same };

describe('the printers', () => {
  const before = contract({ ...query(S) }, { servers: [{ url: 'https://a.example' }] });
  const after = contract(
    { operationId: 'put|<b>@x', ...query({ ...S, maxLength: 3 }) },
    { servers: [{ url: 'https://a.example' }] },
  );
  const report = {
    old: 'old.yaml',
    new: 'new.yaml',
    changes: withDocs(diffApis(before, after), { old: 'spec/docs', new: 'spec/docs/' }),
  };

  it('text: the worst first, with place, rule and totals', () => {
    expect(diffText(report, PLAIN)).toBe(
      [
        'breaking  query parameter top: the greatest length was none and is 3  [diff/range-narrowed]',
        '          put|<b>@x  spec/docs/thing.md:3',
        'risky     operation updateThing is now called put|<b>@x (PUT /things/{id})  [diff/operation-renamed]',
        '          put|<b>@x  spec/docs/thing.md:3',
        'old.yaml → new.yaml: 1 breaking, 1 risky, 0 safe',
        '',
      ].join('\n'),
    );
  });

  it('text: says when there is nothing', () => {
    expect(diffText({ old: 'a', new: 'b', changes: [] }, PLAIN)).toBe('a → b: no changes\n');
  });

  it('json', () => {
    const parsed = JSON.parse(diffJson(report)) as { summary: unknown; changes: Json[] };
    expect(parsed.summary).toEqual(countLevels(report.changes));
    expect(parsed.changes[0]).toEqual({
      rule: 'diff/range-narrowed',
      level: 'breaking',
      message: 'query parameter top: the greatest length was none and is 3',
      places: [
        {
          operation: 'put|<b>@x',
          method: 'PUT',
          path: '/things/{id}',
          source: { file: 'spec/docs/thing.md', line: 3, side: 'new' },
        },
      ],
    });
  });

  it('sarif', () => {
    const log = JSON.parse(diffSarif(report, '1.0.0')) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[];
      }[];
    };
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.results.map((r) => [r.ruleId, r.level])).toEqual([
      ['diff/range-narrowed', 'error'],
      ['diff/operation-renamed', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run?.results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'spec/docs/thing.md' }, region: { startLine: 3 } } },
    ]);
  });

  it('markdown: names from documents are no markup', () => {
    const text = diffMarkdown(report);
    expect(text).toContain('### Breaking (1)');
    expect(text).toContain('put\\|&lt;b>@\u200bx');
    expect(
      text
        .split('\n')
        .filter((l) => l.startsWith('|'))
        .every((l) => l.split(/(?<!\\)\|/).length === 5),
    ).toBe(true);
  });
});
