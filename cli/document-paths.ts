// Where the pages lie that a spec names: as seen from the folder in which CI and its annotations begin.
import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';

/**
 * @param docs folder that the spec's names of pages begin in
 * @returns gives the path from `cwd` for a page that is there, any other name as it is
 */
export function documentPaths(docs: string, cwd: string): (file: string) => string {
  const paths = new Map<string, string>();
  return (file) => {
    const known = paths.get(file);
    if (known !== undefined) return known;
    const there = resolve(cwd, docs, file);
    const path = relative(cwd, there);
    const outside = path.startsWith('..') || isAbsolute(path);
    const found = !outside && existsSync(there) ? path.replaceAll('\\', '/') : file;
    paths.set(file, found);
    return found;
  };
}
