// Patterns of untrusted specs: right answers, and an end in any case.
import { describe, expect, it } from 'vitest';
import { patternTest } from './pattern.js';

describe('the pattern of a schema', () => {
  it.each<[pattern: string, text: string, fits: boolean]>([
    ['^[a-z]{2,4}$', 'abc', true],
    ['^[a-z]{2,4}$', 'a', false],
    ['^[a-z][a-z0-9-]{0,127}$', `a${'-'.repeat(127)}`, true],
    ['^[a-z][a-z0-9-]{0,127}$', `a${'-'.repeat(128)}`, false],
    ['b+', 'abc', true],
    ['^(?=.*\\d)[a-z\\d]+$', 'abc1', true],
    ['^(?=.*\\d)[a-z\\d]+$', 'abc', false],
    ['^(\\w+)-\\1$', 'ab-ab', true],
    ['^(a|ab)(c|bcd)$', 'abcd', true],
    ['^\\p{Lu}$', 'Ä', true],
    ['^[\\w-.]+$', 'a-b.c', true],
    ['^日{2}$', '日日', true],
  ])('%s on %s: %s', (pattern, text, fits) => {
    expect(patternTest(pattern)?.(text)).toBe(fits);
  });

  it.each(['^(a+)+$', '(a|a)*$', '^(a|a?)+$', 'a*a*a*a*a*a*a*a*$', '(x+x+)+y|^(?:(?:a+)+)b'])(
    '%s has an end on a text that is bad for it',
    (pattern) => {
      expect([false, undefined]).toContain(patternTest(pattern)?.(`${'a'.repeat(5000)}!`));
    },
  );

  it('is told from a text that is no regular expression', () => {
    expect(patternTest('([a-z')).toBeUndefined();
  });
});
