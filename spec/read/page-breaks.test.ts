import { expect, it } from 'vitest';
import { splitLines } from './lines.js';
import { withoutPageBreaks } from './page-breaks.js';

const left = (text: string): string[] =>
  withoutPageBreaks(text, splitLines(text), 0).lines.map((line) => line.text.trim());

const page = (breaks: (n: number) => string): string =>
  `Boats\n\nName | Type |\nname | string |\n\n${breaks(1)}\n\nsails | integer |\n\n{\n  "a": 1,\n\n${breaks(2)}\n\n  "b": 2\n}\n\n${breaks(3)}\n`;

it.each([
  ['words', (n: number) => `Page ${n} of 3`],
  ['a running title', (n: number) => `Harbour Guide, second edition\nPage ${n} of 3`],
  ['a title on the line', (n: number) => `Harbour Guide  ${n} / 3`],
  ['form feeds', (n: number) => `- ${n} -\n\f`],
])('numbers of pages with %s are no part of the text', (_, breaks) => {
  expect(left(page(breaks)).filter((line) => line !== '')).toEqual([
    'Boats',
    'Name | Type |',
    'name | string |',
    'sails | integer |',
    '{',
    '"a": 1,',
    '"b": 2',
    '}',
  ]);
});

it('a table and a sample go on without a gap', () => {
  const lines = left(page((n) => `Page ${n} of 3`));
  expect(lines[lines.indexOf('name | string |') + 1]).toBe('sails | integer |');
  expect(lines[lines.indexOf('"a": 1,') + 1]).toBe('"b": 2');
});

it('a command goes on behind a break', () => {
  const text = 'Page 1 of 2\n\ncurl https://a.example/ \\\n\nPage 2 of 2\n\n-d x';
  expect(withoutPageBreaks(text, splitLines(text), 0).text.trim()).toMatch(/^curl https:\/\/a\.example\/ \\\n +-d x$/);
});

it('what is left stays at its place', () => {
  const text = page((n) => `Harbour Guide, second edition\nPage ${n} of 3`);
  const read = withoutPageBreaks(text, splitLines(text), 0);
  expect(read.text).toHaveLength(text.length);
  for (const { text: line, start } of read.lines)
    if (line.trim() !== '') expect(text.slice(start, start + line.length).endsWith(line.trim())).toBe(true);
});

it.each([
  'Step 1 of 3\n\nDo this.\n\nStep 2 of 3\n\nDo that.',
  'Page 1 of 3',
  '1\n\n2\n\n3',
  'Page 7 of 9\n\nPage 2 of 9',
])('lines that are no numbers of pages stay: %s', (text) => {
  expect(left(text)).toEqual(text.split('\n'));
});

it('the first of two pages ends where words and a form feed say so, however wide the line is', () => {
  const lines = left(`Boats\n\nHarbour Guide${' '.repeat(90)}Page 1 of 2\n\fsails`);
  expect(lines.filter((line) => line !== '')).toEqual(['Boats', 'sails']);
});

it('a table in columns goes on without a gap, at the same places', () => {
  const text =
    'Name     Type     Notes\nname     string   its\n\n1\n\f                  name\nsize     number   x\n\n2\n\fEnd';
  const { lines } = withoutPageBreaks(text, splitLines(text), 0);
  expect(lines.map((line) => line.text.trimEnd())).toEqual([
    'Name     Type     Notes',
    'name     string   its',
    '                  name',
    'size     number   x',
    '',
    'End',
  ]);
});
