// One run of the generator from the disk's side: reads spec, templates and output folder, gives the plan and carries it out.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { generate } from '../generator/generate.js';
import type { HandlerFiles } from '../generator/handlers/handler-files.js';
import { MANIFEST, readManifest, writeManifest } from '../generator/manifest.js';
import { type Change, type OutputPlan, planOutput } from '../generator/output-plan.js';
import type { Render, Target } from '../generator/target.js';
import { loadTargets } from '../generator/targets.js';
import { TemplateError } from '../generator/templates.js';
import type { Api } from '../spec/contract/api.js';
import type { Diagnostic } from '../spec/diagnostic.js';
import { Failure } from './failure.js';
import { EXIT } from './io.js';
import { loadSpec } from './load-spec.js';
import { readFileBelow, removeFileBelow, safePath } from './output-folder.js';
import { refuseFile, refuseUnwritable } from './output-place.js';
import { readText } from './read-text.js';
import { refuseStrangers, renderer, templateFailure } from './template-folder.js';
import { type Output, stageOutputs } from './write-output.js';

export interface GenerationOptions {
  cwd: string;
  /** Path of the contract. */
  spec: string;
  /** The contract, where it has been read already. */
  api?: Api;
  /** Output folder. */
  out: string;
  targets: readonly Target['name'][];
  /** Folder of the user's own templates. */
  templates?: string;
  /** Folder of handler files; the one that the manifest remembers where absent. */
  handlers?: string;
  /** Languages of samples, or `all`; those that the folder has where absent. */
  languages?: readonly string[];
}

/** Handler files, as far as they are wanted. */
export interface HandlersGeneration extends HandlerFiles {
  /** Absolute. */
  folder: string;
  /** As the user would write it, with forward slashes. */
  name: string;
}

export interface Generation {
  cwd: string;
  api: Api;
  /** Absolute output folder, and what the user calls it. */
  folder: string;
  out: string;
  plan: OutputPlan;
  handlers?: HandlersGeneration;
  diagnostics: Diagnostic[];
  files: number;
}

/** Reads everything and plans; nothing is written. Throws Failure for what can't be read. */
export async function planGeneration(options: GenerationOptions): Promise<Generation> {
  const api = options.api ?? readSpec(options.cwd, options.spec);
  const folder = resolve(options.cwd, options.out);
  refuseFile('--out', options.out, options.cwd);
  const render = renderer(options);
  const manifest = readManifest(readFileBelow(folder, MANIFEST));
  const { languages } = options;
  if (languages) await refuseUnknownLanguage(languages);
  const targets = await loadTargets(options.targets, {
    made: Object.keys(manifest?.files ?? {}),
    ...(languages ? { languages } : {}),
  });
  const { files, diagnostics: found } = await generate(api, targets, render).catch((error: unknown) => {
    throw error instanceof TemplateError ? templateFailure(error, options) : error;
  });
  refuseStrangers(options);
  // What has no line in a document is about the spec itself.
  const diagnostics = found.map((d) => (d.file === 'openapi.yaml' ? { ...d, file: options.spec } : d));
  if (diagnostics.some((d) => d.severity === 'error'))
    throw new Failure(`no code can be made of ${options.spec}`, 'nothing was written', EXIT.usage, diagnostics);
  const plan = planOutput(files, options.targets, {
    manifest,
    read: (path) => readFileBelow(folder, path),
  });
  const generation = { cwd: options.cwd, api, folder, out: options.out, plan, diagnostics, files: files.length };
  const handlers = await planHandlers(options, generation, render);
  return handlers ? { ...generation, diagnostics: [...diagnostics, ...handlers.diagnostics], handlers } : generation;
}

/** Whatever is made: samples may also go into a spec (`--code-samples`). */
async function refuseUnknownLanguage(languages: readonly string[]): Promise<void> {
  const { languagesNamed } = await import('../generator/samples/languages/choice.js');
  const named = languagesNamed(languages);
  if ('unknown' in named)
    throw new Failure(`no language ${named.unknown}`, `there are ${named.known.join(', ')}, or all`);
}

