// What a generation target is: the contract in, files out. Everything is decided here; nothing is written.
import type { Api } from '../spec/contract/api.js';
import type { Diagnostic } from '../spec/diagnostic.js';

/** A file to be, relative to the output folder, with forward slashes and `\n` line ends. */
export interface GeneratedFile {
  path: string;
  text: string;
}

/** Renders the template `name` (path below templates/, without `.hbs`) with a view that has made every decision. */
export type Render = (name: string, view: object) => string;

export interface Target {
  name: 'server' | 'client' | 'samples';
  /** Paths start with the target's name: `server/routes.ts`. Diagnostics are `generate/…`. */
  generate(api: Api, render: Render): Promise<{ files: GeneratedFile[]; diagnostics: Diagnostic[] }>;
}
