// What pages say of their place among all: how many pages there are, whether one is the first or the last. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { aroundList } from './page-signs.js';

/** `pages`, `totalPages`, `page_count`, `last_page`. */
const PAGES = /^(?:(?:total|number_?of)_?)?pages$|^(?:total_?)?page_?count$|^last_?page$/i;
const FIRST = /^(?:is_?)?first(?:_?page)?$/i;
const LAST = /^(?:is_?)?last(?:_?page)?$/i;

/**
 * The first thing that pages say wrongly of themselves.
 *
 * @param pages answers of all pages, in their order
 * @param all how many entries there are, one at least
 * @param size entries of a page that is full
 */
export function misplaced(
  pages: readonly (JsonValue | undefined)[],
  all: number,
  size: number,
): { expected: string; actual: string } | undefined {
  const count = Math.ceil(all / size);
  for (const [i, page] of pages.entries()) {
    const told = aroundList(page).flatMap((object) => Object.entries(object));
    // Whoever has filled a page and does not count may not know yet that it was the last.
    const counts =
      all % size !== 0 || told.some(([name, said]) => said === all || (said === count && PAGES.test(name)));
    for (const [name, said] of told) {
      const wanted =
        typeof said === 'number' && PAGES.test(name)
          ? count
          : typeof said === 'boolean' && FIRST.test(name)
            ? i === 0
            : typeof said === 'boolean' && LAST.test(name) && (counts || i < count - 1)
              ? i === count - 1
              : said;
      if (said !== wanted)
        return {
          expected: `${name} ${wanted} on page ${i + 1} of ${count}, with ${all} entries`,
          actual: String(said),
        };
    }
  }
  return undefined;
}
