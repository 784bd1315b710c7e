import { describe, expect, it } from 'vitest';
import { readFlattened } from './flattened.js';
import { splitLines } from './lines.js';

const blocks = (text: string) =>
  readFlattened(text, splitLines(text), 0, { headingLevel: (line) => (/^curl$/i.test(line) ? 2 : undefined) });

describe('readFlattened', () => {
  it('keeps a pipe inside a cell where cells are parted by pipes between blanks', () => {
    const [, table] = blocks('Title\nName | Value |\n---|---|\ncode | -_{|}~ |\n');
    expect(table).toMatchObject({ kind: 'table', rows: [{ cells: [{ text: 'code' }, { text: '-_{|}~' }] }] });
  });

  it('takes a line with nothing but curl for a command where one follows, for a title elsewhere', () => {
    const [, title, command] = blocks('Title\ncURL\ncurl\n"https://cell1.unit1.example/" -X GET\n');
    expect(title).toMatchObject({ kind: 'heading', text: 'cURL' });
    expect(command).toMatchObject({ kind: 'fence', text: 'curl\n"https://cell1.unit1.example/" -X GET' });
  });
});
