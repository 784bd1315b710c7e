// Tables that name the URL and the method of an operation, a row each (`URL | /things`) → lines such as "URL: /things".
import type { Profile } from '../../profiles/profile.js';
import type { Document, ParagraphBlock, TableBlock } from '../../read/document.js';
import { isUrl } from '../urls.js';

/** The document with lines for every table of that kind. */
export function withRequestLines(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) => (block.kind === 'table' ? (linesOf(block, profile) ?? block) : block));
  return { ...document, blocks };
}

function linesOf({ header, rows, span }: TableBlock, profile: Profile): ParagraphBlock | undefined {
  const titled = (text: string | undefined) => profile.titles.match(text ?? '')?.value;
  const all = header && titled(header.cells[0]?.text) ? [header, ...rows] : rows;
  if (!all.every(({ cells }) => cells.length === 2)) return undefined;
  if (!all.some(({ cells: [title, value] }) => titled(title?.text) === 'url' && isUrl(value?.text ?? '')))
    return undefined;
  const lines = all.map(({ cells, span }) => ({
    text: cells.map(({ text }) => text).join(': '),
    span,
    links: cells.flatMap(({ links }) => links),
  }));
  return { kind: 'paragraph', lines, span };
}
