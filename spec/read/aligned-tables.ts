// Tables of copied text that have nothing but blanks between the cells: columns below each other, or, from a PDF, two blanks anywhere.
import type { Inline, Row, TableBlock } from './document.js';
import { joinedBy, WIDE } from './grid-table.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';

const FEWEST_COLUMNS = 2;
/** An object that rows of a nesting table are in; a sample begins otherwise. */
const REFERENCE = /^[{｛]\s?[\d０-９]{1,3}\s?[}｝] {2}/;
/** The words of a link to an option stand below the last row. */
const OPTION = /^\$[a-z]+\s/;
const BROKEN = /^[\w./]{1,40}(?:-[\w./]{1,40}){0,6}[-_]$/;
const RULE = /^[-=─\s]+$/;
/** Signs that are wide in some fonts alone (UAX #11): marks, Greek letters, quotes. */
const AMBIGUOUS = /[§¨°±´¶×÷\u0391-\u03c9\u2010-\u203b\u2190-\u21d4\u2460-\u24ff\u25a0-\u26ff]/;
/** How wide a sign may be, by what made the copy. */
const WIDTHS: readonly ((sign: string) => number)[] = [
  (sign) => (WIDE.test(sign) ? 2 : 1),
  (sign) => (WIDE.test(sign) || AMBIGUOUS.test(sign) ? 2 : 1),
  () => 1,
];
type Width = (sign: string) => number;

interface Surroundings {
  isColumnTitle?(text: string): boolean;
  columnOf?(text: string): string | undefined;
  /** Whether nothing of a table can stand in a line. */
  ends(i: number): boolean;
}

interface Part {
  /** Offset in the line. */
  from: number;
  to: number;
  /** Where a terminal shows it. */
  column: number;
}

export class AlignedTables {
  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly page: Surroundings,
  ) {}

  /** The table whose titles stand in line `i`, and the line behind it. */
  read(i: number): { block: TableBlock; next: number } | undefined {
    const narrow = this.titles(i);
    if (!narrow) return undefined;
    const first = this.isRule(i + 1) ? i + 2 : i + 1;
    const readings = WIDTHS.map((width) => {
      const titles = partsOf(this.line(i), width);
      let next = first;
      while (this.isOfTable(next, titles, width)) next++;
      return { width, titles, next, inColumns: this.areBelow(titles, first, next, width) };
    });
    const inOneWay = readings.find(({ inColumns }) => inColumns);
    const { width, titles, next, inColumns } = inOneWay ?? (readings[0] as (typeof readings)[number]);
    const marks = titles.findIndex(({ from, to }) => this.page.columnOf?.(this.line(i).slice(from, to)) === 'required');
    const fullName = inColumns && marks > 0 ? this.widestBelow(titles[0] as Part, first, next, width) : 0;
    const isCut = (name: string, cells: readonly (Part | undefined)[]): boolean =>
      fullName > 0 && cells[marks] === undefined && !name.includes(' ') && widthOf(name, width) === fullName;
    const groups: Row[][] = [];
    for (let k = first; k < next; k++) {
      const parts = partsOf(this.line(k), width);
      if (parts.length === 0) continue;
      const isRight = (parts[0]?.column ?? 0) > (titles[0]?.column ?? 0) + 1;
      const goesOn = inColumns ? parts[0]?.column !== titles[0]?.column : parts.length === 1 || isRight;
      const cells = inColumns ? inOrder(parts, titles) : isRight ? nearest(parts, titles) : parts;
      // A name that its column broke: `Access-Control-Allow-`, `Origin`; where every row has a mark, without one and below a name that fills it.
      const name = lastName(groups.at(-1) ?? []);
      const broken = !isRight && (BROKEN.test(name) || isCut(name, cells));
      // What goes on with a row of a PDF is of its last cell.
      const isLast = !inColumns && !isRight && !broken && parts.length === 1;
      const row = this.row(k, isLast ? [...titles.slice(1).map(() => undefined), parts[0]] : cells);
      if ((goesOn || broken) && groups.length > 0) groups.at(-1)?.push(row);
      else groups.push([row]);
    }
    if (groups.length === 0) return undefined;
    const between = inTheMiddle(groups, width);
    const last = this.lines[next - 1] as Line;
    const span = { start: (this.lines[i] as Line).start, end: last.start + last.text.length };
    return {
      block: {
        kind: 'table',
        header: this.row(i, titles),
        rows: groups.map((group) => joinedBy(group, between)),
        span,
      },
      next,
    };
  }

  private isOfTable(i: number, titles: readonly Part[], width: Width): boolean {
    const line = this.line(i).trim();
    if (line === '') return this.isEmptyRow(i, titles, width);
    if (OPTION.test(line) || this.isRule(i) || this.titles(i)) return false;
    // A cell may go on with a word that is a title elsewhere.
    const [{ column } = { column: 0 }] = partsOf(this.line(i), width);
    const goesOn = titles.some((title, at) => at > 0 && title.column === column);
    return goesOn || !this.page.ends(i) || REFERENCE.test(line);
  }

  /** A row without words: the line behind it has a word below most of the titles, the first one among them. */
  private isEmptyRow(i: number, titles: readonly Part[], width: Width): boolean {
    const below = partsOf(this.line(i + 1), width);
    const columns = new Set(titles.map(({ column }) => column));
    const fits = below[0]?.column === titles[0]?.column && below.every(({ column }) => columns.has(column));
    return titles.length > 2 && below.length > 2 && fits && !this.titles(i + 1) && !this.page.ends(i + 1);
  }

  private titles(i: number): Part[] | undefined {
    const line = this.line(i);
    if (!/\S {2,}\S/.test(line)) return undefined;
    const parts = partsOf(line, () => 1);
    const known = parts.every(({ from, to }) => this.page.isColumnTitle?.(line.slice(from, to)) === true);
    return known && parts.length >= FEWEST_COLUMNS ? parts : undefined;
  }

  /** Whether every part of the lines begins where a title does, and more than the first ones do. */
  private areBelow(titles: readonly Part[], first: number, next: number, width: Width): boolean {
    const columns = new Set(titles.map(({ column }) => column));
    let others = 0;
    for (let k = first; k < next; k++)
      for (const { column } of partsOf(this.line(k), width)) {
        if (!columns.has(column)) return false;
        if (column !== titles[0]?.column) others++;
      }
    return others > 0;
  }

  /** How wide the widest cell below a title is. */
  private widestBelow(title: Part, first: number, next: number, width: Width): number {
    const cells = this.lines.slice(first, next).flatMap(({ text }) => {
      const part = partsOf(text, width).find(({ column }) => column === title.column);
      return part ? [widthOf(text.slice(part.from, part.to), width)] : [];
    });
    return Math.max(0, ...cells);
  }

  private row(k: number, parts: readonly (Part | undefined)[]): Row {
    const { start, text } = this.lines[k] as Line;
    const end = start + text.length;
    const cells = parts.map(
      (part): Inline =>
        part
          ? readInline(this.text, start + part.from, start + part.to)
          : { text: '', span: { start: end, end }, links: [] },
    );
    return { kind: 'row', cells, span: { start, end }, closed: true };
  }

  private isRule(i: number): boolean {
    const line = this.line(i);
    return line.trim().length > 2 && RULE.test(line);
  }

  private line(i: number): string {
    return this.lines[i]?.text ?? '';
  }
}

