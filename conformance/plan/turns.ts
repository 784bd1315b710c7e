// States that documents have for a thing: which an action brings it into, and out of which one alone.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import { objectsWith } from '../assess/entity-in.js';
import { isToldToLeave } from './leaves.js';
import type { Operation } from './resources.js';

/** A text by which things tell their state. */
export const STATE = /^(?:state|status|phase|stage|zustand|statut|[eé]tat|joutai)$/i;

/** `Marks an open invoice as paid`: a clause that begins so, and ends with the state. */
const TURNS = /^(?:it |this |which )?(?:marks|makes|sets|turns|moves|puts|changes|switches) /;

export interface Turn {
  property: string;
  to: JsonValue;
  /** Only a thing in that state. */
  from?: string;
  /** Nothing in another state is turned so. */
  alone?: true;
}

/** What the words of an action say that it turns the thing into, else what its name does: to a truth value, or to a state that its sample shows. */
export function turnOf(operation: Operation): Turn | undefined {
  const { api, op } = operation;
  const drawn = byArrow(operation);
  if (drawn) return drawn;
  for (const clause of clausesOf(op.description ?? '')) {
    if (!TURNS.test(clause)) continue;
    const words = clause.split(' ');
    for (const [property, values] of statesIn(api)) {
      const to = values.has(words.at(-1) ?? '') ? words.at(-1) : stateBehind(words, values);
      if (to === undefined) continue;
      const from = words.slice(0, words.lastIndexOf(to)).filter((word) => values.has(word) && word !== to);
      return { property, to, ...(from.length === 1 && from[0] !== undefined ? { from: from[0] } : {}) };
    }
  }
  for (const [property, values] of statesIn(api)) {
    const to = [...values].find((value) => isToldToLeave(operation, property, value));
    if (to !== undefined) return { property, to };
  }
  const sample = bySample(operation);
  return byName(operation) ?? (sample && isCalledSo(operation, String(sample.to)) ? sample : undefined);
}

/** "… into an open invoice": the one state behind the word for where it leads. */
function stateBehind(words: readonly string[], values: ReadonlySet<JsonValue>): string | undefined {
  const at = words.findLastIndex((word) => /^(?:into|as|to)$/.test(word));
  const [to, more] = at < 0 ? [] : words.slice(at + 1).filter((word) => values.has(word));
  return more === undefined ? to : undefined;
}