async function planHandlers(
  options: GenerationOptions,
  { api, folder, plan }: Generation,
  render: Render,
): Promise<HandlersGeneration | undefined> {
  if (options.handlers !== undefined)
    plan.manifest.handlers = slashed(relative(folder, resolve(options.cwd, options.handlers)));
  const remembered = plan.manifest.handlers;
  if (remembered === undefined || !options.targets.includes('server')) return undefined;
  const own = resolve(folder, remembered);
  const name = slashed(relative(options.cwd, own)) || '.';
  const inside = relative(folder, own);
  if (!inside.startsWith('..') && !isAbsolute(inside))
    throw new Failure(
      `the handlers' folder ${name} lies in the output folder`,
      'choose one beside it: what is in there is yours',
    );
  refuseFile('--handlers', name, options.cwd);
  const { planHandlerFiles } = await import('../generator/handlers/handler-files.js');
  const path = slashed(relative(own, join(folder, 'server/index.js')));
  const planned = planHandlerFiles(api, handlerSources(own), path.startsWith('.') ? path : `./${path}`, render);
  const diagnostics = planned.diagnostics.map((d) => ({ ...d, file: `${name}/${d.file}` }));
  return { folder: own, name, changes: planned.changes, diagnostics };
}

/** Texts of the TypeScript files in a folder, tests and declarations apart. */
function handlerSources(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const sources = names.filter((name) => name.endsWith('.ts') && !/\.(test|spec|d)\.ts$/.test(name)).sort();
  return new Map(sources.map((name) => [name, readFileBelow(folder, name) ?? '']));
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}

/** Throws Failure for what cannot be carried out, while everything is still as it was. */
function refuseImpossible({ cwd, folder, out, plan, handlers }: Generation): void {
  if (plan.foreign.length > 0) {
    const names = plan.foreign.map((path) => `${out}/${path}`);
    throw new Failure(
      `not written by docproof, and in the way: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`,
      'nothing was written; move or delete what is in the way, or choose another folder with --out',
    );
  }
  const manifest = readFileBelow(folder, MANIFEST) === writeManifest(plan.manifest) ? [] : [{ path: MANIFEST }];
  refuseUnwritableBelow('--out', out, [...plan.changes, ...manifest], cwd);
  if (handlers) refuseUnwritableBelow('--handlers', handlers.name, handlers.changes, cwd);
}

function refuseUnwritableBelow(flag: string, folder: string, files: readonly { path: string }[], cwd: string): void {
  const folders = new Set(files.map(({ path }) => join(folder, dirname(path))));
  for (const one of folders) {
    refuseFile(flag, one, cwd);
    refuseUnwritable(flag, one, cwd);
  }
}

/**
 * Writes and removes what the plan says, the manifest last, and what else belongs to it first: all of it, or nothing
 * where a file cannot be written.
 */
export function carryOut(generation: Generation, others: readonly Output[] = []): void {
  refuseImpossible(generation);
  const { folder, plan, handlers } = generation;
  const manifest = writeManifest(plan.manifest);
  const removed = plan.changes.filter(({ after }) => after === undefined).map(({ path }) => safePath(folder, path));
  const putInPlace = stageOutputs([
    ...others,
    ...outputsBelow(folder, plan.changes),
    ...(handlers ? outputsBelow(handlers.folder, handlers.changes) : []),
    ...(readFileBelow(folder, MANIFEST) === manifest
      ? []
      : outputsBelow(folder, [{ path: MANIFEST, after: manifest }])),
  ]);
  for (const file of removed) removeFileBelow(folder, file);
  putInPlace();
}

function outputsBelow(folder: string, changes: readonly Pick<Change, 'path' | 'after'>[]): Output[] {
  return changes.flatMap(({ path, after }) =>
    after === undefined ? [] : [{ path: safePath(folder, path), text: after }],
  );
}

/** Reads a contract from disk. Throws Failure with its diagnostics when it is none. */
export function readSpec(cwd: string, spec: string): Api {
  const path = resolve(cwd, spec);
  if (!existsSync(path))
    throw new Failure(`no spec at ${spec}`, 'run `docproof build` first, or name one with --spec FILE');
  const text = readText(path, spec);
  const { api, diagnostics } = loadSpec(text, spec);
  if (!api) throw new Failure(`${spec} cannot be used`, undefined, 2, diagnostics);
  return api;
}
