// Whether what a sentence speaks of is made by a create: "loans", "open loans" where that is the state that a new one has.
import { objectsWith } from '../../assess/entity-in.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import { STATE } from '../../plan/turns.js';
import { isTitled } from '../../told/titled.js';

/** Words in front of a kind that leave out none of it. */
const ANY = /^(?:any|some|its|the|more|still|other|existing|all|noch|des|encore)$/i;

interface Kind {
  /** The state in front of it. */
  state?: string;
  /** The words behind it. */
  behind: string;
}

/** @returns nothing where the words speak of something else, or of some that a new one is not among */
export function kindIn(told: string, { name }: Resource, { op }: Operation): Kind | undefined {
  const words = told.toLowerCase().split(/\s+/);
  const length = name.split(/[_-]/).length;
  const called = (at: number, many: number): boolean => stem(words.slice(at, at + many).join('')) === stem(name);
  const whole = words.findIndex((_, at) => called(at, length));
  const at = whole >= 0 ? whole : words.findIndex((word) => isTitled(op.summary, word));
  const before = words.slice(0, Math.max(at, 0)).filter((word) => !ANY.test(word));
  if (at < 0 || !before.every((word) => statesShown(op).has(word))) return undefined;
  const [state] = before;
  return { behind: words.slice(whole >= 0 ? at + length : at + 1).join(' '), ...(state ? { state } : {}) };
}

function statesShown({ responses }: Operation['op']): ReadonlySet<string> {
  const content = responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const members = content.flatMap(({ examples }) =>
    examples.flatMap(({ value }) => objectsWith(value, []).flatMap(Object.entries)),
  );
  return new Set(members.flatMap(([property, value]) => (STATE.test(property) ? [String(value).toLowerCase()] : [])));
}
