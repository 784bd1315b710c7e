// What an option of a list is for, by its name or by what the documents say of it: the page, its length, the order.
import type { Api, ApiParameter } from '../../../spec/contract/api.js';
import { isNumeric } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Operation } from '../../plan/resources.js';
import { says } from '../../told/told.js';

const PAGE = /^(?:page(?:_?(?:number|no|num))?|page\[number\]|seite|seiten_?nummer)$/i;
const OFFSET = /^(?:offset|\$?skip|start|page\[offset\])$/i;
const CURSOR =
  /^(?:cursor|after|starting_?after|page_?token|next_?token|continuation(?:_?token)?|page\[(?:cursor|after)\])$/i;
/** Names that say how long a list may be. */
const AT_MOST = /^(?:\$?top|limit|page_?size|per_?page|max_?results|\$?maxpagesize|page\[(?:size|limit)\])$/i;
/** Such a name where another option names the page, or what it begins behind. */
const SIZE = /^(?:size|count|first)$/i;
const SORT =
  /^(?:sort|order(?:ing)?|(?:sort|order)_?by|sort_?key|sort_?field|sortierung|sortieren(?:_?nach)?|tri|trier_?par)$/i;
const WAY = /^(?:direction|dir|order|sort_?(?:dir(?:ection)?|order)|order_?(?:dir(?:ection)?)|richtung|sens)$/i;

export function isPage(api: Api, { name, description, schema }: ApiParameter): boolean {
  return PAGE.test(name) || (isNumeric(mergedSchema(api, schema)) && says(description, 'numbersPages'));
}

export function isOffset({ name }: ApiParameter): boolean {
  return OFFSET.test(name);
}

export function isCursor({ name }: ApiParameter): boolean {
  return CURSOR.test(name);
}

export function isSort({ name }: ApiParameter): boolean {
  return SORT.test(name);
}

export function isWay({ name }: ApiParameter): boolean {
  return WAY.test(name);
}

/** Whether it says how many members come at most. */
export function isSize({ api, op }: Operation, { name, description, schema }: ApiParameter): boolean {
  if (AT_MOST.test(name)) return true;
  const others = op.parameters.filter((p) => p.in === 'query' && p.name !== name);
  const pages = others.some((p) => isPage(api, p) || isOffset(p) || isCursor(p));
  return pages && (SIZE.test(name) || (isNumeric(mergedSchema(api, schema)) && says(description, 'sizesPages')));
}
