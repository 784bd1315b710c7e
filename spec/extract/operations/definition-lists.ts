// Lists of definitions in HTML (`<dt>name</dt><dd>what it is</dd>`) → the same in Markdown: a name, and below it a colon and what it is.
import type { Block, Document, Inline, ItemBlock } from '../../read/document.js';

/** The document with a block for every definition. */
export function withDefinitions(document: Document): Document {
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'paragraph') return [block];
    const source = document.text.slice(block.span.start, block.span.end);
    return /<(?:dl|dt|\/dl)[\s>]/i.test(source) ? definitions(source, block.span.start) : [block];
  });
  return { ...document, blocks };
}

function definitions(source: string, at: number): Block[] {
  const starts = [...source.matchAll(/<dt[\s>]/gi)].map((found) => found.index);
  return starts.flatMap((start, i): Block[] => {
    const end = starts[i + 1] ?? source.length;
    const [term = '', ...told] = source.slice(start, end).split(/<dd(?=[\s>])[^<>]{0,200}>/i);
    const name = plain(term);
    const text = told.map(plain).join('\n');
    const line: Inline = { text: '', span: { start: at + start, end: at + end }, links: [] };
    if (name === '' || text === '') return [];
    // "name (type, required)" is how the items of lists are written.
    if (/[)\]]$/.test(name))
      return [{ ...line, kind: 'item', indent: 0, text: `${name}: ${text}` } satisfies ItemBlock];
    const lines = [name, `: ${text}`].map((text) => ({ ...line, text }));
    return [{ kind: 'paragraph', lines, span: line.span }];
  });
}

function plain(html: string): string {
  return html
    .replace(/<[^<>]{1,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
