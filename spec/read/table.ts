// Lines of a table → rows of cells, each cell with its place. GFM rules: a `|` splits unless a backslash stands before it.
import type { Row } from './document.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';

/** `|:--|--:|` with or without pipes at the ends. */
export function isDelimiter(given: string): boolean {
  const line = withBars(given);
  return line.includes('|') && line.includes('-') && /^[\s|:-]+$/.test(line) && !/[^\s|:]\s+-/.test(line);
}

/** A line that begins with a full-width bar has those for `|`; one that is all signs, full-width ones for them. */
export function withBars(line: string): string {
  if (!line.includes('｜') || !line.trimStart().startsWith('｜')) return line;
  return /^[\s｜：:－-]+$/.test(line) ? line.normalize('NFKC') : line.replaceAll('｜', '|');
}

/** `+-----+=====+` */
export function isGridBorder(line: string): boolean {
  const text = line.trim();
  return text.length > 4 && text.startsWith('+') && text.endsWith('+') && /^[+:=-]+$/.test(text);
}

/** Whether a table starts on a line, seen with the one below it. */
export function startsTable(given: string, below: string): boolean {
  const [line, next] = [withBars(given), withBars(below)];
  if (!line.includes('|')) return isGridBorder(line) && next.trimStart().startsWith('|');
  if (next.includes('|') && isDelimiter(next)) return true;
  const trimmed = line.trim();
  return trimmed.startsWith('|') && trimmed.length > 1 && trimmed.indexOf('|', 1) > 0;
}

/**
 * Reads one line of a table.
 *
 * @param spaced only a `|` with blanks around it parts cells: in flattened text nothing else tells it from one in a cell
 * @param bare the rows of the table have no `|` at their start: one there stands behind an empty cell
 */
export function readRow(text: string, line: Line, spaced = false, bare = false): Row {
  const end = line.start + line.text.trimEnd().length;
  let at = line.start + (line.text.length - line.text.trimStart().length);
  const wide = text[at] === '｜';
  if ((text[at] === '|' || wide) && !bare) at++;
  const cells: Row['cells'] = [];
  let from = at;
  let closed = false;
  for (let i = at; i < end; i++) {
    const char = text[i];
    if (char === '\\') {
      i++;
    } else if (
      (char === '|' || (wide && char === '｜')) &&
      !(spaced && i > at && i < end - 1 && /\S/.test(`${text[i - 1]}${text[i + 1]}`))
    ) {
      cells.push(readInline(text, from, i));
      from = i + 1;
      closed = i === end - 1;
    }
  }
  if (!closed) cells.push(readInline(text, from, Math.max(from, end)));
  return { kind: 'row', cells, span: { start: line.start, end }, closed };
}

/**
 * Reads one line of a table whose cells have tabs between them.
 *
 * @param width so many cells a row may have: tabs at its end stand before empty ones
 */
export function readTabs(text: string, line: Line, width = 0): Row {
  const end = line.start + line.text.trimEnd().length;
  const cells: Row['cells'] = [];
  for (let from = line.start; from <= end; ) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 || tab > end ? end : tab;
    cells.push(readInline(text, from, to));
    from = to + 1;
  }
  for (let i = end; i < line.start + line.text.length && cells.length < width; i++)
    if (text[i] === '\t') cells.push(readInline(text, i + 1, i + 1));
  return { kind: 'row', cells, span: { start: line.start, end }, closed: true };
}
