// Rows of tables of statuses → statuses: one cell may hold several, and the cells beside it as many words.
import type { Profile } from '../profiles/profile.js';
import type { Inline, Span } from '../read/document.js';
import { STATUS_CODES } from './operations/status-codes.js';
import type { StatusFact } from './page.js';
import { readStatuses } from './page-text.js';

/**
 * The statuses of a row: `200`, `201 Created`, `201, 204`, one a line.
 *
 * @param words the cells that say what the statuses mean
 */
export function statusesOfRow(
  cell: Inline | undefined,
  words: (Inline | undefined)[],
  span: Span,
  profile: Profile,
): StatusFact[] {
  if (!cell || !/^\s*[1-5]\d\d(?![\dA-Za-z_])/.test(cell.text.normalize('NFKC'))) return [];
  const codes = [...new Set(readStatuses(cell, profile).map(({ code }) => code))];
  const shares = words.flatMap((word) => (word && !/^[-–—]*$/.test(word.text) ? [sharesOf(word.text, codes)] : []));
  return codes.map((code, i) => ({ code, description: shares.map((share) => share[i]).join(': '), span }));
}

/** What a cell says of each of its row's codes: a line each, their registered names, or all of it. */
function sharesOf(text: string, codes: string[]): string[] {
  const lines = text.split('\n');
  if (lines.length === codes.length) return lines;
  const names = text.split(/\s*[,、/・]\s*/);
  const registered = names.length === codes.length && names.every((name, i) => isReason(name, codes[i] as string));
  return registered ? names : codes.map(() => text);
}

function isReason(text: string, code: string): boolean {
  return text.trim().toLowerCase() === STATUS_CODES[code]?.toLowerCase();
}
