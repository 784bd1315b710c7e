// Every target by name, loaded when it is wanted.
import type { Target } from './target.js';

const LOADERS: Record<Target['name'], () => Promise<Target>> = {
  server: async () => (await import('./server/target.js')).serverTarget,
  client: async () => (await import('./client/target.js')).clientTarget,
  samples: async () => (await import('./samples/target.js')).samplesTarget,
};

/** Names of all targets, in the order they are made. */
export const TARGET_NAMES = Object.keys(LOADERS) as Target['name'][];

/** Loads the targets named. */
export async function loadTargets(names: readonly Target['name'][]): Promise<Target[]> {
  return Promise.all(TARGET_NAMES.filter((name) => names.includes(name)).map((name) => LOADERS[name]()));
}
