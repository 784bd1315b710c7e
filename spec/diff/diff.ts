// Compares two contracts: what a caller of the old one would notice about the new one.
import type { Api } from '../contract/api.js';
import type { Change, Level, Place } from './change.js';
import { locate, type ReadSource } from './locate.js';
import { RULES } from './rules/index.js';
import { walk } from './walk.js';

const RANK: Record<Level, number> = { breaking: 0, risky: 1, safe: 2 };

/**
 * All changes, breaking ones first, else in the order of the contract.
 *
 * @param readSource gives documents, so that a change is shown at its own line and not at its operation's
 */
export function diffApis(before: Api, after: Api, readSource: ReadSource = () => undefined): Change[] {
  const changes = walk(before, after, RULES).map((change) => ({
    ...change,
    places: oncePerLine(change.places.map((place) => located(place, change.word, readSource))),
  }));
  return changes.sort((a, b) => RANK[a.level] - RANK[b.level]);
}

/** Alias forms of an operation share its lines: the first operation of a line stands for all. */
function oncePerLine(places: Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter(({ source }) => {
    if (!source) return true;
    const key = `${source.side} ${source.file}:${source.line}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function located(place: Place, word: string | undefined, readSource: ReadSource): Place {
  if (!place.source) return place;
  const text = readSource(place.source.side, place.source.file);
  return text === undefined
    ? place
    : { ...place, source: { ...place.source, line: locate(text, place.source.line, word) } };
}

/** How many changes there are of each level. */
export function countLevels(changes: readonly Change[]): Record<Level, number> {
  const count = { breaking: 0, risky: 0, safe: 0 };
  for (const change of changes) count[change.level]++;
  return count;
}
