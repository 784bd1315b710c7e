// Tables that are lists of rules: what each is about, and behind it in sentences what holds.
import type { Block, Inline, ItemBlock, TableBlock } from '../read/document.js';

/** The blocks with an item for each rule in place of such a table, which reads as the lists do that others write. */
export function withRulesAsItems(blocks: readonly Block[], source: string): Block[] {
  return blocks.flatMap((block): Block[] => (block.kind === 'table' ? (rulesIn(block, source) ?? [block]) : [block]));
}

/** A word or a few that begin as a title does. A status or a name that programs read is no title. */
const TITLE = /^[\p{Lu}\p{Lo}][^_$\d.]{1,40}$/u;
/** A sentence, or words enough for one. */
const SENTENCE = /[.!。]["'`)]?\s*$|(?:\S+\s+){5}/u;

function rulesIn({ rows }: TableBlock, source: string): ItemBlock[] | undefined {
  const pairs = rows.flatMap(({ cells }) => (cells.length === 2 ? [cells as [Inline, Inline]] : []));
  const isTitled = ([{ text, span }]: [Inline, Inline]): boolean =>
    TITLE.test(text) && !source.slice(span.start, span.end).includes('`');
  if (pairs.length < rows.length || pairs.length < 2 || !pairs.every(isTitled)) return undefined;
  if (pairs.filter(([, { text }]) => SENTENCE.test(text)).length * 2 < pairs.length) return undefined;
  return pairs.map(([title, { text, span, links }]) => ({
    kind: 'item',
    indent: 0,
    text: `${title.text}: ${text}`,
    span: { start: title.span.start, end: span.end },
    links,
  }));
}
