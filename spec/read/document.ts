// What reading gives: a document as a list of blocks, every one with its place in the text.
import type { Place } from '../diagnostic.js';

/** UTF-16 offsets into the document's text, end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Link {
  text: string;
  href: string;
  span: Span;
}

/** Text as a reader sees it: entities, escapes and tags resolved, `<br>` as a line feed, links as their text. */
export interface Inline {
  text: string;
  span: Span;
  links: Link[];
}

export interface Row {
  kind: 'row';
  cells: Inline[];
  span: Span;
  /** The line ends with a `|`. */
  closed: boolean;
}

export interface HeadingBlock extends Inline {
  kind: 'heading';
  level: number;
  /** Recognised by its words alone, in flattened text or in bold; its level is a guess. */
  flattened?: boolean;
  /** Made for a request of which sentences alone tell. */
  inProse?: true;
}

export interface TableBlock {
  kind: 'table';
  /** Absent where the table starts without one. */
  header?: Row;
  rows: Row[];
  span: Span;
  /** The lines of a copy do not tell which cell each belongs to: there are no rows. */
  uneven?: true;
}

export interface FenceBlock {
  kind: 'fence';
  /** Lower-case word behind the opening marks; empty where there is none. */
  info: string;
  /** The lines between the marks, as they stand in the document. */
  text: string;
  /** Offset of `text` in the document. */
  start: number;
  span: Span;
  /** How it came to be: two marks, a mark missing, an indent (or a bare command), or code lines recognised in flattened text. */
  form: 'closed' | 'unopened' | 'unclosed' | 'indented' | 'flattened';
}

export interface ParagraphBlock {
  kind: 'paragraph';
  lines: Inline[];
  span: Span;
  /** Made for a request that a command alone shows. */
  ofCommand?: true;
}

export interface ItemBlock extends Inline {
  kind: 'item';
  indent: number;
}

export interface CommentBlock {
  kind: 'comment';
  links: Link[];
  span: Span;
}

export type Block = HeadingBlock | TableBlock | FenceBlock | ParagraphBlock | ItemBlock | CommentBlock;

/** The links in a block's text; those in code are none. */
export function linksOf(block: Block): Link[] {
  if (block.kind === 'fence') return [];
  if (block.kind === 'paragraph') return block.lines.flatMap(({ links }) => links);
  if (block.kind !== 'table') return block.links;
  const rows = [...(block.header ? [block.header] : []), ...block.rows];
  return rows.flatMap(({ cells }) => cells.flatMap(({ links }) => links));
}

export interface FrontMatter {
  [key: string]: string;
}

export interface Document {
  file: string;
  text: string;
  /** Offset of each line's first character. */
  lineStarts: number[];
  frontMatter: FrontMatter;
  /** Offset where the body starts, after the front matter. */
  bodyStart: number;
  /** Text copied from a rendered page: no heading marks, no fences. */
  flattened: boolean;
  blocks: Block[];
}

/** Line and column (from 1) of an offset. */
export function placeOf(document: Pick<Document, 'file' | 'lineStarts'>, offset: number): Place {
  const { lineStarts } = document;
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: document.file, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
