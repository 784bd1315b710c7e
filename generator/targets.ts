// Every target by name, loaded when it is wanted.
import type { Target } from './target.js';

/** What some targets want to know. */
export interface TargetOptions {
  /** Paths that the output folder's manifest lists: what a target made before, it makes again. */
  made?: readonly string[];
  /** Languages of samples, or `all`. */
  languages?: readonly string[];
}

const LOADERS: Record<Target['name'], (options: TargetOptions) => Promise<Target>> = {
  server: async () => (await import('./server/target.js')).serverTarget,
  client: async () => (await import('./client/target.js')).clientTarget,
  samples: async ({ languages, made = [] }) => {
    const { languagesNamed, languagesOf } = await import('./samples/languages/choice.js');
    const named = languages && languagesNamed(languages);
    if (named && 'unknown' in named)
      throw new RangeError(`no language ${named.unknown}: there are ${named.known.join(', ')}, or all`);
    return (await import('./samples/target.js')).samplesTargetOf(named?.languages ?? languagesOf(made));
  },
};

/** Names of all targets, in the order they are made. */
export const TARGET_NAMES = Object.keys(LOADERS) as Target['name'][];

/** Loads the targets named. Throws RangeError for a language that is none. */
export async function loadTargets(names: readonly Target['name'][], options: TargetOptions = {}): Promise<Target[]> {
  return Promise.all(TARGET_NAMES.filter((name) => names.includes(name)).map((name) => LOADERS[name](options)));
}
