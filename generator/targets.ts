// Every target by name, loaded when it is wanted.
import type { Target } from './target.js';

const LOADERS: Partial<Record<Target['name'], () => Promise<Target>>> = {
  server: async () => (await import('./server/target.js')).serverTarget,
};

/** Names of all targets, in the order they are made. */
export const TARGET_NAMES = Object.keys(LOADERS) as Target['name'][];

/** Loads the targets named. */
export async function loadTargets(names: readonly Target['name'][]): Promise<Target[]> {
  const loaders = TARGET_NAMES.filter((name) => names.includes(name)).map((name) => LOADERS[name]);
  return Promise.all(loaders.flatMap((load) => (load ? [load()] : [])));
}
