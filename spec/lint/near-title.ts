// Headings that are a slip away from the title of a section.
import type { Page } from '../extract/page.js';
import type { Profile, Role } from '../profiles/profile.js';
import { normalise } from '../profiles/words.js';
import type { Inline } from '../read/document.js';
import { editDistance } from './edit-distance.js';

export interface NearTitle {
  line: Inline;
  /** The title that is near, as the profile writes it. */
  title: string;
  role: Role;
}

/** Roles whose titles are too common as words of a page's own. */
const COMMON: ReadonlySet<Role> = new Set<Role>(['detail', 'namespace', 'variant', 'request', 'response']);

/** Headings of a page that no section is called, with the title that each is near to. In flattened text, lines that stand for headings too. */
export function nearTitles(page: Page, profile: Profile): NearTitle[] {
  const known = profile.titles.phrases
    .filter(({ value }) => !COMMON.has(value))
    .map(({ text, value }) => ({ title: text, role: value, key: normalise(text) }));
  return linesOf(page).flatMap((line) => {
    if (line.text.length < 4 || line.text.length > 40 || profile.titles.match(line.text)) return [];
    const key = normalise(line.text);
    const limit = editsAllowed(key) + 1;
    let best: NearTitle | undefined;
    let least = limit;
    for (const { title, role, key: other } of known) {
      if (editsAllowed(other) + 1 < limit) continue;
      const edits = editDistance(key, other, least);
      if (edits === 0 || edits >= least) continue;
      least = edits;
      best = { line, title, role };
    }
    return best ? [best] : [];
  });
}

/** A word of an alphabet needs length before two letters of it may differ; characters of Japanese say more each. */
function editsAllowed(key: string): number {
  if (/[^\u0000-\u024f]/.test(key)) return key.length >= 4 ? 1 : 0;
  return key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0;
}

function linesOf(page: Page): Inline[] {
  const headings = page.headings.filter((heading) => heading.level > 1);
  if (!page.document.flattened) return headings;
  const lines = page.document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
  return [...headings, ...lines.filter((line) => line.span.start > page.document.bodyStart)];
}
