// The state of what was just made: what the sample of its create shows, or else what documents say of it.
import type { JsonValue } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { allToldBy, sentencesOf } from '../told/told.js';
import type { Operation } from './resources.js';
import { isWordFor, shownBy, statesIn } from './turns.js';

/** @param property that tells the state */
export function beginningOf(create: Operation, property: string): JsonValue | undefined {
  return shownBy(create, property) ?? toldBeginning(create, property);
}

/** "It starts as a draft", of the create or in front of all operations on the thing, "Creates a draft"; undefined where two are told. */
function toldBeginning({ op, api }: Operation, property: string): string | undefined {
  const states = [...(statesIn(api).get(property) ?? [])];
  const answers = op.responses.filter(({ status }) => status.startsWith('2'));
  const made = answers.map(({ description }) => description);
  const own = answers.flatMap(({ content }) =>
    content.map(({ schema }) => mergedSchema(api, mergedSchema(api, schema).properties?.[property] ?? {}).description),
  );
  const texts = [op.description, ...made, ...own, ...op.tags.map((tag) => api.tags.get(tag))];
  const [making = ''] = sentencesOf(op.description);
  const told = [
    ...texts.flatMap(sentencesOf).flatMap((sentence) => allToldBy(sentence.toLowerCase(), 'startsAs')),
    ...allToldBy(making.toLowerCase(), 'makesOne'),
  ];
  const found = told.flatMap(({ state = '' }) => states.find((one) => isWordFor(state, one)) ?? []);
  const [only, another] = new Set(found);
  return another === undefined ? only : undefined;
}
