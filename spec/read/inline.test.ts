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

  it('reads headings without a space, comments, tables without a header', () => {
    expect(blocks('##A\n<!-- [x](y) -->\n|1|2|\n\n|:--|:--|\n|3|4|').map((block) => block.kind)).toEqual([
      'heading',
      'comment',
      'table',
      'table',
    ]);
  });
});
