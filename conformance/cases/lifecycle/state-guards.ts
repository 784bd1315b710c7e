// In which states documents let something be done, and in which it is refused (409).
import type { JsonValue } from '../../../spec/contract/api.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import {
  clausesOf,
  flagged,
  isSaidOf,
  isWordFor,
  likelyTurn,
  participles,
  statesIn,
  turnOf,
} from '../../plan/turns.js';
import { isTitled } from '../../told/titled.js';
import { allToldBy, says, sentencesOf } from '../../told/told.js';
import { documents } from '../refusal.js';

/** An operation that is refused in some states of a property. */
export interface Guard {
  operation: Operation;
  property: string;
  refuses: (state: JsonValue) => boolean;
  because: string;
}

/** "Only drafts can be updated." */
const ONLY = /^only (?:an? )?(\w{2,30})(?: \w{2,30})? (?:can|may) be \w+$/;
/** "The flag is archived.", "The invoice is not a draft." */
const IS = /^(?:the|this|an?) [\w-]{2,30}(?: [\w-]{2,30})? (?:is|was) (not )?(?:an? )?(\w{2,30})$/;
const OTHERS = /\b(?:any other|every other|otherwise|only)\b/i;

/** Of what its words and those of its refusal say of the thing, one for each property. */
export function guardsOf(operation: Operation, thing: Resource): Guard[] {
  if (!documents(operation, '409')) return byIntroduction(operation);
  const { op } = operation;
  const refusal = op.responses.find(({ status }) => status === '409')?.description ?? '';
  const own = [...byClauses(operation, refusal), ...bySentences(operation, thing, refusal), ...byRest(operation)];
  const found = own.length > 0 ? own : byIntroduction(operation);
  const properties = [...new Set(found.map(({ property }) => property))];
  return properties.map((property): Guard => {
    const own = found.filter((guard) => guard.property === property);
    const because = own.map((guard) => guard.because).join('; ');
    return { operation, property, because, refuses: (state) => own.some(({ refuses }) => refuses(state)) };
  });
}

function byClauses(operation: Operation, refusal: string): Guard[] {
  const { op } = operation;
  const turn = turnOf(operation);
  const told = turn?.alone || OTHERS.test(`${op.description} ${refusal}`) ? turn?.from : undefined;
  const words = [...clausesOf(op.description ?? ''), ...clausesOf(refusal)];
  const found = words.flatMap((clause): Guard[] => {
    const only = ONLY.exec(clause)?.[1];
    const [, not, is] = IS.exec(clause) ?? [];
    const word = only ?? is;
    const named = word === undefined ? undefined : stateNamed(operation, word);
    if (!named) return [];
    const alone = only !== undefined || not !== undefined;
    return [guard(operation, named[0], [named[1]], alone, clause)];
  });
  if (turn && told !== undefined) found.push(guard(operation, turn.property, [told], true, `it is for ${told} alone`));
  return found.slice(0, 1);
}

/** Of sentences that have the status in them, or stand in what is said of it. */
function bySentences(operation: Operation, thing: Resource, refusal: string): Guard[] {
  const sentences = [
    ...sentencesOf(operation.op.description).filter((sentence) => /\b409\b/.test(sentence)),
    ...sentencesOf(refusal),
  ];
  return [...new Set(sentences)].flatMap((sentence) => {
    // "In any other state": of that the rest tells, unless it says who is not refused.
    const rest = says(sentence, 'otherwise');
    if (rest && !says(sentence, 'ofThoseAlone')) return [];
    return waysOf(sentence, rest).flatMap((what) =>
      allToldBy(sentence.toLowerCase(), what).flatMap(({ state = '', subject = '' }): Guard[] => {
        const named = isAbout(operation, thing, subject, state) ? stateNamed(operation, state) : undefined;
        if (!named) return [];
        const [property, value] = named;
        const plain = sentence.toLowerCase();
        const before = inFront(operation, plain, state, property);
        const states = [value, ...before, ...alternatives(operation, plain, state, property)];
        return [guard(operation, property, states, what !== 'refusedIn', sentence)];
      }),
    );
  });
}

/** How a sentence may say in which states something is refused: what is let be done while something is so is refused where it is not. */
function waysOf(sentence: string, rest: boolean): readonly ('refusedIn' | 'refusedUnless' | 'possibleOnlyIn')[] {
  if (says(sentence, 'onlyWhile')) return ['possibleOnlyIn'];
  return rest ? ['refusedUnless'] : ['refusedIn', 'refusedUnless'];
}

/** "409 if the member isn't deleted": the sentence; the word for that is no state, where things tell none. */
export function unlessGone(operation: Operation, thing: Resource): string | undefined {
  if (!documents(operation, '409')) return undefined;
  return sentencesOf(operation.op.description).find(
    (sentence) =>
      /\b409\b/.test(sentence) &&
      allToldBy(sentence.toLowerCase(), 'refusedUnless').some(({ state = '', subject = '' }) => {
        return isAbout(operation, thing, subject, state) && !stateNamed(operation, state);
      }),
  );
}

