// Tables of copied text that have a line for each cell: the titles of the columns below each other, then the cells of each row.
import type { Inline, Row, TableBlock } from './document.js';
import type { HeadingHints } from './heading-hints.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';

/** The first cell of a row: a name, a number, or an object that rows below are in. */
const NAME = /^[\w$.:/@[\]-]{1,80}$|^[{｛]\s?[\w\d０-９ ]{1,40}[}｝]$/;
/** The same, with all that it is in: `d / results / __id`. */
const PATH = /^[\w$.:[\]-]{1,40}(?: \/ [\w$.:[\]-]{1,40}){1,9}$/;
const ITEM = /^(?:[-*•+・]\s|[※＊†])/;
const PREFIX = /^\w{1,20}[:：]$/;
const REFERENCE = /^[{｛]\s?[\d０-９]+\s?[}｝]$/;
/** The words of a link to an option stand below the last row. */
const OPTION = /^\$[a-z]+\s/;
const FEWEST_COLUMNS = 2;
/** With fewer, every line has to fit. */
const SURE_COLUMNS = 3;
/** Columns whose cells are names. */
const KEYS: ReadonlySet<string> = new Set(['header', 'query', 'path', 'name', 'value', 'status', 'code', 'target']);
const MOST_COLUMNS = 7;
/** Lines of one cell. */
const MOST_LINES = 8;

interface Surroundings {
  /** Whether nothing of a table can stand in a line: a title of a section, a command, a sample. */
  ends(i: number): boolean;
  hints: HeadingHints;
}

interface Titles {
  fields: string[];
  lines: number[];
}

interface Reading {
  block: TableBlock;
  /** The line behind it. */
  next: number;
  /** Each row has a line for each cell, up to something else. */
  exact: boolean;
}

/** Indexes of the lines of each cell. */
type Cells = number[][];

