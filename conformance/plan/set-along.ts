// Properties that documents say get a value when a thing comes into a state: "When it is shipped, `shipped_at` is set."
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { namesIt } from '../told/names-it.js';
import { says, sentencesOf } from '../told/told.js';
import { bodySchema, type Operation } from './resources.js';
import { isWordFor, shownBy } from './turns.js';

/**
 * Of properties that a new thing shows as null, those that a sentence names with the state.
 *
 * @param create whose answer shows the new thing
 * @param state which an action or a change brings it into
 */
export function setAlong(action: Operation, create: Operation, state: JsonValue): string[] {
  if (typeof state !== 'string') return [];
  const fields = [...propertiesIn(action), ...propertiesIn(create)];
  const sentences = sentencesAbout(action).flatMap(saidAtOnce);
  return [...new Set(fields.map(([name]) => name))].filter((name) => {
    if (shownBy(create, name) !== null) return false;
    const described = fields.flatMap(([field, { description }]) => (field === name ? sentencesOf(description) : []));
    return (
      sentences.some((one) => namesIt(one, name) && setsIt(one) && speaksOf(one, state)) ||
      described.some((one) => setsIt(one) && speaksOf(one, state)) ||
      (isCalledAfter(name, state) && described.some((one) => says(one, 'isTimeOf')))
    );
  });
}

/** "Opening again clears it": whether a sentence that names a property says that something clears it. */
export function clearedAgain(action: Operation, name: string): boolean {
  return sentencesAbout(action).some((one) => namesIt(one, name) && says(one, 'clearsAlong'));
}

/** What is said of an action or a change, of its answers and of what it is sent. */
function sentencesAbout(action: Operation): string[] {
  const { api, op } = action;
  const sent = Object.values(bodySchema(action)?.properties ?? {}).map((raw) => mergedSchema(api, raw).description);
  return [op.description, ...op.responses.map(({ description }) => description), ...sent].flatMap((text) =>
    sentencesOf(text),
  );
}

/** "Closing sets `closed_at`, opening again clears it" says two things. */
function saidAtOnce(sentence: string): string[] {
  return says(sentence, 'clearsAlong') ? sentence.split(/[,;、]/) : [sentence];
}

function setsIt(sentence: string): boolean {
  return says(sentence, 'setsAlong') && !says(sentence, 'beforehand');
}

/** `shipped_at`, `shippedAt` of `shipped`. */
function isCalledAfter(name: string, state: string): boolean {
  const words = name.replace(/([a-z])([A-Z])/g, '$1_$2').split('_');
  return words.some((word) => word.toLowerCase() === state.toLowerCase() || isWordFor(word, state));
}

/** What a success shows of a thing. */
function propertiesIn({ api, op }: Operation): [string, Schema][] {
  const successes = op.responses.filter(({ status }) => status.startsWith('2'));
  return successes.flatMap(({ content }) =>
    content.flatMap(({ schema }) =>
      Object.entries(mergedSchema(api, schema).properties ?? {}).map(([name, raw]): [string, Schema] => [
        name,
        mergedSchema(api, raw),
      ]),
    ),
  );
}

function speaksOf(sentence: string, state: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return words.some((word) => word === state.toLowerCase() || isWordFor(word, state));
}
