// Reads files of a git revision. Nothing is changed, no shell is involved, and arguments can't become options.
import { execFileSync } from 'node:child_process';
import { withoutEnd } from '../spec/without-end.js';
import { Failure } from './failure.js';

const LIMIT = 256 * 1024 * 1024;

export interface Revision {
  /** As the user gave it. */
  name: string;
  /** The commit, in hexadecimal digits. */
  commit: string;
}

/** The commit that a name stands for; undefined where there is none, no repository, or no git. */
export function findRevision(name: string, cwd: string): Revision | undefined {
  // Git's own rules for names, and what they may be followed by: HEAD~2, main@{1}, v1.0^.
  if (!/^[\p{L}\p{N}_@][\p{L}\p{N}_./@{}^~+-]*$/u.test(name)) return undefined;
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`], cwd)?.trim();
  return commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? { name, commit } : undefined;
}

/** Text of a file of a revision, its path relative to `cwd`; undefined where the revision has no such file. */
export function fileAt({ commit }: Revision, path: string, cwd: string): string | undefined {
  return git(['cat-file', 'blob', `${commit}:${relativeToHere(path)}`], cwd);
}

/** Files below a folder of a revision, relative to it, in git's order; empty where it is no folder there. */
export function filesAt(revision: Revision, folder: string, cwd: string): string[] {
  const isTree = git(['cat-file', '-t', `${revision.commit}:${relativeToHere(folder)}`], cwd)?.trim() === 'tree';
  if (!isTree) return [];
  const list = git(['ls-tree', '-r', '-z', '--name-only', `${revision.commit}:${relativeToHere(folder)}`], cwd) ?? '';
  return list.split('\0').filter((name) => name !== '');
}

/** `./` makes git read a path from the working folder and not from the repository's top. */
function relativeToHere(path: string): string {
  const plain = withoutEnd(path.replaceAll('\\', '/').replace(/^(\.\/)+/, ''), '/');
  return plain === '' || plain === '.' ? './' : `./${plain}`;
}

/** Standard output; undefined when git says no. */
function git(args: string[], cwd: string): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: LIMIT,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOBUFS') throw new Failure('git gives more than 256 MiB');
    return undefined;
  }
}
