// What to say of pages in which nothing was found that is documented.
import { shellWord } from './shell-word.js';

/** Pages in a style that the profile does not know have nothing wrong with them, and nothing in them either. */
export function noOperation(docs: string[]): string {
  return `no operation was found: are the pages written in another style? \`docproof init ${shellWord(docs[0] ?? '')}\` names the nearest profile`;
}
