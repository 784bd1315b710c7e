// Captions at the end of a line of text ("Lists the boats. Filters:") → lines of their own.
import type { Profile } from '../../profiles/profile.js';
import type { Document, Inline } from '../../read/document.js';
import { captionOf } from './captions.js';

/** The document with the last sentence of a line on one of its own, where that announces what stands below. */
export function withPartedCaptions(document: Document, profile: Profile): Document {
  const blocks = document.blocks.map((block) =>
    block.kind === 'paragraph' ? { ...block, lines: block.lines.flatMap((line) => parted(line, profile)) } : block,
  );
  return { ...document, blocks };
}

function parted(line: Inline, profile: Profile): Inline[] {
  if (!/[:：]$/.test(line.text)) return [line];
  const [, front = '', caption = ''] = /^(.*(?:[.!?] |。))\s*([^.!?。\n]{1,60}[:：])$/.exec(line.text) ?? [];
  if (front === '' || !captionOf(caption, profile)) return [line];
  return [
    { ...line, text: front.trim() },
    { ...line, text: caption },
  ];
}
