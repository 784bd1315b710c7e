// A phrase of each sentence that documents promise something with, in each language that has words for it.
import type { Sentence } from '../../told/sentences.js';
import { ACCESS } from './access.js';
import { ANSWERS } from './answers.js';
import { BODIES } from './bodies.js';
import { ENDS } from './ends.js';
import { FIELDS } from './fields.js';
import { HEADERS } from './headers.js';
import { HISTORIES } from './histories.js';
import { LINKS } from './links.js';
import { LISTS } from './lists.js';
import { LIVES } from './lives.js';
import { OPTIONS } from './options.js';
import { PLACES } from './places.js';
import { STATES } from './states.js';

export type Phrases = [Sentence, ...string[]][];

export const PHRASES: Phrases = [
  ...ACCESS,
  ...ANSWERS,
  ...BODIES,
  ...ENDS,
  ...HEADERS,
  ...FIELDS,
  ...HISTORIES,
  ...LINKS,
  ...LISTS,
  ...LIVES,
  ...OPTIONS,
  ...PLACES,
  ...STATES,
];
