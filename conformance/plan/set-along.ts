// Properties that documents say get a value when a thing comes into a state: "When it is shipped, `shipped_at` is set."
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
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
  const { api, op } = action;
  if (typeof state !== 'string') return [];
  const fields = [...propertiesIn(action), ...propertiesIn(create)];
  const about = [op.description, ...op.responses.map(({ description }) => description)];
  const own = Object.values(bodySchema(action)?.properties ?? {}).map((raw) => mergedSchema(api, raw).description);
  const sentences = [...about, ...own].flatMap((text) => sentencesOf(text).flatMap(saidAtOnce));
  const names = new Set(fields.map(([name]) => name));
  return [...names].filter((name) => {
    if (shownBy(create, name) !== null) return false;
    const described = fields.flatMap(([field, { description }]) => (field === name ? sentencesOf(description) : []));
    return (
      sentences.some((one) => namesIt(one, name) && says(one, 'setsAlong') && speaksOf(one, state, name)) ||
      described.some((one) => says(one, 'setsAlong') && speaksOf(one, state, name))
    );
  });
}

/** "Closing sets `closed_at`, opening again clears it" says two things. */
function saidAtOnce(sentence: string): string[] {
  return says(sentence, 'clearsAlong') ? sentence.split(/[,;、]/) : [sentence];
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

function namesIt(sentence: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`).test(sentence);
}

function speaksOf(sentence: string, state: string, name: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return words.some((word) => word !== name.toLowerCase() && (word === state.toLowerCase() || isWordFor(word, state)));
}
