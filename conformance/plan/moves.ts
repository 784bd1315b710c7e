// Moves between states that the documents of a change draw: "Allowed are `new` → `paid` → `shipped`; any other change gives 409."
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { says, sentencesOf } from '../told/told.js';
import { bodySchema, type Operation } from './resources.js';
import { STATE, statesIn } from './turns.js';

export interface Moves {
  property: string;
  /** From each state to those that may come next. */
  moves: ReadonlyMap<string, ReadonlySet<string>>;
  /** What says that there are no others; absent where nothing does. */
  closed?: string;
}

export const movesOf = rememberedFor((operation: Operation): Moves | undefined => {
  const { api, op } = operation;
  for (const [property, raw] of Object.entries(bodySchema(operation)?.properties ?? {})) {
    const schema = mergedSchema(api, raw);
    if (!STATE.test(property) || typeOf(schema) !== 'string') continue;
    const refusals = op.responses.filter(({ status }) => /^4\d\d$/.test(status));
    const about = op.tags.map((tag) => api.tags[tag]);
    const texts = [schema.description, op.description, ...about, ...refusals.map(({ description }) => description)];
    const sentences = texts.flatMap((text) => sentencesOf(text));
    const moves = new Map<string, Set<string>>();
    const states = new Map(valuesOf(operation, property, schema).map((one) => [one.toLowerCase(), one]));
    const drawing = sentences.filter((sentence) => {
      const found = movesIn(sentence, new Set(states.keys()));
      for (const [from, to] of found)
        moves.set(
          states.get(from) ?? from,
          (moves.get(states.get(from) ?? from) ?? new Set()).add(states.get(to) ?? to),
        );
      return found.length > 0;
    });
    const closed =
      sentences.find((sentence) => says(sentence, 'otherMoves')) ??
      drawing.find((sentence) => says(sentence, 'movesAllowed'));
    if (moves.size > 0) return { property, moves, ...(closed === undefined ? {} : { closed }) };
  }
  return undefined;
});

function valuesOf({ api }: Operation, property: string, schema: Schema): string[] {
  const listed = (schema.enum ?? []).filter((one: JsonValue) => typeof one === 'string');
  return listed.length > 0 ? listed : [...(statesIn(api).get(property) ?? [])];
}

const TOKEN =
  /(?<arrow>→|⇒|➔|➜|-{1,2}>|=>)|(?<word>[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*)|(?<sign>[,/|、・;])|(?<end>[.:()])/gu;
/** Signs and words between states of which the one or the other comes next. */
const EITHER = /^(?:or|oder|ou|または|か|[/|・])$/;
const BETWEEN = /^(?:and|und|et|および|[,、;])$/;
const FROM_TO = [
  /\bfrom ([\p{L}\p{N}_-]{2,30}) (?:only )?(?:in)?to (?=[\p{L}\p{N}_])/giu,
  /\bvon ([\p{L}\p{N}_-]{2,30}) (?:nach|zu|auf) (?=[\p{L}\p{N}_])/giu,
  /\bde ([\p{L}\p{N}_-]{2,30}) (?:à|vers) (?=[\p{L}\p{N}_])/giu,
  /([a-z0-9_-]{2,30}) ?から ?(?=[a-z0-9_])/giu,
];

/**
 * @param states in small letters
 * @returns from which to which, in small letters
 */
export function movesIn(text: string, states: ReadonlySet<string>): [from: string, to: string][] {
  let plain = text.toLowerCase().replace(/[`*"'“”「」]/g, '');
  for (const form of FROM_TO) plain = plain.replace(form, '$1 → ');
  if (!/→|⇒|➔|➜|->|=>/.test(plain)) return [];
  const tokens = [...plain.matchAll(TOKEN)].map(({ groups, 0: all }) => ({
    text: all,
    arrow: groups?.['arrow'] !== undefined,
    state: groups?.['word'] !== undefined && states.has(all),
  }));
  const found: [string, string][] = [];
  let before: string[] = [];
  let group: string[] = [];
  let joined: 'either' | 'between' | undefined;
  const flush = (): void => {
    for (const from of before) for (const to of group) if (from !== to) found.push([from, to]);
    before = [];
  };
  for (const [i, { text: word, arrow, state }] of tokens.entries()) {
    if (arrow) {
      const next = group;
      flush();
      before = next;
      group = [];
      joined = undefined;
    } else if (state) {
      // "a → b, c → d": what stands in front of an arrow begins anew, unless it is one of several.
      const begins = before.length > 0 && joined !== 'either' && tokens[i + 1]?.arrow === true;
      if (group.length > 0 && (joined === undefined || begins)) {
        flush();
        group = [];
      }
      group.push(word);
      joined = undefined;
    } else if (EITHER.test(word)) joined = 'either';
    else if (BETWEEN.test(word)) joined ??= 'between';
    else {
      flush();
      group = [];
      joined = undefined;
    }
  }
  flush();
  return found;
}
