// What `docproof watch` does: one pass at the start, one for each burst of saved files.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { idsOf } from '../spec/assemble/earlier.js';
import type { EarlierIds } from '../spec/assemble/operation-ids.js';
import { type Build, BuildCache, buildSpec, type InputFile } from '../spec/build.js';
import type { Api, ApiOperation } from '../spec/contract/api.js';
import { apiOf } from '../spec/contract/load.js';
import { type Diagnostic, diagnosticLine } from '../spec/diagnostic.js';
import { many } from '../spec/many.js';
import type { Profile } from '../spec/profiles/profile.js';
import { hasNoOperation, readOverrides } from './build-spec.js';
import { readByProfile } from './chosen-profile.js';
import type { WatchFlags } from './commands/watch.js';
import { readDocuments } from './documents.js';
import { readEarlier } from './earlier-spec.js';
import { Failure } from './failure.js';
import { carryOut, planGeneration } from './generation.js';
import { EXIT, type Io } from './io.js';
import { readText } from './read-text.js';

/** Editors save in several steps, and people save several files: a pass waits until it is quiet for so long. */
const QUIET_MS = 60;

/** How often it is looked whether a folder was made anew. */
const RETURN_MS = 500;

/** How often it is looked whether the watcher missed something, as it may on a busy machine. */
const MISSED_MS = 2_000;

/** Watches until the Io's signal; returns 0. What can't be read at the start ends it, later it is only printed. */
export async function runWatch(docs: string[], flags: WatchFlags, io: Io): Promise<number> {
  const session = new Session(docs, flags, io);
  await session.pass();
  const profile = flags.profile !== undefined && existsSync(resolve(io.cwd, flags.profile)) ? [flags.profile] : [];
  const templates = flags.templates === undefined ? [] : [flags.templates];
  const paths = [...docs, ...profile, ...templates].map((path) => resolve(io.cwd, path));
  const overrides = join(dirname(resolve(io.cwd, docs[0] ?? '.')), 'overrides.yaml');
  const queue = new Queue(() => session.safePass());
  const open = (): FSWatcher => {
    const opened = watch([...paths, overrides], {
      ignoreInitial: true,
      ignored: (path) => /(^|[\\/])(\.[^\\/]+|node_modules)$|\.tmp$|~$/.test(path),
    });
    return opened.on('all', () => queue.ask());
  };
  let watcher = open();
  // A folder that is made anew, as by a checkout, is another one than that which is watched.
  const known = paths.map(folderId);
  const returns = setInterval(() => {
    const now = paths.map(folderId);
    const isNew = now.some((id, i) => id !== undefined && id !== known[i]);
    known.splice(0, known.length, ...now);
    if (!isNew) return;
    void watcher.close();
    watcher = open()
      .once('ready', () => queue.ask())
      .on('error', (error) => io.err(`can't watch ${docs.join(', ')}: ${String(error)}\n`));
  }, RETURN_MS);
  const missed = setInterval(() => {
    if (session.isBehind()) queue.ask();
  }, MISSED_MS);
  await new Promise<void>((done, failed) => {
    watcher.once('ready', () => {
      io.err(`watching ${docs.join(', ')}\n`);
      if (session.isStale()) queue.ask();
    });
    watcher.once('error', (error) => failed(new Failure(`can't watch ${docs.join(', ')}: ${String(error)}`)));
    if (io.signal.aborted) done();
    else io.signal.addEventListener('abort', () => done(), { once: true });
  });
  clearInterval(returns);
  clearInterval(missed);
  await watcher.close();
  await queue.idle();
  return EXIT.ok;
}

