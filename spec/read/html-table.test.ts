// Tables in HTML give the rows and cells that the same table with pipes gives.
import { expect, it } from 'vitest';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';

const read = (text: string) =>
  readMarkdown(text, splitLines(text), 0).map((block) =>
    block.kind === 'table'
      ? [block.header?.cells.map((cell) => cell.text), ...block.rows.map((row) => row.cells.map((cell) => cell.text))]
      : block.kind,
  );

it.each([
  [
    'titles, entities, links and line breaks',
    '<table>\n<thead>\n<tr><th>Item Name</th><th>Notes</th></tr>\n</thead>\n<tr>\n<td><code>Name</code></td>\n<td>a &amp; b<br>\n [c](d.md)</td>\n</tr></table>',
    [
      ['Item Name', 'Notes'],
      ['Name', 'a & b\nc'],
    ],
  ],
  ['no titles', '<TABLE border="1"><TR><TD>a<TD>b<TR><TD>c</TABLE>', [undefined, ['a', 'b'], ['c']]],
  [
    'cells over several rows and columns',
    '<table><tr><th>A</th><th>B</th><th>C</th></tr><tr><td rowspan=2>a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    [
      ['A', 'B', 'C'],
      ['a', 'b', ''],
      ['a', 'c', 'd'],
    ],
  ],
])('reads %s', (_, text, want) => {
  expect(read(`above\n${text}\nbelow`)).toEqual(['paragraph', want, 'paragraph']);
});

it('leaves alone what never ends, has no cells or stands in a sentence', () => {
  expect(read('<table>\n<tr><td>a</td></tr>')).toEqual(['paragraph']);
  expect(read('<table></table>')).toEqual(['paragraph']);
  expect(read('an HTML <table> element')).toEqual(['paragraph']);
});

it('knows the place of each cell', () => {
  const text = 'x\n\n<table><tr><td>a</td><td> bc </td></tr></table>';
  const [, table] = readMarkdown(text, splitLines(text), 0);
  const spans = table?.kind === 'table' ? table.rows.flatMap((row) => row.cells.map((cell) => cell.span)) : [];
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['a', 'bc']);
});
