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

describe('specs that mean harm', () => {
  test('only statuses are responses', () => {
    const responses = '{ 200: { description: a }, 4XX: {}, default: {}, x-note: {}, "200;import(1)": {} }';
    const { api } = loadApi(`${HEAD}paths: { /a: { get: { responses: ${responses} } } }\n`, 'x.yaml');
    expect(api?.operations[0]?.responses.map((r) => r.status)).toEqual(['200', '4XX', 'default']);
  });

  test('a reference with broken percent-encoding leads nowhere', () => {
    const { api } = loadApi(
      `${HEAD}paths: { /a: { get: { parameters: [{ $ref: '#/components/100%' }] } } }\n`,
      'x.yaml',
    );
    expect(api?.operations).toHaveLength(1);
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