/** "Finishes an order that is being printed. In any other state the answer is 409." */
function byRest(operation: Operation): Guard[] {
  const turn = likelyTurn(operation);
  const sentences = sentencesOf(operation.op.description);
  const rest = sentences.find((sentence) => says(sentence, 'otherwise') && /\b409\b/.test(sentence));
  if (!turn || rest === undefined) return [];
  const [, ...words] = (sentences[0] ?? '').toLowerCase().split(/[^a-z0-9_]+/);
  const values = [...(statesIn(operation.api).get(turn.property) ?? [])].filter((value) => value !== turn.to);
  const states = values.filter((value) => words.some((word) => isWordFor(word, value)));
  return states.length === 0 ? [] : [guard(operation, turn.property, states, true, rest)];
}

/**
 * "Only placed orders can be cancelled, an accepted order is delivered. Anything else gives 409.", in front of all
 * operations on the thing.
 */
function byIntroduction(operation: Operation): Guard[] {
  const { api, op, segments } = operation;
  const { text = '', variable } = segments.at(-1) ?? {};
  if (op.method !== 'POST' || variable !== undefined) return [];
  for (const told of op.tags.map((tag) => api.tags.get(tag))) {
    const sentences = sentencesOf(told);
    if (!sentences.some((sentence) => says(sentence, 'restRefused') && /\b409\b/.test(sentence))) continue;
    for (const sentence of sentences)
      for (const clause of clausesOf(sentence)) {
        const found = DENIES.test(clause) ? undefined : stateInFront(operation, clause.split(/[^\p{L}\p{N}_]+/u), text);
        if (found) return [guard(operation, found[0], [found[1]], true, sentence)];
      }
  }
  return [];
}

const DENIES = /\b(?:not|no|never|neither|nor|nicht|kein\w*|pas|aucune?)\b|n['’]t\b/i;

/** The state that a clause has in front of the word for an action: "an accepted order is delivered". */
function stateInFront(operation: Operation, words: readonly string[], verb: string): [string, JsonValue] | undefined {
  const done = words.findIndex((word) => participles(verb.toLowerCase()).includes(word));
  for (const [property, values] of statesIn(operation.api)) {
    const [from, more] = words.slice(0, Math.max(done, 0)).filter((word) => values.has(word));
    if (from !== undefined && more === undefined && from !== words[done]) return [property, from];
  }
  return undefined;
}

/** @param alone they are the only states in which it is not refused */
function guard(operation: Operation, property: string, states: JsonValue[], alone: boolean, because: string): Guard {
  return { operation, property, because, refuses: (state) => states.includes(state) !== alone };
}

/** "… or placed": states that stand behind one, joined to it. */
function alternatives(operation: Operation, sentence: string, state: string, property: string): JsonValue[] {
  const found: JsonValue[] = [];
  let rest = sentence.slice(sentence.indexOf(state) + state.length);
  for (;;) {
    const [all, word] = JOINED.exec(rest) ?? [];
    const named = word === undefined ? undefined : stateNamed(operation, word);
    if (all === undefined || named?.[0] !== property) return found;
    found.push(named[1]);
    rest = rest.slice(all.length);
  }
}

/** "A lost or …": the state in front of one, joined to it. */
function inFront(operation: Operation, sentence: string, state: string, property: string): JsonValue[] {
  const word = /([a-z_]{3,20})[`"']? (?:and|or|nor|und|oder|et|ou) [`"']?$/.exec(
    sentence.slice(0, sentence.indexOf(state)),
  )?.[1];
  const named = word === undefined ? undefined : stateNamed(operation, word);
  return named?.[0] === property ? [named[1]] : [];
}

const JOINED = /^[`"']?(?:,|,? (?:or|nor|oder|ou)|(?:または|か|、)) ?(?:an? |in )?[`"']?([a-z_]{3,20})/;

const ITSELF = /^(?:it|one|they|er|sie|es|ils?|elles?)$/;

/** Whether a sentence speaks of the thing; a word for those in a state speaks of them, too: "drafts". */
function isAbout({ op }: Operation, { item, create }: Resource, subject: string, state: string): boolean {
  const name = item.findLast(({ variable, keys }) => variable === undefined && !keys)?.text ?? '';
  return (
    ITSELF.test(subject) ||
    subject === state ||
    stem(subject) === stem(name) ||
    [op, create?.op].some((one) => isTitled(one?.summary, subject))
  );
}

/** The state that a word names, of a property of texts or of truth values. */
export function stateNamed({ api }: Operation, word: string): [string, JsonValue] | undefined {
  for (const [property, values] of statesIn(api)) {
    const value = [...values].find((one) => stem(one) === stem(word)) ?? [...values].find((one) => isSaidOf(word, one));
    if (value !== undefined) return [property, value];
  }
  return flagged(api, word) ? [word, true] : undefined;
}
