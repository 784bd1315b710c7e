// The client of a contract, as `docproof generate` makes it.
import { expect } from 'vitest';
import type { Api } from '../../../spec/contract/api.js';
import { render } from '../../samples/testing/fixture.js';
import type { GeneratedFile } from '../../target.js';
import { clientTarget } from '../target.js';

export async function clientFiles(api: Api): Promise<GeneratedFile[]> {
  const { files, diagnostics } = await clientTarget.generate(api, render);
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  return files;
}
