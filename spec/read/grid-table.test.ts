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

const TITLES = ['Name', '名前', 'What'];
const tables = (text: string) =>
  readDocument('p.md', text, { headingLevel: () => undefined, isColumnTitle: (cell) => TITLES.includes(cell) })
    .document.blocks.filter((block) => block.kind === 'table')
    .map(({ header, rows }) =>
      [...(header ? [header] : []), ...rows].map(({ cells }) => cells.map(({ text }) => text).join(',')).join(';'),
    );

it.each([
  ['a line around each row', '+---+\n|Name|What|\n+---+\n|a|b|\n||c|\n+---+\n|d|e|\n+---+', ['Name,What;a,b c;d,e']],
  ['lines around titles and rows', '+---+\n|Name|What|\n+---+\n|a|b|\n||c|\n|d|e|\n+---+', ['Name,What;a,b c;d,e']],
  ['no titles', '+---+\n|a|b|\n+---+\n|c|d|\n||e|\n+---+', ['a,b;c,d e']],
  ['another one right below', '+---+\n|Name|What|\n+---+\n|a|b|\n+---+\n+---+\n|c|d|\n+---+', ['Name,What;a,b', 'c,d']],
  ['a bar in a cell', '+----+----+\n|Name|What|\n+----+----+\n|a|b |c   |\n+----+----+', ['Name,What;a|b,c']],
  [
    'wide signs',
    '+-------+------+\n| 名前  | What |\n+-------+------+\n| 大|き | x    |\n+-------+------+',
    ['名前,What;大|き,x'],
  ],
  ['signs for boxes', '┌────┬────┐\n│Name│What│\n├────┼────┤\n│ a  │ b  │\n└────┴────┘', ['Name,What;a,b']],
  ['a double line', '╒════╤════╕\n│ a  │ b  │\n╞════╪════╡\n│ c  │ d  │\n╘════╧════╛', ['a,b;c,d']],
])('reads a grid with %s', (_, grid, wanted) => {
  expect(tables(`# T\n\n${grid}\n`)).toEqual(wanted);
  expect(tables(`T\n${grid}\n`)).toEqual(wanted);
});

it('takes no tree for a table', () => {
  const tree = '```\nsrc\n├── a.ts\n│   └── b.ts\n└── c.ts\n```\n';
  const [, fence] = readDocument('p.md', `# T\n\n${tree}`, { headingLevel: () => undefined }).document.blocks;
  expect(fence).toMatchObject({ kind: 'fence', text: tree.slice(4, -5) });
});