export class LineTables {
  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly page: Surroundings,
  ) {}

  /** The table whose first title is line `i`, and the line behind it. */
  read(i: number): { block: TableBlock; next: number } | undefined {
    const titles = this.titles(i);
    // A section's own title may look like one of a column: `Status`, and then `Value`, `Notes`.
    if (!titles || (this.page.ends(i) && this.readFrom(this.filled(i + 1, i + 4)[0] ?? i)?.exact)) return undefined;
    return this.readFrom(i);
  }

  private readFrom(i: number): Reading | undefined {
    const titles = this.titles(i);
    // What looks like one more title may be the name in the first row: `Name`, `uri`.
    return titles && (this.readBelow(titles) ?? this.readBelow(shorter(titles)));
  }

  private readBelow(titles: Titles): Reading | undefined {
    if (titles.fields.length < FEWEST_COLUMNS) return undefined;
    const first = (titles.lines.at(-1) as number) + 1;
    const [whole, filled] = [this.wholeRows(first, titles), this.filledRows(first, titles)];
    const exact = whole.length > 0 && this.isOver(lastLine(whole) + 1, titles);
    const best = exact || lastLine(whole) >= lastLine(filled) ? whole : filled;
    if (best.length === 0 || (titles.fields.length < SURE_COLUMNS && !(exact && this.isPair(titles)))) return undefined;
    const header = this.row(titles.lines.map((line) => [line]));
    const rows = best.map((cells) => this.row(cells));
    const last = this.lines[lastLine(best)] as Line;
    const span = { start: header.span.start, end: last.start + last.text.length };
    return { block: { kind: 'table', header, rows, span }, next: lastLine(best) + 1, exact };
  }

  /** Two titles of columns may be words of the page: they are a table's where the first is of what rows begin with, and no section's. */
  private isPair({ fields, lines }: Titles): boolean {
    return KEYS.has(fields[0] as string) && !this.page.ends(lines[0] as number);
  }

  private isOver(k: number, titles: Titles): boolean {
    const next = this.filled(k, k + MOST_COLUMNS)[0];
    if (next === undefined || ITEM.test(this.line(next)) || this.repeats(next, titles)) return true;
    return this.endsAt(next) && !this.isNode(next, titles);
  }

  /** The titles again are those of the next table. */
  private repeats(k: number, titles: Titles): boolean {
    const again = this.filled(k, k + 2 * MOST_COLUMNS).slice(0, titles.lines.length);
    return (
      again.length === titles.lines.length &&
      titles.lines.every((line, i) => this.line(line) === this.line(again[i] ?? -1))
    );
  }

  /** `response`, `D:`: the name of a node, though it is worded as a title. */
  private isNode(k: number, { fields }: Titles): boolean {
    return fields[1] === 'namespace' && PREFIX.test(this.line(this.filled(k + 1, k + MOST_COLUMNS)[0] ?? k));
  }

  private titles(i: number): Titles | undefined {
    const fields: string[] = [];
    const lines: number[] = [];
    for (let k = i; k < this.lines.length && fields.length <= MOST_COLUMNS; k++) {
      if (this.line(k) === '' && lines.length > 0 && k - (lines.at(-1) as number) < 2) continue;
      const field = ITEM.test(this.line(k)) ? undefined : this.page.hints.columnOf?.(this.line(k));
      if (field === undefined || fields.includes(field)) break;
      fields.push(field);
      lines.push(k);
    }
    return fields.length === 0 || fields.length > MOST_COLUMNS ? undefined : { fields, lines };
  }

  /** Rows with a line for each cell, also for an empty one. */
  private wholeRows(first: number, titles: Titles): Cells[] {
    const { fields } = titles;
    const rows: Cells[] = [];
    const mark = fields.indexOf('required');
    for (let k = first; k + 1 < this.lines.length; k += fields.length) {
      const fits =
        (NAME.test(this.line(k)) || PATH.test(this.line(k))) &&
        (mark < 0 || this.isMark(k + mark)) &&
        this.line(k + 1) !== undefined;
      const isRow = (mark > 0 && this.isMark(k + mark)) || this.isNode(k, titles);
      if (!fits || this.repeats(k, titles) || (this.endsAt(k) && !isRow)) break;
      // The next section begins where the last cell would be: it is empty, and has no line.
      if (this.page.ends(k + fields.length - 1) && !REFERENCE.test(this.line(k + fields.length - 1))) break;
      rows.push(fields.map((_, at) => (this.line(k + at) === '' ? [] : [k + at])));
    }
    return rows;
  }

  /** Rows without their empty cells; blank lines may part the cells. */
  private filledRows(first: number, titles: Titles): Cells[] {
    const mark = titles.fields.indexOf('required');
    const starts = mark < 0 ? this.startsByName(first, titles) : this.startsByMark(first, mark, titles);
    return starts.map(({ from, to, marked }) => {
      const lines = this.filled(from, to);
      if (marked === undefined) return spread(lines, titles.fields.length);
      const at = lines.indexOf(marked);
      return [
        ...spread(lines.slice(0, at), mark),
        [marked],
        ...spread(lines.slice(at + 1), titles.fields.length - mark - 1),
      ];
    });
  }

  private startsByName(first: number, titles: Titles): { from: number; to: number; marked?: number }[] {
    const { fields } = titles;
    const root = this.line(this.filled(first, this.lines.length)[0] ?? first);
    const isParent = (k: number): boolean => this.line(k) === root || REFERENCE.test(this.line(k));
    const inRow = (k: number): boolean => this.filledAbove(k, fields.length - 1).some(isParent);
    const tree = fields[0] === 'parent';
    const inNode = (k: number): boolean =>
      this.isNode(k, titles) || this.filledAbove(k, 2).some((i) => this.isNode(i, titles));
    const end = this.end(first, titles, tree ? inRow : inNode);
    const lines = this.filled(first, end);
    const isNamed = (k: number): boolean =>
      NAME.test(this.line(k)) && (fields[1] !== 'namespace' || this.isNode(k, titles));
    const starts = lines.filter(tree ? isParent : isNamed);
    return starts[0] === lines[0] ? starts.map((from, i) => ({ from, to: starts[i + 1] ?? end })) : [];
  }

  private filledAbove(k: number, count: number): number[] {
    const out: number[] = [];
    for (let i = k - 1; i >= 0 && out.length < count && k - i < 2 * MOST_COLUMNS; i--)
      if (this.line(i) !== '') out.push(i);
    return out;
  }

  /** Each row has its mark of requirement so many cells behind its name. */
  private startsByMark(first: number, mark: number, titles: Titles): { from: number; to: number; marked: number }[] {
    // The first name may be worded as a title: `Url`.
    const end = this.end(first + 1, titles, (k) =>
      this.filled(k, k + mark + 3).some((line, i) => i > 0 && i <= mark && this.isMark(line)),
    );
    const lines = this.filled(first, end);
    const out: { from: number; to: number; marked: number }[] = [];
    let from = 0;
    while (from < lines.length) {
      // "true or false" looks like one, too.
      const whole = this.isMark(lines[from + mark] ?? -1);
      const at = whole ? from + mark : lines.findIndex((line, i) => i > from && this.isMark(line));
      if (at < 0 || at - from > mark + MOST_LINES || !NAME.test(this.line(lines[from] as number))) break;
      const next = lines.findIndex((line, i) => i > at + 1 && this.isMark(line));
      const start = next < 0 ? lines.length : this.startOf(lines, at + 1, next, mark);
      out.push({ from: lines[from] as number, to: (lines[start - 1] as number) + 1, marked: lines[at] as number });
      from = start;
    }
    return out;
  }

  /** Where the row begins whose mark is `next`. */
  private startOf(lines: readonly number[], behind: number, next: number, mark: number): number {
    const isName = (i: number): boolean => i >= behind && NAME.test(this.line(lines[i] as number));
    if (isName(next - mark)) return next - mark;
    for (let i = behind; i < next; i++) if (isName(i)) return i;
    return next;
  }

  /** @param goesOn whether a line that looks like an end is the name of a row */
  private end(first: number, titles: Titles, goesOn: (k: number) => boolean): number {
    const [title] = titles.lines;
    let k = first;
    for (; k < this.lines.length; k++) {
      const line = this.line(k);
      if (line !== '' && this.endsAt(k) && !goesOn(k)) break;
      if (line === this.line(title ?? -1) && this.repeats(k, titles)) break;
    }
    return k;
  }

  private endsAt(k: number): boolean {
    return (this.page.ends(k) && !REFERENCE.test(this.line(k))) || OPTION.test(this.line(k));
  }

  private filled(from: number, to: number): number[] {
    const out: number[] = [];
    for (let k = from; k < Math.min(to, this.lines.length); k++) if (this.line(k) !== '') out.push(k);
    return out;
  }

  private isMark(i: number): boolean {
    return this.page.hints.isMark?.(this.line(i)) === true;
  }

  private line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }

  private row(cells: Cells): Row {
    const all = cells.flat();
    const [first, last] = [this.lines[all[0] as number], this.lines[all.at(-1) as number]] as [Line, Line];
    const span = { start: first.start, end: last.start + last.text.length };
    return { kind: 'row', cells: cells.map((lines) => this.cell(lines, span.start)), span, closed: true };
  }

  private cell(lines: readonly number[], at: number): Inline {
    const parts = lines.map((k) => {
      const { start, text } = this.lines[k] as Line;
      return readInline(this.text, start, start + text.length);
    });
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return { text: '', span: { start: at, end: at }, links: [] };
    const links = parts.flatMap((part) => part.links);
    return {
      text: parts.map(({ text }) => text).join('\n'),
      span: { start: first.span.start, end: last.span.end },
      links,
    };
  }
}

function shorter({ fields, lines }: Titles): Titles {
  return { fields: fields.slice(0, -1), lines: lines.slice(0, -1) };
}

/** Lines over so many cells: one each, the rest in the last one. */
function spread(lines: readonly number[], cells: number): Cells {
  return Array.from({ length: cells }, (_, i) => (i === cells - 1 ? lines.slice(i) : lines.slice(i, i + 1)));
}

function lastLine(rows: readonly Cells[]): number {
  return Math.max(-1, ...(rows.at(-1)?.flat() ?? []));
}
