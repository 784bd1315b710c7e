// The work of `docproof lint`: pages in from disk, findings out to the console, mends back to disk.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareDiagnostics, type Diagnostic } from '../spec/diagnostic.js';
import { type LintConfig, readLintConfig } from '../spec/lint/config.js';
import { applyFixes } from '../spec/lint/fix.js';
import { type LintFile, type LintResult, lint } from '../spec/lint/lint.js';
import { printGithub } from '../spec/lint/print/github.js';
import { printGitlab } from '../spec/lint/print/gitlab.js';
import { printJson } from '../spec/lint/print/json.js';
import { printSarif } from '../spec/lint/print/sarif.js';
import { printText } from '../spec/lint/print/text.js';
import { RULES, ruleOf } from '../spec/lint/registry.js';
import { explainRule, listRules } from '../spec/lint/rule-text.js';
import { many } from '../spec/many.js';
import { packageVersion } from '../spec/package-root.js';
import type { Profile } from '../spec/profiles/profile.js';
import { withLineFeeds } from '../spec/read/lines.js';
import { type Read, readByProfile } from './chosen-profile.js';
import type { LintFlags } from './commands/lint.js';
import { readPages } from './documents.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { lockOf, mendFile } from './mend-file.js';
import { noOperation } from './no-operation.js';
import { otherProfile } from './other-profile.js';
import { readText } from './read-text.js';

/** Rounds of `--fix`: a mend may uncover another one. */
const MOST_ROUNDS = 8;

export async function runLint(docs: string[], flags: LintFlags, io: Io): Promise<number> {
  if (flags.rules) {
    io.out(listRules(RULES));
    return EXIT.ok;
  }
  if (flags.explain !== undefined) return explain(flags.explain, io);
  if (docs.length === 0) throw new Failure('no documents given', 'name folders or files: docproof lint docs');
  const { files, unreadable, read, run } = lintOf(docs, flags, io);
  let { result } = read;
  if (flags.fix) result = fixAll(files, result, run, io);
  const diagnostics = [...unreadable, ...result.diagnostics].sort(compareDiagnostics);
  io.out(printed(diagnostics, files, result, flags, io));
  if (read.note !== undefined) io.err(`${read.note}\n`);
  if (diagnostics.some(({ code }) => UNREADABLE.has(code))) return EXIT.usage;
  const hint = saysNothing(result) ? noOperation(docs) : otherProfile(files, read.profile.name, diagnostics);
  if (hint !== undefined) io.err(`${hint}\n`);
  return diagnostics.some((d) => d.severity !== 'info') ? EXIT.findings : EXIT.ok;
}

/** A page with one of these was not looked at. */
const UNREADABLE = new Set(['doc/not-text', 'doc/broken-front-matter']);

function saysNothing({ pages }: LintResult): boolean {
  return pages.every(
    ({ endpoints, errors, variables, option }) =>
      endpoints.length + errors.length + variables.length === 0 && option === undefined,
  );
}

/** All findings of some pages, mends and all; with the severities of docproof.yaml. */
export function findingsIn(docs: string[], flags: Pick<LintFlags, 'profile'>, io: Io): Diagnostic[] {
  const { unreadable, read } = lintOf(docs, flags, io);
  return [...unreadable, ...read.result.diagnostics].sort(compareDiagnostics);
}

/** Pages that have been read and looked through, and what looks through them as they are then. */
function lintOf(
  docs: string[],
  flags: Pick<LintFlags, 'profile' | 'config' | 'lang'>,
  io: Io,
): { files: LintFile[]; unreadable: Diagnostic[]; read: Read<LintResult>; run(): LintResult } {
  const { files, unreadable } = readPages(docs, io.cwd);
  const config = readConfig(flags.config, io.cwd);
  const by = (profile: Profile): LintResult =>
    lint(files, {
      profile,
      exists: (path) => existsSync(resolve(io.cwd, path)),
      ...(config ? { config } : {}),
      ...(flags.lang ? { lang: flags.lang } : {}),
    });
  const read = readByProfile({
    name: flags.profile,
    cwd: io.cwd,
    lang: flags.lang,
    files,
    read: by,
    isEmpty: saysNothing,
    pagesOf: ({ pages }) => pages,
  });
  return { files, unreadable, read, run: () => by(read.profile) };
}

function printed(diagnostics: Diagnostic[], files: LintFile[], result: LintResult, flags: LintFlags, io: Io): string {
  switch (flags.format) {
    case 'json':
      return printJson(diagnostics);
    case 'sarif':
      return printSarif(diagnostics, files, { version: packageVersion(), rules: RULES });
    case 'github':
      return printGithub(diagnostics);
    case 'gitlab':
      return printGitlab(diagnostics, files);
    case 'text':
      return printText(diagnostics, files, {
        colour: io.isTty && !io.env['NO_COLOR'],
        width: io.isTty ? io.columns : 120,
        pages: result.pages.length,
        suppressed: result.suppressed,
      });
  }
}

/** Mends round by round until nothing more is certain, then writes each changed file at once. */
function fixAll(files: LintFile[], first: LintResult, run: () => LintResult, io: Io): LintResult {
  // Places count line feeds, so mends are applied to text that has them; a file keeps the breaks that it had.
  const windows = new Set(files.filter((file) => file.text.includes('\r\n')));
  for (const file of files) file.text = withLineFeeds(file.text);
  const before = files.map((file) => file.text);
  const locks = files.map((file) => lockOf(resolve(io.cwd, file.path)));
  let result = first;
  let mended = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const applied = files.map((file, i) =>
      applyFixes(file.text, locks[i] === undefined ? result.diagnostics.filter((d) => d.file === file.path) : []),
    );
    const count = applied.reduce((sum, a) => sum + a.applied, 0);
    if (count === 0) break;
    mended += count;
    applied.forEach((a, i) => {
      (files[i] as LintFile).text = a.text;
    });
    result = run();
  }
  const changed = files.filter((file, i) => file.text !== before[i]);
  for (const file of changed)
    mendFile(resolve(io.cwd, file.path), windows.has(file) ? file.text.replaceAll('\n', '\r\n') : file.text);
  io.err(`mended ${many(mended, 'finding')} in ${many(changed.length, 'file')}\n`);
  files.forEach((file, i) => {
    if (locks[i] !== undefined && result.diagnostics.some((d) => d.file === file.path && d.fix))
      io.err(`${file.path}: not mended, ${locks[i]}\n`);
  });
  return result;
}

function explain(code: string, io: Io): number {
  const rule = ruleOf(code) ?? RULES.find((r) => r.code.endsWith(`/${code}`));
  if (!rule) throw new Failure(`no rule has the code "${code}"`, '`docproof lint --rules` lists all of them');
  io.out(explainRule(rule));
  return EXIT.ok;
}

function readConfig(path: string | undefined, cwd: string): LintConfig | undefined {
  const file = resolve(cwd, path ?? 'docproof.yaml');
  if (!existsSync(file)) {
    if (path !== undefined) throw new Failure(`${path}: no such file`, 'leave --config out, or name a file');
    return undefined;
  }
  const { config, diagnostics } = readLintConfig(readText(file, path ?? 'docproof.yaml'), path ?? 'docproof.yaml');
  if (diagnostics.length > 0)
    throw new Failure(`${path ?? 'docproof.yaml'}: its lint: part cannot be used`, undefined, EXIT.usage, diagnostics);
  return config;
}
