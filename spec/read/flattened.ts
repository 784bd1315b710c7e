// Flattened text (copied from a rendered page: no heading marks, no fences, no leading pipes) → the same blocks as markdown gives.
// What a heading or a sample was is told by the profile's titles and by the shape of the lines.
import { AlignedTables } from './aligned-tables.js';
import { commandEnd, startsCommand } from './command-lines.js';
import type { Block, FenceBlock, TableBlock } from './document.js';
import { type Copied, formEnd, jsonEnd, multipartEnd, urlEnd, xmlEnd } from './flattened-samples.js';
import { readGridTable } from './grid-table.js';
import type { HeadingHints } from './heading-hints.js';
import { readInline } from './inline.js';
import { lengthWithout } from './line-ends.js';
import { withoutLineNumbers } from './line-numbers.js';
import { LineTables } from './line-tables.js';
import type { Line } from './lines.js';
import { pageFrame } from './page-frame.js';
import { TabTables } from './tab-tables.js';
import { isDelimiter, isGridBorder, readRow } from './table.js';
import { TitlesInALine } from './titles-in-a-line.js';

/** The mark of the link to itself that sites put behind a heading, and that a copy takes along. */
const ANCHORS = ['#', '¶'];
const BLANKS = ' \t\u00a0\u3000\u200b\u200c\u200d\ufeff';
/** RFC 2046 5.1.1: what parts the members of a multipart body. */
const BOUNDARY = /^--[\w'()+,./:=?-]{1,70}$/;
const URL_LINE = /^(?:\{[A-Za-z]\w*\}[^\s"]*|(?:https?|wss?):\/\/\S+|\/[^\s"]*)$/;
const FORM_LINE = /^[\w.$-]+=[^\s=&][^\s]*$|^[\w.$-]+=(?:&\S*)?$/;
const JSON_START = /^[[{]\s*(?:$|["'“”{[\]}\d-])/;
const XML_START = /^<[!?/]?[A-Za-z]/;
/** A line of a log, or of values parted by commas whose first one is quoted. */
const LOG_LINE = /^(?:\d{4}-\d\d-\d\dT[\d:.]+|"[^"]*",)/;
/** Cells of a row break into at most so many lines. */
const MOST_ROW_LINES = 12;
const ITEM_MARK = /^(?:[-*+]\s+|[•・]\s*)(?=[^\s・•])/;
export function readFlattened(text: string, lines: Line[], first: number, hints: HeadingHints): Block[] {
  const plain = withoutLineNumbers(text, lines, startsCode);
  return new FlattenedReader(plain.text, plain.lines, hints).read(first);
}

function startsCode(line: string): boolean {
  return startsCommand(line) || [URL_LINE, JSON_START, XML_START, FORM_LINE].some((start) => start.test(line));
}

class FlattenedReader implements Copied {
  private readonly blocks: Block[] = [];
  /** Levels of lines that were asked for: each is, several times. */
  private readonly levels = new Map<number, number | undefined>();
  private readonly tabs: TabTables;
  private readonly lineTables: LineTables;
  private readonly aligned: AlignedTables;
  private readonly inALine: TitlesInALine;

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
    private readonly hints: HeadingHints,
  ) {
    const isTitle = (i: number): boolean => this.levelOf(i) !== undefined;
    const isSample = (line: string): boolean => startsCommand(line) || JSON_START.test(line) || XML_START.test(line);
    const ends = (i: number): boolean => i >= lines.length || isTitle(i) || isSample(this.line(i));
    this.lineTables = new LineTables(text, lines, { ends, hints });
    this.aligned = new AlignedTables(text, lines, { ends, ...hints });
    this.inALine = new TitlesInALine(text, lines, { isSample, hints });
    this.tabs = new TabTables(text, lines, {
      isTitle,
      isSample,
      ...hints,
    });
  }

  read(first: number): Block[] {
    // Titles have links to themselves where they stand, and none where they are listed.
    const titles = {
      length: this.length,
      line: (i: number) => this.titleOf(i),
      levelOf: (i: number) => this.levelOf(i),
    };
    const { listed, title } = pageFrame(titles, first, this.hints);
    for (let i = first; i < this.lines.length; )
      if (i === title) i = this.heading(i, 1);
      else if (i < (title ?? 0) || listed.has(i)) i = this.paragraph(i);
      else i = this.block(i);
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
    if (isGridBorder(line) && this.line(i + 1).startsWith('|'))
      return this.push(readGridTable(this.text, this.lines, i, this.hints.isColumnTitle));
    const byLines = this.aligned.read(i) ?? this.lineTables.read(i) ?? this.inALine.read(i);
    if (byLines) return this.push(byLines);
    // A command whose first line is its name alone looks like the title "cURL".
    if (line === 'curl' && /^(?:["'“”‘’]|-|https?:)/.test(this.line(i + 1)))
      return this.fence(i, this.commandEnd(i), 'sh');
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
      return i + 1;
    }
    return this.paragraph(i);
  }

  private paragraph(i: number): number {
    const { start, text } = this.lines[i] as Line;
    const lines = text.trim() === '' ? [] : [readInline(this.text, start, start + text.length)];
    if (lines.length > 0) this.blocks.push({ kind: 'paragraph', lines, span: this.span(i, i) });
    return i + 1;
  }

  private heading(i: number, level: number): number {
    const { start, text } = this.lines[i] as Line;
    const from = start + (/^\s*(?:#\s+)?/.exec(text)?.[0].length ?? 0);
    const end = start + titleEnd(text);
    this.blocks.push({ kind: 'heading', level, flattened: true, ...readInline(this.text, from, Math.max(from, end)) });
    return i + 1;
  }

  levelOf(i: number): number | undefined {
    if (!this.levels.has(i)) {
      const isItem = ITEM_MARK.test(this.line(i));
      this.levels.set(i, isItem ? undefined : this.hints.headingLevel(this.titleOf(i)));
    }
    return this.levels.get(i);
  }

  private titleOf(i: number): string {
    const line = this.line(i);
    return line.slice(0, titleEnd(line));
  }

  startsTable(i: number): boolean {
    const line = this.line(i);
    if (this.tabs.start(i)) return true;
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

  /** The next line, or the one behind a single blank line: some copies have one below every row. */
  private next(i: number): number {
    return this.line(i + 1) === '' ? i + 2 : i + 1;
  }

  private table(i: number): number {
    if (this.tabs.start(i)) return this.push(this.tabs.read(i));
    const headed = isDelimiter(this.line(this.next(i)));
    const apart = this.line(i + 1) === '' && (headed || this.isRow(i + 2));
    let k = headed ? this.next(i) + 1 : i;
    const spaced = /\S \| \S/.test(this.line(i));
    const bare = headed && !this.line(i).startsWith('|') && !this.line(k).startsWith('|');
    const rows: TableBlock['rows'] = [];
    let last = i;
    for (; k < this.lines.length; k++) {
      if (apart && this.line(k) === '' && this.isRow(k + 1)) continue;
      // The titles again are those of the next table.
      if (!this.isRow(k) || (k > i && this.line(k) === this.line(i))) break;
      const end = headed ? this.brokenRowEnd(k, this.line(i)) : k;
      const span = this.span(k, end);
      rows.push(readRow(this.text, { start: span.start, text: this.text.slice(span.start, span.end) }, spaced, bare));
      k = end;
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

  /** The last line of a row whose cells broke into lines, where every row ends with a bar: together they have no more bars than the titles. */
  private brokenRowEnd(k: number, titles: string): number {
    const barsIn = (line: string): number => line.replaceAll('\\|', '').split('|').length - 1;
    if (!titles.endsWith('|') || this.line(k).endsWith('|')) return k;
    let bars = barsIn(this.line(k));
    for (let end = k + 1; end <= k + MOST_ROW_LINES; end++) {
      const line = this.line(end);
      bars += barsIn(line);
      if (line === '' || this.stops(end) || isDelimiter(line) || bars > barsIn(titles)) return k;
      if (line.endsWith('|')) return end;
    }
    return k;
  }

  private push({ block, next }: { block: Block; next: number }): number {
    this.blocks.push(block);
    return next;
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
