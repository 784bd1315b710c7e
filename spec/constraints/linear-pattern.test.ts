// Which patterns are proved to be answered in linear time: a pattern that is not is never put into a schema.
import { describe, expect, it } from 'vitest';
import { notLinear } from './linear-pattern.js';
import { addressRangesPattern } from './pattern.js';

describe('the proof of linear time', () => {
  it.each([
    '(a+)+$',
    '^(a+)+$',
    '^(?:a|a)*$',
    '^(?:a*b?)*c$',
    '^(?:[ab]*[bc]*)+$',
    '^(a{1,}){1,}$',
    '^(a{2,}b?)+$',
    '^a|(b+)+',
    '^(a+?)+?$',
    '^(?=a)a*$',
    '^(a)\\1*$',
    '^(a\\b)*$',
    '^[a-$',
    '^(a{1,5}){1,50}$',
    '^(?:[a-z]{1,20}-?){1,20}$',
    `^${'a?'.repeat(30)}a{30}$`,
    `^${'(?:a|a)'.repeat(20)}$`,
    `^[${'\\\\'.repeat(20_000)}`,
    '('.repeat(20_000),
    '^(((a{64}){64}){64}){64}$',
  ])('%s is refused', (bad) => expect(notLinear(bad)).toBeDefined());
  it.each([
    '^[a-z]*$',
    '^[a-z][a-z0-9\\-]*$',
    '^(?:http|https):[^\\s]*\\/$',
    '^(?:a|b)(?: (?:a|b))*$',
    '^[a-z][a-z0-9]{0,127}$',
    '^[0-9]{3,}$',
    '^(?:[0-9]{1,3}\\.){3}[0-9]{1,3}$',
  ])('%s is accepted', (good) => expect(notLinear(good)).toBeUndefined());
});

describe('the pattern of address ranges', () => {
  const pattern = addressRangesPattern();
  it('is proved linear', () => expect(notLinear(pattern)).toBeUndefined());
  it.each(['0.0.0.0', '255.249.99.9', '192.0.2.1,198.51.100.0/24', '10.0.0.0/8, 10.0.0.0/32'])('takes %s', (text) =>
    expect(text).toMatch(new RegExp(pattern)),
  );
  it.each(['256.0.0.1', '999.1.1.1', '10.0.0', '10.0.0.0/33', '10.0.0.260/8'])('refuses %s', (text) =>
    expect(text).not.toMatch(new RegExp(pattern)),
  );
});
