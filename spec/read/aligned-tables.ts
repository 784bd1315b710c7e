// Tables of copied text that have nothing but blanks between the cells: columns below each other, or, from a PDF, two blanks anywhere.
import type { Inline, Row, TableBlock } from './document.js';
import { joined, WIDE } from './grid-table.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';

const FEWEST_COLUMNS = 2;
/** An object that rows of a nesting table are in; a sample begins otherwise. */
const REFERENCE = /^[{｛]\s?[\d０-９]{1,3}\s?[}｝] {2}/;
/** The words of a link to an option stand below the last row. */
const OPTION = /^\$[a-z]+\s/;
const RULE = /^[-=─\s]+$/;

interface Surroundings {
  isColumnTitle?(text: string): boolean;
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
    const titles = this.titles(i);
    if (!titles) return undefined;
    const first = this.isRule(i + 1) ? i + 2 : i + 1;
    let next = first;
    while (this.isOfTable(next, titles)) next++;
    const inColumns = this.areBelow(titles, first, next);
    const groups: Row[][] = [];
    for (let k = first; k < next; k++) {
      const parts = partsOf(this.line(k));
      const goesOn = inColumns ? parts[0]?.column !== titles[0]?.column : parts.length === 1;
      const cells = inColumns ? inOrder(parts, titles) : parts;
      // What goes on with a row of a PDF is of its last cell.
      const row = this.row(k, inColumns || !goesOn ? cells : [...titles.slice(1).map(() => undefined), parts[0]]);
      if (goesOn && groups.length > 0) groups.at(-1)?.push(row);
      else groups.push([row]);
    }
    if (groups.length === 0) return undefined;
    const last = this.lines[next - 1] as Line;
    const span = { start: (this.lines[i] as Line).start, end: last.start + last.text.length };
    return { block: { kind: 'table', header: this.row(i, titles), rows: groups.map(joined), span }, next };
  }

  private isOfTable(i: number, titles: readonly Part[]): boolean {
    const line = this.line(i).trim();
    if (line === '' || OPTION.test(line) || this.isRule(i) || this.titles(i)) return false;
    // A cell may go on with a word that is a title elsewhere.
    const [{ column } = { column: 0 }] = partsOf(this.line(i));
    const goesOn = titles.some((title, at) => at > 0 && title.column === column);
    return goesOn || !this.page.ends(i) || REFERENCE.test(line);
  }

  private titles(i: number): Part[] | undefined {
    const line = this.line(i);
    if (!/\S {2,}\S/.test(line)) return undefined;
    const parts = partsOf(line);
    const known = parts.every(({ from, to }) => this.page.isColumnTitle?.(line.slice(from, to)) === true);
    return known && parts.length >= FEWEST_COLUMNS ? parts : undefined;
  }

  /** Whether every part of the lines begins where a title does, and more than the first ones do. */
  private areBelow(titles: readonly Part[], first: number, next: number): boolean {
    const columns = new Set(titles.map(({ column }) => column));
    let others = 0;
    for (let k = first; k < next; k++)
      for (const { column } of partsOf(this.line(k))) {
        if (!columns.has(column)) return false;
        if (column !== titles[0]?.column) others++;
      }
    return others > 0;
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

/** What stands between two blanks or more. */
function partsOf(line: string): Part[] {
  const parts: Part[] = [];
  let column = 0;
  let at = 0;
  for (const { 0: words, index } of line.matchAll(/\S+(?: \S+)*/g)) {
    column += widthOf(line.slice(at, index));
    at = index;
    parts.push({ from: index, to: index + words.length, column });
  }
  return parts;
}

function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

/** A part for each title, where one stands below it. */
function inOrder(parts: readonly Part[], titles: readonly Part[]): (Part | undefined)[] {
  return titles.map(({ column }) => parts.find((part) => part.column === column));
}
