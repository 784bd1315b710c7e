// The work of `docproof certify`: reads what it is given, opens the line to the target, writes the reports.
import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Baseline } from '../conformance/baseline.js';
import { sha256 } from '../conformance/certificate/statement.js';
import { type CertifyInput, certify } from '../conformance/certify.js';
import { othersAmong } from '../conformance/plan/others.js';
import type { Suite } from '../conformance/plan/subject.js';
import { caseParts, casesOf, select, suiteOf } from '../conformance/plan/suite.js';
import { planText } from '../conformance/report/plan.js';
import { JOURNAL_FORMAT, type Journal, JournalError, openJournal } from '../conformance/run/journal.js';
import { exitCodeOf, type Run } from '../conformance/run.js';
import { serverPath, withoutRepeated } from '../conformance/url/server-path.js';
import type { Api } from '../spec/contract/api.js';
import { packageRoot, packageVersion } from '../spec/package-root.js';
import { withoutEnd } from '../spec/without-end.js';
import { openLine } from './certify-line.js';
import { readSpec, type SpecInput } from './certify-spec.js';
import {
  describedTarget,
  openEmbedded,
  openTarget,
  refuseUnknown,
  refuseUnsafe,
  type Target,
} from './certify-target.js';
import type { CertifyFlags } from './commands/certify.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { makeFolder } from './make-folder.js';
import { refuseFile, refuseUnwritable } from './output-place.js';
import { createProgress } from './progress.js';
import { reasonOf } from './read-text.js';
import { readSentFiles } from './sent-files.js';
import { writeOutput } from './write-output.js';

const OWN_FOLDER = '.docproof';

/**
 * What the first request does not need (reports, baselines, target files, the self-test) is loaded when it is wanted.
 *
 * @returns the exit code
 */
export async function runCertify(flags: CertifyFlags, io: Io): Promise<number> {
  const specFile = flags.spec ?? join(packageRoot(), 'spec', 'openapi.yaml');
  const spec = readSpec(specFile, io);
  const setup = flags.setup === undefined ? undefined : readSpec(flags.setup, io);
  const files = readSentFiles(flags.files, [spec.api, ...(setup ? [setup.api] : [])], io.cwd);
  const described = await describedTarget(flags, io);
  const suite = suiteOf(spec.api, setup?.api, {
    leavesThings: flags.allowLeftovers === true,
    changesSettings: flags.allowSettings === true,
    files: new Set(files.keys()),
    others: othersAmong(Object.keys(described?.accounts ?? {})),
  });
  const work = workOf(suite, flags);
  const { groups } = work;
  if (groups.length === 0) io.err(`docproof: ${nothing(flags, spec)}\n`);
  const baseline = await readBaseline(flags, io);
  if (flags.dryRun) {
    io.out(planText(suite, groups));
    return groups.length === 0 ? EXIT.unclear : EXIT.ok;
  }
  const signKey = flags.signKey === undefined ? undefined : await readKey(flags.signKey, io);
  checkReportFolder(flags, io);
  const target =
    described === undefined ? await openEmbedded(flags, spec.api, io) : await openTarget(described, flags, io);
  if (!target.embedded) target.url = withoutRepeated(target.url, spec.api);
  try {
    refuseUnsafe(target, flags);
    refuseUnknown(target, suite, flags, specFile);
    const runId = newRunId();
    const folder = resolve(io.cwd, flags.report ?? join(OWN_FOLDER, 'runs', runId));
    makeOwnFolder(io);
    makeReportFolder(folder, relative(io.cwd, folder) || '.', io.cwd);
    const input = { ...work, flags, io, suite, spec, setup, files, baseline, runId };
    if (flags.selftest) {
      const { runSelfTest } = await import('./selftest-run.js');
      return await runSelfTest(target, input, folder);
    }
    const run = await runOn(target, input).finally(target.embedded ? () => {} : tellOfStop(runId, io));
    const { reportRun } = await import('./report-output.js');
    reportRun(run, folder, io, { docs: flags.docs, all: flags.all, signKey });
    const hint = wrongBase(run, spec.api);
    if (hint !== undefined) io.err(`docproof: ${hint}\n`);
    return flags.updateBaseline ? await saveBaseline(flags, run, io) : run.exitCode;
  } finally {
    await target.close();
  }
}

