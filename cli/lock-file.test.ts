// The lock file serves every system and names no host: `npm ci` of a fresh clone depends on it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../spec/package-root.js';

interface Locked {
  resolved?: string;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(packageRoot(), 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const packages = Object.entries(lock.packages);

test('packages for other systems are locked, too: an install on one system must not leave them out', () => {
  const known = new Set(
    packages.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)),
  );
  const missing = packages.flatMap(([path, p]) =>
    Object.keys(p.optionalDependencies ?? {})
      .filter((name) => !known.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('nothing runs a script when it is installed', () => {
  expect(packages.filter(([, p]) => p.hasInstallScript).map(([path]) => path)).toEqual([]);
});

test('no host of a registry is named', () => {
  expect(packages.filter(([, p]) => p.resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
});
