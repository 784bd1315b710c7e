// Tables in HTML inside Markdown → the same rows and cells as those with pipes.
import type { Inline, Row, Span, TableBlock } from './document.js';
import { readInline } from './inline.js';

/** `<table>` at the start of a line. */
const START = /^\s*<table(?:\s[^<>]{0,500})?>/i;
const TAG = /<(\/?)(tr|t[hd])(\s[^<>]{0,500})?>/gi;
/** A cell counts for at most so many columns or rows. */
const MAX_SPAN = 50;

interface Cell {
  content: Inline;
  head: boolean;
  columns: number;
  rows: number;
}

interface HtmlRow {
  cells: Cell[];
  span: Span;
}

export function startsHtmlTable(line: string): boolean {
  return START.test(line);
}

export class HtmlTables {
  /** Where the tables of the text end, found once. */
  private ends: number[] | undefined;
  private at = 0;

  constructor(private readonly text: string) {}

  /**
   * The table that starts at an offset; a cell over several rows is a cell of each of them. Asked from the top of the text
   * to its bottom.
   *
   * @returns undefined where it never ends, or has no cells
   */
  read(start: number): TableBlock | undefined {
    this.ends ??= [...this.text.matchAll(/<\/table>/gi)].map(({ index }) => index);
    while ((this.ends[this.at] ?? Number.POSITIVE_INFINITY) < start) this.at++;
    const end = this.ends[this.at];
    if (end === undefined) return undefined;
    const rows = rowsOf(this.text, start, end).filter(({ cells }) => cells.length > 0);
    const [first] = rows;
    if (!first) return undefined;
    const grid = gridOf(rows);
    const [header, ...body] = grid;
    const titled = header && body.length > 0 && first.cells.every(({ head }) => head);
    const span = { start, end: end + '</table>'.length };
    return { kind: 'table', ...(titled ? { header, rows: body } : { rows: grid }), span };
  }
}

function rowsOf(text: string, start: number, end: number): HtmlRow[] {
  const rows: HtmlRow[] = [];
  let open: { from: number; head: boolean; attributes: string } | undefined;
  const close = (to: number): void => {
    const row = rows.at(-1);
    if (open && row) {
      const content = readInline(text, open.from, to);
      row.cells.push({
        // The lines of the source are not those of the cell.
        content: { ...content, text: content.text.replace(/(?<![ \t])[ \t]*\n\s*/g, '\n') },
        head: open.head,
        columns: spanOf(open.attributes, COLUMNS),
        rows: spanOf(open.attributes, ROWS),
      });
      row.span.end = to;
    }
    open = undefined;
  };
  TAG.lastIndex = start;
  for (let tag = TAG.exec(text); tag && tag.index < end; tag = TAG.exec(text)) {
    const [whole, slash, name = '', attributes = ''] = tag;
    const from = tag.index + whole.length;
    close(tag.index);
    if (slash === '/') continue;
    if (name.toLowerCase() === 'tr') rows.push({ cells: [], span: { start: tag.index, end: from } });
    else open = { from, head: name.toLowerCase() === 'th', attributes };
  }
  close(end);
  return rows;
}

/** Rows with a cell in every column: one over several rows stands in each of them, one over several columns in the first. */
function gridOf(rows: HtmlRow[]): Row[] {
  /** By column: cells of rows above that go on. */
  const running = new Map<number, { content: Inline; left: number }>();
  return rows.map(({ cells, span }) => {
    const out: Inline[] = [];
    const goOn = (): void => {
      for (let above = running.get(out.length); above && above.left > 0; above = running.get(out.length)) {
        above.left--;
        out.push(above.content);
      }
    };
    for (const { content, columns, rows: height } of cells) {
      goOn();
      if (height > 1) running.set(out.length, { content: { ...content, links: [] }, left: height - 1 });
      out.push(content);
      const { end } = content.span;
      for (let n = 1; n < columns; n++) out.push({ text: '', span: { start: end, end }, links: [] });
    }
    goOn();
    return { kind: 'row', cells: out, span, closed: true };
  });
}

const COLUMNS = /\bcolspan\s{0,5}=\s{0,5}["']?(\d{1,4})/i;
const ROWS = /\browspan\s{0,5}=\s{0,5}["']?(\d{1,4})/i;

function spanOf(attributes: string, of: RegExp): number {
  return Math.min(Math.max(Number(of.exec(attributes)?.[1] ?? 1), 1), MAX_SPAN);
}
