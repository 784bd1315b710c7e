// Rows of a flat table that stand below another in their author's eyes: `└ Name`, `　Name`, `Owner > Name`, `Owner.Name`, `Owners[].Name`.
import type { Wording } from '../constraints/wording.js';
import type { FieldRow } from './page.js';

/** Blanks that no table needs around its cells, as text and as entities, and signs of a tree. */
const INDENT =
  /^(?:[\u3000\u00a0]|&(?:nbsp|emsp|ensp|#160|#12288);|[└├┗┣│┃─━]\s*|[-–・>＞→]\s+|[-–—>＞]+(?=[\p{L}_$]))+/u;
const ARROW = /\s*(?:>|＞|→|»)\s*/;

/**
 * Gives rows that nest the path of their field, `Owner.Name`. Nothing nests where a name has a dot of its own (`_Box.Name`), since
 * dots would tell of both then.
 *
 * @param cell the cell of a row's name as it stands in the page
 * @returns whether dots in the names nest
 */
export function nestNames(rows: FieldRow[], cell: (row: FieldRow) => string, wording: Wording): boolean {
  const paths = pathsOf(rows, cell, wording);
  const known = new Set(paths.map(withoutLists));
  const nested = paths.filter((path) => /[.]|\[\]/.test(path));
  const owned = nested.every((path) => {
    const owner = withoutLists(path).split('.').slice(0, -1).join('.');
    return owner === '' || known.has(owner);
  });
  if (nested.length === 0 || !owned) return false;
  for (const [i, row] of rows.entries()) row.name = paths[i] as string;
  return true;
}

function pathsOf(
  rows: FieldRow[],
  cell: (row: FieldRow) => string,
  { tellsOfFields, tellsOfValue }: Wording,
): string[] {
  const open: { indent: number; path: string }[] = [];
  return rows.map((row) => {
    const marks = INDENT.exec(cell(row).replace(/^ +/, ''))?.[0] ?? INDENT.exec(row.name)?.[0] ?? '';
    const indent = marks.replace(/&[^;]+;/g, ' ').length;
    row.name = row.name.replace(INDENT, '').trim();
    const name = row.name.split(ARROW).join('.');
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent) open.pop();
    const owner = open.at(-1)?.path;
    const path = owner === undefined ? name : `${owner}.${name}`;
    const holds = tellsOfFields.test(`${row.type} ${row.effective} ${row.notes}`);
    if (holds || !tellsOfValue.test(`${row.type} ${row.effective}`)) open.push({ indent, path });
    return path;
  });
}

function withoutLists(path: string): string {
  return path.replaceAll('[]', '');
}
