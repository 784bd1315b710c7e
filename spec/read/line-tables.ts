// Tables of copied text that have a line for each cell: the titles of the columns below each other, then the cells of each row.
import type { Inline, Row, TableBlock } from './document.js';
import { HeadedRows } from './headed-rows.js';
import type { HeadingHints } from './heading-hints.js';
import { readInline } from './inline.js';
import { LineKinds } from './line-kinds.js';
import { LineRows } from './line-rows.js';
import type { Line } from './lines.js';
import { type Cells, endOf, MOST_COLUMNS, type TableLines } from './table-lines.js';

const ITEM = /^(?:[-*•+・]\s|[※＊†])/;
/** The words of a link to an option stand below the last row. */
const OPTION = /^\$[a-z]+\s/;
const FEWEST_COLUMNS = 2;
/** With fewer, every line has to fit. */
const SURE_COLUMNS = 3;
/** Words of what is no title of a section. */
const FEWEST_WORDS = 4;
/** Columns whose cells are names. */
const KEYS: ReadonlySet<string> = new Set(['header', 'query', 'path', 'name', 'value', 'status', 'code', 'target']);
/** Columns that a table begins with. */
const FIRST: ReadonlySet<string> = new Set([...KEYS, 'parent', 'nodeName', 'variable']);

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

