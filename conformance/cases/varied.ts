// More names of the kind of a documented one.
import type { Suite } from '../plan/subject.js';

/** The documented key and more of its kind: `box1`, `box2`, `box3`. */
export function varied(suite: Suite, key: string, count: number): string[] {
  const ours = suite.urls.read(key) !== undefined;
  const runs = [...key.matchAll(/\d+/g)].reverse();
  const change = (run: RegExpMatchArray, by: number): string =>
    key.slice(0, run.index) + String(Number(run[0]) + by) + key.slice((run.index ?? 0) + run[0].length);
  const run = runs.find((r) => !ours || suite.urls.read(change(r, 1)) !== undefined);
  return Array.from({ length: count }, (_, by) => (by === 0 ? key : run ? change(run, by) : `${key}${by}`));
}

/** Two names of which the second comes behind the first wherever names are sorted, whatever is put behind both. */
export function oneBehind(suite: Suite, key: string): string[] {
  if (/\d/.test(key) || !/[A-Za-z]$/.test(key)) return varied(suite, key, 2);
  return [key, `${key}${/[a-z]$/.test(key) ? 'z' : 'Z'}`];
}
