// The work of `docproof build`: disk in, spec and report out.
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { earlierIds } from '../spec/assemble/earlier.js';
import { openapi31 } from '../spec/assemble/openapi-31.js';
import type { EarlierIds } from '../spec/assemble/operation-ids.js';
import { type Build, buildSpec } from '../spec/build.js';
import type { Diagnostic } from '../spec/diagnostic.js';
import type { Page } from '../spec/extract/page.js';
import { checkBuild } from '../spec/lint/lint.js';
import { printText } from '../spec/lint/print/text.js';
import { many } from '../spec/many.js';
import type { Profile } from '../spec/profiles/profile.js';
import { writeYaml } from '../spec/write-yaml.js';
import { readByProfile } from './chosen-profile.js';
import type { BuildFlags } from './commands/build.js';
import { readDocuments } from './documents.js';
import { readEarlier } from './earlier-spec.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { noOperation } from './no-operation.js';
import { otherProfile } from './other-profile.js';
import { readText } from './read-text.js';
import { writeOutput } from './write-output.js';

export function runBuild(docs: string[], flags: BuildFlags, io: Io): number {
  const files = readDocuments(docs, io.cwd);
  const out = resolve(io.cwd, flags.out);
  const earlier = readEarlier('--out', flags.out, io.cwd);
  const overrides = readOverrides(flags.overrides, docs, io.cwd);
  const read = (profile: Profile): Build => {
    checkLanguage(flags.lang, profile);
    return buildSpec(files, {
      profile,
      earlier,
      ...(flags.lang ? { lang: flags.lang } : {}),
      ...(overrides ? { overrides } : {}),
    });
  };
  const {
    profile,
    result: built,
    note,
  } = readByProfile<Build>({
    name: flags.profile,
    cwd: io.cwd,
    lang: flags.lang,
    files,
    read,
    isEmpty: hasNoOperation,
    pagesOf: ({ pages }) => pages,
  });
  if (built.unreadable.length > 0)
    throw new Failure(
      `${many(built.unreadable.length, 'error')} in the input; nothing was written`,
      undefined,
      EXIT.usage,
      built.unreadable,
    );
  if (hasNoOperation(built) && earlier.size > 0)
    throw new Failure(
      `${noOperation(docs)}; ${flags.out} has ${many(new Set(earlier.values()).size, 'operation')} and stays as it is`,
      `name other pages or another profile, or remove ${flags.out} first where that is meant`,
      EXIT.findings,
    );
  const exists = (path: string): boolean => existsSync(resolve(io.cwd, path));
  const build = { ...built, diagnostics: checkBuild(built.diagnostics, built.pages, { profile, exists }) };
  const view = flags.openapi === '3.1' ? openapi31(build.document) : undefined;
  writeOutput(out, view ? writeYaml(view.document) : build.yaml);
  if (!flags.quiet) printDiagnostics(build.diagnostics, files, io);
  printSummary(build, flags, io, view?.moved);
  printNotes(build, files.length, earlier, flags, io);
  const empty = hasNoOperation(build);
  const { main } = countOperations(build);
  const hint = empty ? noOperation(docs) : otherProfile(files, profile.name, build.diagnostics, main);
  for (const line of [note, hint]) if (line !== undefined) io.err(`${line}\n`);
  return flags.strict && (empty || build.diagnostics.length > 0) ? EXIT.findings : EXIT.ok;
}

function checkLanguage(lang: string | undefined, { name, languages }: Profile): void {
  const known = languages.map((language) => language.code);
  if (lang && !known.includes(lang))
    throw new Failure(`--lang ${lang}: the profile ${name} knows no such language`, `known: ${known.join(', ')}`);
}

/** Pages in which nothing was found that is documented, or that only explain. */
export function hasNoOperation({ document }: Pick<Build, 'document'>): boolean {
  return Object.keys((document['paths'] ?? {}) as Record<string, unknown>).length === 0;
}

