// The lines below the titles of a copied table that has a line for each cell, and what all ways to read its rows need of them.

export const MOST_COLUMNS = 7;
/** Lines of one cell. */
export const MOST_LINES = 8;

/** Indexes of the lines of each cell. */
export type Cells = number[][];

/** Lines below the titles of a table. */
export interface TableLines {
  fields: readonly string[];
  /** Behind the titles. */
  first: number;
  line(k: number): string;
  /** Lines with something in them. */
  filled(from: number, to: number): number[];
  count: number;
  /** Whether a line is what ends a table, as far as its words tell. */
  endsAt(k: number): boolean;
  /** Whether a line that ends a table is not, word for word, the title of a section. */
  isLooselyTitle(k: number): boolean;
  /** Whether the titles stand again from a line on: those of the next table. */
  repeats(k: number): boolean;
  /** Whether a line is worded as the title of a column. */
  isColumn(k: number): boolean;
  /** Whether the page shows a name as a key of JSON. */
  isKey(name: string): boolean;
}

/** Tables do not go on for ever: what is not over by then is none. */
export const MOST_TABLE_LINES = 1500;

/**
 * The line that ends the table.
 *
 * @param goesOn whether a line that looks like an end is the name of a row
 */
export function endOf(table: TableLines, first: number, goesOn: (k: number) => boolean): number {
  let k = first;
  for (; k < Math.min(table.count, first + MOST_TABLE_LINES); k++) {
    if (table.line(k) !== '' && table.endsAt(k) && !isCell(table, k) && !goesOn(k)) break;
    if (table.repeats(k)) break;
  }
  return k;
}

/** Right behind a name stands what it is, though it may be worded as a title: `Content-Type`, `Media type of the response body`. */
function isCell(table: TableLines, k: number): boolean {
  const above = table.filled(Math.max(table.first, k - 2), k).at(-1);
  const isName = above !== undefined && /^[\w$.:/@[\]-]{1,80}$/.test(table.line(above)) && !table.endsAt(above);
  const next = nextFilled(table, k);
  return isName && table.isLooselyTitle(k) && !(table.isColumn(next) && table.isColumn(nextFilled(table, next)));
}

export function nextFilled(table: TableLines, k: number): number {
  return table.filled(k + 1, k + 1 + MOST_COLUMNS)[0] ?? k;
}

/** Lines over so many cells: one each, the rest in the last one. */
export function spread(lines: readonly number[], cells: number): Cells {
  return Array.from({ length: cells }, (_, i) => (i === cells - 1 ? lines.slice(i) : lines.slice(i, i + 1)));
}
