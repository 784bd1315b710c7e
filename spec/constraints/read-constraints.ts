// A row's words → what they demand of its value: JSON Schema facets, null, requirement, default. Pure.
import type { ConstraintCells, Constraints, ReadOptions } from './constraints.js';
import { RowReader } from './row-reader.js';
import type { Wording } from './wording.js';

/** Reads the cells of a row. The same cells and words always give the same result; time is linear in the text. */
export function readConstraints(cells: ConstraintCells, wording: Wording, options: ReadOptions = {}): Constraints {
  const read = new RowReader(wording).read(cells, options);
  const { type, minimum, maximum } = read.schema;
  const isNumber = read.inferred.includes('type') && (type === 'integer' || type === 'number');
  if (!isNumber || cells.type?.trim() || minimum !== undefined || maximum !== undefined) return read;
  // Where the default alone tells that it is a number, "1 to 50" is its range.
  const again = new RowReader(wording).read({ ...cells, type }, options);
  const isLimited = again.schema.minimum !== undefined || again.schema.maximum !== undefined;
  return isLimited ? { ...again, inferred: ['type', ...again.inferred] } : read;
}
