// The files that documented commands send, out of the folder that --files names.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Api } from '../spec/contract/api.js';
import { baseName } from '../spec/curl/form-body.js';
import { Failure } from './failure.js';
import { reasonOf } from './read-text.js';
import { statsOf } from './stats-of.js';

/** Bytes. */
const LONGEST = 10 * 1024 * 1024;

/** Content by name. A link is not followed: what it leads to may be nothing to send away. */
export function readSentFiles(
  folder: string | undefined,
  apis: readonly Api[],
  cwd: string,
): ReadonlyMap<string, Buffer> {
  if (folder === undefined) return new Map();
  const wanted = [...new Set(apis.flatMap(filesOf))].sort();
  const there = new Set(namesIn(folder, cwd));
  const found = wanted.filter((name) => there.has(name));
  if (found.length === 0)
    throw new Failure(
      `--files ${folder}: it has none of the files that the commands send`,
      wanted.length === 0 ? 'no command of this spec sends one: leave --files out' : `they are: ${wanted.join(', ')}`,
    );
  return new Map(found.map((name) => [name, contentOf(folder, name, cwd)]));
}

function filesOf({ operations }: Api): string[] {
  return operations.flatMap(({ docs }) => (docs.cases ?? []).flatMap((c) => (c.request.files ?? []).map(baseName)));
}

function namesIn(folder: string, cwd: string): string[] {
  if (statsOf(resolve(cwd, folder))?.isFile()) throw new Failure(`--files ${folder}: it is a file, not a folder`);
  try {
    return readdirSync(resolve(cwd, folder), { withFileTypes: true }).flatMap((e) => (e.isFile() ? [e.name] : []));
  } catch (error) {
    throw new Failure(`--files ${folder}: cannot read the folder: ${reasonOf(error)}`);
  }
}

function contentOf(folder: string, name: string, cwd: string): Buffer {
  const path = join(resolve(cwd, folder), name);
  try {
    if (lstatSync(path).size <= LONGEST) return readFileSync(path);
  } catch (error) {
    throw new Failure(`--files ${folder}: cannot read ${name}: ${reasonOf(error)}`);
  }
  throw new Failure(`--files ${folder}: ${name} is longer than ${LONGEST / 1024 / 1024} MB`);
}
