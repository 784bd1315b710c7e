// The work of `docproof build`: disk in, spec and report out.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { earlierIds } from '../spec/assemble/earlier.js';
import { openapi31 } from '../spec/assemble/openapi-31.js';
import { type Build, buildSpec } from '../spec/build.js';
import type { Diagnostic } from '../spec/diagnostic.js';
import { writeYaml } from '../spec/write-yaml.js';
import type { BuildFlags } from './commands/build.js';
import { readDocuments, readProfile, readText, readWording } from './documents.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { writeOutput } from './write-output.js';

export function runBuild(docs: string[], flags: BuildFlags, io: Io): number {
  const profile = readProfile(flags.profile, io.cwd);
  const files = readDocuments(docs, io.cwd);
  const out = resolve(io.cwd, flags.out);
  const earlier = existsSync(out) ? earlierIds(readFileSync(out, 'utf8'), flags.out) : new Map<string, string>();
  const overrides = readOverrides(flags.overrides, docs, io.cwd);
  const build = buildSpec(files, {
    profile,
    wording: readWording(),
    earlier,
    ...(flags.lang ? { lang: flags.lang } : {}),
    ...(overrides ? { overrides } : {}),
  });
  if (build.unreadable.length > 0)
    throw new Failure(
      `${build.unreadable.length} ${build.unreadable.length === 1 ? 'error' : 'errors'} in the input; nothing was written`,
      undefined,
      EXIT.usage,
      build.unreadable,
    );
  const view = flags.openapi === '3.1' ? openapi31(build.document) : undefined;
  writeOutput(out, view ? writeYaml(view.document) : build.yaml);
  if (!flags.quiet) printDiagnostics(build.diagnostics, files, io);
  printSummary(build, flags, io, view?.moved);
  return flags.strict && build.diagnostics.length > 0 ? EXIT.findings : EXIT.ok;
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
  const lines = new Map<string, string[]>();
  for (const d of diagnostics) {
    let text = lines.get(d.file);
    if (!text) {
      text = files.find((file) => file.path === d.file)?.text.split(/\r\n|\r|\n/) ?? [];
      lines.set(d.file, text);
    }
    io.err(`${d.file}:${d.line}:${d.column}: ${d.severity} ${d.code}: ${d.message}\n`);
    const source = text[d.line - 1];
    if (source !== undefined) io.err(`${caret(source, d)}`);
    if (d.help) io.err(`  help: ${d.help}\n`);
  }
}

/** The source line and a caret below, cut to what fits around the place. */
function caret(source: string, { column, endColumn }: Diagnostic): string {
  const from = Math.max(0, column - 41);
  const shown = source.slice(from, from + 120).replaceAll('\t', ' ');
  const length = Math.max(1, Math.min((endColumn ?? column + 1) - column, shown.length - (column - 1 - from)));
  return `  ${shown}\n  ${' '.repeat(column - 1 - from)}${'^'.repeat(length)}\n`;
}

function printSummary(build: Build, flags: BuildFlags, io: Io, moved: number | undefined): void {
  const entries = build.account.flatMap((page) => page.entries);
  const operations = countOperations(build);
  io.out(
    `${build.pages.length} pages read, ${operations.main} operations (${operations.aliases} alias forms), ${operations.cases} cases\n`,
  );
  const by = (fate: string): string => {
    const counts = new Map<string, number>();
    for (const entry of entries) if (entry.fate === fate) counts.set(entry.by, (counts.get(entry.by) ?? 0) + 1);
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const list = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([rule, n]) => `${rule} ${n}`);
    return `${total}${list.length > 0 ? ` (${list.join(', ')})` : ''}`;
  };
  io.out(
    `account: ${entries.length} headings, rows, fences and links\n  used ${by('used')}\n  ignored ${by('ignored')}\n  reported ${by('reported')}\n`,
  );
  const severities = new Map<string, number>();
  for (const d of build.diagnostics) severities.set(d.severity, (severities.get(d.severity) ?? 0) + 1);
  io.out(
    `findings: ${
      build.diagnostics.length === 0
        ? 'none'
        : [...severities]
            .sort()
            .map(([s, n]) => `${n} ${s}${n === 1 ? '' : 's'}`)
            .join(', ')
    }\n`,
  );
  if (moved !== undefined) io.out(`OpenAPI 3.1 view: ${moved} operations stand under x-additionalOperations\n`);
  io.out(`wrote ${flags.out}\n`);
}

function countOperations(build: Build): { main: number; aliases: number; cases: number } {
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
