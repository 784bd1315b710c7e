import { describe, expect, it } from 'vitest';
import { readInline } from './inline.js';
import { splitLines } from './lines.js';
import { readMarkdown } from './markdown.js';
import { isDelimiter, readRow } from './table.js';

describe('readInline', () => {
  it.each([
    ['1&#65374;128', '1～128'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<ELEMENT x> &lt;y&gt;', '<ELEMENT x> <y>'],
    ['\\_\\_metadata', '__metadata'],
    ['**Yes** * no', 'Yes * no'],
    ['\u3000a\u200bb\u3000', 'ab'],
    ['`{CellURL}a`', '{CellURL}a'],
    ['-_!$*=^`{|}~.@', '-_!$*=^`{|}~.@'],
    ['see [the list](004.md) &amp; more', 'see the list & more'],
    ['&#0; &nosuch;', '&#0; &nosuch;'],
    ['&lbrace;1&rcub; &colon; &ast;&bsol;&grave;', '{1} : *\\`'],
    ['*None*', 'None'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<p>a</p><p>b</p>', 'a\nb'],
    ['*1* and *2*', '*1* and *2*'],
  ])('%s', (raw, text) => {
    expect(readInline(raw, 0, raw.length).text).toBe(text);
  });

  it('keeps the place of a link', () => {
    const raw = 'x [a](b.md)';
    expect(readInline(raw, 0, raw.length).links).toEqual([{ text: 'a', href: 'b.md', span: { start: 2, end: 11 } }]);
  });
});

describe('readRow', () => {
  it.each([
    ['|a|b||', ['a', 'b', ''], true],
    ['a | b |', ['a', 'b'], true],
    ['| a \\| b | c', ['a | b', 'c'], false],
    ['|', [''], false],
  ])('%s', (text, cells, closed) => {
    const row = readRow(text, { text, start: 0 });
    expect(row.cells.map((cell) => cell.text)).toEqual(cells);
    expect(row.closed).toBe(closed);
  });

  it.each([
    ['a | -_{|}~ | |', ['a', '-_{|}~', '']],
    ['a | b | c', ['a', 'b', 'c']],
    ['| a | b |', ['a', 'b']],
  ])('%s, parted by pipes between blanks only', (text, cells) => {
    expect(readRow(text, { text, start: 0 }, true).cells.map((cell) => cell.text)).toEqual(cells);
  });

  it.each([
    ['|:--|--:|', true],
    ['---|---|', true],
    ['| a |', false],
    ['---', false],
  ])('%s is a delimiter: %s', (line, is) => {
    expect(isDelimiter(line)).toBe(is);
  });
});

describe('readMarkdown', () => {
  const blocks = (text: string) => readMarkdown(text, splitLines(text), 0);

  it('ends a table where its titles stand again, and none at a row that is written twice', () => {
    const rows = (text: string) => blocks(text).map((block) => (block.kind === 'table' ? block.rows.length : 0));
    expect(rows('|Name|What|\n|--|--|\n|a|b|\n|Name|What|\n|c|d|\n')).toEqual([1, 2]);
    expect(rows('|Name|What|\n|--|--|\n|a|b|\n|a|b|\n')).toEqual([2]);
    expect(rows('|a|b|\n|c|d|\n|a|b|\n')).toEqual([3]);
  });

  it.each([
    ['```sh\na\n```', 'closed', 'a'],
    ['````\na\n````', 'closed', 'a'],
    ['````\na\n```\n## H', 'closed', 'a'],
    ['```JSON\n{}\n\n## H\n\n```sh\nb\n```', 'unclosed', '{}\n'],
    ['{}\n```\n\n## H\n\n```sh\nb\n```', 'unopened', '{}'],
  ])('%j', (text, form, code) => {
    const fence = blocks(text).find((block) => block.kind === 'fence');
    expect(fence).toMatchObject({ form, text: code });
    expect(fence?.kind === 'fence' ? text.slice(fence.start, fence.start + code.length) : '').toBe(code);
  });

  it.each([
    ['### Request URL {#url}', 'Request URL', 3],
    ['## Response ## ', 'Response', 2],
    ['### Names {RoleName}', 'Names {RoleName}', 3],
  ])('%s', (text, title, level) => {
    expect(blocks(text)).toMatchObject([{ kind: 'heading', text: title, level }]);
  });

  it.each([
    [
      'indented by four',
      '## Request\n\n    {CellURL}__ctl/A\n\n    {CellURL}__ctl/B\n\nor\n',
      '    {CellURL}__ctl/A\n\n    {CellURL}__ctl/B',
    ],
    [
      'a bare command',
      'Example:\ncurl "https://a.example/" \\\n-X GET\nreturns a list\n',
      'curl "https://a.example/" \\\n-X GET',
    ],
  ])('takes for code what is %s', (_, text, code) => {
    expect(blocks(text).filter((block) => block.kind === 'fence')).toMatchObject([{ form: 'indented', text: code }]);
  });

  it.each(['* item\n\n    its text\n', 'curl is a program\n'])('takes no text for code: %j', (text) => {
    expect(blocks(text).map((block) => block.kind)).not.toContain('fence');
  });

  it('takes titles in bold for headings, below the last one that has marks', () => {
    const titles = new Map([
      ['Request', 2],
      ['Request URL', 3],
    ]);
    const headings = (text: string) =>
      readMarkdown(text, splitLines(text), 0, { headingLevel: (line) => titles.get(line) }).flatMap((block) =>
        block.kind === 'heading' ? [`${block.level} ${block.text}`] : [],
      );
    expect(headings('# A\n**Request**\n**Request URL**:\nx\n**Note**\n')).toEqual([
      '1 A',
      '2 Request',
      '3 Request URL',
    ]);
    expect(headings('#### A\n**Request**\n**Request URL**\n')).toEqual(['4 A', '5 Request URL']);
  });

  it('reads headings without a space, comments, tables without a header', () => {
    expect(blocks('##A\n<!-- [x](y) -->\n|1|2|\n\n|:--|:--|\n|3|4|').map((block) => block.kind)).toEqual([
      'heading',
      'comment',
      'table',
      'table',
    ]);
  });
});

it.each([
  ['_Default value: red_', 'Default value: red'],
  ['How large. *Default:* 3', 'How large. Default: 3'],
  ['<p>Which.</p>_One of: a, b_', 'Which.\nOne of: a, b'],
  // Names, marks of requirement and of notes stay.
  ['a_b and _id_ and c_d', 'a_b and _id_ and c_d'],
  ['size *required*', 'size *required*'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['*1 see below *2 see there', '*1 see below *2 see there'],
])('%s is read as %s', (written, want) => expect(readInline(written, 0, written.length).text).toBe(want));
