// Headings that hold what would stand below them, "Request Method: PUT", "Response Code: 204" → the title, and below it the value.
import type { Profile } from '../profiles/profile.js';
import type { Block, Document } from '../read/document.js';
import { isMethod } from './page-text.js';

const TOLD = /^([^:：\n]{2,40}?)\s{0,3}[:：]\s{0,3}(\S[^\n]{0,100})$/u;

/** The document with a paragraph for each such value. */
export function withToldTitles(document: Document, profile: Profile): Document {
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'heading' || profile.titles.match(block.text)) return [block];
    const [, title = '', value = ''] = TOLD.exec(block.text.trim()) ?? [];
    const role = profile.titles.match(title)?.value;
    const told =
      role === 'method' ? isMethod(value) : role === 'status' && /^[1-5]\d\d(?!\d)/.test(value.normalize('NFKC'));
    if (!told) return [block];
    const { span, links } = block;
    return [
      { ...block, text: title },
      { kind: 'paragraph', lines: [{ text: value, span, links }], span },
    ];
  });
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}
