// YAML without positions, for contracts in which there is nothing to report.
import { CORE_SCHEMA, load } from 'js-yaml';
import { tooDeepAt } from '../nesting.js';

/**
 * What a document says, by a parser four times as fast as the one that knows positions; undefined where the two could
 * differ, or where there is something to report. An anchor may multiply a document: only the careful one counts aliases.
 */
export function parseQuickly(text: string): unknown {
  if (mayRepeat(text) || tooDeepAt(text) !== undefined) return undefined;
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

/** What looks like an anchor in more places than this is left to the careful parser without a closer look. */
const MAX_ANCHORS = 50;

/** Whether something could be an anchor (YAML 1.2, 6.9.2) that an alias somewhere repeats; `&name` stands in sentences, too. */
function mayRepeat(text: string): boolean {
  const names = new Set<string>();
  for (const [, name] of text.matchAll(/(?:^|[\s[{,:-])&([^\s&,[\]{}]+)/gm)) {
    if (name !== undefined) names.add(name);
    if (names.size > MAX_ANCHORS) return true;
  }
  return [...names].some((name) => text.includes(`*${name}`));
}
