// What documents say of a thing that has just been made: "0 at first", "null until it is published", "30 days after its creation". Pure.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { stem } from '../plan/stem.js';
import { says, toldBy, whatSays } from '../told/told.js';
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
      const told = mayBeSent ? undefined : promiseOf(property, schema, one.description ?? schema.description, made);
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
function promiseOf(property: string, schema: Schema, words: string | undefined, made: string): Promised | undefined {
  const { value } = toldBy(words, 'atFirst');
  const first = value === undefined ? undefined : asValue(value, schema);
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

/** What the words give as a value of the property; nothing where it can be none. */
function asValue(text: string, schema: Schema): JsonValue | undefined {
  if (text.toLowerCase() === 'null') return [schema.type].flat().includes('null') ? null : undefined;
  const type = typeOf(schema);
  if (type === 'integer' || type === 'number') return /^-?\d+$/.test(text) ? Number(text) : undefined;
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : undefined;
  return schema.enum?.find((one) => typeof one === 'string' && one.toLowerCase() === text.toLowerCase());
}
