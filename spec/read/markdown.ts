// Markdown → blocks, in one pass over the lines. Forgiving where pages are broken: a fence without its opening or closing mark, a table
// without a header, a heading without a space.
import { isAside } from './asides.js';
import { CommentEnds } from './comment-ends.js';
import type { Block, FenceBlock, ItemBlock, ParagraphBlock } from './document.js';
import { FenceEnds } from './fence-ends.js';
import { type FenceMark, isFenceMark, readFenceMark } from './fence-marks.js';
import type { HeadingHints } from './heading-hints.js';
import { boldLine, type HeadingMarks, headingAt, headingEnd } from './heading-marks.js';
import { HtmlTables, startsHtmlTable } from './html-table.js';
import { readInline } from './inline.js';
import { joinLines, type Line } from './lines.js';
import { LooseCode } from './loose-code.js';
import { readPipeTable } from './pipe-table.js';
import { preCode, startsPre } from './pre-code.js';
import { startsQuoted, unquoted } from './quoted-code.js';
import { readRuledTable, startsRuledTable } from './ruled-tables.js';
import { TabbedRows } from './tabbed-rows.js';
import { startsTable } from './table.js';
import { isUnfolding, Unfolding } from './unfolding.js';
import { UnmarkedTitles } from './unmarked-titles.js';

/** Japanese writers put their bullets without a blank behind it. */
const ITEM = /^([ \t]*)(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|\u3000?[・•][ \t\u3000]*)(?=[^\s・•])/;
const INDENT = /^(?: {4}|\t)/;
const NO_TITLES: HeadingHints = { headingLevel: () => undefined };

/** Reads the lines from `first` on. */
export function readMarkdown(text: string, lines: Line[], first: number, hints: HeadingHints = NO_TITLES): Block[] {
  return new MarkdownReader(text, lines, first, hints).read(first);
}

class MarkdownReader {
  private readonly blocks: Block[] = [];
  private readonly fences: FenceEnds;
  private readonly htmlTables: HtmlTables;
  private readonly unfolding: Unfolding;
  private readonly lines: Line[];
  private readonly tabbed: TabbedRows;
  private readonly comments: CommentEnds;
  private readonly titles: UnmarkedTitles;
  private readonly code: LooseCode;
  /** Level of the last heading that has marks. */
  private level = 0;
  /** Lines with an indent belong to a list item above, not to a code block. */
  private inList = false;

  constructor(
    private readonly text: string,
    lines: readonly Line[],
    first: number,
    private readonly hints: HeadingHints,
  ) {
    this.lines = [...lines];
    this.tabbed = new TabbedRows(text, this.lines, hints);
    this.unfolding = new Unfolding(hints);
    this.fences = new FenceEnds(this.lines);
    this.htmlTables = new HtmlTables(text);
    this.comments = new CommentEnds(text);
    this.titles = new UnmarkedTitles(this.lines, first, hints);
    this.code = new LooseCode(this.lines, (i) => this.titles.isPlain(i));
  }

  read(first: number): Block[] {
    for (let i = first; i < this.lines.length; ) i = this.block(i);
    return this.blocks;
  }

  private line(i: number): string {
    return this.lines[i]?.text ?? '';
  }

