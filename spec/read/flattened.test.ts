import { describe, expect, it } from 'vitest';
import { readFlattened } from './flattened.js';
import { splitLines } from './lines.js';

const blocks = (text: string) =>
  readFlattened(text, splitLines(text), 0, {
    headingLevel: (line) => (/^curl$/i.test(line) ? 2 : undefined),
    isColumnTitle: (cell) => /^(?:Name|Value)$/.test(cell),
  });

describe('readFlattened', () => {
  it('takes items with tabs around their marks for items', () => {
    const [, ...items] = blocks('Title\n\t•\ta\n\t•\tb c\n');
    expect(items).toMatchObject([
      { kind: 'item', text: 'a' },
      { kind: 'item', text: 'b c' },
    ]);
  });

  it('ends a table with tabs where its titles stand again', () => {
    const [, first, caption, second] = blocks('Title\nName\tValue\na \tb\nc\td\nParts\nName\tValue\ne\tf\n');
    expect(first).toMatchObject({
      kind: 'table',
      rows: [{ cells: [{ text: 'a' }, { text: 'b' }] }, { cells: [{ text: 'c' }, { text: 'd' }] }],
    });
    expect(caption).toMatchObject({ kind: 'paragraph' });
    expect(second).toMatchObject({ kind: 'table', rows: [{ cells: [{ text: 'e' }, { text: 'f' }] }] });
  });

  it('goes on with a table behind a row without words, and with an address behind a slash', () => {
    const [, table, address] = blocks('Title\n\nName\tValue\na\tyes\n\t\nb\tno\n\n{CellURL}{Box}/{Col}/\n{Path}\n');
    expect(table).toMatchObject({ kind: 'table', rows: ['a', '', 'b'].map((text) => ({ cells: [{ text }, {}] })) });
    expect(address).toMatchObject({ kind: 'fence', text: '{CellURL}{Box}/{Col}/\n{Path}' });
    expect(blocks('Title\n\n{CellURL}x/\n{CellURL}y\n').slice(1)).toMatchObject([
      { text: '{CellURL}x/' },
      { text: '{CellURL}y' },
    ]);
  });

  it('takes the numbers off the lines of code, and nothing else that starts with one', () => {
    const text = 'Title\n1\t{\n2\t  "a": 1\n3\t}\n1 of them is enough\ncURL\n1 curl https://a.example \\\n2 -I\n';
    const [, sample, words, , command] = blocks(text);
    expect(sample).toMatchObject({ kind: 'fence', start: text.indexOf('1\t{') });
    expect(JSON.parse((sample as { text: string }).text)).toEqual({ a: 1 });
    expect(words).toMatchObject({ lines: [{ text: '1 of them is enough' }] });
    expect((command as { text: string }).text.replace(/\s+/g, ' ').trim()).toBe('curl https://a.example \\ -I');
  });

  it('takes numbers off that stand above the lines that they count', () => {
    const text = 'Title\n1\ncurl https://a.example \\\n2\n  -I\n2\nWords\n';
    const [, command, number] = blocks(text);
    expect((command as { text: string }).text.replace(/\s+/g, ' ').trim()).toBe('curl https://a.example \\ -I');
    expect(command).toMatchObject({ start: text.indexOf('1\n') });
    expect(number).toMatchObject({ lines: [{ text: '2' }] });
  });

  it('reads tables with a line for each cell, also nodes that are named like titles', () => {
    const fields = new Map(['nodeName', 'namespace', 'overview'].map((field) => [field.toUpperCase(), field]));
    const text =
      'Title\nNODENAME\nNAMESPACE\nOVERVIEW\nlist\nD:\nAll\ncurl\nD:\nOne of them\nand more\ncurl\ncurl https://a.example\n';
    const hints = {
      headingLevel: (line: string) => (line === 'curl' ? 2 : undefined),
      columnOf: (cell: string) => fields.get(cell),
    };
    const [, table, title] = readFlattened(text, splitLines(text), 0, hints);
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['list', 'D:', 'All'],
      ['curl', 'D:', 'One of them\nand more'],
    ]);
    expect(title).toMatchObject({ kind: 'heading', text: 'curl' });
  });

  /** Tables with a line for each cell whose columns are called by letters; "Part" is a section's title, too. */
  const tables = (lines: string) => {
    const fields = new Map([...'ABC', 'Part'].map((title, i) => [title, ['name', 'overview', 'notes', 'format'][i]]));
    const hints = {
      headingLevel: (line: string) => (line === 'Part' ? 3 : undefined),
      columnOf: (cell: string) => fields.get(cell),
    };
    const text = `Title\n${lines}\nPart\n`;
    return readFlattened(text, splitLines(text), 0, hints).flatMap((block) =>
      block.kind === 'table' ? [block.rows.map((row) => row.cells.map((cell) => cell.text).join(','))] : [],
    );
  };
  it.each([
    ['the titles again', 'A\nB\nC\na\nb\nc\nA\nB\nC\nd\ne\nf', [['a,b,c'], ['d,e,f']]],
    ['an item', 'A\nB\nC\na\nb\nc\n- Words\nA\nB\nC\nd\ne\nf', [['a,b,c'], ['d,e,f']]],
    ['a note', 'A\nB\nC\na\nb\nc\n※ Words', [['a,b,c']]],
  ])('ends a table with a line for each cell at %s', (_, lines, wanted) => expect(tables(lines)).toEqual(wanted));

  it.each([
    ['a name that is called as a column', 'A\nB\nPart\nC\nWords here\nx', [['C,Words here,x']]],
    ['the title of a section that is called as a column', 'Part\n\nA\nB\nC\na\nb\nc', [['a,b,c']]],
    ['names with what they are in', 'A\nB\nC\nd\n\n\nd / e\nWhat\n', [['d,,', 'd / e,What,']]],
    ['two columns where each line fits', 'A\nB\na\nb c\nd\ne', [['a,b c', 'd,e']]],
    ['a last cell whose line is lost', 'A\nB\nC\na\nWhat it is\nPart\n', [['a,What it is,']]],
    ['no two columns elsewhere', 'A\nB\nWords of\nthe page', []],
    ['no item', '- A\nB\na\nb', []],
  ])('takes %s for what it is', (_, lines, wanted) => expect(tables(lines)).toEqual(wanted));

  it.each([
    ['empty lines for empty cells', 'a\nOne\ntrue\nYes\n\nb\nTwo\nText\nNo\nMay be\n'],
    ['no lines for empty cells', 'a\nOne\ntrue\nYes\nb\nTwo\nText\nNo\nMay be\n'],
    ['blank lines between cells', 'a\n\nOne\n\ntrue\n\nYes\n\n\n\nb\n\nTwo\n\nText\n\nNo\n\nMay be\n'],
  ])('reads rows by their marks of requirement: %s', (_, rows) => {
    const fields = new Map(
      ['name', 'overview', 'effective', 'required', 'notes'].map((field) => [field.toUpperCase(), field]),
    );
    const text = `Title\n${[...fields.keys()].join('\n')}\n${rows}cURL\n`;
    const [, table, title] = readFlattened(text, splitLines(text), 0, {
      headingLevel: (line) => (line === 'cURL' ? 2 : undefined),
      columnOf: (cell) => fields.get(cell),
      isMark: (cell) => /^(?:Yes|No|true)$/.test(cell),
    });
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
      ['a', 'One', 'true', 'Yes', ''],
      ['b', 'Two', 'Text', 'No', 'May be'],
    ]);
    expect(title).toMatchObject({ kind: 'heading' });
  });

  it('takes a line with a bullet for an item, though it is worded as a title', () => {
    for (const bullet of ['• ', '・']) {
      const [, item] = blocks(`Title\n${bullet}curl\n`);
      expect(item).toMatchObject({ kind: 'item', text: 'curl' });
    }
  });

  it('keeps a pipe inside a cell where cells are parted by pipes between blanks', () => {
    const [, table] = blocks('Title\nName | Value |\n---|---|\ncode | -_{|}~ |\n');
    expect(table).toMatchObject({ kind: 'table', rows: [{ cells: [{ text: 'code' }, { text: '-_{|}~' }] }] });
  });

  it.each([
    [
      'tabs between the cells',
      'Title\nName\tValue\tNotes\ncode\ta b\nid\t\tc\nkey\td\t \t\n',
      [
        ['code', 'a b'],
        ['id', '', 'c'],
        ['key', 'd', ''],
      ],
    ],
    [
      'lines that break inside cells',
      'Title\nName\tValue\tRequired\tNotes\ncode\t4 to 32\nletters\nand digits\tYes\t\nid\ta\tNo\tfirst\nsecond\nkey\ta\tNo\tlast\nText\n',
      [
        ['code', '4 to 32\nletters\nand digits', 'Yes', ''],
        ['id', 'a', 'No', 'first\nsecond'],
        ['key', 'a', 'No', 'last'],
      ],
    ],
    [
      'short rows, and a table of other columns below its title',
      'Title\nName\tValue\tRequired\tNotes\ncode\ta\nid\ta\tNo\tsee code\ncode\nValue\tOverview\nx\ty\n',
      [
        ['code', 'a'],
        ['id', 'a', 'No', 'see code'],
      ],
    ],
    [
      'a row that breaks between its tabs below one that goes on',
      'Title\nName\tValue\tRequired\tNotes\ncode\ta\tNo\tfirst\nsecond\nline\t1 to\n9\tNo\tlast\nkey\ta\tNo\t\nText\n',
      [
        ['code', 'a', 'No', 'first\nsecond'],
        ['line', '1 to\n9', 'No', 'last'],
        ['key', 'a', 'No', ''],
      ],
    ],
    [
      'a last row that goes on below, as one above does, up to a title',
      'Title\nName\tValue\tRequired\tNotes\ncode\ta\tNo\tfirst\nsecond\nkey\ta\tNo\tlast\nby default\ncURL\n',
      [
        ['code', 'a', 'No', 'first\nsecond'],
        ['key', 'a', 'No', 'last\nby default'],
      ],
    ],
    [
      'a note below the last row',
      'Title\nName\tValue\tRequired\tNotes\ncode\ta\tNo\tfirst\nsecond\nkey\ta\tNo\tlast\n*1 Once\ncURL\n',
      [
        ['code', 'a', 'No', 'first\nsecond'],
        ['key', 'a', 'No', 'last'],
      ],
    ],
    [
      'a row that breaks between its tabs behind whole ones, where the lines below begin with no name',
      'Title\nName\tValue\tRequired\tNotes\ncode\ta\tNo\tb\nid\t1 to\nat most 9\tNo\tlast\nText\n',
      [
        ['code', 'a', 'No', 'b'],
        ['id', '1 to\nat most 9', 'No', 'last'],
      ],
    ],
    [
      'a last row that goes on up to a blank line, where blank lines part the blocks',
      'Title\n\nName\tValue\tNotes\ncode\ta\tfirst\nid\tb\tlast\nor null\n\nText\n',
      [
        ['code', 'a', 'first'],
        ['id', 'b', 'last\nor null'],
      ],
    ],
    [
      'links to options below the last row',
      'Title\n\nName\tValue\tNotes\ncode\ta\tfirst\n$top Query\n\nText\n',
      [['code', 'a', 'first']],
    ],
    [
      'a row whose first cell is empty',
      'Title\nName | Value | Notes |\n---|---|---|\ncode | a | x |\n | b | y |\n',
      [
        ['code', 'a', 'x'],
        ['', 'b', 'y'],
      ],
    ],
    [
      'cells that break into lines between bars',
      'Title\nName | Value | Notes |\n---|---|---|\ncode | 4 to 32\nletters\nand digits | first\nsecond |\nid | a |\nText\n',
      [
        ['code', '4 to 32\nletters\nand digits', 'first\nsecond'],
        ['id', 'a'],
      ],
    ],
    [
      'blank lines between the rows',
      'Title\nName | Value |\n\n---|---|\n\ncode | a |\n\nid | b |\n\nText\n',
      [
        ['code', 'a'],
        ['id', 'b'],
      ],
    ],
  ])('reads tables with %s', (_, text, rows) => {
    const [, table] = blocks(text);
    const cells = table?.kind === 'table' ? table.rows.map((row) => row.cells.map((cell) => cell.text)) : [];
    expect(cells).toEqual(rows);
    expect(table?.kind === 'table' && table.header?.cells[0]?.text).toBe('Name');
  });

  it('keeps the lines of a log together', () => {
    const log = '2013-04-18T14:52:39.778Z,[INFO ],"a","b"\n2013-04-18T14:52:40Z,[ERROR],"a","c"';
    expect(blocks(`Title\n${log}\nText\n`).slice(1)).toMatchObject([
      { kind: 'fence', info: '', text: log },
      { kind: 'paragraph' },
    ]);
  });

  it('finds a command behind a prompt', () => {
    expect(blocks('Title\n$ curl "https://cell1.unit1.example/" \\\n-X GET\n')[1]).toMatchObject({
      kind: 'fence',
      info: 'sh',
    });
  });

  it('takes a line with nothing but curl for a command where one follows, for a title elsewhere', () => {
    const [, title, command] = blocks('Title\ncURL\ncurl\n"https://cell1.unit1.example/" -X GET\n');
    expect(title).toMatchObject({ kind: 'heading', text: 'cURL' });
    expect(command).toMatchObject({ kind: 'fence', text: 'curl\n"https://cell1.unit1.example/" -X GET' });
  });
});
