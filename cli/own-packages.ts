// The packages that the project in which docproof is run names as its own.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from './failure.js';
import { readText } from './read-text.js';

type PackageJson = Record<string, Record<string, string> | undefined>;

/**
 * Names from package.json in the folder; undefined where there is none.
 *
 * @throws Failure (exit 2) where it cannot be read
 */
export function ownPackages(cwd: string): Set<string> | undefined {
  const file = resolve(cwd, 'package.json');
  if (!existsSync(file)) return undefined;
  const text = readText(file, 'package.json');
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as PackageJson;
    return new Set(Object.keys({ ...dependencies, ...devDependencies }));
  } catch {
    throw new Failure('package.json: not JSON', 'mend it: it says which packages are installed');
  }
}
