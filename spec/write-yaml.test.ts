import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeYaml } from './write-yaml.js';

describe('writeYaml', () => {
  it.each([
    [{ a: { b: [1, 'x', { c: null }] } }, 'a:\n  b:\n    - 1\n    - x\n    - c: null\n'],
    [{ '200': { x: 'true' } }, '"200":\n  x: "true"\n'],
    [{ text: 'two\nlines' }, 'text: |-\n  two\n  lines\n'],
    [{ url: "{CellURL}__ctl/Box(Name='{BoxName}')" }, `url: "{CellURL}__ctl/Box(Name='{BoxName}')"\n`],
    [{ empty: {}, none: [] }, 'empty: {}\nnone: []\n'],
    [[['a']], '- - a\n'],
    [{ gone: undefined, kept: 1 }, 'kept: 1\n'],
  ])('writes %j', (value, text) => {
    expect(writeYaml(value)).toBe(text);
  });

  it('gives back what it was given, through another parser', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        'yes',
        '1e3',
        '- a',
        'a: b',
        'a #b',
        ' a',
        'a ',
        '~',
        '0x1F',
        '...',
        '---',
        '.5',
        '\u2028',
        "'",
        '{a',
        '&x',
        '*x',
        '!t',
        '| x',
        '%d',
        '@a',
      ),
    );
    const data = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(
          text.filter((key) => key !== '__proto__'),
          tie('node'),
          { maxKeys: 4 },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(data, (value) => {
        expect(parse(writeYaml(value), { maxAliasCount: 0 })).toEqual(value);
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses what YAML has no form for', () => {
    expect(() => writeYaml({ f: () => 1 })).toThrow(TypeError);
  });
});
