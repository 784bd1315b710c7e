import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const PAGE =
  '# Kites\n\n## Request\n\n```sh\ncurl https://a.example/kites\n```\n\n|Name|What|\n|:--|:--|\n|size|Its size|\n';
const quoted = (mark: string): string =>
  PAGE.trimEnd()
    .split('\n')
    .map((line) => `${mark}${line}`.trimEnd())
    .join('\n');
const read = (text: string) => readDocument('p.md', text, { headingLevel: () => undefined }).document;
const kinds = (text: string): string[] => read(text).blocks.map(({ kind }) => kind);
const KINDS = ['heading', 'heading', 'fence', 'table'];

it.each([
  ['a mail quotes', `Hello\n\n${quoted('> ')}\n\nBye\n`, ['paragraph', ...KINDS, 'paragraph']],
  ['has no blanks behind its marks', quoted('>'), KINDS],
])('reads a page that %s', (_, text, wanted) => {
  expect(kinds(text)).toEqual(wanted);
});

it('keeps every place', () => {
  const text = quoted('> ');
  const table = read(text).blocks.at(-1);
  if (table?.kind !== 'table') throw new Error('no table');
  const [name] = table.rows[0]?.cells ?? [];
  expect(text.slice(name?.span.start, name?.span.end)).toBe('size');
});

it('leaves a quote in a page alone', () => {
  const text = `${PAGE}\n> # High\n`;
  expect(read(text)).toMatchObject({ text });
  expect(kinds(text)).toEqual([...KINDS, 'paragraph']);
});
