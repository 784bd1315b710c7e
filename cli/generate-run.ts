// What `docproof generate` does and prints.
import { resolve } from 'node:path';
import type { Change } from '../generator/output-plan.js';
import type { Target } from '../generator/target.js';
import { TARGET_NAMES } from '../generator/targets.js';
import { type Diagnostic, diagnosticLine } from '../spec/diagnostic.js';
import { many } from '../spec/many.js';
import { Failure } from './failure.js';
import { carryOut, type Generation, planGeneration } from './generation.js';
import { EXIT, type Io } from './io.js';
import { lineDiff } from './line-diff.js';
import { refuseUnwritableFile } from './output-place.js';
import { ownPackages } from './own-packages.js';
import { shellWord } from './shell-word.js';
import { renderer } from './template-folder.js';
import type { Output } from './write-output.js';

export interface GenerateFlags {
  spec: string;
  target: Target['name'][];
  out: string;
  templates?: string;
  handlers?: string;
  languages?: string[];
  codeSamples?: string;
  check?: true;
  diff?: true;
}

/** Generates, or says what generating would change. Returns the exit code. */
export async function runGenerate(flags: GenerateFlags, io: Io): Promise<number> {
  const targets = TARGET_NAMES.filter((name) => flags.target.includes(name));
  const { spec, out, templates, handlers, languages } = flags;
  const generation = await planGeneration({
    ...{ cwd: io.cwd, spec, out, targets },
    ...(templates === undefined ? {} : { templates }),
    ...(handlers === undefined ? {} : { handlers }),
    ...(languages === undefined ? {} : { languages }),
  });
  printDiagnostics(generation.diagnostics, io);
  if (generation.api.operations.length === 0) io.err(`${spec} has no operation, so the code has none\n`);
  if (flags.check || flags.diff) return report(generation, flags, io);
  if (flags.codeSamples !== undefined) refuseCodeSamples(flags.codeSamples, flags.spec, io.cwd);
  carryOut(
    generation,
    flags.codeSamples === undefined ? [] : [await codeSamples(generation, flags.codeSamples, flags, io)],
  );
  if (flags.codeSamples !== undefined) io.out(`wrote ${flags.codeSamples}, the spec with x-codeSamples\n`);
  for (const path of generation.plan.edited)
    io.err(`${out}/${path}: no longer generated, but edited by hand: left as it is\n`);
  io.out(`${many(generation.files, 'file')} in ${out}: ${summary(generation.plan.changes)}\n`);
  if (generation.handlers) io.out(`handlers in ${generation.handlers.name}: ${summary(generation.handlers.changes)}\n`);
  const missing = flags.target.includes('server') ? missingPackages(io.cwd) : [];
  if (missing.length > 0)
    io.out(`the server needs packages that package.json does not name: npm install ${missing.join(' ')}\n`);
  return EXIT.ok;
}

/** What the generated server imports and the project has not asked for. A broken package.json is npm's to report. */
function missingPackages(cwd: string): string[] {
  try {
    const own = ownPackages(cwd);
    return own === undefined ? [] : ['ajv', 'ajv-formats'].filter((name) => !own.has(name));
  } catch {
    return [];
  }
}

/** A spec with samples in it is no longer what documents give, nor laid out as somebody wrote it. */
function refuseCodeSamples(file: string, spec: string, cwd: string): void {
  if (resolve(cwd, file) === resolve(cwd, spec))
    throw new Failure(`--code-samples ${file}: it is the spec itself`, 'name another file; nothing was written');
  refuseUnwritableFile('--code-samples', file, cwd);
}

/** The spec once more, with its samples in it. */
async function codeSamples({ api, plan }: Generation, file: string, flags: GenerateFlags, io: Io): Promise<Output> {
  const { withCodeSamples } = await import('../generator/samples/code-samples.js');
  const { languagesNamed, languagesOf } = await import('../generator/samples/languages/choice.js');
  const { writeYaml } = await import('../spec/build.js');
  const named = languagesNamed(flags.languages ?? []);
  const made = Object.keys(plan.manifest.files);
  const languages = flags.languages && 'languages' in named ? named.languages : languagesOf(made);
  const { templates } = flags;
  const render = renderer({ cwd: io.cwd, ...(templates === undefined ? {} : { templates }) });
  return { path: resolve(io.cwd, file), text: writeYaml(withCodeSamples(api, languages, render)) };
}

/** `3 new, 2 changed, 1 removed`. */
function summary(changes: readonly Change[]): string {
  const counts = {
    new: changes.filter((c) => c.before === undefined).length,
    changed: changes.filter((c) => c.before !== undefined && c.after !== undefined).length,
    removed: changes.filter((c) => c.after === undefined).length,
  };
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  return parts.length === 0 ? 'all as they were' : parts.map(([word, count]) => `${count} ${word}`).join(', ');
}

function report(generation: Generation, flags: GenerateFlags, io: Io): number {
  const { plan, handlers } = generation;
  const changes = [
    ...plan.changes.map((change) => ({ ...change, path: `${flags.out}/${change.path}` })),
    ...(handlers?.changes ?? []).map((change) => ({ ...change, path: `${handlers?.name}/${change.path}` })),
  ];
  if (flags.diff) for (const { path, before, after } of changes) io.out(lineDiff(path, before, after));
  if (changes.length === 0) {
    if (flags.check) io.out(`${generation.files} files in ${flags.out} are what ${flags.spec} gives\n`);
    return EXIT.ok;
  }
  if (flags.check) {
    for (const { path, before, after } of changes)
      io.out(`${before === undefined ? 'missing' : after === undefined ? 'obsolete' : 'stale'}  ${path}\n`);
    io.err(`${many(changes.length, 'stale file')}: run \`${command(flags)}\`\n`);
  }
  return EXIT.findings;
}

/** The command that mends what `--check` found. */
function command({ spec, out, templates, handlers, target }: GenerateFlags): string {
  const flags = [
    spec === 'spec/openapi.yaml' ? '' : ` --spec ${shellWord(spec)}`,
    out === 'generated' ? '' : ` --out ${shellWord(out)}`,
    templates === undefined ? '' : ` --templates ${shellWord(templates)}`,
    handlers === undefined ? '' : ` --handlers ${shellWord(handlers)}`,
    target.length === 3 ? '' : ` --target ${target.join(',')}`,
  ];
  return `docproof generate${flags.join('')}`;
}

function printDiagnostics(diagnostics: readonly Diagnostic[], io: Io): void {
  for (const d of diagnostics) {
    io.err(`${diagnosticLine(d)}\n`);
    if (d.help) io.err(`  ${d.help}\n`);
  }
}
