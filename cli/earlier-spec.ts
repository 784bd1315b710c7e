// The spec that a build is to replace: its operations keep their names.
import { resolve } from 'node:path';
import { earlierIds } from '../spec/assemble/earlier.js';
import type { EarlierIds } from '../spec/assemble/operation-ids.js';
import { withoutEnd } from '../spec/without-end.js';
import { Failure } from './failure.js';
import { readText } from './read-text.js';
import { statsOf } from './stats-of.js';

/**
 * @param flag that gave the file, with the dashes, for the message
 * @param file as given; there may be none. A device or a pipe (`/dev/stdout`) has no earlier text: reading it would wait
 *   for what is to be written into it
 * @throws Failure (exit 2) where something is there that cannot be read
 */
export function readEarlier(flag: '--out' | '--spec', file: string, cwd: string): EarlierIds {
  const path = resolve(cwd, file);
  const there = statsOf(path);
  if (there?.isDirectory())
    throw new Failure(
      `${flag} ${file}: it is a folder, not a file`,
      `name the file of the spec: ${flag} ${inside(file)}`,
    );
  return there?.isFile() ? earlierIds(readText(path, file), file) : new Map();
}

function inside(folder: string): string {
  return `${withoutEnd(folder, '/')}/openapi.yaml`;
}