  private block(i: number): number {
    const line = this.line(i);
    const trimmed = line.trimStart();
    if (trimmed === '' || isAside(line)) return i + 1;
    const mark = trimmed.charCodeAt(0);
    const level = mark === 60 ? this.unfolding.mark(line, this.level) : undefined;
    if (level !== undefined) {
      this.level = level;
      return i + 1;
    }
    if (mark === 62 && startsQuoted(line)) {
      const next = this.quoted(i);
      if (next !== undefined) return next;
    }
    if ((mark === 96 || mark === 126) && isFenceMark(line)) return this.fence(i);
    if (mark === 60 && trimmed.startsWith('<!--')) return this.comment(i);
    if (mark === 60 && startsHtmlTable(line)) return this.htmlTable(i);
    const pre = mark === 60 ? preCode(this.lines, i) : undefined;
    if (pre) return this.pushFence(i, pre.lines, pre.info, 'closed', pre.next);
    if (mark === 35 || mark === 60) {
      const heading = headingAt(line) ?? this.unfolding.heading(line, this.level);
      if (heading) return this.heading(i, heading);
    }
    if (startsTable(line, this.line(i + 1))) return this.table(i);
    if (startsRuledTable(line, this.line(i + 1))) {
      const ruled = readRuledTable(this.text, this.lines, i);
      if (ruled) return this.push(ruled);
    }
    const tabbed = this.tabbed.read(i);
    if (tabbed) return this.push(tabbed);
    const item = ITEM.exec(line);
    if (item) return this.item(i, item);
    if (!INDENT.test(line)) this.inList = false;
    else if (!this.inList) return this.indented(i);
    const code = this.code.at(i);
    if (code) return this.pushFence(i, this.lines.slice(i, code.next), code.info, 'indented', code.next);
    const title = this.titles.levelAt(i, this.level);
    return title === undefined ? this.paragraph(i) : this.unmarkedHeading(i, title);
  }

  private heading(i: number, { level, textAt, textEnd }: HeadingMarks): number {
    const { start, text } = this.lines[i] as Line;
    const end = textEnd ?? headingEnd(text);
    this.level = level;
    this.inList = false;
    this.blocks.push({
      kind: 'heading',
      level,
      ...readInline(this.text, start + textAt, start + Math.max(end, textAt)),
    });
    return i + 1;
  }

  private unmarkedHeading(i: number, level: number): number {
    const { start, text } = this.lines[i] as Line;
    const title = boldLine(text);
    const from = start + (title === undefined ? 0 : text.indexOf(title));
    const to = title === undefined ? start + text.length : from + title.length;
    this.blocks.push({ kind: 'heading', level, flattened: true, ...readInline(this.text, from, to) });
    return i + 1;
  }

  /** Lines indented by four blanks or a tab, up to the next line that is not. */
  private indented(i: number): number {
    let k = i;
    for (
      let next = i;
      next < this.lines.length && (INDENT.test(this.line(next)) || this.line(next).trim() === '');
      next++
    )
      if (this.line(next).trim() !== '') k = next;
    return this.pushFence(i, this.lines.slice(i, k + 1), '', 'indented', k + 1);
  }

  private fence(i: number): number {
    const { mark, info } = readFenceMark(this.line(i)) as FenceMark;
    const structure = this.fences.structureAfter(i + 1);
    const close = this.fences.closing(i + 1, mark, structure);
    if (close === undefined || close > structure) {
      if (info === '' && structure < this.lines.length && this.endsCode(i)) return this.unopened(i);
      if (close === undefined || this.fences.opensBetween(structure, close))
        return this.pushFence(i, this.lines.slice(i + 1, structure), info, 'unclosed', structure);
    }
    return this.pushFence(i, this.lines.slice(i + 1, close), info, 'closed', close + 1);
  }

  /** A bare mark directly below lines of text, with headings before the next mark: it closes a fence that nobody opened. */
  private endsCode(i: number): boolean {
    return this.blocks.at(-1)?.kind === 'paragraph' && this.line(i - 1).trim() !== '';
  }

  private unopened(i: number): number {
    const paragraph = this.blocks.pop() as ParagraphBlock;
    const start = paragraph.span.start;
    const end = (this.lines[i] as Line).start;
    const fence: FenceBlock = {
      kind: 'fence',
      info: '',
      text: this.text.slice(start, end).trimEnd(),
      start,
      span: { start, end: end + this.line(i).length },
      form: 'unopened',
    };
    this.blocks.push(fence);
    return i + 1;
  }

