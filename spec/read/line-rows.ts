// Rows of tables of copied text that have a line for each cell: which lines are the cells of which row.
import { type LineKinds, shapeOf } from './line-kinds.js';
import {
  type Cells,
  endOf,
  MOST_COLUMNS,
  MOST_LINES,
  MOST_TABLE_LINES,
  nextFilled,
  spread,
  type TableLines,
} from './table-lines.js';

const isCapital = (name: string): boolean => /^[A-Z]/.test(name);

interface Start {
  from: number;
  to: number;
  marked?: number;
}

export class LineRows {
  constructor(
    private readonly table: TableLines,
    private readonly kinds: LineKinds,
  ) {}

  /** `response`, `D:`: the name of a node, though it is worded as a title. */
  isNode(k: number): boolean {
    const { fields, line } = this.table;
    return fields[1] === 'namespace' && this.kinds.fits('namespace', line(nextFilled(this.table, k))) === true;
  }

  /** Rows with a line for each cell, also for an empty one. */
  whole(isSection: (k: number) => boolean): Cells[] {
    const { fields, line } = this.table;
    const rows: Cells[] = [];
    const mark = fields.indexOf('required');
    for (let k = this.table.first; k + 1 < this.table.count; k += fields.length) {
      const fits = this.kinds.isName(line(k)) && (mark < 0 || this.kinds.isMark(line(k + mark)));
      const isRow = (mark > 0 && this.kinds.isMark(line(k + mark))) || this.isNode(k);
      if (
        !fits ||
        !this.isCapitalAs(line(this.table.first), line(k)) ||
        this.table.repeats(k) ||
        (this.table.endsAt(k) && !isRow)
      )
        break;
      // The next section begins where the last cell would be: it is empty, and has no line.
      const last = k + fields.length - 1;
      if (isSection(last) && !this.kinds.isReference(line(last))) break;
      rows.push(fields.map((_, at) => (line(k + at) === '' ? [] : [k + at])));
    }
    return rows;
  }

  /** The last word of a cell that breaks into lines is small where names of headers begin with a capital. */
  private isCapitalAs(first: string, name: string): boolean {
    return this.table.fields[0] !== 'header' || isCapital(name) || !isCapital(first);
  }

  /** The same where blank lines part the cells, and none of them is empty. */
  wholeApart(): Cells[] {
    const { fields, first, count, line } = this.table;
    const lines = this.table.filled(first, Math.min(count, first + MOST_TABLE_LINES));
    const mark = fields.indexOf('required');
    const rows: Cells[] = [];
    for (let i = 0; i + fields.length <= lines.length; i += fields.length) {
      const row = lines.slice(i, i + fields.length);
      const [from = 0] = row;
      const apart = row.every((k, at) => at === 0 || k > (row[at - 1] as number) + 1);
      const fits = this.kinds.fits(fields[0] as string, line(from)) !== false && this.kinds.isName(line(from));
      const marked = mark < 0 || this.kinds.isMark(line(row[mark] ?? -1));
      if (!apart || !fits || !marked || this.table.repeats(from) || (this.table.endsAt(from) && mark < 0)) break;
      rows.push(row.map((k) => [k]));
    }
    return rows;
  }

  /** Rows without their empty cells; blank lines may part the cells. */
  filledRows(): Cells[] {
    const { fields } = this.table;
    const mark = fields.indexOf('required');
    const starts = mark < 0 ? this.startsByName() : this.startsByMark(mark);
    return starts.map(({ from, to, marked }) => {
      const lines = this.table.filled(from, to);
      if (marked === undefined) return spread(lines, fields.length);
      const at = lines.indexOf(marked);
      return [
        ...this.beforeMark(lines.slice(0, at), fields.slice(0, mark)),
        [marked],
        ...spread(lines.slice(at + 1), fields.length - mark - 1),
      ];
    });
  }

  /** An empty cell of a namespace or a type has no line: what stands there is of the next column. A type in front of the mark is one line. */
  private beforeMark(lines: readonly number[], fields: readonly string[]): Cells {
    const { line } = this.table;
    const at = fields.findIndex((field) => field === 'namespace' || field === 'type');
    const kind = at > 0 && lines.length < fields.length ? lines[at] : undefined;
    if (kind !== undefined && this.kinds.fits(fields[at] as string, line(kind)) === false)
      return [...spread(lines.slice(0, at), at), [], ...spread(lines.slice(at), fields.length - at - 1)];
    const last = lines.at(-1);
    const typed =
      last !== undefined && lines.length > fields.length && this.isTyped(fields) && this.kinds.isType(line(last));
    return typed ? [...spread(lines.slice(0, -1), fields.length - 1), [last]] : spread(lines, fields.length);
  }

  /** Whether the column in front of the mark holds types. */
  private isTyped(beforeMark: readonly string[]): boolean {
    return beforeMark.at(-1) === 'type' || beforeMark.at(-1) === 'format';
  }

  /** Two columns, where names of the first are written unlike all lines of the second. */
  paired(): Cells[] {
    const { first } = this.table;
    const lines = this.table.filled(
      first,
      endOf(this.table, first, () => false),
    );
    const [name, value] = lines.map((k) => this.table.line(k));
    if (name === undefined || value === undefined || !this.kinds.isName(name)) return [];
    const isStart = (k: number): boolean =>
      this.kinds.isName(this.table.line(k)) && shapeOf(this.table.line(k)) === shapeOf(name);
    const rows: Cells[] = [];
    for (const k of lines)
      if (isStart(k)) rows.push([[k], []]);
      else rows.at(-1)?.[1]?.push(k);
    return rows.every(([, cell]) => (cell?.length ?? 0) > 0 && (cell?.length ?? 0) <= MOST_LINES) ? rows : [];
  }

