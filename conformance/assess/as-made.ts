// What documents say of a thing that has just been made: "0 at first", "null until it is published", "30 days after its creation". Pure.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { isNumeric, typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { stem } from '../plan/stem.js';
import { isWordFor, statesIn } from '../plan/turns.js';
import { allToldBy, says, sentencesOf, toldBy, whatSays } from '../told/told.js';
import { instant, MADE } from './dates.js';
import { type JsonObject, objectsWith, sameJson } from './entity-in.js';

export interface MadeFinding {
  id: 'at-first' | 'since-made';
  ok: boolean;
  expected: string;
  actual: string;
}

/** A property of what a create answers, and what is promised of it. */
interface Promised {
  property: string;
  first?: JsonValue;
  /** Milliseconds after the making. */
  since?: number;
}

const DEEPEST = 3;

/**
 * @param create that made it, and answered with `value`
 * @param sent what a client may set says what the client wants
 */
export function madeFindings(create: Operation, value: JsonValue, sent: Record<string, unknown>): MadeFinding[] {
  return promisesOf(create).flatMap(({ property, first, since }): MadeFinding[] => {
    const thing = objectsWith(value, [property])[0];
    const actual = thing?.[property];
    if (!thing || actual === undefined || property in sent) return [];
    if (first !== undefined) {
      const [want, is] = [first, actual].map((one) => JSON.stringify(one));
      return [
        { id: 'at-first', ok: sameJson(first, actual), expected: `${property} is ${want} at first`, actual: `${is}` },
      ];
    }
    return since === undefined ? [] : sinceFindings(thing, property, since);
  });
}

const DAY = 86_400_000;

function sinceFindings(thing: JsonObject, property: string, since: number): MadeFinding[] {
  const made = Object.entries(thing).flatMap(([name, one]) => (MADE.test(name) ? (instant(one) ?? []) : []))[0];
  const text = String(thing[property]);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  const at = isDay ? Date.parse(text) : instant(text)?.at;
  if (!made || at === undefined) return [];
  // A day is that of the server's own zone; clocks and the way of the request take their seconds.
  const apart = Math.abs(at - (isDay ? Math.floor(made.at / DAY) * DAY : made.at) - since);
  const ok = apart <= (isDay ? DAY : Math.max(5_000, since / 50));
  return [
    { id: 'since-made', ok, expected: `${property} as long after the making as the documents say`, actual: text },
  ];
}

const promisesOf = rememberedFor((create: Operation): Promised[] => {
  const { api, op } = create;
  const found: Promised[] = [];
  const own = bodySchema(create)?.properties ?? {};
  const samples = op.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content)
    .flatMap(({ examples }) => examples.map(({ value }) => value));
  const made = stem(create.segments.findLast(({ text }) => text !== undefined)?.text ?? '');
  const look = (raw: Schema, depth: number): void => {
    for (const [property, one] of Object.entries(mergedSchema(api, raw).properties ?? {})) {
      const schema = mergedSchema(api, one);
      if (depth < DEEPEST && schema.properties) look(schema, depth + 1);
      // What a client may say has its default otherwise.
      const mayBeSent = Object.hasOwn(own, property) && schema['readOnly'] !== true;
      const words = one.description ?? schema.description;
      const told = mayBeSent ? undefined : promiseOf(create, property, schema, words, made);
      // A sample of the answer knows better.
      const shown = samples.flatMap((sample) => objectsWith(sample, [property]).map((o) => o[property]));
      if (told && (told.first === undefined || shown.every((value) => sameJson(value, told.first)))) found.push(told);
    }
  };
  for (const { status, content } of op.responses)
    if (status.startsWith('2')) for (const { schema } of content) look(schema, 0);
  return found;
});

/** @param made the kind of what is made */
function promiseOf(
  create: Operation,
  property: string,
  schema: Schema,
  words: string | undefined,
  made: string,
): Promised | undefined {
  const first = firstOf(create, property, schema, words);
  if (first !== undefined) return { property, first };
  const { count, unit, what } = toldBy(words, 'sinceMade');
  const sentence = whatSays(words, 'sinceMade')?.replace(/\bread-only\b/gi, '');
  const length = UNITS.find(([name]) => name.test(unit ?? ''))?.[1];
  if (count === undefined || length === undefined || says(sentence, 'unsure') || (what && stem(what) !== made))
    return undefined;
  return { property, since: Number(count) * length };
}

/** Weeks and hours in front of seconds, which begin with the same letter in some languages. */
const UNITS: [RegExp, number][] = [
  [/^(?:w|sem|週)/i, 7 * DAY],
  [/^(?:h|st|時間)/i, 3_600_000],
  [/^(?:s|秒)/i, 1000],
  [/^(?:m|分)/i, 60_000],
  [/^(?:d|t|j|日)/i, DAY],
];

/** "Starts at 1" tells of the first in a row, which need not be the new one. */
const COUNTING = /\b(?:starts?|begins?)\b/i;

/** The only value that its description says it has at first; of a state, the operation may say it as well: "Creates a draft." */
function firstOf(
  { api, op }: Operation,
  property: string,
  schema: Schema,
  words: string | undefined,
): JsonValue | undefined {
  const states = schema.enum ?? [...(statesIn(api).get(property) ?? [])];
  const [making = ''] = statesIn(api).has(property) ? sentencesOf(op.description) : [];
  const told = [
    ...sentencesOf(words)
      .filter((sentence) => !(isNumeric(schema) && COUNTING.test(sentence)))
      .flatMap((sentence) => allToldBy(sentence.toLowerCase(), 'startsAs')),
    ...allToldBy(making.toLowerCase(), 'makesOne'),
  ];
  const [first, ...others] = told.flatMap(({ state = '' }) => valuesFor(state, schema, states));
  return others.every((other) => sameJson(first, other)) ? first : undefined;
}

/** The value that a word in small letters gives; none where it can be none. */
function valuesFor(word: string, schema: Schema, states: readonly JsonValue[]): JsonValue[] {
  if (word === 'null') return [schema.type].flat().includes('null') ? [null] : [];
  if (isNumeric(schema)) return /^-?\d+$/.test(word) ? [Number(word)] : [];
  if (typeOf(schema) === 'boolean') return word === 'true' || word === 'false' ? [word === 'true'] : [];
  return states.filter((state) => typeof state === 'string' && isWordFor(word, state)).slice(0, 1);
}