export class LineTables {
  private readonly kinds: LineKinds;

  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly page: Surroundings,
  ) {
    this.kinds = new LineKinds(page.hints);
  }

  /** The table whose first title is line `i`, and the line behind it; without rows where its lines do not tell them. */
  read(i: number): { block: TableBlock; next: number } | undefined {
    const titles = this.titles(i);
    // A section's own title may look like one of a column: `Status`, and then `Value`, `Notes`.
    if (!titles || (this.page.ends(i) && this.readFrom(this.filled(i + 1, i + 4)[0] ?? i)?.exact)) return undefined;
    return this.readFrom(i) ?? (this.page.ends(i) ? undefined : this.uneven(titles));
  }

  private readFrom(i: number): Reading | undefined {
    const titles = this.titles(i);
    // What looks like one more title may be the name in the first row: `Name`, `uri`.
    return titles && (this.readBelow(titles) ?? this.readBelow(shorter(titles)));
  }

  private readBelow(titles: Titles): Reading | undefined {
    if (titles.fields.length < FEWEST_COLUMNS) return undefined;
    const table = this.below(titles);
    const rows = new LineRows(table, this.kinds);
    const sound = (found: Cells[]): boolean => found.length > 0 && !this.contradicts(titles, found);
    const apart = rows.wholeApart();
    const isWhole = sound(apart) && this.isOver(lastLine(apart) + 1, titles, rows);
    const whole = isWhole ? apart : rows.whole((k) => this.page.ends(k));
    const headed = new HeadedRows(table, this.kinds).read();
    const goesOn = sound(headed) && lastLine(headed) > lastLine(whole);
    const exact = !goesOn && sound(whole) && this.isOver(lastLine(whole) + 1, titles, rows);
    const pairs = titles.fields.length < SURE_COLUMNS;
    const best = pairs
      ? this.pairs(titles, rows, exact ? whole : [])
      : exact
        ? whole
        : this.longest([headed, whole, rows.filledRows()].filter(sound));
    if (!best) return undefined;
    const header = this.row(titles.lines.map((line) => [line]));
    const last = this.lines[lastLine(best)] as Line;
    const span = { start: header.span.start, end: last.start + last.text.length };
    const block: TableBlock = { kind: 'table', header, rows: best.map((cells) => this.row(cells)), span };
    return { block, next: lastLine(best) + 1, exact };
  }

  private longest(readings: readonly Cells[][]): Cells[] | undefined {
    const ends = readings.map(lastLine);
    return readings[ends.indexOf(Math.max(...ends))];
  }

  /** Two titles of columns may be words of the page: they are a table's where the first is of what rows begin with, and no section's. */
  private pairs(titles: Titles, rows: LineRows, whole: Cells[]): Cells[] | undefined {
    if (!this.isPair(titles)) return undefined;
    const paired = rows.paired();
    if (paired.length > 0) return paired;
    return whole.length > 0 ? whole : undefined;
  }

  private isPair({ fields, lines }: Titles): boolean {
    return fields.length === FEWEST_COLUMNS && KEYS.has(fields[0] as string) && !this.page.ends(lines[0] as number);
  }

  private contradicts({ fields }: Titles, rows: readonly Cells[]): boolean {
    const text = (lines: readonly number[]): string => lines.map((k) => this.line(k)).join('\n');
    return this.kinds.contradicts(
      fields,
      rows.map((cells) => cells.map(text)),
    );
  }

  /** A table of which nobody can tell the rows: up to the next section, no line of it says anything. */
  private uneven(titles: Titles): { block: TableBlock; next: number } | undefined {
    const { fields, lines } = titles;
    const isTable = this.isPair(titles) || (fields.length >= SURE_COLUMNS && FIRST.has(fields[0] as string));
    const table = this.below(titles);
    const next = endOf(table, table.first, () => false);
    const [first = -1] = this.filled(table.first, next);
    const isNamed = fields.length > SURE_COLUMNS || this.kinds.isName(this.line(first));
    if (!isTable || first < 0 || !isNamed) return undefined;
    const header = this.row(lines.map((line) => [line]));
    return { block: { kind: 'table', header, rows: [], span: header.span, uneven: true }, next };
  }

  private below({ fields, lines }: Titles): TableLines {
    const titles = { fields, lines };
    return {
      fields,
      first: (lines.at(-1) as number) + 1,
      count: this.lines.length,
      line: (k) => this.line(k),
      filled: (from, to) => this.filled(from, to),
      endsAt: (k) => this.endsAt(k),
      isLooselyTitle: (k) => this.isLooselyTitle(k),
      repeats: (k) => this.repeats(k, titles),
      isColumn: (k) => this.page.hints.columnOf?.(this.line(k)) !== undefined,
      isKey: (name) => this.text.includes(`"${name}"`),
    };
  }

  /** Of many words, as no section's title has. */
  private isLooselyTitle(k: number): boolean {
    const { headingLevel, sectionOf } = this.page.hints;
    const line = this.line(k);
    const isPhrase = line.split(' ').length >= FEWEST_WORDS && /\w$/.test(line);
    return isPhrase && headingLevel(line) !== undefined && sectionOf?.(line) === undefined;
  }

  private isOver(k: number, titles: Titles, rows: LineRows): boolean {
    const next = this.filled(k, k + MOST_COLUMNS)[0];
    if (next === undefined || ITEM.test(this.line(next)) || this.repeats(next, titles)) return true;
    return this.endsAt(next) && !rows.isNode(next);
  }

  /** The titles again are those of the next table. */
  private repeats(k: number, titles: Titles): boolean {
    if (this.line(k) === '' || this.line(k) !== this.line(titles.lines[0] as number)) return false;
    const again = this.filled(k, k + 2 * MOST_COLUMNS).slice(0, titles.lines.length);
    return (
      again.length === titles.lines.length &&
      titles.lines.every((line, i) => this.line(line) === this.line(again[i] ?? -1))
    );
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

  private endsAt(k: number): boolean {
    return (this.page.ends(k) && !this.kinds.isReference(this.line(k))) || OPTION.test(this.line(k));
  }

  private filled(from: number, to: number): number[] {
    const out: number[] = [];
    for (let k = from; k < Math.min(to, this.lines.length); k++) if (this.line(k) !== '') out.push(k);
    return out;
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

function lastLine(rows: readonly Cells[]): number {
  return Math.max(-1, ...(rows.at(-1)?.flat() ?? []));
}
