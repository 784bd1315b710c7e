// Answers that are as those of another operation: "The fields are the same as in Create an item".
import { readsMany } from '../extract/operations/shown-requests.js';
import type { BodyFacts } from '../extract/page.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Source } from './plan.js';
import { successOf } from './told-media.js';

/** Shorter titles may stand in any text. */
const SHORTEST = 4;

/** The tables and samples of the operation of its page that texts name; of one that reads or changes one thing, not of lists. */
export function answeredAlike(
  texts: readonly string[],
  { endpoint, page }: Source,
  profile: Profile,
): Pick<BodyFacts, 'tables' | 'samples'> | undefined {
  const alike = texts.filter((text) => mentions(text, 'same', profile)).map((text) => text.toLowerCase());
  if (alike.length === 0 || readsMany(endpoint)) return undefined;
  const others = page.endpoints.filter((other) => other !== endpoint && !readsMany(other));
  const named = others.filter(({ title }) => {
    const own = title.toLowerCase();
    return own.length >= SHORTEST && own !== endpoint.title.toLowerCase() && alike.some((text) => text.includes(own));
  });
  // "Create an item" stands in "Create an item list", too.
  const [longest] = named.sort((a, b) => b.title.length - a.title.length);
  const { tables = [], samples = [] } = (longest && successOf(longest)?.body) ?? {};
  return tables.length + samples.length > 0 ? { tables, samples } : undefined;
}
