// Options of a list that ask for what comes after a page.
import type { Api, ApiParameter } from '../../../spec/contract/api.js';
import { isNumeric } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Turning } from '../../plan/question.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { says } from '../../told/told.js';
import { isCursor, isOffset, isPage } from './list-roles.js';

/** How the page after the first is asked for, where the operation's options tell. */
export function followingOf({ api, op }: Operation, limit: ApiParameter): Pick<Case, 'following'> {
  const { maximum = 2 } = mergedSchema(api, limit.schema);
  if (maximum < 2) return {};
  const options = op.parameters.filter((p) => p.in === 'query' && !takesTime(api, p));
  const page = options.find((p) => isPage(api, p));
  const offset = options.find(isOffset);
  const cursor = options.find(isCursor);
  const asking = (what: { query: string } | { parameter: string; keyed?: true }): Pick<Case, 'following'> => ({
    following: { limit: limit.name, ...what },
  });
  if (cursor) return asking({ parameter: cursor.name, ...(takesKey(api, cursor) ? { keyed: true } : {}) });
  if (offset && isNumeric(mergedSchema(api, offset.schema))) return asking({ query: `${offset.name}=1` });
  const schema = page && mergedSchema(api, page.schema);
  const first = Number(schema?.default ?? schema?.minimum ?? 1);
  return page && schema && isNumeric(schema) ? asking({ query: `${page.name}=${first + 1}` }) : {};
}

/** What asks for the pages behind the first, where a page has a length that can be asked for. */
export function turningOf({ api, op }: Operation): Turning | undefined {
  const options = op.parameters.filter((p) => p.in === 'query' && !takesTime(api, p));
  const [cursor, offset] = [options.find(isCursor), options.find(isOffset)];
  const page = options.find((p) => isPage(api, p));
  if (cursor) return { option: cursor.name, by: 'cursor', ...(takesKey(api, cursor) ? { keyed: true } : {}) };
  if (offset) return { option: offset.name, by: 'offset' };
  if (!page) return undefined;
  const { default: standard, minimum } = mergedSchema(api, page.schema);
  const first = [standard, minimum, 1].find((n) => typeof n === 'number');
  return { option: page.name, by: 'page', first: Number(first) };
}

/** Whether it asks for what comes behind the entry with a key, where an answer has nothing else that it takes. */
export function takesKey(api: Api, option: ApiParameter): boolean {
  const { name, description, schema } = option;
  const texts = [description, mergedSchema(api, schema).description];
  return /^starting_?after$/i.test(name) || (isCursor(option) && texts.some((text) => says(text, 'holdsKey')));
}

/** `after` and its like may ask for what is newer than that. */
function takesTime(api: Api, { schema: raw, description }: ApiParameter): boolean {
  const { format = '', description: told } = mergedSchema(api, raw);
  return [String(format).replaceAll('-', ' '), description, told].some((text) => says(text, 'ofTime'));
}
