import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const PAGE = `h1. Kites

h2. Request

{code:json}
{"a": {"b": "{{c}}"}}
{code}

{noformat}
h1. no title
{noformat}

||Name||What||
|{{size}}|Its size, see [sizes|https://a.example/x]|
|tail|First\\\\ second|
`;
const read = (text: string) => readDocument('p.md', text, { headingLevel: () => undefined }).document;

it("reads the marks of a wiki's pages", () => {
  const { blocks, text } = read(PAGE);
  expect(blocks.map((block) => (block.kind === 'heading' ? `${block.level} ${block.text}` : block.kind))).toEqual([
    '1 Kites',
    '2 Request',
    'fence',
    'fence',
    'table',
  ]);
  expect(blocks[2]).toMatchObject({ info: 'json', text: '{"a": {"b": "{{c}}"}}', start: PAGE.indexOf('{"a"') });
  const table = blocks.at(-1);
  if (table?.kind !== 'table') throw new Error('no table');
  expect(
    [table.header, ...table.rows].map((row) => row?.cells.map((cell) => cell.text.replace(/\s+/g, ' ').trim())),
  ).toEqual([
    ['Name', 'What'],
    ['size', 'Its size, see sizes'],
    ['tail', 'First second'],
  ]);
  expect(text).toHaveLength(PAGE.length);
});

it('leaves other pages alone', () => {
  const text = '# Kites\n\nh1. is a title in some wikis, {{x}} code.\n\n||Name||\n|:--|:--|:--|\n||a||\n';
  const { blocks, text: read1 } = read(text);
  expect(read1).toBe(text);
  expect(blocks.at(-1)).toMatchObject({
    kind: 'table',
    header: { cells: [{ text: '' }, { text: 'Name' }, { text: '' }] },
  });
});
