// Definitions with blank lines between a name and its text: `**size** integer *required*`, and paragraphs below → one paragraph.
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, ParagraphBlock } from '../../read/document.js';
import { readDefinition } from './attributes.js';

/** Paragraphs that may stand below a name. */
const MOST = 4;

export function withSpreadDefinitions(document: Document, profile: Profile): Document {
  const blocks: Block[] = [];
  let left = 0;
  for (const block of document.blocks) {
    const name = startOf(block, profile, document.text);
    const above = blocks.at(-1);
    if (name) left = MOST;
    else if (block.kind === 'paragraph' && left > 0 && above?.kind === 'paragraph') {
      left--;
      blocks[blocks.length - 1] = joined(above, block);
      continue;
    } else left = 0;
    blocks.push(block);
  }
  return { ...document, blocks };
}

/** A line by itself with a name in bold or code, its type, and maybe whether it is required. */
function startOf(block: Block, profile: Profile, source: string): boolean {
  if (block.kind !== 'paragraph' || block.lines.length !== 1) return false;
  const text = block.lines[0]?.text ?? '';
  if (!MARKED.test(source.slice(block.span.start, block.span.end))) return false;
  const item = { kind: 'item' as const, indent: 0, text: `${text}\n-`, span: block.span, links: [] };
  return readDefinition(item, profile, source) !== undefined;
}

const MARKED = /^\s{0,3}(?:\*\*`?|`)[\w.[\]-]{1,80}(?:`?\*\*|`)\s/;

function joined(above: ParagraphBlock, below: ParagraphBlock): ParagraphBlock {
  return { ...above, lines: [...above.lines, ...below.lines], span: { start: above.span.start, end: below.span.end } };
}
