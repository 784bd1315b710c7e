// Pages whose sections are items of a list (`* **URL**`, `* **Method:**`): those items are headings.
import type { Profile } from '../../profiles/profile.js';
import type { Document } from '../../read/document.js';

const LEVEL = 6;

/** The document with a heading for every item that is a title of the profile in bold and nothing else. */
export function withListedTitles(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'item') return block;
    const raw = document.text.slice(block.span.start, block.span.end).trim();
    if (!/^\*\*[^*\n]{2,60}\*\*:?$/.test(raw) || !profile.titles.match(block.text)) return block;
    const { text, span, links } = block;
    return { kind: 'heading' as const, level: LEVEL, flattened: true, text, span, links };
  });
  return { ...document, blocks };
}