/** What stands last in the first column of the lines of a row. */
function lastName(lines: readonly Row[]): string {
  return lines.map(({ cells }) => cells[0]?.text ?? '').findLast((text) => text !== '') ?? '';
}

/** What stands between two blanks or more. */
function partsOf(line: string, width: Width): Part[] {
  const parts: Part[] = [];
  let column = 0;
  let at = 0;
  for (const { 0: words, index } of line.matchAll(/\S+(?: \S+)*/g)) {
    for (const sign of line.slice(at, index)) column += width(sign);
    at = index;
    parts.push({ from: index, to: index + words.length, column });
  }
  return parts;
}

function widthOf(text: string, width: Width): number {
  return [...text].reduce((sum, sign) => sum + width(sign), 0);
}

/** A part for each title, where one stands below it. */
function inOrder(parts: readonly Part[], titles: readonly Part[]): (Part | undefined)[] {
  return titles.map(({ column }) => parts.find((part) => part.column === column));
}

/** The parts of a line that goes on, each with the title that begins at its left. */
function nearest(parts: readonly Part[], titles: readonly Part[]): (Part | undefined)[] {
  return titles.map(({ column }, i) => {
    const next = titles[i + 1]?.column ?? Number.POSITIVE_INFINITY;
    const own = parts.filter((part) => part.column >= column - 1 && part.column < next - 1);
    const [first, last] = [own[0], own.at(-1)];
    return first && last && { ...first, to: last.to };
  });
}

/**
 * Words of scripts without blanks are broken anywhere: nothing is between two lines of which the upper one fills its column. Nor is
 * anything between the parts of a name.
 */
function inTheMiddle(groups: readonly Row[][], width: Width): (above: Inline, below: Inline, column: number) => string {
  const widest: number[] = [];
  for (const { cells } of groups.flat())
    for (const [i, cell] of cells.entries()) widest[i] = Math.max(widest[i] ?? 0, widthOf(cell.text, width));
  return (above, below, i) => {
    if (i === 0) return '';
    const isFull = widthOf(above.text, width) >= (widest[i] as number) - 3;
    return isFull && (WIDE.test(above.text.at(-1) ?? '') || WIDE.test(below.text[0] ?? '')) ? '' : ' ';
  };
}
