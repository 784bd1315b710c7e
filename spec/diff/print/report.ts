// What the printers of a comparison get.
import { withoutEnd } from '../../without-end.js';
import type { Change, Place } from '../change.js';

export interface DiffReport {
  /** What the sides were given as. */
  old: string;
  new: string;
  changes: Change[];
}

/** Puts the folder of the documents before their names, so that a line can be opened from where one stands. */
export function withDocs(changes: Change[], folders: { old: string; new: string }): Change[] {
  return changes.map((change) => ({ ...change, places: change.places.map((place) => below(place, folders)) }));
}

function below(place: Place, folders: { old: string; new: string }): Place {
  if (!place.source) return place;
  const folder = withoutEnd(folders[place.source.side], '/');
  return {
    ...place,
    source: { ...place.source, file: folder === '' ? place.source.file : `${folder}/${place.source.file}` },
  };
}

/** `spec/docs/en/237_Update_Relation.md:45`, and whether it is the old document's line. */
export function placeText(place: Place): string | undefined {
  return place.source && `${place.source.file}:${place.source.line}${place.source.side === 'old' ? ' (old)' : ''}`;
}

/** `2 breaking, 1 risky, 3 safe`. */
export function totals(count: Record<'breaking' | 'risky' | 'safe', number>): string {
  return `${count.breaking} breaking, ${count.risky} risky, ${count.safe} safe`;
}
