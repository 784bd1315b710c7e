// What `docproof check` does: each check gives one verdict; a failed one names the command that mends it.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createColors } from 'picocolors';
import { MANIFEST, readManifest } from '../generator/manifest.js';
import type { Target } from '../generator/target.js';
import { TARGET_NAMES } from '../generator/targets.js';
import { openapi31 } from '../spec/assemble/openapi-31.js';
import { type Build, writeYaml } from '../spec/build.js';
import { diagnosticLine } from '../spec/diagnostic.js';
import { countLevels } from '../spec/diff/diff.js';
import { placeText, totals } from '../spec/diff/print/report.js';
import { many } from '../spec/many.js';
import { hasNoOperation, readOverrides } from './build-spec.js';
import type { CheckFlags } from './commands/check.js';
import { buildDocuments } from './contract-side.js';
import { compareSides } from './diff-run.js';
import { readDocuments } from './documents.js';
import { Failure } from './failure.js';
import { planGeneration } from './generation.js';
import { EXIT, type Io } from './io.js';
import { findingsIn } from './lint-run.js';
import { loadSpec } from './load-spec.js';
import { noOperation } from './no-operation.js';
import { readFileBelow } from './output-folder.js';
import { readText } from './read-text.js';
import { shellWord } from './shell-word.js';
import { usualDocs } from './usual-places.js';

interface Verdict {
  name: 'spec' | 'generated' | 'pages' | 'changes';
  state: 'ok' | 'failed' | 'skipped';
  message: string;
  /** What was found, a line each. */
  details?: string[];
  /** The command that mends it. */
  mend?: string;
}

const DETAILS = 20;
/** A folder of that name holds API documents; one that is called `docs` may hold others. */
const OWN_DOCS = 'spec/docs';

/** @returns 1 where a check failed */
export async function runCheck(flags: CheckFlags, io: Io): Promise<number> {
  const verdicts = [
    ...(hasNoPages(flags, io) ? withoutPages(flags) : await checkDocuments(flags, io)),
    await checkGenerated(flags, io),
    checkChanges(flags, io),
  ];
  const colours = createColors(io.isTty && !io.env['NO_COLOR']);
  const paint = { ok: colours.green, failed: colours.red, skipped: colours.dim };
  for (const { name, state, message, details = [], mend } of verdicts) {
    io.out(`${paint[state](state.padEnd(7))}  ${name.padEnd(9)}  ${message}\n`);
    for (const line of details.slice(0, DETAILS)) io.out(`           ${line}\n`);
    if (details.length > DETAILS) io.out(`           and ${details.length - DETAILS} more\n`);
    if (mend !== undefined) io.out(`           mend it: ${mend}\n`);
  }
  return verdicts.some((verdict) => verdict.state === 'failed') ? EXIT.findings : EXIT.ok;
}

async function checkDocuments(flags: CheckFlags, io: Io): Promise<Verdict[]> {
  const overrides = readOverrides(flags.overrides, flags.docs, io.cwd);
  const build = buildDocuments(readDocuments(flags.docs, io.cwd), overrides, { cwd: io.cwd, ...flags });
  return [checkSpec(build, flags, io), checkPages(build, flags, io)];
}

/** A spec that was written by hand has no pages: told by what `build` leaves in a spec, so that lost pages are still missed. */
function hasNoPages(flags: CheckFlags, io: Io): boolean {
  if (flags.docs.join() !== usualDocs(io.cwd) || existsSync(resolve(io.cwd, OWN_DOCS))) return false;
  const committed = committedSpec(flags, io);
  const { api } = committed === undefined ? {} : loadSpec(committed, flags.spec);
  return api !== undefined && api.document['x-docproof'] === undefined;
}

function withoutPages({ spec }: CheckFlags): Verdict[] {
  const message = `${spec} was not built from pages, and there is no ${OWN_DOCS} (pages elsewhere: --docs)`;
  return [
    { name: 'spec', state: 'skipped', message },
    { name: 'pages', state: 'skipped', message: 'none' },
  ];
}

function checkSpec(build: Build, flags: CheckFlags, io: Io): Verdict {
  const name = 'spec';
  const command = `docproof build ${flags.docs.map(shellWord).join(' ')}${profileFlags(flags)} --out ${shellWord(flags.spec)}`;
  const committed = committedSpec(flags, io);
  const is31 = committed !== undefined && /^openapi: ["']?3\.1/m.test(committed);
  const mend = is31 ? `${command} --openapi 3.1` : command;
  if (committed === undefined) return { name, state: 'failed', message: `there is no ${flags.spec}`, mend };
  const fresh = is31 ? writeYaml(openapi31(build.document).document) : build.yaml;
  if (committed.replaceAll('\r\n', '\n') === fresh)
    return { name, state: 'ok', message: `${flags.spec} is what ${flags.docs.join(', ')} give` };
  const line = firstDifference(committed, fresh);
  return {
    name,
    state: 'failed',
    message: `${flags.spec} is stale, from line ${line} on: the documents give another`,
    mend,
  };
}

function committedSpec({ spec }: CheckFlags, { cwd }: Io): string | undefined {
  try {
    return readFileSync(resolve(cwd, spec), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    return readText(resolve(cwd, spec), spec);
  }
}

function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split(/\r?\n/), b.split('\n')];
  return left.findIndex((line, i) => line !== right[i]) + 1 || left.length + 1;
}

