// Headers that nobody put in quotes: the words behind `-H Accept:` belong to it.
import type { Word } from './word.js';

/** The words up to the next option are the header's value. They are added to `loose`. */
export function joinHeaders(words: Word[], loose: Word[]): Word[] {
  const out: Word[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    const header = /^(?:-H|--header)$/.test(words[i - 1]?.text ?? '') && /^[A-Za-z][\w-]*:$/.test(word.text);
    const rest: Word[] = [];
    while (header && isValue(words[i + 1]?.text)) rest.push(words[++i] as Word);
    loose.push(...rest);
    out.push(rest.length > 0 ? glued([word, ...rest]) : word);
  }
  return out;
}

function isValue(text: string | undefined): boolean {
  return text !== undefined && !/^(?:[-\u2013\u2014]|https?:\/\/|\{[A-Z]\w*\})/.test(text);
}

function glued(words: Word[]): Word {
  const at = words.flatMap((word, i) => (i === 0 ? word.at : [word.start, ...word.at]));
  return {
    text: words.map(({ text }) => text).join(' '),
    at,
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
  };
}
