// Headings that are a slip away from the title of a section.
import type { Page } from '../extract/page.js';
import { nearTitle, type TitleMeant } from '../profiles/near-title.js';
import type { Profile } from '../profiles/profile.js';
import type { Inline } from '../read/document.js';
import { rememberedFor } from '../remember.js';

export interface NearTitle extends TitleMeant {
  line: Inline;
}

/** Headings of a page that no section is called, with the title that each is near to. In flattened text, lines that stand for headings too. */
export function nearTitles(page: Page, profile: Profile): NearTitle[] {
  return titlesBy(profile)(page);
}

/** Asked for by each operation of a page. */
const titlesBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): NearTitle[] =>
    linesOf(page).flatMap((line) => {
      const near = nearTitle(line.text, profile);
      return near ? [{ line, ...near }] : [];
    }),
  ),
);

function linesOf(page: Page): Inline[] {
  const headings = page.headings.filter((heading) => heading.level > 1);
  if (!page.document.flattened) return headings;
  const lines = page.document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : []));
  return [...headings, ...lines.filter((line) => line.span.start > page.document.bodyStart)];
}
