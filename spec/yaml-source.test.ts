// What YAML of any kind gives: a value, or one reason why there is none. Nothing is thrown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from './yaml-source.js';

const BOMB = ['a: &a [x, x, x, x]', ...[...'bcdefgh'].map((c, i) => bombLine('abcdefgh'[i] ?? '', c))].join('\n');

function bombLine(before: string, name: string): string {
  return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
}

describe('what cannot be read', () => {
  it.each([
    ['an alias of nothing', 'a: *nothing', /alias/],
    ['a value inside itself', 'a: &a { b: [*a] }', /inside itself/],
    ['aliases of aliases', BOMB, /alias count/],
    ['a flow without its end', 'a: [1, 2', /flow/i],
    ['deep nesting', `a: ${'['.repeat(50_000)}`, /nested too deep/],
    ['deep nesting of names', `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, /deeper than 500 levels/],
    [
      'deep nesting by indentation',
      Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      /too deep/,
    ],
    ['a key given twice', 'a: 1\na: 2', /unique/],
  ])('%s', (_, text, message) => {
    const { value, broken } = readYaml(text);
    expect(value).toBeUndefined();
    expect(broken?.message).toMatch(message);
    expect(broken?.message).not.toContain('\n');
  });
});

it('tells the line on which JSON is too deep', () => {
  const { broken, placeAt } = readYaml(`{\n"a":\n${'['.repeat(600)}`);
  expect(placeAt(broken?.offset ?? 0)).toEqual({ line: 3, column: 500 });
});

it('reads JSON whose texts are full of brackets', () => {
  expect(readYaml(`{"a":"${'[\\"{'.repeat(600)}","b":[${'{},'.repeat(600)}1]}`).broken).toBeUndefined();
});

it('finds the place of a value, or of the nearest around it', () => {
  const source = readYaml('a:\n  b: [1, 2]\n');
  expect(source.placeAt(source.offsetOf(['a', 'b', 1]))).toEqual({ line: 2, column: 10 });
  expect(source.placeAt(source.offsetOf(['a', 'missing']))).toEqual({ line: 2, column: 3 });
  expect(source.placeAt(source.offsetOf(['missing']))).toEqual({ line: 1, column: 1 });
});

it('keeps `__proto__` a name like any other', () => {
  const { value } = readYaml('__proto__: { polluted: true }');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('takes any text', () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom('&a ', '*a', '- ', ': ', '[', ']', '{', '}', '\n', '  '), fc.string()),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const { value, broken } = readYaml(parts.join(''));
      expect(broken === undefined || value === undefined).toBe(true);
    }),
  );
});
