// Flattened text (copied from a rendered page: no heading marks, no fences, no leading pipes) → the same blocks as markdown gives.
// What a heading or a sample was is told by the profile's titles and by the shape of the lines.
import { commandEnd, startsCommand } from './command-lines.js';
import type { Block, FenceBlock, TableBlock } from './document.js';
import { type Copied, formEnd, jsonEnd, multipartEnd, urlEnd, xmlEnd } from './flattened-samples.js';
import type { HeadingHints } from './heading-hints.js';
import { readInline } from './inline.js';
import { lengthWithout } from './line-ends.js';
import { withoutLineNumbers } from './line-numbers.js';
import type { Line } from './lines.js';
import { isDelimiter, readRow, readTabs } from './table.js';

/** The mark of the link to itself that sites put behind a heading, and that a copy takes along. */
const ANCHORS = ['#', '¶'];
const BLANKS = ' \t\u00a0\u3000\u200b\u200c\u200d\ufeff';
/** RFC 2046 5.1.1: what parts the members of a multipart body. */
const BOUNDARY = /^--[\w'()+,./:=?-]{1,70}$/;
const URL_LINE = /^(?:\{[A-Za-z]\w*\}[^\s"]*|(?:https?|wss?):\/\/\S+|\/[^\s"]*)$/;
const FORM_LINE = /^[\w.$-]+=[^\s=&][^\s]*$|^[\w.$-]+=(?:&\S*)?$/;
const JSON_START = /^[[{]\s*(?:$|["'{[\]}\d-])/;
const XML_START = /^<[!?/]?[A-Za-z]/;
/** A line of a log, or of values parted by commas whose first one is quoted. */
const LOG_LINE = /^(?:\d{4}-\d\d-\d\dT[\d:.]+|"[^"]*",)/;
const ITEM_MARK = /^[-*•+]\s+(?=\S)/;
const NAME = /^[\w$.:/{}[\]-]+$/;
/** What stands below the last row and is no part of it, unless its first word tells. */
const OPTION_LINE = /^\$[a-z]+ /;
const NOTE_MARK = /^(?:[※*＊†]|\(?\d+\))/;
const MAX_LAST_LINES = 6;
/** Cells of a row break into at most so many lines. */
const MAX_ROW_LINES = 20;

export function readFlattened(text: string, lines: Line[], first: number, hints: HeadingHints): Block[] {
  const plain = withoutLineNumbers(text, lines, startsCode);
  return new FlattenedReader(plain.text, plain.lines, hints).read(first);
}

function startsCode(line: string): boolean {
  return startsCommand(line) || [URL_LINE, JSON_START, XML_START, FORM_LINE].some((start) => start.test(line));
}

class FlattenedReader implements Copied {
  private readonly blocks: Block[] = [];
  /** Blanks at the ends of lines are still there. */
  private readonly keepsTabs: boolean;

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
    private readonly hints: HeadingHints,
  ) {
    this.keepsTabs = /\S\t\r?$/m.test(text);
  }

  read(first: number): Block[] {
    let i = this.filled(first);
    if (i < this.lines.length && this.levelOf(i) === undefined) i = this.heading(i, 1);
    while (i < this.lines.length) i = this.block(i);
    return this.blocks;
  }

  get length(): number {
    return this.lines.length;
  }

  line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }

  private span(from: number, to: number): { start: number; end: number } {
    const last = this.lines[to] as Line;
    return { start: (this.lines[from] as Line).start, end: last.start + last.text.length };
  }

  private block(i: number): number {
    const line = this.line(i);
    if (line === '') return i + 1;
    if (this.startsTable(i)) return this.table(i);
    // A command whose first line is its name alone looks like the title "cURL".
    if (line === 'curl' && /^(?:["']|-|https?:)/.test(this.line(i + 1))) return this.fence(i, this.commandEnd(i), 'sh');
    const level = this.levelOf(i);
    if (level !== undefined) return this.heading(i, level);
    if (startsCommand(line)) return this.fence(i, this.commandEnd(i), 'sh');
    if (URL_LINE.test(line)) return this.fence(i, urlEnd(this, i), '');
    if (JSON_START.test(line)) return this.fence(i, jsonEnd(this, i), 'json');
    if (XML_START.test(line))
      return this.fence(
        i,
        xmlEnd(this, i),
        line.startsWith('<!ELEMENT') || line.startsWith('<!ATTLIST') ? 'dtd' : 'xml',
      );
    const parts = BOUNDARY.test(line) ? multipartEnd(this, i) : undefined;
    if (parts !== undefined) return this.fence(i, parts, '');
    if (FORM_LINE.test(line)) return this.fence(i, formEnd(this, i), '');
    if (LOG_LINE.test(line)) return this.fence(i, this.logEnd(i), '');
    const item = ITEM_MARK.exec(line);
    const { start, text } = this.lines[i] as Line;
    if (item) {
      const at = start + text.indexOf(line) + item[0].length;
      this.blocks.push({ kind: 'item', indent: 0, ...readInline(this.text, at, start + text.length) });
    } else
      this.blocks.push({
        kind: 'paragraph',
        lines: [readInline(this.text, start, start + text.length)],
        span: this.span(i, i),
      });
    return i + 1;
  }

  private heading(i: number, level: number): number {
    const { start, text } = this.lines[i] as Line;
    const from = start + (/^\s*#\s+/.exec(text)?.[0].length ?? 0);
    const end = start + titleEnd(text);
    this.blocks.push({ kind: 'heading', level, flattened: true, ...readInline(this.text, from, Math.max(from, end)) });
    return i + 1;
  }

  private levelOf(i: number): number | undefined {
    const line = this.line(i);
    return ITEM_MARK.test(line) ? undefined : this.hints.headingLevel(line.slice(0, titleEnd(line)));
  }

  startsTable(i: number): boolean {
    const line = this.line(i);
    if (this.startsTabs(i)) return true;
    // A line of dashes below no header starts nothing.
    if (!line.includes('|') || isDelimiter(line)) return false;
    if (isDelimiter(this.line(this.next(i)))) return true;
    return (line.endsWith('|') && line.indexOf('|') < line.length - 1) || this.areTitles(line);
  }

  /** A line of columns' titles, where a copy has neither bars at the ends nor a line of dashes. */
  private areTitles(line: string): boolean {
    const cells = line.split(' | ');
    return cells.length > 1 && cells.every((cell) => this.hints.isColumnTitle?.(cell.trim()) === true);
  }

  /** Two lines in a row with tabs between words: what browsers copy of a table. */
  private startsTabs(i: number): boolean {
    return this.hasTab(i) && this.hasTab(i + 1);
  }

  private hasTab(i: number): boolean {
    return /\S[ \u00a0]*\t/.test((this.lines[i]?.text ?? '').trimEnd());
  }

  /** The next line, or the one behind a single blank line: some copies have one below every row. */
  private next(i: number): number {
    return this.line(i + 1) === '' ? i + 2 : i + 1;
  }

  private table(i: number): number {
    if (this.startsTabs(i)) return this.tabs(i);
    const headed = isDelimiter(this.line(this.next(i)));
    const apart = this.line(i + 1) === '' && (headed || this.isRow(i + 2));
    let k = headed ? this.next(i) + 1 : i;
    const spaced = /\S \| \S/.test(this.line(i));
    const bare = headed && !this.line(i).startsWith('|') && !this.line(k).startsWith('|');
    const rows: TableBlock['rows'] = [];
    let last = i;
    for (; k < this.lines.length; k++) {
      if (apart && this.line(k) === '' && this.isRow(k + 1)) continue;
      if (!this.isRow(k)) break;
      rows.push(readRow(this.text, this.lines[k] as Line, spaced, bare));
      last = k;
    }
    this.blocks.push({
      kind: 'table',
      ...(headed ? { header: readRow(this.text, this.lines[i] as Line) } : {}),
      rows,
      span: this.span(i, last),
    });
    return k;
  }

  private tabs(i: number): number {
    const columns = this.tabsIn(i);
    const header = readTabs(this.text, this.lines[i] as Line);
    const rows: TableBlock['rows'] = [];
    let k = i + 1;
    // The titles again, in a line of their own, are those of the next table.
    const titles = this.line(i);
    let broken = false;
    while (k < this.lines.length && this.hasTab(k) && this.line(k) !== titles) {
      let end = this.rowEnd(k, columns, titles);
      const isLast = !this.hasTab(end) || this.line(end) === titles;
      // Where blank lines part the blocks, what follows without one belongs to the row.
      const parted = i > 0 && this.line(i - 1) === '' && this.line(this.wordsEnd(end, k)) === '';
      if (isLast && (broken || parted)) end = this.lastRowEnd(k, end, parted);
      broken ||= end - k > 1;
      const { start } = this.lines[k] as Line;
      const line = { start, text: this.text.slice(start, this.span(k, end - 1).end) };
      rows.push(readTabs(this.text, line, header.cells.length));
      k = end;
    }
    this.blocks.push({ kind: 'table', header, rows, span: this.span(i, k - 1) });
    return k;
  }

  /** Behind the last line of a row: what breaks inside a cell goes on below, up to the tabs that the row still lacks. */
  private rowEnd(k: number, columns: number, titles: string): number {
    const { end } = this.cellsEnd(k, columns);
    if ((this.lines[end - 1]?.text ?? '').endsWith('\t')) return end;
    // Lines without tabs in front of the next row are of the last cell; a table of other columns has a title there.
    const next = this.wordsEnd(end, k);
    const goesOn = this.tabsIn(next) === columns || this.breaksIntoLines(next, columns);
    return next < this.lines.length && this.hasTab(next) && goesOn && this.line(next) !== titles ? next : end;
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
    if (next - end > MAX_LAST_LINES || !(parted || this.levelOf(this.filled(next)) !== undefined)) return end;
    const isApart = (line: string): boolean =>
      NOTE_MARK.test(line) || OPTION_LINE.test(line) || this.hints.startsNote?.(line) === true;
    for (let i = end; i < next; i++) if (isApart(this.line(i))) return end;
    return next;
  }

  private breaksIntoLines(k: number, columns: number): boolean {
    const { end, broken } = this.cellsEnd(k, columns);
    const [first = ''] = this.line(k).split('\t');
    return broken || (end > k + 1 && this.hints.isColumnTitle?.(first.trim()) === false);
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
    if (i >= this.lines.length || i - k > MAX_ROW_LINES || line === '' || this.levelOf(i) !== undefined) return false;
    return !startsCommand(line) && !JSON_START.test(line) && !XML_START.test(line);
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

  private isRow(k: number): boolean {
    const line = this.line(k);
    if (!line.includes('|') || isDelimiter(line) || isDelimiter(this.line(this.next(k)))) return false;
    return line.endsWith('|') || line.includes(' | ');
  }

  private fence(from: number, to: number, info: string): number {
    const span = this.span(from, to - 1);
    const fence: FenceBlock = {
      kind: 'fence',
      info,
      text: this.text.slice(span.start, span.end),
      start: span.start,
      span,
      form: 'flattened',
    };
    this.blocks.push(fence);
    return to;
  }

  private logEnd(i: number): number {
    let k = i + 1;
    while (!this.stops(k) && LOG_LINE.test(this.line(k))) k++;
    return k;
  }

  stops(k: number): boolean {
    return k >= this.lines.length || this.levelOf(k) !== undefined;
  }

  private commandEnd(i: number): number {
    return commandEnd(
      i,
      (k) => this.line(k),
      (k) => this.stops(k),
    );
  }
}

/** Length of a title without the anchor behind it. */
function titleEnd(text: string): number {
  const end = lengthWithout(text, BLANKS);
  return ANCHORS.includes(text[end - 1] ?? '') ? lengthWithout(text, BLANKS, end - 1) : text.length;
}
