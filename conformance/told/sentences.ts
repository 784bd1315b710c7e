// What documents promise in sentences, for which tables have no place: each with its words, in every language that has been met.
// What nobody says in these words is not promised.
import { ACCESS } from './sentences/access.js';
import { ANSWERS } from './sentences/answers.js';
import { BODIES } from './sentences/bodies.js';
import { ENDS } from './sentences/ends.js';
import { FIELDS } from './sentences/fields.js';
import { HEADERS } from './sentences/headers.js';
import { HISTORIES } from './sentences/histories.js';
import { HOLDS } from './sentences/holds.js';
import { LINKS } from './sentences/links.js';
import { LISTS } from './sentences/lists.js';
import { LIVES } from './sentences/lives.js';
import { MOVES } from './sentences/moves.js';
import { OPTIONS } from './sentences/options.js';
import { PLACES } from './sentences/places.js';
import { STATES } from './sentences/states.js';

export const SENTENCES = {
  ...LISTS,
  ...OPTIONS,
  ...LINKS,
  ...HEADERS,
  ...ACCESS,
  ...LIVES,
  ...HOLDS,
  ...ENDS,
  ...STATES,
  ...MOVES,
  ...HISTORIES,
  ...FIELDS,
  ...PLACES,
  ...ANSWERS,
  ...BODIES,
};

export type Sentence = keyof typeof SENTENCES;

/** "It gets the status `paid`": words in front of a property and its value. */
export const GIVEN: readonly string[] = [
  'gets the',
  'gets',
  'receives the',
  'is given the',
  'goes into',
  'goes to',
  'enters the',
  'erhält den',
  'bekommt den',
  'geht in den',
  'reçoit le',
  'prend le',
];

/** What stands between a property and the value that an action leaves in it, and behind that: "Sets status to closed", "whose status is then closed". */
export const LEAVES: readonly (readonly [between: string, behind?: string])[] = [
  ['to'],
  ['back to'],
  ['set to'],
  ['is then'],
  ['is now'],
  ['becomes'],
  // "in state printing now"
  ['', 'now '],
  ['', 'from now on '],
  ['is set to'],
  ['turns to'],
  ['changes to'],
  ...['は', 'が', 'を'].flatMap((between) =>
    [
      'になる',
      'になります',
      'となる',
      'となります',
      'にする',
      'にします',
      'に変わる',
      'に変わります',
      'に変更',
      'に設定',
      'に更新',
    ].map((behind) => [between, behind] as const),
  ),
  ['auf'],
  ['dann', 'ist'],
  ['ist dann'],
  ['ist danach'],
  ['wird zu'],
  ['', 'von jetzt an '],
  ['à'],
  ['est alors'],
  ['est ensuite'],
  ['devient'],
  ['passe à'],
];
