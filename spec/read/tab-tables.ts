// Tables in text that was copied from a browser: tabs between the cells, which may break into lines.
import type { Row, Span, TableBlock } from './document.js';
import type { Line } from './lines.js';
import { readTabs } from './table.js';

const NAME = /^[\w$.:/{}[\]-]+$/;
/** What stands below the last row and is no part of it, unless its first word tells. */
const OPTION_LINE = /^\$[a-z]+ /;
const NOTE_MARK = /^(?:[※*＊†]|\(?\d+\))/;
/** Safari copies an item of a list with tabs around its mark. */
const BULLET = /^\s*[•◦▪]\t/;
const MAX_LAST_LINES = 6;
/** Cells of a row break into at most so many lines. */
const MAX_ROW_LINES = 20;

/** What is known of the lines around. */
interface Surroundings {
  /** Whether a line is the title of a section. */
  isTitle(i: number): boolean;
  /** Whether a command or a sample starts with a line. */
  isSample(line: string): boolean;
  isColumnTitle?(text: string): boolean;
  startsNote?(text: string): boolean;
}

export class TabTables {
  /** Blanks at the ends of lines are still there. */
  private readonly keepsTabs: boolean;

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
    private readonly page: Surroundings,
  ) {
    this.keepsTabs = /\S\t\r?$/m.test(text);
  }

  /** Whether two lines in a row have tabs between words. */
  start(i: number): boolean {
    return this.hasTab(i) && this.hasTab(i + 1, this.tabsIn(i));
  }

  /** The table that starts in line `i`, and the line behind it. */
  read(i: number): { block: TableBlock; next: number } {
    const columns = this.tabsIn(i);
    const header = readTabs(this.text, this.lines[i] as Line);
    const rows: Row[] = [];
    let k = i + 1;
    // The titles again, in a line of their own, are those of the next table.
    const titles = this.line(i);
    let broken = false;
    while (k < this.lines.length && this.hasTab(k, columns) && this.line(k) !== titles) {
      let end = this.rowEnd(k, columns, titles);
      const isLast = !this.hasTab(end, columns) || this.line(end) === titles;
      // Where blank lines part the blocks, what follows without one belongs to the row.
      const parted = i > 0 && this.line(i - 1) === '' && this.line(this.wordsEnd(end, k)) === '';
      if (isLast && (broken || parted)) end = this.lastRowEnd(k, end, parted);
      broken ||= end - k > 1;
      const { start } = this.lines[k] as Line;
      const line = { start, text: this.text.slice(start, this.span(k, end - 1).end) };
      rows.push(readTabs(this.text, line, header.cells.length));
      k = end;
    }
    return { block: { kind: 'table', header, rows, span: this.span(i, k - 1) }, next: k };
  }

  /** Behind the last line of a row: what breaks inside a cell goes on below, up to the tabs that the row still lacks. */
  private rowEnd(k: number, columns: number, titles: string): number {
    const { end } = this.cellsEnd(k, columns);
    if ((this.lines[end - 1]?.text ?? '').endsWith('\t')) return end;
    // Lines without tabs in front of the next row are of the last cell; a table of other columns has a title there.
    const next = this.wordsEnd(end, k);
    const goesOn = this.tabsIn(next) === columns || this.breaksIntoLines(next, columns);
    return next < this.lines.length && this.hasTab(next, columns) && goesOn && this.line(next) !== titles ? next : end;
  }

  /** Behind the lines without tabs that may belong to the row that starts in line `k`. */
  private wordsEnd(from: number, k: number): number {
    let i = from;
    while (this.isCellLine(i, k) && this.tabsIn(i) === 0) i++;
    return i;
  }

  /** The last row of a table whose rows go on below their tabs goes on up to the next title or blank line, as far as no note begins. */
  private lastRowEnd(k: number, end: number, parted: boolean): number {
    if (this.tabsIn(end - 1) === 0) return end;
    const next = this.wordsEnd(end, k);
    if (next - end > MAX_LAST_LINES || !(parted || this.page.isTitle(this.filled(next)))) return end;
    const isApart = (line: string): boolean =>
      NOTE_MARK.test(line) || OPTION_LINE.test(line) || this.page.startsNote?.(line) === true;
    for (let i = end; i < next; i++) if (isApart(this.line(i))) return end;
    return next;
  }

  private breaksIntoLines(k: number, columns: number): boolean {
    const { end, broken } = this.cellsEnd(k, columns);
    const [first = ''] = this.line(k).split('\t');
    return broken || (end > k + 1 && this.page.isColumnTitle?.(first.trim()) === false);
  }

  /** Behind the line in which a row has all its tabs. @returns `broken` a line without any stands between */
  private cellsEnd(k: number, columns: number): { end: number; broken: boolean } {
    let broken = false;
    for (let end = k, tabs = 0; end === k || this.isCellLine(end, k); end++) {
      const more = this.tabsIn(end);
      if (more === 0) broken = true;
      tabs += more;
      if (tabs < columns) continue;
      // Two short rows look like one that is broken in two, where the tabs of empty cells at their ends got lost.
      const whole = tabs === columns && (end === k || broken || this.keepsTabs || this.namesOnly(k, end));
      return whole ? { end: end + 1, broken } : { end: k + 1, broken: false };
    }
    return { end: k + 1, broken: false };
  }

  /** Of the two lines the first alone begins with a name: `If-Match`, and "Maximum of 128 characters". */
  private namesOnly(k: number, end: number): boolean {
    const isName = (i: number): boolean => NAME.test(this.line(i).split('\t', 1)[0]?.trim() ?? '');
    return isName(k) && !isName(end);
  }

  /** A line that may belong to the row that starts in line `k`. */
  private isCellLine(i: number, k: number): boolean {
    const line = this.line(i);
    if (i >= this.lines.length || i - k > MAX_ROW_LINES || line === '' || this.page.isTitle(i)) return false;
    return !this.page.isSample(line);
  }

  /** The next line with something in it. */
  private filled(i: number): number {
    let k = i;
    while (k < this.lines.length && this.line(k) === '') k++;
    return k;
  }

  private tabsIn(i: number): number {
    return (this.lines[i]?.text ?? '').split('\t').length - 1;
  }

  /** @param columns tabs of the rows around: a line with as many is a row, though all cells behind its first are empty */
  private hasTab(i: number, columns?: number): boolean {
    const text = this.lines[i]?.text ?? '';
    if (BULLET.test(text)) return false;
    return /\S[ \u00a0]*\t/.test(text.trimEnd()) || (/^(?:\S|\t+\r?$)/.test(text) && this.tabsIn(i) === columns);
  }

  private line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }

  private span(from: number, to: number): Span {
    const last = this.lines[to] as Line;
    return { start: (this.lines[from] as Line).start, end: last.start + last.text.length };
  }
}
