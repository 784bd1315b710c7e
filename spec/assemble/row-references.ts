// What rows of tables say of the objects that other rows make up: `Array of {1}`, a type that is called like one.
import type { Wording } from '../constraints/wording.js';
import type { FieldRow, TreeRow } from '../extract/page.js';

/** Whether a field of the one table is told in the other, whose objects have its name or its `{1}`. */
export function refersTo(fields: readonly FieldRow[], tree: readonly TreeRow[]): boolean {
  const parents = new Set(tree.map((row) => row.parent));
  return !parents.has('root') && fields.some((row) => [row.name, ...references(row)].some((name) => parents.has(name)));
}

/** `Array of {1}`, of a row without a type. */
export function refersToList(row: TreeRow, { listTable }: Wording): boolean {
  return listTable.test([row.effective, row.notes, row.overview].join('\n').normalize('NFKC'));
}

/** The object that a row of type object or array is said to be by its name: `Part`, `Array of Part`, `Object (part format)`. */
export function titled(
  row: TreeRow,
  parents: Iterable<string>,
  { tellsOfFields, aroundMembers, formOf }: Wording,
): string[] {
  if (!tellsOfFields.test(row.type)) return [];
  const lines = [row.type, row.effective, row.notes].join('\n').split('\n');
  const words = lines.map((line) => line.replace(aroundMembers, '').trim().replace(formOf, '$1'));
  return [...parents].filter((parent) => parent !== 'root' && words.includes(parent));
}

/** The objects (`{1}`) that a row speaks of. */
export function references(row: FieldRow): string[] {
  return (
    `${row.type} ${row.effective} ${row.notes} ${row.overview}`.normalize('NFKC').match(/\{\s*\d+\s*\}/g) ?? []
  ).map((ref) => ref.replace(/\s/g, ''));
}
