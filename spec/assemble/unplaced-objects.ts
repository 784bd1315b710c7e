// Tables whose objects (`{2}`) no row of the page refers to: the sample shows where they stand.
import type { JsonValue, Schema } from '../contract/api.js';
import type { TreeRow } from '../extract/page.js';
import { references } from './row-references.js';

type Path = (string | number)[];

interface Place {
  path: Path;
  names: string[];
}

/**
 * Objects of a tree that nothing refers to, each at the place in the sample whose names are the most like its own.
 *
 * @param schemaOf makes the schema of an object and of all that it refers to
 * @returns undefined where all are referred to, or where the sample has no place for one of them
 */
export function placedBySample(
  rows: readonly TreeRow[],
  sample: JsonValue | undefined,
  schemaOf: (rows: TreeRow[]) => Schema,
): Schema[] | undefined {
  const parents = [...new Set(rows.map((row) => row.parent))];
  const referred = new Set(rows.flatMap((row) => references(row)));
  const loose = parents.filter((parent) => !referred.has(parent));
  if (sample === undefined || loose.length === 0 || !loose.every((parent) => /^\{\d+\}$/.test(parent)))
    return undefined;
  const free = placesOf(sample);
  const schemas: Schema[] = [];
  for (const parent of loose) {
    const names = rows.filter((row) => row.parent === parent).map((row) => row.name);
    const best = nearest(free, names);
    if (!best) return undefined;
    free.splice(free.indexOf(best), 1);
    const own = rows.filter((row) => row.parent === parent || !loose.includes(row.parent));
    schemas.push(best.path.reduceRight<Schema>(within, schemaOf(own)));
  }
  return schemas;
}

function within(schema: Schema, key: string | number): Schema {
  return typeof key === 'number' ? { type: 'array', items: schema } : { type: 'object', properties: { [key]: schema } };
}

/** The place with the most of the names, those in another case last. */
function nearest(places: readonly Place[], names: readonly string[]): Place | undefined {
  let best: Place | undefined;
  let most = 0;
  for (const place of places) {
    const lower = new Set(place.names.map((name) => name.toLowerCase()));
    const alike = names.filter((name) => lower.has(name.toLowerCase()));
    const points = alike.length + alike.filter((name) => place.names.includes(name)).length;
    if (points > most) [best, most] = [place, points];
  }
  return best;
}

/** Objects of a value, the outer ones first; of a list, its first member. */
function placesOf(value: JsonValue, path: Path = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value[0] === undefined ? [] : placesOf(value[0], [...path, 0]);
  const inner = Object.entries(value).flatMap(([key, member]) => placesOf(member, [...path, key]));
  return [{ path, names: Object.keys(value) }, ...inner];
}
