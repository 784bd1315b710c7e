// "Two letters followed by six digits" → a pattern, where every part says how many of which characters it has.

import { withoutEnd } from '../without-end.js';
import { onlyCharacters } from './character-set.js';
import { characterClass } from './pattern.js';
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

const COUNTED = /^(\D{0,60}?)(\d{1,4})(?:\s?(?:[-−–〜~]|to|bis|à)\s?(\d{1,4}))?[\s-]?(\D{0,60})$/u;
const FEWEST = 2;

/** @returns undefined where anything of the line is no such part */
export function sequencePattern(line: string, wording: Wording): string | undefined {
  const sequence = new RegExp(wording.sequence.source, 'giu');
  const sentences = line.replace(/[(（][^()（）\n]{0,80}[)）]/g, ' ').split(/[.。;；](?:\s|$)|。/);
  const sentence = sentences.find((one) => wording.sequence.test(one));
  if (sentence === undefined) return undefined;
  const marks = [...sentence.matchAll(sequence)];
  const ends = [...marks.map(({ index }) => index), sentence.length];
  const parts = ends.map((end, i) => {
    const mark = marks[i - 1];
    if (!mark) return partOf(withoutEnd(sentence.slice(0, end), ' ,、').split(/[:：]/).at(-1) ?? '', wording);
    const behind = mark.index + mark[0].length;
    const text = withoutEnd(sentence.slice(behind, end), ' ,、');
    // A mark may end with the characters of the part behind it.
    return partOf(text, wording) ?? partOf(`${mark[0].slice(1)}${text}`, wording);
  });
  const counted = parts.filter((part) => part?.endsWith('}'));
  return counted.length >= FEWEST && parts.every((part) => part !== undefined) ? `^${parts.join('')}$` : undefined;
}

function partOf(written: string, wording: Wording): string | undefined {
  const text = written
    .trim()
    .replace(/^\p{L}{1,8}(?=\s|-)/u, (word) => wording.numberWords.get(plainKey(word)) ?? word);
  const [, before = '', min, max, after = ''] = COUNTED.exec(text) ?? [];
  if (min === undefined || (max !== undefined && Number(max) < Number(min))) return undefined;
  // "A hyphen, 2 letters": what is counted stands behind the number, and something else in front of it.
  const isUnit = wording.isCharacters(after) && !onlyCharacters(after.trim(), wording);
  const words = before.trim() === '' ? after : isUnit ? before : '';
  const set = onlyCharacters(words.trim(), wording);
  if (!set || set.vague || set.characters.size === 0) return undefined;
  const most = max === undefined ? '' : `,${Number(max)}`;
  return `${characterClass(set.characters)}{${Number(min)}${most}}`;
}
