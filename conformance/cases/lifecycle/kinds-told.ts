// Whether what a sentence speaks of is made by a create: "loans", "open loans" where that is the state that a new one has.
import { objectsWith } from '../../assess/entity-in.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import { isSaidOf, STATE, statesIn } from '../../plan/turns.js';
import { isTitled } from '../../told/titled.js';

/** Words in front of a kind that leave out none of it. */
const ANY = /^(?:any|some|its|the|more|still|other|existing|all|noch|des|encore)$/i;

export interface Kind {
  /** The state in front of it; `later`: one that a new one is not in. */
  state?: string;
  later?: true;
  /** The words behind it. */
  behind: string;
}

/** @returns nothing where the words speak of something else */
export function kindIn(told: string, { name }: Resource, { api, op }: Operation): Kind | undefined {
  const words = told.toLowerCase().split(/\s+/);
  const length = name.split(/[_-]/).length;
  const called = (at: number, many: number): boolean => stem(words.slice(at, at + many).join('')) === stem(name);
  const whole = words.findIndex((_, at) => called(at, length));
  const at = whole >= 0 ? whole : words.findIndex((word) => isTitled(op.summary, word));
  const before = words.slice(0, Math.max(at, 0)).filter((word) => !ANY.test(word));
  const [word, more] = before;
  const behind = words.slice(whole >= 0 ? at + length : at + 1).join(' ');
  if (at < 0 || more !== undefined) return undefined;
  if (word === undefined) return { behind };
  const shown = [...statesShown(op)].find((one) => isSaidOf(word, one));
  if (shown !== undefined) return { behind, state: shown };
  const state = [...statesIn(api).values()].flatMap((all) => [...all]).find((one) => isSaidOf(word, one));
  return state === undefined ? undefined : { behind, state, later: true };
}

function statesShown({ responses }: Operation['op']): ReadonlySet<string> {
  const content = responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const members = content.flatMap(({ examples }) =>
    examples.flatMap(({ value }) => objectsWith(value, []).flatMap(Object.entries)),
  );
  return new Set(members.flatMap(([property, value]) => (STATE.test(property) ? [String(value).toLowerCase()] : [])));
}
