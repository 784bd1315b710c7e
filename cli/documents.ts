// Reading folders and files of documents, profiles and wordings from disk, for every command that needs them.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { InputFile } from '../spec/build.js';
import { compileWording, type Wording } from '../spec/constraints/wording.js';
import { loadWording } from '../spec/constraints/wording-file.js';
import { compareText, type Diagnostic } from '../spec/diagnostic.js';
import { packageRoot } from '../spec/package-root.js';
import { loadProfile } from '../spec/profiles/load-profile.js';
import type { Profile } from '../spec/profiles/profile.js';
import { Failure } from './failure.js';
import { DEFAULT_PROFILE } from './profile-help.js';
import { NotText, readText } from './read-text.js';

const EXTENSIONS = /\.(?:md|mdx|markdown|txt)$/i;
/** How an OpenAPI document begins, YAML or JSON. */
const SPEC = /^(?:#[^\n]{0,200}\n){0,20}\s{0,8}(?:\{\s{0,8}["'])?(?:openapi|swagger)["']?\s{0,4}:/;

/**
 * Reads documents. A folder gives its pages, subfolders included, in the order of their names.
 *
 * @throws Failure (exit 2) for what is missing, unreadable, not UTF-8 or a spec, and where there is no page at all
 */
export function readDocuments(
  paths: string[],
  cwd: string,
  skip?: (file: string, message: string) => void,
): InputFile[] {
  const files = new Map<string, InputFile>();
  let skipped = 0;
  for (const path of paths) {
    const full = resolve(cwd, path);
    if (!existsSync(full))
      throw new Failure(`${path}: no such file or folder`, 'give a folder of markdown pages, or single files');
    const folder = statSync(full).isDirectory();
    for (const file of folder ? pagesIn(full) : [full])
      if (!files.has(file)) {
        const text = textOf(file, shown(file, cwd), skip);
        if (text !== undefined && !folder && SPEC.test(text))
          throw new Failure(
            `${path}: it is an OpenAPI document, not a page`,
            'give the pages it is made of; `generate`, `certify`, `mock` and `diff` take a spec (--spec)',
          );
        if (text === undefined) skipped++;
        else
          files.set(file, {
            path: shown(file, cwd),
            name: slashes(folder ? relative(full, file) : relative(join(full, '..'), file)),
            text,
          });
      }
  }
  if (files.size + skipped === 0)
    throw new Failure(`${paths.join(', ')}: no pages found`, 'pages are files ending in .md, .mdx, .markdown or .txt');
  return [...files.values()];
}

function textOf(file: string, name: string, skip?: (file: string, message: string) => void): string | undefined {
  try {
    return readText(file, name);
  } catch (error) {
    if (!skip || !(error instanceof NotText)) throw error;
    skip(name, error.message.replace(`${name}: `, ''));
    return undefined;
  }
}

/**
 * Reads documents for a check that goes on past a file that is no text: that file is a finding.
 *
 * @throws Failure (exit 2) for what is missing or cannot be opened
 */
export function readPages(paths: string[], cwd: string): { files: InputFile[]; unreadable: Diagnostic[] } {
  const unreadable: Diagnostic[] = [];
  const files = readDocuments(paths, cwd, (file, message) => {
    unreadable.push({
      code: 'doc/not-text',
      severity: 'error',
      file,
      line: 1,
      column: 1,
      message,
      help: 'save the file as UTF-8, or leave it out',
    });
  });
  return { files, unreadable };
}

function pagesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => compareText(a.name, b.name))
    .flatMap((entry) => {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return pagesIn(path);
      return entry.isFile() && EXTENSIONS.test(entry.name) ? [path] : [];
    });
}

function shown(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return slashes(near === '' || isAbsolute(near) ? file : near);
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** A profile by name (one that comes with docproof) or by file, with the words of its languages, and English ones. */
export function readProfile(name: string | undefined, cwd: string): Profile {
  const own = join(packageRoot(), 'spec', 'profiles');
  const known = readdirSync(own)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.slice(0, -5))
    .sort(compareText);
  const wanted = name ?? DEFAULT_PROFILE;
  const file = known.includes(wanted) ? join(own, `${wanted}.yaml`) : resolve(cwd, wanted);
  if (!existsSync(file))
    throw new Failure(`${wanted}: no such profile`, `give a profile file, or one of: ${known.join(', ')}`);
  const shownAs = shown(file, cwd);
  const { profile, diagnostics } = loadProfile(readText(file, shownAs), shownAs);
  if (!profile)
    throw new Failure(`${shownAs}: this profile cannot be used`, 'see `docproof profile check FILE`', 2, diagnostics);
  return { ...profile, wording: readWording(['en', ...profile.languages.map(({ code }) => code)]) };
}

/** @param languages absent: all that docproof has words of */
export function readWording(languages?: readonly string[]): Wording {
  const folder = join(packageRoot(), 'spec', 'profiles', 'wording');
  const diagnostics: Diagnostic[] = [];
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && (languages?.includes(file.slice(0, -5)) ?? true))
    .sort(compareText)
    .flatMap((file) => {
      const loaded = loadWording(readText(join(folder, file), file), file);
      diagnostics.push(...loaded.diagnostics);
      return loaded.source ? [loaded.source] : [];
    });
  if (diagnostics.length > 0) throw new Failure('the wording of constraints cannot be used', undefined, 2, diagnostics);
  return compileWording(sources);
}
