import { expect, it } from 'vitest';
import { readDocument } from './read-document.js';

const TITLES = ['Name', 'What it is', 'Needed', '名前'];
const hints = {
  headingLevel: (line: string) => (line === 'Part' ? 2 : undefined),
  isColumnTitle: (cell: string) => TITLES.includes(cell),
  columnOf: (cell: string) => (cell === 'Needed' ? 'required' : undefined),
};
const tables = (text: string) =>
  readDocument('p.txt', `Title\n${text}\nPart\nName  Needed\n`, hints).document.blocks.flatMap((block) =>
    block.kind === 'table'
      ? [[block.header, ...block.rows].map((row) => row?.cells.map((cell) => cell.text).join(','))]
      : [],
  );
const HEAD = 'Name,What it is,Needed';

it.each([
  [
    'columns',
    'Name    What it is  Needed\nsize    Its size    yes\ntail                no',
    [HEAD, 'size,Its size,yes', 'tail,,no'],
  ],
  [
    'lines that go on',
    'Name  What it is  Needed\na     Words       yes\n      below\nb     x           no',
    [HEAD, 'a,Words below,yes', 'b,x,no'],
  ],
  [
    'a line that goes on with a title',
    'Name  What it is  Needed\na     Words of    yes\n      Part',
    [HEAD, 'a,Words of Part,yes'],
  ],
  [
    'a line of dashes',
    'Name  What it is  Needed\n----  ----------  ------\na     b           yes\n\nText',
    [HEAD, 'a,b,yes'],
  ],
  ['wide signs', '名前    What it is  Needed\n大きさ  b           yes', ['名前,What it is,Needed', '大きさ,b,yes']],
  [
    'two blanks between cells',
    'Name  What it is  Needed\nsize  Its size as a number  yes\ntail  x',
    [HEAD, 'size,Its size as a number,yes', 'tail,x'],
  ],
  [
    'signs that are wide in some fonts',
    '名前      Needed  What it is\n大きさ    ×      b\n重さ      yes     c',
    ['名前,Needed,What it is', '大きさ,×,b', '重さ,yes,c'],
  ],
  [
    'an empty row',
    'Name  What it is  Needed\na     b           yes\n\nc     d           no',
    [HEAD, 'a,b,yes', 'c,d,no'],
  ],
  [
    'a name that its column broke',
    'Name     What it is  Needed\nX-Long-  b           yes\nName\nc        d           no',
    ['Name,What it is,Needed', 'X-Long-Name,b,yes', 'c,d,no'],
  ],
  [
    'a name that its column broke anywhere, and one that is as long',
    'Name     What it is  Needed\nX-LongN  Words       yes\name      below\nX-Other  b           no\nX        c           no',
    [HEAD, 'X-LongName,Words below,yes', 'X-Other,b,no', 'X,c,no'],
  ],
  [
    'two blanks in a cell that goes on',
    'Name  What it is  Needed\na     Words       yes\n      of  two     always\nb     x           no',
    [HEAD, 'a,Words of  two,yes always', 'b,x,no'],
  ],
  [
    'words that are broken anywhere',
    '名前  What it is          Needed\na     使える文字は英数字  yes\n      である\nb     長い                no\n      短い',
    ['名前,What it is,Needed', 'a,使える文字は英数字である,yes', 'b,長い 短い,no'],
  ],
  ['objects', 'Name  What it is  Needed\n{1}  size  yes\n$top  Query', [HEAD, '{1},size,yes']],
])('reads a table with %s', (_, text, wanted) => expect(tables(text)).toEqual([wanted]));

it('takes no words with two blanks between them for a table', () => {
  expect(tables('Name  What it was  Needed\na  b  c')).toEqual([]);
  expect(tables('Name  What it is  Needed\n\nText')).toEqual([]);
});
