// Reading drops the marks around code; where several values in code stand in a row they are a closed list, so they come back.
import type { Inline, Row } from '../read/document.js';

/** The row with code marks in every cell but its first: names are plain. `row` stays the one of the account. */
export function withCodeMarks(row: Row, source: string): Row {
  return { ...row, cells: row.cells.map((cell, i) => (i === 0 ? cell : withCode(cell, source))) };
}

/** The cell with code marks around what stands in them in the page. */
export function withCode(cell: Inline, source: string): Inline {
  const raw = source.slice(cell.span.start, cell.span.end);
  if (!raw.includes('`')) return cell;
  const { text } = cell;
  let marked = '';
  let from = 0;
  for (const found of raw.matchAll(/`([^`\n]{1,100})`/g)) {
    const code = (found[1] as string).trim();
    const at = wholeIn(text, code, from);
    // Numbers stay plain: limits are read as numbers.
    if (code === '' || at < 0 || /^-?\d[\d.,]*$/.test(code)) continue;
    marked += `${text.slice(from, at)}\`${code}\``;
    from = at + code.length;
  }
  return { ...cell, text: marked + text.slice(from) };
}

/** Where a code stands in a text, not as a part of a longer word: `a` is not in "default". */
function wholeIn(text: string, code: string, from: number): number {
  const splits = (at: number): boolean => /^\w\w$/.test(text.slice(at - 1, at + 1));
  let at = text.indexOf(code, from);
  // Right behind the last code nothing of a word stands before it.
  while (at > 0 && ((at > from && splits(at)) || splits(at + code.length))) at = text.indexOf(code, at + 1);
  return at;
}
