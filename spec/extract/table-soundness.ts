// Whether a table is sound: a header row, as many cells in each row as columns, a closing `|`. Each finding is reported once.
import { many } from '../many.js';
import { placeOf, type Row, type TableBlock } from '../read/document.js';
import type { PageState } from './page-state.js';
import type { Columns } from './table-columns.js';

const NOTE = 'write the note below the table';
const MISSING = 'end the row with an empty cell for each missing one';

export class TableSoundness {
  /** Of flattened text, which loses empty cells at the end of rows by itself: one finding for the page. */
  private readonly shortRows: Row[] = [];
  /** The last row of the last table, where it is short and lacks its closing `|`. */
  private openRow: Row | undefined;

  constructor(private readonly state: PageState) {}

  check(table: TableBlock, columns: Columns, rows: Row[]): void {
    if (this.goesOn(table, rows)) return;
    const width = columns.length;
    this.checkHeader(table, rows);
    const last = rows.at(-1);
    this.openRow = last && !last.closed && last.cells.length < width ? last : undefined;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as Row;
      if (!isBroken(row, rows[i + 1], width) || this.state.document.flattened) {
        this.checkRow(table, row, width);
        continue;
      }
      this.report(
        row,
        'the row goes on in the next line, but a row of a table is one line',
        'join the two lines; write <br> for a line break inside a cell',
      );
      i++;
    }
  }

  /** A copy may have lost the line of dashes below the titles; the page that was copied had a table. */
  private checkHeader(table: TableBlock, rows: Row[]): void {
    const titled = rows.length < table.rows.length;
    if (table.header || rows.length === 0 || (titled && this.state.document.flattened)) return;
    const [message, remedy] = titled
      ? [
          'titles without a line of dashes below them: markdown shows no table',
          'write a line of dashes below the titles',
        ]
      : ['a table without a header row', 'write the column titles and a line of dashes above it'];
    this.state.report('doc/broken-table', table.span.start, message, remedy);
  }

  private checkRow(table: TableBlock, row: Row, width: number): void {
    const { flattened } = this.state.document;
    const cells = row.cells.length;
    const remedy = 'write a `|` inside a cell as `\\|` and end the row with one `|`';
    const counts = `the row has ${many(cells, 'cell')}, its table ${many(width, 'column')}`;
    if (cells > width) this.report(row, counts, remedy);
    else if (table.header?.closed && !row.closed && !flattened)
      this.report(row, 'the row lacks its closing "|"', remedy);
    else if (cells < width && flattened) this.shortRows.push(row);
    // A note between the rows is no row that has lost its cells.
    else if (cells < width) this.report(row, counts, this.isNote(row) ? NOTE : MISSING);
  }

  private isNote({ cells: [first, ...others] }: Row): boolean {
    const text = others.length === 0 ? (first?.text ?? '') : '';
    return /^[*※＊†]\s*\S/.test(text) || this.state.profile.wording.startsNote.test(text);
  }

  /** At the end of the page: the rows whose last cells flattening has lost. */
  finish(): void {
    const [short, ...others] = this.shortRows;
    if (!short) return;
    const lines = others.map((row) => placeOf(this.state.document, row.span.start).line);
    const listed = `${lines.slice(0, 12).join(', ')}${lines.length > 12 ? ', …' : ''}`;
    const also = lines.length === 1 ? 'has the row in line' : 'have the rows in lines';
    const more = lines.length === 0 ? '' : `; so ${also} ${listed}`;
    this.report(
      short,
      `the row has ${many(short.cells.length, 'cell')}, fewer than its table has columns${more}`,
      MISSING,
    );
  }

  private report(row: Row, message: string, remedy: string): void {
    this.state.report('doc/broken-table', row.span.start, message, remedy, 'warning', row.span.end);
  }

  /** What stands here as a table of its own is the rest of the row above, which was broken over two lines (and is reported). */
  private goesOn(table: TableBlock, rows: Row[]): boolean {
    const open = this.openRow;
    const between = open === undefined ? '' : this.state.document.text.slice(open.span.end, table.span.start);
    return open !== undefined && rows.length > 0 && !table.header && /^\r?\n?$/.test(between);
  }
}

/** Whether a row goes on in the next line: together they have the cells of one. */
function isBroken(row: Row, next: Row | undefined, width: number): boolean {
  const { length } = row.cells;
  return length < width && !row.closed && next !== undefined && length + next.cells.length - 1 === width;
}
