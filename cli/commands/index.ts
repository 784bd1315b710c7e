// Every command, in the order of `--help`, as it stands there. What a command takes is loaded when it is called.
import type { DefineCommand } from '../command.js';

export interface CommandEntry {
  /** Its name, and what it takes. */
  usage: string;
  /** Absent where `--help` does not list it. */
  summary?: string;
  load(): Promise<DefineCommand>;
}

export const COMMANDS: CommandEntry[] = [
  {
    usage: 'build [options] <docs...>',
    summary: 'turn documents into an OpenAPI spec',
    load: async () => (await import('./build.js')).defineBuild,
  },
  {
    usage: 'inspect [options] <page>',
    summary: 'show what is understood of a page',
    load: async () => (await import('./inspect.js')).defineInspect,
  },
  {
    usage: 'lint [options] [docs...]',
    summary: 'find the mistakes in documents',
    load: async () => (await import('./lint.js')).defineLint,
  },
  {
    usage: 'profile',
    summary: 'work with profiles: how documents are written, as data',
    load: async () => (await import('./profile.js')).defineProfile,
  },
  {
    usage: 'generate [options]',
    summary: 'make server stubs, a typed client and request samples',
    load: async () => (await import('./generate.js')).defineGenerate,
  },
  {
    usage: 'diff [options] <old> [new]',
    summary: 'list breaking, risky and safe changes between two contracts',
    load: async () => (await import('./diff.js')).defineDiff,
  },
  {
    usage: 'watch [options] [docs...]',
    summary: 'rebuild spec and generated code whenever a page is saved',
    load: async () => (await import('./watch.js')).defineWatch,
  },
  {
    usage: 'check [options]',
    summary: 'hold the CI gate: spec and generated code fresh, pages without errors and warnings, nothing breaking',
    load: async () => (await import('./check.js')).defineCheck,
  },
  {
    usage: 'serve [options]',
    summary: 'run the reference server',
    load: async () => (await import('./serve.js')).defineServe,
  },
  {
    usage: 'mock [options]',
    summary: 'answer with the documented samples',
    load: async () => (await import('./mock.js')).defineMock,
  },
  {
    usage: 'certify [options]',
    summary: 'check a server against the documents',
    load: async () => (await import('./certify.js')).defineCertify,
  },
  {
    usage: 'clean [options]',
    summary: 'remove what a certification left on a server',
    load: async () => (await import('./clean.js')).defineClean,
  },
  {
    usage: 'badge [options] <report>',
    summary: 'make an SVG badge from a report',
    load: async () => (await import('./badge.js')).defineBadge,
  },
  {
    usage: 'compare [options] <reports...>',
    summary: 'show runs side by side',
    load: async () => (await import('./compare.js')).defineCompare,
  },
  {
    usage: 'merge [options] <reports...>',
    summary: 'join the reports of shards',
    load: async () => (await import('./merge.js')).defineMerge,
  },
  {
    usage: 'verify [options] <certificate>',
    summary: 'check a certificate against its report',
    load: async () => (await import('./verify.js')).defineVerify,
  },
  { usage: 'start', load: async () => (await import('./start.js')).defineStart },
  {
    usage: 'init [options] [folder]',
    summary: 'propose a profile for a folder of documents, or set up CI',
    load: async () => (await import('./init.js')).defineInit,
  },
];