  /** A table or a code block in a quote. */
  private quoted(i: number): number | undefined {
    const lines = unquoted(this.lines, i);
    if (!lines) return undefined;
    for (const [k, line] of lines.entries()) this.lines[i + k] = line;
    const next = i + lines.length;
    const mark = readFenceMark(this.line(i));
    return mark ? this.pushFence(i, this.lines.slice(i + 1, next - 1), mark.info, 'closed', next) : this.table(i);
  }

  /** @param mark the first line of it, `code` the lines between its marks, `next` the one behind it */
  private pushFence(mark: number, code: readonly Line[], info: string, form: FenceBlock['form'], next: number): number {
    this.blocks.push({
      kind: 'fence',
      info,
      text: joinLines(code),
      start: code[0]?.start ?? this.text.length,
      span: {
        start: (this.lines[mark] as Line).start,
        end: this.endOf(Math.min(Math.max(next - 1, mark), this.lines.length - 1)),
      },
      form,
    });
    return next;
  }

  private endOf(i: number): number {
    const line = this.lines[i] as Line;
    return line.start + line.text.length;
  }

  private comment(i: number): number {
    const start = (this.lines[i] as Line).start;
    const end = this.comments.end(start);
    this.blocks.push({ kind: 'comment', links: readInline(this.text, start, end).links, span: { start, end } });
    return this.behind(i, end);
  }

  private table(i: number): number {
    return this.push(readPipeTable(this.text, this.lines, i, this.hints));
  }

  private push({ block, next }: { block: Block; next: number }): number {
    this.blocks.push(block);
    return next;
  }

  private htmlTable(i: number): number {
    const table = this.htmlTables.read((this.lines[i] as Line).start);
    if (!table) return this.paragraph(i);
    return this.push({ block: table, next: this.behind(i, table.span.end) });
  }

  /** The first line that starts at an offset or behind it. */
  private behind(i: number, end: number): number {
    let next = i + 1;
    while (next < this.lines.length && (this.lines[next] as Line).start < end) next++;
    return next;
  }

  private item(i: number, match: RegExpExecArray): number {
    const { start } = this.lines[i] as Line;
    this.inList = true;
    let k = i + 1;
    while (k < this.lines.length && this.continues(k) && !ITEM.test(this.line(k))) k++;
    const block: ItemBlock = {
      kind: 'item',
      indent: (match[1] ?? '').replaceAll('\t', '    ').length,
      ...readInline(this.text, start + match[0].length, this.endOf(k - 1)),
    };
    this.blocks.push(block);
    return k;
  }

  private paragraph(i: number): number {
    const lines: ParagraphBlock['lines'] = [];
    let k = i;
    do {
      const line = this.lines[k] as Line;
      lines.push(readInline(this.text, line.start, line.start + line.text.length));
      k++;
      if (lines.length === 1 && /^ {0,3}(?:=+|-{3,})[ \t]*$/.test(this.line(k))) return this.setext(i, lines);
    } while (k < this.lines.length && this.continues(k) && !ITEM.test(this.line(k)));
    this.blocks.push({
      kind: 'paragraph',
      lines,
      span: { start: (this.lines[i] as Line).start, end: this.endOf(k - 1) },
    });
    return k;
  }

  private setext(i: number, [line]: ParagraphBlock['lines']): number {
    const level = this.line(i + 1).includes('=') ? 1 : 2;
    this.level = level;
    this.inList = false;
    if (line) this.blocks.push({ kind: 'heading', level, ...line });
    return i + 2;
  }

  /** Whether line `k` goes on the paragraph or item above it. */
  private continues(k: number): boolean {
    const line = this.line(k);
    const trimmed = line.trimStart();
    if (trimmed === '' || isAside(line) || trimmed.startsWith('<!--') || startsHtmlTable(line)) return false;
    if (startsQuoted(line) || isUnfolding(line) || startsPre(line)) return false;
    return (
      !headingAt(line) &&
      !isFenceMark(line) &&
      !startsTable(line, this.line(k + 1)) &&
      !this.code.startsAt(k) &&
      this.titles.levelAt(k, this.level) === undefined
    );
  }
}
