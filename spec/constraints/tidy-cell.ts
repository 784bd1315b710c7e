// The text of a cell as its words are looked for: in one form of letters and blanks.
import { MAX_CELL } from './constraints.js';

export function tidy(text: string): string {
  return (
    text
      .slice(0, MAX_CELL)
      // Signs that lose their sense in other letters: the number of a line, the bar between two values.
      .replace(/^\s?[①-⑳]\s?/gm, '')
      .replace(/(?<=\w)\s?／\s?(?=\w)/g, ' / ')
      .replace(/(?<![\p{L}\p{N}])‘([^‘’\n]{1,80})’(?![\p{L}\p{N}])/gu, "'$1'")
      .normalize('NFKC')
      .replace(/[\u200b-\u200d\ufeff\u0001]/g, '')
      .replace(/(?<=\p{L})[’ʼ](?=\p{L})/gu, "'")
      .replace(/[ \t\u00a0\r]+/g, ' ')
      .replace(/(?<=[\p{L}\p{N}]) :(?= )/gu, ':')
      // Flattened text has the lines of a cell in a row; a note begins one.
      .replace(/ (?=[*※]\p{L})/gu, '\n')
      .trim()
  );
}