/** Overrides by flag, else `overrides.yaml` beside the first folder of documents. */
export function readOverrides(
  flag: string | undefined,
  docs: string[],
  cwd: string,
): { file: string; text: string } | undefined {
  const beside = join(dirname(resolve(cwd, docs[0] ?? '.')), 'overrides.yaml');
  const path = flag ? resolve(cwd, flag) : beside;
  if (!existsSync(path)) {
    if (flag) throw new Failure(`${flag}: no such file`);
    return undefined;
  }
  const name = flag ?? relative(cwd, path);
  return { file: name, text: readText(path, name) };
}

function printDiagnostics(diagnostics: Diagnostic[], files: { path: string; text: string }[], io: Io): void {
  io.err(
    printText(diagnostics, files, {
      colour: io.errIsTty && !io.env['NO_COLOR'],
      width: io.errIsTty ? io.columns : 120,
      summary: false,
    }),
  );
}

function printSummary(build: Build, flags: BuildFlags, io: Io, moved: number | undefined): void {
  const entries = build.account.flatMap((page) => page.entries);
  const operations = countOperations(build);
  io.out(
    `${many(build.pages.length, 'page')} read, ${many(operations.main, 'operation')} (${many(operations.aliases, 'alias form')}), ${many(operations.cases, 'case')}\n`,
  );
  const by = (fate: string): string => {
    const counts = new Map<string, number>();
    for (const entry of entries) if (entry.fate === fate) counts.set(entry.by, (counts.get(entry.by) ?? 0) + 1);
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const list = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule, n]) => `${rule} ${n}`);
    return `${total}${list.length > 0 ? ` (${list.join(', ')})` : ''}`;
  };
  io.out(
    `account: ${entries.length} headings, rows, list items, fences and links\n  used ${by('used')}\n  ignored ${by('ignored')}\n  reported ${by('reported')}\n`,
  );
  const severities = new Map<string, number>();
  for (const d of build.diagnostics) severities.set(d.severity, (severities.get(d.severity) ?? 0) + 1);
  io.out(
    `findings: ${
      build.diagnostics.length === 0
        ? 'none'
        : [...severities]
            .sort()
            .map(([s, n]) => many(n, s))
            .join(', ')
    }\n`,
  );
  if (moved !== undefined) io.out(`OpenAPI 3.1 view: ${moved} operations stand under x-additionalOperations\n`);
  io.out(`wrote ${flags.out}\n`);
}

/** What was left out for its language, and operationIds that an earlier spec had and this one has not. */
function printNotes(build: Build, files: number, earlier: EarlierIds, flags: BuildFlags, io: Io): void {
  const other = files - build.pages.length;
  if (other > 0 && !flags.lang)
    io.out(`${other} pages exist in several languages: took ${(build.pages[0] as Page).lang}; --lang takes another\n`);
  const now = new Set(earlierIds(build.yaml, flags.out).values());
  const gone = [...new Set(earlier.values())].filter((id) => !now.has(id));
  if (gone.length > 0) io.out(`operations no longer documented: ${gone.join(', ')}\n`);
}

function countOperations(build: Pick<Build, 'document'>): { main: number; aliases: number; cases: number } {
  const count = { main: 0, aliases: 0, cases: 0 };
  for (const item of Object.values((build.document['paths'] ?? {}) as Record<string, Record<string, unknown>>)) {
    const { additionalOperations = {}, parameters: _, ...fixed } = item as Record<string, Record<string, unknown>>;
    for (const operation of [...Object.values(fixed), ...Object.values(additionalOperations)]) {
      const docs = (operation as { 'x-docproof'?: { aliasOf?: string; cases?: unknown[] } })['x-docproof'];
      if (docs?.aliasOf) count.aliases++;
      else count.main++;
      count.cases += docs?.cases?.length ?? 0;
    }
  }
  return count;
}
