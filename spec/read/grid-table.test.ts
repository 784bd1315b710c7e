import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

it('a grid is a table; a line of signs alone is none', () => {
  const grid =
    '+------+---------+\n| Name | What    |\n+======+=========+\n| a    | long    |\n|      | [x](y)  |\n+------+---------+\n| b \\| | c       |\n+------+---------+';
  const { document } = readDocument('p.md', `# T\n\n${grid}\n\nText.\n\n+----+\n`, { headingLevel: () => undefined });
  const [, table, ...others] = document.blocks;
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.header?.cells.map(({ text }) => text)).toEqual(['Name', 'What']);
  expect(table.rows.map(({ cells }) => cells.map(({ text, links }) => `${text} ${links.length}`))).toEqual([
    ['a 0', 'long x 1'],
    ['b | 0', 'c 0'],
  ]);
  expect(others.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
});
