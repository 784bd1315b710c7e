// The state of what was just made: what the sample of its create shows, or else what documents say of it.
import type { JsonValue } from '../../spec/contract/api.js';
import { allToldBy, sentencesOf } from '../told/told.js';
import type { Operation } from './resources.js';
import { stem } from './stem.js';
import { shownBy, statesIn } from './turns.js';

/** @param property that tells the state */
export function beginningOf(create: Operation, property: string): JsonValue | undefined {
  return shownBy(create, property) ?? toldBeginning(create, property);
}

/** "It starts as a draft", of the create or in front of all operations on the thing; undefined where two are told. */
function toldBeginning({ op, api }: Operation, property: string): string | undefined {
  const states = [...(statesIn(api).get(property) ?? [])];
  const made = op.responses.filter(({ status }) => status.startsWith('2')).map(({ description }) => description);
  const texts = [op.description, ...made, ...op.tags.map((tag) => api.tags.get(tag))];
  const words = texts
    .flatMap(sentencesOf)
    .flatMap((sentence) => allToldBy(sentence.toLowerCase(), 'beginsAs').flatMap(({ state }) => state ?? []));
  const [only, another] = new Set(words.flatMap((word) => states.find((state) => stem(state) === stem(word)) ?? []));
  return another === undefined ? only : undefined;
}
