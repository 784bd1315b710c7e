import { describe, expect, test } from 'vitest';
import { neededWords } from './template.js';

describe('words without which a text does not match', () => {
  test.each([
    ['the longest word of those in a row', 'at most {max} {unit}', ['most']],
    ['one of each choice', '(up to|at most|no more than) {max}', ['up', 'most', 'more']],
    ['none that may be missing', '[maximum] size of {max}', ['size']],
    ['in lower case', 'Default: {value}', ['default:']],
    ['signs behind a backslash', 'one \\(of\\) {values}', ['(of)']],
    ['a sign that a slot stands for', '{start}{regex}', ['^']],
    ['a digit, where nothing else must be there', '{start}{length} {unit}', [...'0123456789']],
    ['a word in brackets within brackets', '(a [very] secret|a hidden) {noun}', ['secret', 'hidden']],
  ])('%s', (_, template, words) => {
    expect(neededWords(template)).toEqual(words);
  });

  test.each([
    ['slots only', '{field} {values}'],
    ['a choice of nothing', '(must|) {values}'],
    ['a choice that a slot may be', '(exactly|{noun})'],
  ])('nothing is needed by %s', (_, template) => {
    expect(neededWords(template)).toEqual([]);
  });
});