/** Says on a signal why the command goes on for a while: what a slow server makes must be known and removed. */
function tellOfStop(runId: string, io: Io): () => void {
  const tell = (): void =>
    io.err(
      `docproof: stopping, and removing what was made\n  stop again to end at once; \`docproof clean --run ${runId}\` removes the rest then\n`,
    );
  io.signal.addEventListener('abort', tell, { once: true });
  return () => io.signal.removeEventListener('abort', tell);
}

/** What is run, in the terms of `certify`. */
type Work = Pick<CertifyInput, 'groups' | 'rest' | 'selection'>;

/** Where the whole suite is run and not only shown, it need not be known before the first request. */
function workOf(suite: Suite, { only, shard, ...flags }: CertifyFlags): Work {
  const pasted = flags.pasted === true;
  if (only === undefined && !shard && !flags.dryRun && !flags.selftest) {
    const { first, rest } = caseParts(suite, { pasted });
    if (first.length > 0) return { groups: first, rest };
  }
  const all = casesOf(suite, { pasted });
  const chosen = { ...(only ? { only } : {}), ...(shard ? { shard } : {}) };
  return {
    groups: select(all, chosen),
    selection: { suite: all.flatMap((g) => g.cases.map((c) => c.id)).sort(), ...chosen },
  };
}

function nothing({ only, shard }: CertifyFlags, spec: SpecInput): string {
  if (only !== undefined) return `no case has "${only}" in its id; --dry-run lists them`;
  return shard
    ? `shard ${shard.index}/${shard.total} is empty`
    : `${spec.ref.file} has no case: no command, and nothing to derive one from`;
}

/** Before anything is sent: a run whose report cannot be written has been for nothing. */
function checkReportFolder({ report }: CertifyFlags, io: Io): void {
  if (report === undefined) return;
  refuseFile('--report', report, io.cwd);
  refuseUnwritable('--report', report, io.cwd);
}

/** Where nothing is found at all, the path that the spec's servers stand under was probably left out. */
function wrongBase(run: Run, api: Api): string | undefined {
  const base = serverPath(api);
  const answers = run.cases.flatMap((c) => c.exchanges.flatMap((e) => e.response?.status ?? []));
  const path = withoutEnd(new URL(run.target.url).pathname, '/');
  if (base === '' || path.endsWith(base) || answers.length === 0 || answers.some((status) => status !== 404))
    return undefined;
  return `every answer was 404; the spec's servers stand under ${base}: is the target ${withoutEnd(run.target.url, '/')}${base} ?`;
}

/** A key that cannot sign is told before the run, not after it. */
async function readKey(file: string, io: Io): Promise<string> {
  const { readInput } = await import('./report-input.js');
  const { checkSignKey } = await import('./report-output.js');
  const pem = readInput(file, io).toString('utf8');
  checkSignKey(pem);
  return pem;
}

/** Where runs lie that name no other place. What a new one holds is nothing to commit. */
function makeOwnFolder(io: Io): void {
  const folder = join(io.cwd, OWN_FOLDER);
  if (existsSync(folder)) return;
  try {
    makeFolder(folder);
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx' });
  } catch {
    // Told by what is to be written into it, with its remedy.
  }
}

/** A folder that cannot be written is told before the run, not after it. */
function makeReportFolder(folder: string, given: string, cwd: string): void {
  refuseUnwritable('--report', given, cwd);
  try {
    makeFolder(folder);
  } catch (error) {
    throw new Failure(`--report ${given}: the folder cannot be made (${(error as NodeJS.ErrnoException).code})`);
  }
}

export function newRunId(): string {
  return `r${randomBytes(4).toString('hex')}`;
}

