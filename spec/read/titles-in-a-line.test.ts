// Copies of tables with a single blank between their cells: the titles are all that can be told, and nothing below is taken for anything else.
import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const COLUMNS: Record<string, string> = {
  'Item Name': 'name',
  Overview: 'overview',
  'Effective Value': 'effective',
  Required: 'required',
  Notes: 'notes',
  Code: 'status',
};
const hints = {
  headingLevel: (line: string) => (/^(?:Request|Method|method\.)$/.test(line) ? 2 : undefined),
  columnOf: (cell: string) => COLUMNS[cell],
};
const blocks = (text: string) =>
  readDocument('p.txt', `Title\n\nRequest\n${text}\nMethod\nGET\n`, hints).document.blocks;
const kinds = (text: string): string[] => blocks(text).map((block) => ('uneven' in block ? 'uneven' : block.kind));

it('tells the titles, and takes the lines below for no headings and samples', () => {
  const text = 'Item Name Overview Required Notes\nsize Its size No By this\nmethod.\n{1} of which Yes';
  expect(kinds(text)).toEqual(['heading', 'heading', 'uneven', 'heading', 'paragraph']);
  const table = blocks(text).find((block) => block.kind === 'table');
  expect(table?.header?.cells.map((cell) => cell.text)).toEqual(['Item Name', 'Overview', 'Required', 'Notes']);
});

it.each([
  ['too few titles', 'Item Name Overview\nsize Its size'],
  ['other words', 'Item Name and Overview Required\nsize Its size'],
  ['a title twice', 'Overview Notes Overview\nsize Its size'],
  ['nothing below', 'Item Name Overview Required'],
  ['statuses', 'Code Overview Notes\n200 OK Fine'],
])('is no table with %s', (_, text) => expect(kinds(text)).not.toContain('uneven'));

it('ends above commands, options and the next titles', () => {
  const titles = 'Item Name Overview Required';
  const text = `${titles}\na b No\n${titles}\nc d No\n$top Query\ncurl https://a.example/x`;
  expect(kinds(text).slice(2)).toEqual(['uneven', 'uneven', 'paragraph', 'fence', 'heading', 'paragraph']);
});
