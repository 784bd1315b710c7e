// What the API is called: as the profile says, else as its documents do.
import { compareText } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';

/** Pages that introduce the others. */
const FRONT = /^(?:readme|index|overview|introduction|home)$/i;

/** The title of the only page with operations, else of the page that introduces them; `API` where there is neither. */
export function apiTitle(pages: Page[], profile: Profile): string {
  if (profile.title !== undefined) return profile.title;
  const telling = pages.filter((page) => page.endpoints.length > 0);
  const front = pages.filter((page) => FRONT.test(baseName(page))).sort((a, b) => compareText(a.file, b.file));
  const [page] = telling.length === 1 ? telling : front;
  return (page && ownTitle(page)) ?? 'API';
}

/** A title that is meant for the whole page: the front matter's, or the only heading of the first level. */
function ownTitle({ document, endpoints }: Page): string | undefined {
  const given = document.frontMatter['title'];
  const headings = document.blocks.flatMap((b) => (b.kind === 'heading' && b.level === 1 ? [b.text] : []));
  const title = given ?? (headings.length === 1 ? headings[0] : undefined);
  return endpoints.some((endpoint) => endpoint.title === title) ? undefined : title;
}

function baseName({ file }: Page): string {
  return file.replace(/^.*[/\\]/, '').replace(/\..*$/, '');
}