/** What `docproof lint` says, with the severities of docproof.yaml. */
function checkPages(build: Build, flags: CheckFlags, io: Io): Verdict {
  const name = 'pages';
  const found = findingsIn(flags.docs, flags, io);
  const count = (severity: string): number => found.filter((d) => d.severity === severity).length;
  const totals = `${many(build.pages.length, 'page')}: ${many(count('error'), 'error')}, ${many(count('warning'), 'warning')}, ${many(count('info'), 'remark')}`;
  if (hasNoOperation(build)) return { name, state: 'failed', message: `${totals}; ${noOperation(flags.docs)}` };
  const wrong = found.filter((d) => d.severity !== 'info');
  if (wrong.length === 0) return { name, state: 'ok', message: totals };
  const details = wrong.map(diagnosticLine);
  const lint = `docproof lint ${flags.docs.map(shellWord).join(' ')}${profileFlag(flags)}`;
  const mend = wrong.some((d) => d.fix)
    ? `${lint} --fix, or edit the lines above`
    : `edit the lines above; ${lint} says how`;
  return { name, state: 'failed', message: totals, details, mend };
}

async function checkGenerated(flags: CheckFlags, io: Io): Promise<Verdict> {
  const name = 'generated';
  const targets = targetsOf(flags, io);
  if (targets.length === 0) return { name, state: 'skipped', message: 'no targets (--target none)' };
  if (committedSpec(flags, io) === undefined)
    return { name, state: 'failed', message: `there is no ${flags.spec} to compare with` };
  const { spec, out, templates } = flags;
  const generation = await planGeneration({
    cwd: io.cwd,
    spec,
    out,
    targets,
    ...(templates === undefined ? {} : { templates }),
  });
  const { handlers } = generation;
  const changes = [
    ...generation.plan.changes.map((change) => ({ ...change, path: `${out}/${change.path}` })),
    ...(handlers?.changes ?? []).map((change) => ({ ...change, path: `${handlers?.name}/${change.path}` })),
  ];
  if (changes.length === 0)
    return { name, state: 'ok', message: `${generation.files} files in ${out} are what ${spec} gives` };
  const details = changes.map(
    ({ path, before, after }) =>
      `${before === undefined ? 'missing' : after === undefined ? 'obsolete' : 'stale'} ${path}`,
  );
  const mend = [
    'docproof generate',
    ...(spec === 'spec/openapi.yaml' ? [] : [`--spec ${shellWord(spec)}`]),
    ...(out === 'generated' ? [] : [`--out ${shellWord(out)}`]),
    ...(targets.length === TARGET_NAMES.length ? [] : [`--target ${targets.join(',')}`]),
    ...(templates === undefined ? [] : [`--templates ${shellWord(templates)}`]),
  ].join(' ');
  return {
    name,
    state: 'failed',
    message: `${changes.length} of ${generation.files} files in ${out} are stale`,
    details,
    mend,
  };
}

/** As asked for; else what the manifest of the folder lists; else all, so that nothing is green because nothing is there. */
function targetsOf({ target, out }: CheckFlags, { cwd }: Io): Target['name'][] {
  if (target === 'none') return [];
  if (target !== undefined) {
    const names = target.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !(TARGET_NAMES as readonly string[]).includes(name));
    if (unknown !== undefined)
      throw new Failure(`no target ${unknown}`, `targets are ${TARGET_NAMES.join(', ')}, or none`);
    return TARGET_NAMES.filter((name) => names.includes(name));
  }
  const manifest = readManifest(readFileBelow(resolve(cwd, out), MANIFEST));
  const made = new Set(Object.keys(manifest?.files ?? {}).map((path) => path.split('/')[0]));
  return made.size === 0 ? [...TARGET_NAMES] : TARGET_NAMES.filter((name) => made.has(name));
}

function checkChanges(flags: CheckFlags, io: Io): Verdict {
  const name = 'changes';
  if (flags.base === undefined) return { name, state: 'skipped', message: 'not compared: give --base REVISION' };
  const docs = flags.docs[0] ?? OWN_DOCS;
  const { changes } = compareSides(flags.base, flags.spec, { ...flags, cwd: io.cwd, docs });
  const count = countLevels(changes);
  const message = `since ${flags.base}: ${changes.length === 0 ? 'no changes' : totals(count)}`;
  if (count.breaking === 0) return { name, state: 'ok', message };
  const details = changes
    .filter((change) => change.level === 'breaking')
    .map((change) =>
      [change.places[0] && placeText(change.places[0]), change.message].filter((part) => part).join(': '),
    );
  if (flags.allowBreaking) return { name, state: 'ok', message: `${message} (allowed)`, details };
  const mend = 'take the breaking change back, or agree on it and run check with --allow-breaking';
  return { name, state: 'failed', message, details, mend };
}

function profileFlags(flags: CheckFlags): string {
  const { lang, overrides } = flags;
  return [
    profileFlag(flags),
    lang === undefined ? '' : ` --lang ${shellWord(lang)}`,
    overrides === undefined ? '' : ` --overrides ${shellWord(overrides)}`,
  ].join('');
}

function profileFlag({ profile }: CheckFlags): string {
  return profile === undefined ? '' : ` --profile ${shellWord(profile)}`;
}
