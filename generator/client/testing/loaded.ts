// A generated client as a folder of JavaScript, imported.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { GeneratedFile } from '../../target.js';
import { javascript } from '../../testing/compile.js';

export function write(own: string, files: readonly GeneratedFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(own, path)), { recursive: true });
    writeFileSync(join(own, path), text);
  }
}

export interface Loaded {
  call(
    name: string,
    client: object,
    input: object,
  ): Promise<{ status: number; ok: boolean; body: unknown; headers: Headers }>;
  module: Record<string, (...args: unknown[]) => unknown>;
}

/** The client as JavaScript, imported. */
export async function loaded(own: string, files: readonly GeneratedFile[]): Promise<Loaded> {
  write(own, [
    { path: 'package.json', text: '{"type":"module"}' },
    ...files.map((f) => ({ path: f.path.replace(/\.ts$/, '.js'), text: javascript(f.text) })),
  ]);
  const module = (await import(pathToFileURL(join(own, 'client/index.js')).href)) as Loaded['module'];
  return { module, call: (name, ...args) => module[name]?.(...args) as ReturnType<Loaded['call']> };
}
