// One argument of a command, with the place each of its characters came from.

export interface Word {
  text: string;
  /** For each UTF-16 unit of `text`, its offset in the source. */
  at: number[];
  start: number;
  /** Exclusive. */
  end: number;
}

/** What an argument is for; decides how a stray backslash in it is read. */
export type Role = 'url' | 'header' | 'body' | 'other';

/** Offset in the source of `text[index]`; the word's end where there is no such character. */
export function offsetAt(word: Word, index: number): number {
  return word.at[index] ?? word.end;
}

/** The part of a word from one index of its text to another. */
export function sliceWord(word: Word, from: number, to = word.text.length): Word {
  return {
    text: word.text.slice(from, to),
    at: word.at.slice(from, to),
    start: offsetAt(word, from),
    end: to >= word.text.length ? word.end : offsetAt(word, to),
  };
}

/** A word whose characters stand in the source just as they are. */
export function plainWord(text: string, start: number): Word {
  return { text, at: Array.from(text, (_, i) => start + i).slice(0, text.length), start, end: start + text.length };
}

/** Whether an argument starts like a URL, or like the variable of one (`{CellURL}`). */
export function isUrl(text: string): boolean {
  return /^(?:https?:\/\/|\{[A-Z]\w*\})/.test(text);
}