  private startsByName(): Start[] {
    const { fields, first, line, filled } = this.table;
    const root = line(nextFilled(this.table, first - 1));
    const isParent = (k: number): boolean => line(k) === root || this.kinds.isReference(line(k));
    const inRow = (k: number): boolean => this.filledAbove(k, fields.length - 1).some(isParent);
    const tree = fields[0] === 'parent';
    const inNode = (k: number): boolean => this.isNode(k) || this.filledAbove(k, 2).some((i) => this.isNode(i));
    const end = endOf(this.table, first, tree ? inRow : inNode);
    const lines = filled(first, end);
    const paths = lines.some((k) => this.kinds.isPath(line(k)));
    const isNamed = (k: number): boolean =>
      (!paths || this.kinds.isPath(line(k)) || line(k) === root) &&
      this.kinds.fits(fields[0] as string, line(k)) !== false &&
      this.kinds.isName(line(k)) &&
      this.isCapitalAs(root, line(k)) &&
      (fields[1] !== 'namespace' || this.isNode(k)) &&
      (this.kinds.isPrefix(root) || !this.kinds.isPrefix(line(k)));
    const named = lines.filter(tree ? isParent : isNamed);
    // Right below a name, one that is written unlike the first is what the name stands for: `token_type`, `Bearer`.
    const isCell = (k: number): boolean =>
      !tree && isCapital(line(k)) !== isCapital(root) && lines[lines.indexOf(k) - 1] === named[named.indexOf(k) - 1];
    const starts = named.filter((k, i) => i === 0 || !isCell(k));
    return starts[0] === lines[0] ? starts.map((from, i) => ({ from, to: starts[i + 1] ?? end })) : [];
  }

  private filledAbove(k: number, count: number): number[] {
    const out: number[] = [];
    for (let i = k - 1; i >= 0 && out.length < count && k - i < 2 * MOST_COLUMNS; i--)
      if (this.table.line(i) !== '') out.push(i);
    return out;
  }

  /** Each row has its mark of requirement so many cells behind its name. */
  private startsByMark(mark: number): Start[] {
    const { first, line } = this.table;
    // The first name may be worded as a title: `Url`.
    const end = endOf(this.table, first + 1, (k) => this.isMarkedRow(k, mark));
    const lines = this.table.filled(first, end);
    const isMark = (i: number): boolean => this.kinds.isMark(line(lines[i] ?? -1));
    const out: Start[] = [];
    let from = 0;
    while (from < lines.length) {
      // "true or false" looks like one, too.
      const at = isMark(from + mark) ? from + mark : lines.findIndex((_, i) => i > from && isMark(i));
      if (at < 0 || at - from > mark + MOST_LINES || !this.kinds.isName(line(lines[from] as number))) break;
      const next = lines.findIndex((_, i) => i > at + 1 && isMark(i));
      const names = lines.slice(at + 1, Math.max(at + 1, next));
      const start =
        next < 0 ? lines.length : at + 1 + this.startOf(names, names.length - mark, line(lines[0] as number));
      out.push({ from: lines[from] as number, to: (lines[start - 1] as number) + 1, marked: lines[at] as number });
      from = start;
    }
    return out;
  }

  /** A name or the words of a cell that are worded as a title have a mark below, with no other title and no titles of columns between. */
  private isMarkedRow(k: number, mark: number): boolean {
    const { line, endsAt, isColumn } = this.table;
    const below = this.table.filled(k + 1, k + 2 * (mark + MOST_LINES));
    // What it is may repeat the name: `Status`, `status`.
    const stops = (i: number): boolean =>
      (endsAt(below[i] as number) && line(below[i] as number).toLowerCase() !== line(k).toLowerCase()) ||
      (isColumn(below[i] as number) && isColumn(below[i + 1] ?? -1));
    const at = below.findIndex((one, i) => this.kinds.isMark(line(one)) || stops(i));
    return at >= 0 && at < mark + MOST_LINES && this.kinds.isMark(line(below[at] as number));
  }

  /**
   * Where among the lines between two marks the second one's row begins: at a name that the page shows as a key, that is written as the first
   * row's name is, and that is as far from its mark as columns are.
   *
   * @param exact index of the line that is as far from the mark
   */
  private startOf(lines: readonly number[], exact: number, firstName: string): number {
    const fields = this.table.fields.slice(0, this.table.fields.indexOf('required'));
    const typed = this.isTyped(fields) && this.kinds.isType(this.table.line(lines.at(-1) ?? -1));
    const scores = lines.map((k, i) => {
      const line = this.table.line(k);
      if (!this.kinds.isName(line)) return -1;
      const known =
        (this.isNode(k) ? 8 : 0) +
        (this.table.isKey(line) ? 4 : 0) +
        (shapeOf(line) === shapeOf(firstName) ? 2 : 0) +
        (this.table.fields[0] === 'header' && isCapital(line) && isCapital(firstName) ? 2 : 0) +
        (i === exact ? 1 + (typed ? 4 : 0) : 0);
      return this.kinds.isWeakName(line) ? known / 10 : known + 1;
    });
    const best = Math.max(...scores);
    // Values break into lines: those behind a mark are the row's above, those in front of it its own.
    const late = this.table.fields.indexOf('effective') > fields.length;
    return best < 0
      ? lines.length
      : late
        ? scores.lastIndexOf(best, Math.max(exact, scores.indexOf(best)))
        : scores.indexOf(best);
  }
}
