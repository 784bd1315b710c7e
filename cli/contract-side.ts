// One side of a comparison: a spec file, a folder of documents, or either at a git revision.
import { existsSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { OverridesFile } from '../spec/assemble/overrides.js';
import { type Build, buildSpec, type InputFile } from '../spec/build.js';
import type { Api } from '../spec/contract/api.js';
import type { Profile } from '../spec/profiles/profile.js';
import { withoutEnd } from '../spec/without-end.js';
import { hasNoOperation, readOverrides } from './build-spec.js';
import { readByProfile } from './chosen-profile.js';
import { readDocuments } from './documents.js';
import { readEarlier } from './earlier-spec.js';
import { Failure } from './failure.js';
import { fileAt, filesAt, findRevision, type Revision } from './git.js';
import { EXIT } from './io.js';
import { loadSpec } from './load-spec.js';
import { noOperation } from './no-operation.js';
import { readFileBelow } from './output-folder.js';
import { readText } from './read-text.js';

export interface ContractSide {
  /** For people: what was given. */
  name: string;
  api: Api;
  /** Where documents lie, for messages. */
  docs: string;
  /** Text of a document by the name that the contract records. */
  document(file: string): string | undefined;
}

export interface SideOptions {
  cwd: string;
  /** The spec's path at a revision that is given without one. */
  spec: string;
  /** Where the documents of a spec lie, to find lines in; at a revision that has no spec they are read instead. */
  docs: string;
  profile?: string;
  lang?: string;
  /** Corrections of the spec; where absent, `overrides.yaml` beside the documents. */
  overrides?: string;
}

const PAGE = /\.(?:md|mdx|markdown|txt)$/i;

/**
 * Reads `file.yaml`, `folder/`, `REVISION` or `REVISION:PATH`. What exists on disk is taken before a revision of that name.
 *
 * @throws Failure (exit 2) for what is neither, or can't be read
 */
export function readSide(given: string, options: SideOptions): ContractSide {
  const path = resolve(options.cwd, given);
  if (given !== '' && existsSync(path)) {
    if (statSync(path).isDirectory()) {
      const overrides = readOverrides(options.overrides, [given], options.cwd);
      return fromDocuments(given, given, readDocuments([given], options.cwd), overrides, options);
    }
    const folder = resolve(options.cwd, options.docs);
    const document = (file: string): string | undefined => diskText(folder, file);
    const docs = existsSync(folder) ? options.docs : '';
    return { name: given, api: parsed(readText(path, given), given), docs, document };
  }
  const [name = '', at] = splitOnce(given);
  const revision = findRevision(name, options.cwd);
  // Documents are older than the spec where docproof is new.
  if (revision) return fromRevision(given, revision, at === undefined ? [options.spec, options.docs] : [at], options);
  throw new Failure(
    `${given}: no such file or folder, and no git revision of that name`,
    'give a spec file, a folder of documents, a revision (main, v1.0, HEAD~1) or REVISION:PATH',
  );
}

function splitOnce(given: string): string[] {
  const at = given.indexOf(':');
  return at < 0 ? [given] : [given.slice(0, at), given.slice(at + 1)];
}

/** @param paths where the contract may be, the first that is there counts */
function fromRevision(given: string, revision: Revision, paths: string[], options: SideOptions): ContractSide {
  for (const path of paths) {
    const side = sideAt(path === paths[0] ? given : `${given}:${path}`, revision, path, options);
    if (side) return side;
  }
  throw new Failure(
    `${revision.name} has neither a file nor a folder of pages at ${paths.join(' or ')}`,
    'name the spec with --spec FILE, or give REVISION:PATH',
  );
}

function sideAt(given: string, revision: Revision, path: string, options: SideOptions): ContractSide | undefined {
  const { cwd } = options;
  const text = fileAt(revision, path, cwd);
  if (text !== undefined) {
    const document = (file: string): string | undefined =>
      isInside(file) ? fileAt(revision, `${options.docs}/${file}`, cwd) : undefined;
    return { name: given, api: parsed(text, `${revision.name}:${path}`), docs: options.docs, document };
  }
  const pages = filesAt(revision, path, cwd).filter((file) => PAGE.test(file));
  const files = pages.map((name) => ({
    path: `${path}/${name}`,
    name,
    text: fileAt(revision, `${path}/${name}`, cwd) ?? '',
  }));
  return files.length === 0
    ? undefined
    : fromDocuments(given, path, files, overridesAt(revision, path, options), options);
}

/** Those of the revision itself, since they correct its pages; a file that is named stands for both sides. */
function overridesAt(revision: Revision, path: string, options: SideOptions): OverridesFile | undefined {
  if (options.overrides !== undefined) return readOverrides(options.overrides, [], options.cwd);
  const beside = posix.join(posix.dirname(withoutEnd(path, '/')), 'overrides.yaml');
  const text = fileAt(revision, beside, options.cwd);
  return text === undefined ? undefined : { file: `${revision.name}:${beside}`, text };
}

function fromDocuments(
  name: string,
  docs: string,
  files: InputFile[],
  overrides: OverridesFile | undefined,
  options: SideOptions,
): ContractSide {
  const build = buildDocuments(files, overrides, options);
  const texts = new Map(files.map((file) => [file.name ?? file.path, file.text]));
  const api = parsed(build.yaml, name);
  if (api.operations.length === 0)
    throw new Failure(`${name}: there is nothing to compare in the documents`, noOperation([docs]));
  return { name, api, docs, document: (file) => texts.get(file) };
}

/** What `docproof build` would give, with the operation names of the spec that is there. */
export function buildDocuments(
  files: InputFile[],
  overrides: OverridesFile | undefined,
  options: Omit<SideOptions, 'docs'>,
): Build {
  const given = {
    earlier: readEarlier('--spec', options.spec, options.cwd),
    ...(options.lang === undefined ? {} : { lang: options.lang }),
    ...(overrides === undefined ? {} : { overrides }),
  };
  const read = (profile: Profile): Build => buildSpec(files, { profile, ...given });
  const { result: build } = readByProfile<Build>({
    name: options.profile,
    cwd: options.cwd,
    lang: options.lang,
    files,
    read,
    isEmpty: hasNoOperation,
    pagesOf: ({ pages }) => pages,
  });
  if (build.unreadable.length > 0) throw new Failure('pages cannot be read', undefined, EXIT.usage, build.unreadable);
  return build;
}

function parsed(text: string, name: string): Api {
  const { api, diagnostics } = loadSpec(text, name);
  if (!api) throw new Failure(`${name} cannot be used`, undefined, 2, diagnostics);
  return api;
}

/** File names come from a spec, which may be anybody's. */
function isInside(file: string): boolean {
  return !file.startsWith('/') && !/[\\\0:]/.test(file) && !file.split('/').includes('..');
}

function diskText(folder: string, file: string): string | undefined {
  return isInside(file) ? readFileBelow(folder, file) : undefined;
}
