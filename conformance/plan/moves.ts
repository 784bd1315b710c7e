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
    const about = op.tags.map((tag) => api.tags.get(tag));
    const texts = [schema.description, op.description, ...about, ...refusals.map(({ description }) => description)];
    const found = drawnIn(texts, valuesOf(operation, property, schema));
    if (found) return { property, ...found };
  }
  return undefined;
});

/** Moves that sentences draw. Where one of them depends on something else, others may, too: nothing says then what is refused. */
function drawnIn(
  texts: readonly (string | undefined)[],
  states: readonly string[],
): Omit<Moves, 'property'> | undefined {
  const written = new Map(states.map((one) => [one.toLowerCase(), one]));
  const known = new Set(written.keys());
  const told = texts.map((text) =>
    sentencesOf(text).map((sentence) => ({ sentence, drawn: movesIn(sentence, known) })),
  );
  const drawing = told.flat().filter(({ drawn }) => drawn.length > 0);
  const sure = drawing.filter(({ sentence }) => !says(sentence, 'movesThen'));
  const moves = new Map<string, Set<string>>();
  for (const [from, to] of sure.flatMap(({ drawn }) => drawn)) {
    const [before, behind] = [written.get(from) ?? from, written.get(to) ?? to];
    moves.set(before, (moves.get(before) ?? new Set()).add(behind));
  }
  if (moves.size === 0) return undefined;
  const closed = sure.length < drawing.length ? undefined : closing(told);
  return { moves, ...(closed === undefined ? {} : { closed }) };
}

type Drawn = { sentence: string; drawn: readonly unknown[] };

/** What says that there are no other moves: of the rest speaks a sentence only that draws some, or that stands behind one. */
function closing(texts: readonly (readonly Drawn[])[]): string | undefined {
  for (const sentences of texts)
    for (const [i, { sentence, drawn }] of sentences.entries()) {
      if (says(sentence, 'otherMoves')) return sentence;
      const near = drawn.length > 0 || (sentences[i - 1]?.drawn.length ?? 0) > 0;
      if (near && says(sentence, 'restRefused')) return sentence;
    }
  return texts.flat().find(({ sentence, drawn }) => drawn.length > 0 && says(sentence, 'movesAllowed'))?.sentence;
}

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
