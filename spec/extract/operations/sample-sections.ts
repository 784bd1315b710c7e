// Titles below one for examples: "Request" and "Response" under "Examples" show one, they do not say how all are.
import type { ProfileFile, Role } from '../../profiles/profile.js';
import type { Block, HeadingBlock } from '../../read/document.js';
import { titledSection } from './section.js';

const SHOWN: Partial<Record<Role, Role>> = { request: 'requestSample', response: 'responseSample' };

/** The roles of such headings. */
export function sampleSections(blocks: readonly Block[], profile: ProfileFile): Map<HeadingBlock, Role> {
  const out = new Map<HeadingBlock, Role>();
  let level: number | undefined;
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    const role = titledSection(block.text, profile)?.role;
    if (level !== undefined && block.level <= level) level = undefined;
    const shown = level !== undefined && role ? SHOWN[role] : undefined;
    if (shown) out.set(block, shown);
    if (level === undefined && role === 'sample') level = block.level;
  }
  return out;
}
