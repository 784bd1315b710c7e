// Names of URI schemes in the words of a cell.
import type { Wording } from './wording.js';
import { plainKey } from './wording-lists.js';

/** Those of a list; behind them, flattened text goes on with the next statement, which may be that null is allowed. */
export function schemesIn(text: string, { joiners, nullWords }: Wording): { schemes: string[]; nullable: boolean } {
  const members = (/^[^()（）]+(?=[)）])/.exec(text)?.[0] ?? text)
    .replace(/[()（）]/g, ' ')
    .replace(joiners, ',')
    .split(/[,/、]+/)
    .map((s) => s.trim().split(/\s+/))
    .filter(([name]) => name !== '');
  const schemes: string[] = [];
  for (const [word = '', next] of members) {
    const found = /^([a-z][a-z0-9+.-]{0,40})(?![\w])(?::(?:\/\/)?)?(.*)$/.exec(word.toLowerCase());
    if (!found?.[1]) break;
    schemes.push(found[1]);
    // Words of a language without blanks follow the last one: "…、urnのいずれか".
    if (found[2]) break;
    // In flattened text the next statement follows on the same line.
    if (next !== undefined) return { schemes, nullable: nullWords.has(plainKey(next)) };
  }
  return { schemes, nullable: false };
}
