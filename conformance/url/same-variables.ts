// Paths that call one key by several names: `/tickets/{id}` beside `/tickets/{ticket_id}/comments/{id}`.
import type { ApiOperation } from '../../spec/contract/api.js';
import { stem } from '../plan/stem.js';

type Names = ReadonlyMap<string, string>;

const WHOLE = /^\{([^{}]+)\}$/;

/**
 * New names for the variables of paths, so that one place has one name: the one that paths which go on behind it have, as
 * what stands there may have a key of the same name.
 */
export function sameVariables(paths: readonly string[]): Map<string, Names> {
  const wanted = new Map<string, string>();
  const deepFirst = [...paths].sort((a, b) => b.split('/').length - a.split('/').length);
  for (const path of deepFirst)
    for (const { place, name } of placesIn(path)) if (!wanted.has(place)) wanted.set(place, name);
  nameApart(paths, wanted);
  const found = new Map<string, Names>();
  for (const path of paths) {
    const places = placesIn(path);
    const renamed = new Map(places.map(({ place, name }) => [name, wanted.get(place) ?? name]));
    const other = [...renamed].some(([name, to]) => name !== to);
    // Two keys of one path stay two.
    if (other && new Set(renamed.values()).size === places.length) found.set(path, renamed);
  }
  return found;
}

/** What is made in something else and lives elsewhere has another key: `/rooms/{id}/bookings` makes `/bookings/{id}`. */
function nameApart(paths: readonly string[], wanted: Map<string, string>): void {
  const made = new Map<string, Set<string>>();
  for (const path of paths) {
    const segments = path.split('/');
    const collection = segments.at(-1) ?? '';
    const around = placesIn(path).map(({ place }) => place);
    if (around.length === 0 || WHOLE.test(collection) || !WHOLE.test(segments.at(-2) ?? '')) continue;
    const names = around.map((place) => wanted.get(place) as string);
    made.set(collection, new Set([...(made.get(collection) ?? []), ...names]));
  }
  const taken = new Set(wanted.values());
  for (const [place, name] of wanted) {
    const [collection = '', around] = place.split('/').slice(0, -1).reverse();
    if (around === '{}' || !made.get(collection)?.has(name)) continue;
    const own = `${stem(collection)}_${name}`;
    if (!taken.has(own)) wanted.set(place, own);
  }
}

export function withVariables(op: ApiOperation, names: Names): ApiOperation {
  const to = (name: string): string => names.get(name) ?? name;
  return {
    ...op,
    path: op.path.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${to(name)}}`),
    parameters: op.parameters.map((one) => (one.in === 'path' ? { ...one, name: to(one.name) } : one)),
  };
}

/** Variables that are whole segments, each with the path up to it, whatever its variables are called. */
function placesIn(path: string): { place: string; name: string }[] {
  let place = '';
  return path.split('/').flatMap((segment) => {
    const name = WHOLE.exec(segment)?.[1];
    place += `/${name === undefined ? segment : '{}'}`;
    return name === undefined ? [] : [{ place, name }];
  });
}