/** What tells a folder from another one at the same path; undefined where there is none. */
function folderId(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.dev}:${found.ino}:${found.birthtimeMs}` : undefined;
}

/** Runs a job when it has been quiet for a while; never twice at once. */
class Queue {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly job: () => Promise<void>) {}

  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.running = this.running.then(() => this.job());
    }, QUIET_MS);
  }

  idle(): Promise<void> {
    clearTimeout(this.timer);
    return this.running;
  }
}

class Session {
  private operations = new Map<string, string>();
  private findings = new Set<string>();
  private texts = new Map<string, string>();
  private earlier: EarlierIds | undefined;
  private known: { text: string; profile: Profile } | undefined;
  private readonly cache = new BuildCache();
  private failed = false;

  constructor(
    private readonly docs: string[],
    private readonly flags: WatchFlags,
    private readonly io: Io,
  ) {}

  /** Whether a page was saved since the last pass read it: until it is ready, the watcher does not say so. */
  isStale(): boolean {
    try {
      const files = readDocuments(this.docs, this.io.cwd);
      return files.length !== this.texts.size || files.some(({ path, text }) => this.texts.get(path) !== text);
    } catch (error) {
      if (error instanceof Failure) return true;
      throw error;
    }
  }

  /** Whether pages were saved since the last pass read them; not after one that failed, which is told once. */
  isBehind(): boolean {
    return !this.failed && this.isStale();
  }

  /** A pass that prints what ends it. */
  async safePass(): Promise<void> {
    try {
      await this.pass();
      this.failed = false;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failed = true;
      for (const d of error.diagnostics) this.print(d);
      this.io.err(`docproof: ${error.message}; everything stays as it was\n`);
      if (error.help) this.io.err(`  ${error.help}\n`);
    }
  }

  /** Builds, generates, and prints what is new since the last pass. */
  async pass(): Promise<void> {
    const { io, flags } = this;
    const start = performance.now();
    const files = readDocuments(this.docs, io.cwd);
    const pages = this.changedPages(files);
    const build = this.build(files);
    const path = resolve(io.cwd, flags.spec);
    const fresh = existsSync(path) && readFileSync(path, 'utf8') === build.yaml;
    const api = apiOf(build.document);
    this.earlier = idsOf(api);
    const generation = await planGeneration({
      ...{ cwd: io.cwd, spec: flags.spec, out: flags.out, targets: flags.target, api },
      ...(flags.templates === undefined ? {} : { templates: flags.templates }),
      ...(flags.handlers === undefined ? {} : { handlers: flags.handlers }),
    });
    carryOut(generation, fresh ? [] : [{ path, text: build.yaml }]);
    this.report([...build.diagnostics, ...generation.diagnostics]);
    const written = generation.plan.changes.length + (generation.handlers?.changes.length ?? 0) + (fresh ? 0 : 1);
    const what = [...pages, ...this.changedOperations(api)];
    const time = Math.round(performance.now() - start);
    io.out(
      `${what.length > 0 ? `${what.join(', ')}: ` : ''}${written === 0 ? 'all fresh' : `${many(written, 'file')} written`} in ${time} ms\n`,
    );
  }

  /** What `docproof build` would give; pages that are as they were are not read again. */
  private build(files: InputFile[]): Build {
    const { io, flags } = this;
    this.earlier ??= readEarlier('--spec', flags.spec, io.cwd);
    const overrides = readOverrides(undefined, this.docs, io.cwd);
    const given = {
      ...{ earlier: this.earlier, cache: this.cache },
      ...(flags.lang === undefined ? {} : { lang: flags.lang }),
      ...(overrides === undefined ? {} : { overrides }),
    };
    const build = this.read(files, (profile) => buildSpec(files, { profile, ...given }));
    if (build.unreadable.length > 0) throw new Failure('pages cannot be read', undefined, EXIT.usage, build.unreadable);
    return build;
  }

  /** The profile is read again only when its file has changed: unchanged pages are kept as long as it is the same. */
  private read(files: InputFile[], by: (profile: Profile) => Build): Build {
    const { io, flags } = this;
    const path = resolve(io.cwd, flags.profile ?? '');
    const text = flags.profile !== undefined && existsSync(path) ? readText(path, flags.profile) : '';
    if (this.known?.text === text) return by(this.known.profile);
    const { profile, result, note } = readByProfile<Build>({
      name: flags.profile,
      cwd: io.cwd,
      lang: flags.lang,
      files,
      read: by,
      isEmpty: hasNoOperation,
      pagesOf: ({ pages }) => pages,
    });
    if (note !== undefined) io.err(`${note}\n`);
    if (!hasNoOperation(result)) this.known = { text, profile };
    return result;
  }

  /** Findings that the last pass did not have. */
  private report(diagnostics: readonly Diagnostic[]): void {
    const before = this.findings;
    const texts = diagnostics.map((d) => `${d.code} ${d.file} ${d.message}`);
    diagnostics.forEach((d, index) => {
      if (!before.has(texts[index] ?? '')) this.print(d);
    });
    const now = new Set(texts);
    const mended = [...before].filter((text) => !now.has(text)).length;
    if (mended > 0) this.io.err(`${many(mended, 'finding')} gone\n`);
    this.findings = now;
  }

  private print(diagnostic: Diagnostic): void {
    const { help } = diagnostic;
    this.io.err(`${diagnosticLine(diagnostic)}\n${help ? `  help: ${help}\n` : ''}`);
  }

  /** Names of pages that are new, changed or gone; none in the first pass. */
  private changedPages(files: readonly { path: string; text: string }[]): string[] {
    const before = this.texts;
    this.texts = new Map(files.map(({ path, text }) => [path, text]));
    if (before.size === 0) return [];
    const changed = files.filter(({ path, text }) => before.get(path) !== text).map(({ path }) => path);
    return [...changed, ...[...before.keys()].filter((path) => !this.texts.has(path)).map((path) => `${path} (gone)`)];
  }

  /** `+createCat`, `-listCats`, `~updateCat`; a count in the first pass. */
  private changedOperations(api: Api): string[] {
    const before = this.operations;
    this.operations = new Map(api.operations.map((operation) => [operation.id, fingerprint(operation)]));
    const mains = api.operations.filter((operation) => operation.docs.aliasOf === undefined).length;
    if (before.size === 0) return [many(mains, 'operation')];
    const now = [...this.operations].flatMap(([id, print]) => {
      if (!before.has(id)) return [`+${id}`];
      return before.get(id) === print ? [] : [`~${id}`];
    });
    return [...now, ...[...before.keys()].filter((id) => !this.operations.has(id)).map((id) => `-${id}`)];
  }
}

/** An operation as text, without the lines it stands at. */
function fingerprint(operation: ApiOperation): string {
  return JSON.stringify(operation, (key, value: unknown) => (key === 'source' ? undefined : value));
}
