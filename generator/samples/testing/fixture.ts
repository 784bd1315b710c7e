// The fixture contract and the templates, read once for tests of samples and client.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Api } from '../../../spec/contract/api.js';
import { loadApi } from '../../../spec/contract/load.js';
import type { Render } from '../../target.js';
import { templateRenderer } from '../../templates.js';

const ROOT = join(import.meta.dirname, '../../..');

/** Loads a contract of a fixture folder, or fails with its diagnostics. */
export function contract(path: string): Api {
  const { api, diagnostics } = loadApi(readFileSync(join(ROOT, path), 'utf8'), path);
  if (!api) throw new Error(JSON.stringify(diagnostics));
  return api;
}

/** Renders our own templates. */
export const render: Render = templateRenderer((file) => {
  const path = join(ROOT, 'templates', file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
});
