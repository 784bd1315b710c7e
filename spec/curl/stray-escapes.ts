// Backslashes that mean nothing where they stand: markdown's own (`\__ctl`), or a `$` escaped inside single quotes.
import type { CurlFix } from './problem.js';
import { offsetAt, type Role, type Word } from './word.js';

/** Text with its stray backslashes taken out, and their places in the source. */
export function undoStrayEscapes(word: Word, role: Role): { text: string; strays: CurlFix[] } {
  const strays: CurlFix[] = [];
  const json = role === 'body' && /^\s*[[{]/.test(word.text);
  const overEscaped = json && /^\s*[[{]\s*\\"/.test(word.text);
  let text = '';
  for (let i = 0; i < word.text.length; i++) {
    const char = word.text[i] as string;
    const next = word.text[i + 1] ?? '';
    if (char !== '\\' || !isStray(next, role, json, overEscaped)) {
      text += char;
      if (char === '\\' && next === '\\') {
        text += next;
        i++;
      }
      continue;
    }
    strays.push({ offset: offsetAt(word, i), length: 1, text: '' });
  }
  return { text: role === 'url' ? text.replace(/(?<!\s)\s*\n\s*/g, '') : text, strays };
}

function isStray(next: string, role: Role, json: boolean, overEscaped: boolean): boolean {
  if (overEscaped && next === '"') return true;
  if (json) return next !== '' && !/["\\/bfnrtu]/.test(next) && /[^A-Za-z0-9\s]/.test(next);
  if (role === 'url') return /[^A-Za-z0-9\s\\]/.test(next);
  return /[_*$#()[\]<>{}~|.!+\-&=/]/.test(next);
}
