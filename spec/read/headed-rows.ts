// Rows of copied tables with a line for each cell, whose first cells are of kinds that tell them: a name and a type, an object, a name and a
// type, a status. The other cells may break into lines.
import type { LineKinds } from './line-kinds.js';
import { type Cells, endOf, MOST_COLUMNS, MOST_LINES, nextFilled, spread, type TableLines } from './table-lines.js';

export class HeadedRows {
  /** The columns in front of those that take any words. */
  private readonly head: readonly string[];

  constructor(
    private readonly table: TableLines,
    private readonly kinds: LineKinds,
  ) {
    const { fields } = table;
    const free = fields.findIndex((field) => kinds.fits(field, '') === undefined && field !== 'nodeType');
    this.head = fields.slice(0, free < 0 ? fields.length : free);
  }

  /** None where the first columns do not tell. */
  read(): Cells[] {
    const { head } = this;
    const { fields, first } = this.table;
    const tells = head[0] === 'status' || head.some((field) => field === 'type' || field === 'namespace');
    if (!tells || head.includes('required')) return [];
    const isHead = (k: number): boolean => this.headAt(k) !== undefined;
    // Words of a cell may be worded as a title, too: right behind them the next row begins.
    const end = endOf(this.table, first, (k) => isHead(k) || isHead(nextFilled(this.table, k)));
    const lines = this.table.filled(first, end);
    const rows: { cells: Cells; rest: number[] }[] = [];
    const names = new Set([this.firstLine()]);
    for (let i = 0; i < lines.length; ) {
      const found = this.headAt(lines[i] as number, names);
      const last = rows.at(-1);
      for (const cell of found ?? []) names.add(this.table.line(cell[0] ?? -1));
      if (found) rows.push({ cells: found, rest: [] });
      else if (!last) return [];
      else last.rest.push(lines[i] as number);
      i += found ? found.flat().length : 1;
    }
    const width = fields.length - head.length;
    const most = width === 0 ? 0 : width + MOST_LINES;
    return rows.some(({ rest }) => rest.length > most)
      ? []
      : rows.map(({ cells, rest }) => [...cells, ...spread(rest, width)]);
  }

  /**
   * The cells of the first columns from a line on. What a row is in may stand once for several rows, and a namespace may lack.
   *
   * @param names of the rows above: one of them is what a row is in
   */
  private headAt(k: number, names?: ReadonlySet<string>): Cells | undefined {
    const nests = this.head[0] === 'parent';
    const line = this.table.line(k);
    const known = !nests || this.kinds.isReference(line) || names?.has(line) !== false;
    const whole = known ? this.cellsAt(k, this.head) : undefined;
    if (whole || !nests) return whole;
    const spanned = this.cellsAt(k, this.head.slice(1));
    return spanned && [[], ...spanned];
  }

  private cellsAt(k: number, head: readonly string[]): Cells | undefined {
    const cells: Cells = [];
    let at = k;
    for (const [i, field] of head.entries()) {
      const line = this.table.line(at);
      if (field === 'namespace' && head[i + 1] === 'nodeType' && line === this.firstNodeType()) {
        cells.push([]);
        continue;
      }
      if (line === '' || !this.fits(field, line)) return undefined;
      cells.push([at]);
      at = nextFilled(this.table, at);
    }
    return cells;
  }

  private fits(field: string, line: string): boolean {
    if (field === 'nodeType') return !/\s/.test(line);
    if (field === 'name' && this.kinds.isReference(line)) return false;
    // The root has a name in the page's language.
    return this.kinds.fits(field, line) !== false || (field === 'parent' && line === this.firstLine());
  }

  private firstLine(): string {
    return this.table.line(nextFilled(this.table, this.table.first - 1));
  }

  /** What the first row says of its node: where it stands in place of a namespace, that is empty. */
  private firstNodeType(): string | undefined {
    const row = this.table.filled(this.table.first, this.table.first + 2 * MOST_COLUMNS);
    const at = row[this.head.indexOf('nodeType')];
    return at === undefined ? undefined : this.table.line(at);
  }
}