const ARROW = /(?:^|[\s,/|(])(\w{3,20}) ?(?:→|⇒|-{1,2}>|=>) ?(\w{3,20})\b/;

/** "`draft` → `open`"; of several arrows nobody knows which of them the action is. */
function byArrow({ api, op }: Operation): Turn | undefined {
  const text = (op.description ?? '').toLowerCase().replace(/[`*"']/g, '');
  const [, from, to] = ARROW.exec(text) ?? [];
  if (from === undefined || to === undefined || text.split(/→|⇒|->|=>/).length > 2) return undefined;
  const one = !/(?:[,/|]|\b(?:or|oder|ou)|、) ?$/.test(text.slice(0, text.indexOf(from)));
  for (const [property, values] of statesIn(api))
    if (values.has(from) && values.has(to)) return { property, to, ...(one ? { from, alone: true } : {}) };
  return undefined;
}

/** Likewise; where nothing says it, the state that its sample shows. Good enough to bring a thing there, not to judge by. */
export function likelyTurn(operation: Operation): Turn | undefined {
  const sample = bySample(operation);
  const plain = turnOf(operation) ?? (showsNewOne(operation, sample) ? undefined : sample);
  return plain ?? stateByName(operation) ?? byIntroduction(operation) ?? sample;
}

/** Whether a sample shows nothing else than what was just made: that of the thing, not of the action. */
function showsNewOne({ api, op }: Operation, sample: Turn | undefined): boolean {
  const things = op.path.replace(/\/[^/]*\/[^/]*$/, '');
  const create = api.operations.find(({ method, path }) => method === 'POST' && path === things);
  return !!sample && !!create && shownBy({ op: create }, sample.property) === sample.to;
}

/** The state in the sample of an action's answer, where there is but one. */
function bySample({ op }: Operation): Turn | undefined {
  const shown = op.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap(({ examples }) => examples))
    .flatMap(({ value }) => objectsWith(value, []).flatMap(Object.entries<JsonValue>))
    .filter(([name, value]) => STATE.test(name) && typeof value === 'string');
  const [one] = shown;
  return one && shown.every(([name, value]) => name === one[0] && value === one[1])
    ? { property: one[0], to: one[1] }
    : undefined;
}

/** `…/close` leaves what is closed. */
function isCalledSo({ segments, op }: Operation, state: string): boolean {
  const { text, variable } = segments.at(-1) ?? {};
  return op.method === 'POST' && variable === undefined && participles(text?.toLowerCase() ?? '').includes(state);
}

/** `…/pay` of what may be `paid`, `…/void` of what may be `void`: where the sample shows nothing, good enough to bring a thing there. */
function stateByName({ api, segments, op }: Operation): Turn | undefined {
  const verb = segments.at(-1)?.text?.toLowerCase() ?? '';
  if (op.method !== 'POST' || segments.at(-1)?.variable !== undefined) return undefined;
  for (const [property, values] of statesIn(api)) {
    const to = [verb, ...participles(verb)].find((one) => values.has(one));
    if (to !== undefined) return { property, to };
  }
  return undefined;
}

/** "Finalizing makes it `open`", in front of all operations on the thing. */
function byIntroduction({ api, op, segments }: Operation): Turn | undefined {
  const verb = segments.at(-1)?.text?.toLowerCase() ?? '';
  if (op.method !== 'POST' || segments.at(-1)?.variable !== undefined) return undefined;
  for (const clause of clausesOf(op.tags.map((tag) => api.tags.get(tag) ?? '').join('. '))) {
    const words = clause.split(' ');
    for (const [property, values] of statesIn(api)) {
      const [to, more] = words.filter((word) => values.has(word));
      const speaks = words.some((word) => isWordFor(word, verb) && !values.has(word));
      if (to !== undefined && more === undefined && speaks) return { property, to };
    }
  }
  return undefined;
}

/** Whether a word is one for a state: "drafts", "printed" of `printing`, "sending" of `sent`. */
export function isWordFor(word: string, state: string): boolean {
  const verb = word.toLowerCase().replace(/(?:ing|s)$/, '');
  return bare(word) === bare(state) || [verb, `${verb}e`].some((one) => IRREGULAR[one] === state.toLowerCase());
}

/** "open", "offenen" of `offen`. */
export function isSaidOf(word: string, state: string): boolean {
  // The plural of German changes letters: "Entwürfe" of `entwurf`.
  const plain = word.startsWith(state) ? word : word.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter);
  const ending = plain.startsWith(state) ? plain.slice(state.length) : undefined;
  return isWordFor(word, state) || (ending !== undefined && /^(?:e[nrsm]?|s)?$/.test(ending));
}

const UMLAUTS: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u' };

function bare(word: string): string {
  const plain = word.toLowerCase().replace(/(?:ing|ed|es|e|s)$/, '');
  return plain.length < 3 ? word.toLowerCase() : plain.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}

/** `PUT …/archive`, of what has `archived`; its DELETE takes it back. Where it was only accepted, nobody knows when. */
function byName({ api, op, segments }: Operation): Turn | undefined {
  const verb = segments.at(-1)?.text?.toLowerCase() ?? '';
  if (segments.at(-1)?.variable !== undefined || op.responses.some(({ status }) => status === '202')) return undefined;
  const property = participles(verb).find((name) => flagged(api, name));
  return property === undefined ? undefined : { property, to: op.method !== 'DELETE' };
}

/** Verbs of what APIs do to things, whose participle has no `-ed`. */
const IRREGULAR: Readonly<Record<string, string>> = {
  begin: 'begun',
  build: 'built',
  find: 'found',
  freeze: 'frozen',
  give: 'given',
  hide: 'hidden',
  hold: 'held',
  lend: 'lent',
  lose: 'lost',
  pay: 'paid',
  run: 'running',
  sell: 'sold',
  send: 'sent',
  take: 'taken',
  undo: 'undone',
  withdraw: 'withdrawn',
};

export function participles(verb: string): string[] {
  if (!/^[a-z]{3,20}$/.test(verb)) return [];
  const irregular = IRREGULAR[verb];
  if (irregular !== undefined) return [irregular];
  if (verb.endsWith('e')) return [`${verb}d`];
  return [/[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`, `${verb}${verb.at(-1)}ed`];
}

/** In small letters, without marks. */
export function clausesOf(text: string): string[] {
  const plain = text.toLowerCase().replace(/[`*"]/g, '').replace(/\s+/g, ' ');
  return plain
    .replace(/ ?\(?\b409\b\)?/g, '')
    .split(/[.,;:()](?: |$)| and | or /)
    .map((clause) => clause.trim());
}

/** Names of properties that tell a state, with the values that answers show or documents list. */
export const statesIn = rememberedFor((api: Api): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (name: string, value: JsonValue): void => {
    if (!STATE.test(name) || typeof value !== 'string') return;
    found.set(name, (found.get(name) ?? new Set()).add(value.toLowerCase()));
  };
  for (const [name, value] of shownIn(api)) add(name, value);
  for (const [name, { enum: values = [] }] of describedIn(api)) for (const value of values) add(name, value);
  // What a list can be asked for by the name of a state that things show.
  for (const { parameters } of api.operations)
    for (const { in: place, name, schema } of parameters)
      if (place === 'query' && found.has(name)) for (const value of statesAsked(api, schema)) add(name, value);
  const [[only, known] = [], more] = found;
  if (only !== undefined && known && !more) for (const value of statesSpokenOf(api, known)) add(only, value);
  return found;
});

/**
 * What its action is called after is a state, if the words have it for one: "Returns the order, now `accepted`" of
 * `POST /orders/{id}/accept`, or what tells of a known one in front of all operations.
 */
function statesSpokenOf(api: Api, known: ReadonlySet<string>): string[] {
  return api.operations.flatMap(({ method, path, description = '', tags }) => {
    const verb = /\}\/([a-z]+)$/.exec(path)?.[1];
    if (method !== 'POST' || verb === undefined) return [];
    const now = Array.from(description.toLowerCase().matchAll(BECOMES), ([, word = '']) => word);
    const told = tags.map((tag) => (api.tags.get(tag) ?? '').toLowerCase().split(/\W+/));
    const words = new Set([...now, ...told.flatMap((all) => (all.some((word) => known.has(word)) ? all : []))]);
    return participles(verb).filter((word) => words.has(word));
  });
}

const BECOMES = /\b(?:now|becomes|status|state|marked as)(?: is| to)? [`"'(]{0,2}(\w{3,20})/g;

/** Listed, or put together of those that are: `^(?:draft|sold)(?:,(?:draft|sold))*$`. */
function statesAsked(api: Api, raw: Schema): readonly JsonValue[] {
  const { enum: values, pattern = '' } = mergedSchema(api, raw);
  return values ?? /^\^\(\?:([a-z_|]{3,200})\)\(\?:, \?\(/.exec(pattern)?.[1]?.split('|') ?? [];
}

const DEPTH = 2;

/** Properties of answers by the schemas of these, and of what is in them. */
const describedIn = rememberedFor((api: Api): [string, Schema][] => {
  const found: [string, Schema][] = [];
  const look = (raw: Schema, depth: number): void => {
    const { properties = {}, items } = mergedSchema(api, raw);
    for (const [name, inner] of Object.entries(properties)) found.push([name, mergedSchema(api, inner)]);
    if (depth < DEPTH) for (const inner of [items, ...Object.values(properties)]) if (inner) look(inner, depth + 1);
  };
  for (const { content } of successes(api)) for (const { schema } of content) look(schema, 0);
  return found;
});

/** Whether answers have a truth value of that name. */
export function flagged(api: Api, name: string): boolean {
  return flagsIn(api).has(name);
}

const flagsIn = rememberedFor((api: Api): Set<string> => {
  const shown = shownIn(api).flatMap(([name, value]) => (typeof value === 'boolean' ? [name] : []));
  const described = describedIn(api).flatMap(([name, { type }]) => (type === 'boolean' ? [name] : []));
  return new Set([...shown, ...described]);
});

function successes({ operations }: Api): Api['operations'][number]['responses'] {
  return operations.flatMap(({ responses }) => responses.filter(({ status }) => status.startsWith('2')));
}

/** Names of properties that answers show in their examples, each with its values. */
export const shownIn = rememberedFor((api: Api): [string, JsonValue][] =>
  successes(api).flatMap(({ content }) =>
    content.flatMap(({ examples }) =>
      examples.flatMap(({ value }) => objectsWith(value, []).flatMap(Object.entries<JsonValue>)),
    ),
  ),
);

/** What an answer of the create shows. */
export function shownBy({ op }: Pick<Operation, 'op'>, property: string): JsonValue | undefined {
  const content = op.responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const values = content.flatMap(({ examples }) => examples.map(({ value }) => objectsWith(value, [property])[0]));
  return values.find((value) => value !== undefined)?.[property];
}
