import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const HINTS = { headingLevel: () => undefined, isColumnTitle: () => false };

const tables = (text: string) =>
  readDocument('p.md', `# Title\n\n${text}\n`, HINTS).document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [[block.header, ...block.rows].map((row) => row?.cells.map((cell) => cell.text).join('|'))]
      : [],
  );

it.each([
  [
    'titles above a rule with gaps',
    'Name   Needed\n-----  ------\nsize   yes\ntail   no\n\nText behind.',
    [['Name|Needed', 'size|yes', 'tail|no']],
  ],
  [
    'rules around it, and rows that go on with the line below',
    '====== ========== ======\nName   What it is Needed\n====== ========== ======\nsize   Words of\n       two lines  yes\ntail   x\n====== ========== ======\n\nText.',
    [['Name|What it is|Needed', 'size|Words of two lines|yes', 'tail|x|']],
  ],
  [
    'blank lines between its rows',
    '-------------------------\nName     What\n         it is\n-------- ----------------\nsize     Words of\n         two lines\n\ntail     x\n-------------------------\n',
    [['Name|What it is', 'size|Words of two lines', 'tail|x']],
  ],
  ['the dashes that part texts', 'Text\n\n--- ---\n\nOther text', []],
  ['a title without rows', 'Name   Needed\n-----  ------\n\nText', []],
  ['a word across a gap', 'Name   Needed\n-----  ------\nsize of it yes\n', []],
  ['blank rows without a last rule', '-----------\nName   What\n-----  ----\nsize   x\n\ntail   y\n', []],
  ['a title below two rules', 'Title\n=====\n\nOther\n-----\n\nName', []],
])('reads columns below the lines of a rule: %s', (_, text, expected) => expect(tables(text)).toEqual(expected));

it('tells where its cells stand', () => {
  const { document } = readDocument('p.md', '## GET /boats\n\nName   Type\n-----  ------\nsize   integer\n', HINTS);
  const table = document.blocks.find((block) => block.kind === 'table');
  const span = table?.kind === 'table' ? table.rows[0]?.cells[1]?.span : undefined;
  expect(document.text.slice(span?.start, span?.end)).toBe('integer');
});
