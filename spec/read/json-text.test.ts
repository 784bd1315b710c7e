// Our JSON reader against JSON.parse, and the places that it gives.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonText } from './json-text.js';

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe('against JSON.parse', () => {
  it('reads every value alike', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const reading = readJsonText(JSON.stringify(value, null, indent));
        expect(reading.ok && JSON.parse(JSON.stringify(reading.value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('accepts and refuses the same texts', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '\\n',
      '\\x',
      '\n',
      ' ',
      '1',
      '-1.5e3',
      '01',
      'true',
      'null',
      'nul',
      "'a'",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const [want, got] = [parse(text), readJsonText(text)];
        expect(got.ok, text).toBe(want !== undefined);
        if (!got.ok) expect(got.offset).toBeLessThanOrEqual(text.length);
        else expect(got.value).toEqual(want?.value);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the character that breaks a text', () => {
  it.each([
    ['{"a": 1,}', 8, 'behind a comma'],
    ['{"a": "b\nc"}', 8, 'line break inside a string'],
    ['{"a" 1}', 5, 'where ":" belongs'],
    ['{"a": 1 "b": 2}', 8, 'where "," or "}" belongs'],
    ["{'a': 1}", 1, 'where a name starts'],
    ['{"a": \\d}', 6, 'where a value starts'],
    ['{"a": "\\d"}', 7, 'no escape of JSON'],
    ['{"a": "b}', 6, 'without its closing quote'],
    ['{"a": 1} {"a": 2}', 9, 'behind the end'],
    ['[1, 2', 5, 'end of the sample'],
    ['[01]', 2, 'in a number'],
    ['', 0, 'end of the sample'],
    ['['.repeat(1_000), 401, 'nested deeper'],
  ])('of %j', (text, offset, message) => {
    const reading = readJsonText(text);
    expect(reading.ok ? undefined : [reading.offset, reading.message]).toEqual([
      offset,
      expect.stringContaining(message),
    ]);
  });
});

it('knows where each member stands', () => {
  const reading = readJsonText('{"a/b": [1, {"c": null}]}');
  expect(reading.ok && Object.fromEntries(reading.places)).toMatchObject({
    '/a~1b': { key: 1, start: 8, end: 24 },
    '/a~1b/1/c': { key: 13, start: 18, end: 22 },
  });
});

describe('read loosely', () => {
  it.each([
    ['a wrapped string', '{"a": "b\n   c"}', { a: 'bc' }],
    ['a surplus comma', '{"a": [1,],}', { a: [1] }],
    ['a missing comma', '{"a": 1\n"b": 2}', { a: 1, b: 2 }],
    ['an unknown escape', '{"a": "\\_x"}', { a: '_x' }],
  ])('%s', (_, text, value) => expect(readJsonText(text, true)).toMatchObject({ ok: true, value }));

  it('refuses what nobody can understand', () => expect(readJsonText('{"a": ]', true).ok).toBe(false));
});
