// Values that a schema forbids: lists whose limits are beyond what anybody sends.
import { expect, it } from 'vitest';
import { loadText } from '../../testing/certify-fake.js';
import { rightTexts, wrongTexts } from './texts.js';
import { wrongValues } from './wrong-values.js';

const api = loadText("openapi: 3.1.0\ninfo: { title: x, version: '1' }\npaths: {}\n");

/** What is forbidden, and how many members a list of it has. */
function lists(schema: object): [string, number][] {
  return wrongValues(api, { type: 'array', items: { type: 'string' }, ...schema }, undefined)
    .filter(({ value }) => Array.isArray(value))
    .map(({ what, value }) => [what, (value as unknown[]).length]);
}

it.each<[object, [string, number][]]>([
  [
    { minItems: 3, maxItems: 5 },
    [
      ['limit-below', 2],
      ['limit-above', 6],
      ['wrong-member', 3],
    ],
  ],
  [
    { minItems: 2, uniqueItems: true },
    [
      ['limit-below', 1],
      ['repeated', 3],
      ['wrong-member', 2],
    ],
  ],
  [{ minItems: 1_000_000_000, maxItems: 2_000_000_000, uniqueItems: true }, [['limit-below', 1000]]],
])('%j', (schema, want) => expect(lists(schema)).toEqual(want));

it('tries each character that a text may have and not begin with', () => {
  const schema = { type: 'string', pattern: '^[a-z0-9+][a-z0-9_:+-]*$' };
  const begins = wrongTexts(schema, 'name1', true).flatMap(({ what, value }) =>
    what.startsWith('first-character') ? [value] : [],
  );
  expect(begins).toEqual(['_name1', '-name1', ':name1']);
});

it.each<[string, object, string, string[]]>([
  [
    'numbers beyond their range in a form',
    { pattern: '^(?:1?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])\\.[0-9]$' },
    '7.5',
    ['256.5'],
  ],
  ['none where there is no range', { pattern: '^[a-z]+[0-9]+$' }, 'name1', []],
  ['none where a longer number is of another form', { pattern: '^[A-Z]{2}[0-9]{4}$' }, 'AB1234', []],
])('%s', (_, schema, sample, want) => {
  const found = wrongTexts({ type: 'string', ...schema }, sample, true);
  expect(found.flatMap(({ what, value }) => (what.startsWith('range-inside') ? [value] : []))).toEqual(want);
});

it.each<[string[], string[]]>([
  [['active', 'shut'], ['ACTIVE']],
  [['GET', 'get'], []],
])('of %j, one in other letters', (values, want) => {
  const found = wrongTexts({ type: 'string', enum: values }, values[0], true);
  expect(found.flatMap(({ what, value }) => (what === 'other-letters' ? [value] : []))).toEqual(want);
});

it.each<[what: string, schema: object, want: (string | undefined)[]]>([
  ['told', { enum: ['open', 'shut'] }, ['SHOULD']],
  ['left out where it is listed', { enum: ['open', ''] }, []],
  ['left out where there may be none', { type: ['string', 'null'], enum: ['open', null] }, []],
])('an empty text for a listed word is %s', (_, schema, want) => {
  const found = wrongTexts({ type: 'string', ...schema }, 'open', true);
  expect(found.flatMap(({ what, level }) => (what === 'nothing-in-it' ? [level] : []))).toEqual(want);
});

it('of a list of numbers each end is tried alone, too', () => {
  const number = '(?:1?[0-9]?[0-9]|2[0-4][0-9]|25[0-5])';
  const found = wrongTexts({ type: 'string', pattern: `^${number}(?:,${number})*$` }, '7,8,9', true);
  const beyond = found.flatMap(({ what, value }) => (what.startsWith('range-inside') ? [value] : []));
  expect(beyond).toEqual(['256,8,9', '7,8,256', '256', '256']);
});

it('a blank in an address is told, and judged where all that makes a thing goes through', () => {
  const schema = { type: 'string', format: 'uri', pattern: '^https?:[^\\s]*$' };
  const levels = (thorough: boolean): unknown[] =>
    wrongTexts(schema, 'https://a.example/b', thorough).flatMap(({ what, level }) =>
      what === 'character' ? [level] : [],
    );
  expect([levels(false), levels(true)]).toEqual([['SHOULD'], [undefined]]);
});

it.each([
  { minLength: 3, maxLength: 8 },
  { minLength: 6, maxLength: 6 },
])('a text with a wrong character is as long as one may be: %j', (lengths) => {
  const schema = { type: 'string', pattern: '^[A-Z0-9]+$', ...lengths };
  const wrong = wrongTexts(schema, 'HAM01', true).filter(({ what }) => /^(?:character|full-width|line-end)/.test(what));
  expect(wrong.map(({ what }) => what)).toEqual(expect.arrayContaining(['character/a', 'full-width', 'line-end']));
  for (const { value } of wrong) expect(String(value).length).toBeLessThanOrEqual(lengths.maxLength);
  for (const { value } of wrong) expect(String(value).length).toBeGreaterThanOrEqual(lengths.minLength);
});

it.each([
  ['boat', 'boattttttt', 'boatttttttt'],
  ['港/', '港港港港港港港港港/', '港港港港港港港港港港/'],
  ['🎈', undefined, undefined],
])('a text at its limit and beyond is made of the last letter of the sample: %s', (sample, inside, beyond) => {
  const schema = { type: 'string', maxLength: 10 };
  const of = (what: string, values: readonly { what: string; value: unknown }[]) =>
    values.find((one) => one.what === what)?.value;
  expect(of('limit-inside', rightTexts(schema, sample))).toBe(inside);
  expect(of('limit-above', wrongTexts(schema, sample, false))).toBe(beyond);
});
