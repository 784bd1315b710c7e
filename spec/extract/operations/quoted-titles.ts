// Titles of sections that repeat whose section it is, `Parameters for "Create a berth"` below "Create a berth" → the title alone.
import type { Profile } from '../../profiles/profile.js';
import { wordsOf } from '../../profiles/running-words.js';
import type { Block, Document, HeadingBlock } from '../../read/document.js';
import { titledSection } from './section.js';

const BEHIND = /^(\S.{1,80}?)(?:\s{1,4}\p{Ll}{1,6})?\s{0,4}["“„«「]\s?([^"“”„«»「」\n]{2,200}?)\s?["”“»」]$/u;
/** In front, with a word behind it that joins the two. */
const BEFORE = /^[「『]([^「」『』\n]{2,200})[」』](.{1,80})$/u;

/** The document with such headings as they would be without it; those of no role, which begin nothing, as lines of text. */
export function withPlainTitles(document: Document, profile: Profile): Document {
  const above: HeadingBlock[] = [];
  const blocks = document.blocks.map((block): Block => {
    if (block.kind !== 'heading') return block;
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop();
    const { title, of } = parted(block.text, profile);
    const own = title !== undefined && above.some(({ text }) => text.trim() === of);
    above.push(block);
    if (!own) return block;
    const { span, links } = block;
    if (!titledSection(title, profile)) return { kind: 'paragraph', lines: [{ text: title, span, links }], span };
    return { ...block, text: title };
  });
  return { ...document, blocks };
}

function parted(text: string, profile: Profile): { title?: string | undefined; of?: string | undefined } {
  const [, title, of] = BEHIND.exec(text.trim()) ?? [];
  if (title) return { title, of };
  const [, owner, own = ''] = BEFORE.exec(text.trim()) ?? [];
  const joining = wordsOf(profile, 'of').find((word) => own.startsWith(word));
  return { title: joining && own.slice(joining.length), of: owner };
}
