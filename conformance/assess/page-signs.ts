// What an answer with a page of a list says of the page after it. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { type JsonObject, listIn, objectsWith } from './entity-in.js';

/** Properties of an answer that hold the cursor of its next page. */
export const NEXT = /^(?:next_?)?(?:cursor|(?:page_?)?token)$|^next$/i;

/** Properties of an answer that say whether something comes after it. */
export const MORE = /^(?:has_?)?(?:more|next(?:_?page)?)$/i;

/** Properties that hold the address or the number of the next page. */
export const NEXT_PAGE = /^next_?(?:page|url|uri|link|href)?$/i;

/** What stands around the list of an answer: its entries speak of themselves. */
export function aroundList(value: JsonValue | undefined): JsonObject[] {
  const entries = new Set(objectsWith(listIn(value), []));
  return objectsWith(value, []).filter((object) => !entries.has(object));
}

/** Whether an answer says itself that nothing comes after it. */
export function saysEnd(value: JsonValue | undefined): boolean {
  return aroundList(value).some((object) =>
    Object.entries(object).some(([name, one]) => NEXT.test(name) && (one === null || one === '')),
  );
}

/** What an answer says of that, if it says one thing. */
export function saysMore(value: JsonValue | undefined): boolean | undefined {
  const said = aroundList(value).flatMap((object) =>
    Object.entries(object).flatMap(([name, one]) => (MORE.test(name) && typeof one === 'boolean' ? [one] : [])),
  );
  return said.length === 1 ? said[0] : undefined;
}

/** Whether it has what asks for the next page: a cursor, a number or an address; undefined where it has no place for one. */
export function saysNext(value: JsonValue | undefined): boolean | undefined {
  const said = aroundList(value).flatMap((object) =>
    Object.entries(object).flatMap(([name, one]) =>
      (NEXT.test(name) || NEXT_PAGE.test(name)) && typeof one !== 'boolean' && typeof one !== 'object'
        ? [one !== '']
        : (NEXT.test(name) || NEXT_PAGE.test(name)) && one === null
          ? [false]
          : [],
    ),
  );
  return said.length === 0 ? undefined : said.includes(true);
}
