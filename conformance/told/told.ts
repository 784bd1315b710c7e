// Whether a description says something that documents have only sentences for. In time that grows with the text, whatever it is:
// the words of a sentence are looked for one after the other, each from where the one before it ended.
import type { Words } from './sentences/words.js';
import { SENTENCES, type Sentence } from './sentences.js';

/** Where a sentence ends: a list item is one, too. */
const ENDS = /(?<=[.;!?])\s+|(?<=[。！？])|\n/;

/** Longer ones are none that somebody wrote for a reader. */
const LONGEST = 2_000;

export function says(text: string | undefined, what: Sentence): boolean {
  return whatSays(text, what) !== undefined;
}

/** The first sentence that says it. */
export function whatSays(text: string | undefined, what: Sentence): string | undefined {
  return sentencesOf(text).find((sentence) => groupsOf(sentence, what) !== undefined);
}

/** What the first sentence that says it has for the named groups of its words; nothing where none says it. */
export function toldBy(text: string | undefined, what: Sentence): Record<string, string | undefined> {
  for (const sentence of sentencesOf(text)) {
    const groups = groupsOf(sentence, what);
    if (groups) return groups;
  }
  return {};
}

/** What one sentence has for the named groups of all words that it says it in. */
export function allToldBy(sentence: string, what: Sentence): Record<string, string>[] {
  const every: readonly Words[] = SENTENCES[what];
  return every.map((words) => inOrder(sentence, words)).filter((groups) => groups !== undefined);
}

export function sentencesOf(text = ''): string[] {
  return text
    .replace(/(?<=\p{L})’(?=\p{L})/gu, "'")
    .split(ENDS)
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST);
}

function groupsOf(sentence: string, what: Sentence): Record<string, string> | undefined {
  for (const words of SENTENCES[what]) {
    const groups = inOrder(sentence, words);
    if (groups) return groups;
  }
  return undefined;
}

function inOrder(sentence: string, words: Words): Record<string, string> | undefined {
  let rest = sentence;
  const groups: Record<string, string> = {};
  for (const word of words) {
    const match = word.exec(rest);
    if (!match) return undefined;
    Object.assign(groups, match.groups);
    rest = rest.slice(match.index + match[0].length);
  }
  return groups;
}
