// The tables of a body as one tree of rows: what an object of the body holds, whichever table says so.
import { isInWords } from '../extract/names-in-words.js';
import type { BodyFacts, FieldRow, TreeRow } from '../extract/page.js';

export interface BodyRows {
  /** Rows of an object: `root`, `{1}`, …; a flat table is all `root`. */
  byParent: Map<string, FieldRow[]>;
  /** A row names its field in words (`any name`), so that other fields may be there. */
  open: boolean;
}

/**
 * Undefined where the body has no table with names.
 * @param variant what a sample is about: tables about something else do not speak of it
 */
export function bodyRows(body: BodyFacts, variant?: string): BodyRows | undefined {
  const byParent = new Map<string, FieldRow[]>();
  let open = false;
  for (const table of body.tables) {
    if (variant !== undefined && table.variant !== undefined && table.variant !== variant) continue;
    if (table.kind !== 'fields' && table.kind !== 'tree') {
      open = true;
      continue;
    }
    for (const row of table.rows as (FieldRow | TreeRow)[]) {
      const parent =
        'parent' in row ? row.parent : table.kind === 'fields' && table.of !== undefined ? table.of.name : 'root';
      if (!isName(row.name)) open = true;
      else byParent.set(parent, [...(byParent.get(parent) ?? []), row]);
    }
  }
  return byParent.size > 0 ? { byParent, open } : undefined;
}

function isName(name: string): boolean {
  const isWord = !/[\s*{}<>]/.test(name.trim()) && !isInWords(name);
  return isWord && name.length <= 80 && name !== '-' && !/^\.{2,}|…$/.test(name);
}

/** `{2}` of "Array object {2}". */
export function referenceOf(row: FieldRow): string | undefined {
  return /\{\s*\d+\s*\}/.exec(`${row.type} ${row.notes} ${row.overview}`)?.[0].replace(/\s/g, '');
}