async function readBaseline(flags: CertifyFlags, io: Io): Promise<Baseline | undefined> {
  if (flags.baseline === undefined) {
    if (flags.updateBaseline) throw new Failure('--update-baseline needs --baseline FILE');
    return undefined;
  }
  const path = resolve(io.cwd, flags.baseline);
  if (flags.updateBaseline && !existsSync(path)) return { file: flags.baseline, entries: [] };
  const { parseBaseline } = await import('../conformance/baseline.js');
  try {
    return parseBaseline(readFileSync(path, 'utf8'), flags.baseline);
  } catch (error) {
    throw new Failure(
      `baseline ${flags.baseline}: ${reasonOf(error)}`,
      'a baseline is YAML with a list `failures:`; to begin one, name a file that is not there with --update-baseline',
    );
  }
}

export interface RunInput extends Work {
  flags: CertifyFlags;
  io: Io;
  suite: Suite;
  spec: SpecInput;
  setup: SpecInput | undefined;
  /** Content of the files that documented commands send, by name. */
  files: ReadonlyMap<string, Buffer>;
  baseline: Baseline | undefined;
  /** In the names of what the run makes; a new one where absent. */
  runId?: string;
}

/** One run against one target; nothing is written but the journal. */
export async function runOn(target: Target, input: RunInput): Promise<Run> {
  const { flags, io } = input;
  // Every request in flight listens for the end.
  setMaxListeners(0, io.signal);
  const runId = input.runId ?? newRunId();
  const { origin } = new URL(target.url);
  const line = openLine(origin, flags, io, input.files);
  const journal = journalFor(io, runId, origin);
  const progress = createProgress(io);
  try {
    return await certify({
      suite: input.suite,
      groups: input.groups,
      ...(input.rest ? { rest: input.rest } : {}),
      ...(input.selection ? { selection: input.selection } : {}),
      spec: input.spec.ref,
      ...(input.setup ? { setup: input.setup.ref } : {}),
      files: [...input.files].map(([name, bytes]) => ({ name, sha256: sha256(bytes) })),
      target: { url: target.url, embedded: target.embedded, ...(target.name ? { name: target.name } : {}) },
      courier: line.courier,
      journal,
      runId,
      ...(target.token === undefined ? {} : { token: target.token }),
      others: target.others,
      secrets: target.secrets,
      password: `P${randomBytes(8).toString('hex')}`,
      parallel: Math.max(1, flags.connections),
      signal: io.signal,
      version: packageVersion(),
      now: () => performance.now(),
      today: () => new Date().toISOString(),
      pasted: flags.pasted === true,
      allowOutbound: flags.allowOutbound === true,
      unsupported: target.unsupported,
      ...(input.baseline ? { baseline: input.baseline } : {}),
      progress: (done, total) => progress.update('stories', done, total),
    });
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    throw new Failure(
      error.message,
      `the run was ended, and what it had made was removed; \`docproof clean --run ${runId}\` removes what may be left`,
    );
  } finally {
    progress.end();
    journal.close();
    line.close();
  }
}

function journalFor(io: Io, runId: string, origin: string): Journal {
  const file = journalFile(io, runId);
  const head = { format: JOURNAL_FORMAT, run: runId, origin, startedAt: new Date().toISOString() } as const;
  try {
    return openJournal(file, head);
  } catch (error) {
    throw new Failure((error as Error).message, 'nothing was sent: start it in a folder that can be written to');
  }
}

/** Where the journal of a run lies, whatever `--report` says, so that `clean --run` finds it. */
export function journalFile(io: Io, runId: string): string {
  return join(io.cwd, OWN_FOLDER, 'runs', runId, 'journal.jsonl');
}

/** Brings the baseline up to date. @returns what a run with it exits with */
async function saveBaseline(flags: CertifyFlags, run: Run, io: Io): Promise<number> {
  const path = resolve(io.cwd, flags.baseline ?? '');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const { applyBaseline, parseBaseline, updateBaseline } = await import('../conformance/baseline.js');
  const after = updateBaseline(before, run.cases, run.selection.suite);
  if (after !== before) writeOutput(path, after);
  io.out(after === before ? `${flags.baseline} is up to date\n` : `wrote ${flags.baseline}\n`);
  const { stale } = applyBaseline(
    parseBaseline(after, flags.baseline ?? ''),
    run.cases,
    run.selection,
    run.startedAt.slice(0, 10),
  );
  return exitCodeOf(run.cases, stale, run.stopped !== undefined);
}
