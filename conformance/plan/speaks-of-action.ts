// Of which action on a thing words speak: "It is returned already" of `POST /loans/{id}/return`, not of `…/renew`.
import { turnsOn } from './actions.js';
import type { Model, Operation } from './resources.js';
import { participles } from './turns.js';

/** Letters that the forms of a verb share, in the languages that documents are written in. */
const SHARED = 5;

/** Whether a clause speaks of another action on the same thing, and not of this one. */
export function speaksOfAnother(model: Model, operation: Operation, clause: string): boolean {
  const words = wordsOf(clause);
  const own = namesOf(operation);
  if (words.some((word) => own.some((name) => isForm(word, name)))) return false;
  const thing = operation.signature.slice(0, operation.signature.lastIndexOf('/'));
  const others = turnsOn(model, thing)
    .filter((other) => other !== operation)
    .flatMap(namesOf);
  return words.some((word) => others.some((name) => isForm(word, name) && !own.includes(name)));
}

/** What an action is called: by its address and by its title. */
function namesOf({ op, segments }: Operation): string[] {
  const name = segments.at(-1)?.text.toLowerCase() ?? '';
  return [name, ...participles(name), ...wordsOf(op.summary ?? '')];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}

function isForm(word: string, name: string): boolean {
  return word === name || (name.length >= SHARED && word.slice(0, SHARED) === name.slice(0, SHARED));
}
