// Marks of code that reading dropped, back in the text.
import { expect, it } from 'vitest';
import { processorTime } from '../testing/processor-time.js';
import { withCode } from './code-marks.js';

const marked = (source: string): string =>
  withCode({ text: source.replaceAll('`', ''), span: { start: 0, end: source.length }, links: [] }, source).text;

it.each(['`red` or `blue`', '`a``b`', 'the default is `a`, not `b`', 'no code'])('%s', (source) => {
  expect(marked(source)).toBe(source);
});

it('leaves numbers plain', () => {
  expect(marked('`1` to `20` of `kind`')).toBe('1 to 20 of `kind`');
});

it('costs in proportion to the text', () => {
  const cost = (marks: number): number => processorTime(() => marked('`GET /a`, '.repeat(marks)));
  cost(2_000);
  const [few, many] = [cost(10_000), cost(40_000)];
  expect(many / Math.max(few, 5)).toBeLessThan(12);
});
