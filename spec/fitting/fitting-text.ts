// Makes a text that a pattern and a length allow.
import { patternTest } from '../contract/pattern.js';
import { type Pattern, readPattern } from './pattern.js';

export interface TextLimits {
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
}

/** Longest text that is made. */
const LONGEST = 4096;
/** How often another length is tried, and after that other characters. */
const PLAIN_TRIES = 12;
const TRIES = 60;

/**
 * The shortest plain text that matches.
 *
 * @param seed another seed gives, where the pattern leaves a choice, another text
 * @returns undefined where none is found: the pattern contradicts the length, or asks for more than is read here
 */
export function fittingText(
  { pattern = '', minLength = 0, maxLength = LONGEST }: TextLimits,
  seed = '',
): string | undefined {
  const read = readPattern(pattern);
  if (!read || minLength > LONGEST) return undefined;
  // What can't be told in time is taken for no.
  const matches = patternTest(pattern);
  const test = (text: string): boolean => matches?.(text) === true;
  const random = randomFrom(seed);
  const bound = /^\^/.test(pattern) && /\$$/.test(pattern);
  for (let n = 0; n < TRIES; n++) {
    // The plainest characters first; a look-ahead may want others.
    const choose = seed === '' && n < PLAIN_TRIES ? () => 0 : random;
    const extra = n < PLAIN_TRIES ? n : n % PLAIN_TRIES;
    const budget = { left: extra };
    let text = write(read, choose, budget);
    if (text.length < minLength) {
      budget.left = minLength - text.length + extra;
      text = write(read, choose, budget);
    }
    if (text.length < minLength && !bound) text = text.padEnd(minLength, 'a');
    if (text.length >= minLength && text.length <= maxLength && test(text)) return text;
  }
  return undefined;
}

/** @param budget characters more than the fewest, spent where something may be repeated */
function write(pattern: Pattern, random: (below: number) => number, budget: { left: number }): string {
  switch (pattern.kind) {
    case 'one':
      return pattern.chars[random(pattern.chars.length)] ?? '';
    case 'row':
      return pattern.parts.map((part) => write(part, random, budget)).join('');
    case 'either':
      return write(pattern.options[random(pattern.options.length)] ?? (pattern.options[0] as Pattern), random, budget);
    case 'repeat': {
      let text = '';
      for (let n = 0; n < Math.min(pattern.min, LONGEST) && text.length < LONGEST; n++)
        text += write(pattern.part, random, budget);
      for (let n = pattern.min; n < pattern.max && budget.left > 0; n++) {
        const more = write(pattern.part, random, { left: 0 });
        if (more === '' || more.length > budget.left) break;
        text += more;
        budget.left -= more.length;
      }
      return text;
    }
  }
}

/** Numbers that depend on a text alone (a linear congruential generator over its hash). */
export function randomFrom(seed: string): (below: number) => number {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return below <= 1 ? 0 : Math.floor((state / 2 ** 32) * below);
  };
}
