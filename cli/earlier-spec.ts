// The spec that a build is to replace: its operations keep their names.
import { resolve } from 'node:path';
import { earlierIds } from '../spec/assemble/earlier.js';
import type { EarlierIds } from '../spec/assemble/operation-ids.js';
import { withoutEnd } from '../spec/without-end.js';
import { Failure } from './failure.js';
import { readText } from './read-text.js';
import { statsOf } from './stats-of.js';

/** A line that only specs have, be the rest broken (as between the marks of a merge). */
const SPEC = /^[\s{]{0,8}["']?openapi["']?\s{0,4}:/m;

/**
 * @param flag that gave the file, with the dashes, for the message
 * @param file as given; there may be none. A device or a pipe (`/dev/stdout`) has no earlier text: reading it would wait
 *   for what is to be written into it
 * @throws Failure (exit 2) where something is there that cannot be read, or that no build has made: a page, perhaps
 */
export function readEarlier(flag: '--out' | '--spec', file: string, cwd: string): EarlierIds {
  const path = resolve(cwd, file);
  const there = statsOf(path);
  if (there?.isDirectory())
    throw new Failure(
      `${flag} ${file}: it is a folder, not a file`,
      `name the file of the spec: ${flag} ${inside(file)}`,
    );
  if (!there?.isFile()) return new Map();
  const text = readText(path, file);
  if (text.trim() !== '' && !SPEC.test(text))
    throw new Failure(
      `${flag} ${file}: what is there is no spec, and stays as it is`,
      'name another file, or remove it first',
    );
  return earlierIds(text, file);
}

function inside(folder: string): string {
  return `${withoutEnd(folder, '/')}/openapi.yaml`;
}
