// The spec that a run certifies against, and what its report says of it.
import { relative, resolve } from 'node:path';
import type { SuiteRef } from '../conformance/run.js';
import type { Api } from '../spec/contract/api.js';
import { packageRoot } from '../spec/package-root.js';
import { Failure } from './failure.js';
import { EXIT, type Io } from './io.js';
import { digestOf, loadSpec } from './load-spec.js';
import { readText } from './read-text.js';

export interface SpecInput {
  api: Api;
  ref: SuiteRef;
}

/** @throws Failure where it cannot be read or used */
export function readSpec(file: string, io: Io): SpecInput {
  const path = resolve(io.cwd, file);
  const text = readText(path, file);
  const sha256 = digestOf(text);
  const { api, diagnostics } = loadSpec(text, file, sha256);
  if (!api) throw new Failure(`${file} is not a usable spec`, undefined, EXIT.usage, diagnostics);
  return {
    api,
    ref: {
      file: relative(packageRoot(), path) === 'spec/openapi.yaml' ? 'spec/openapi.yaml' : file,
      title: api.title,
      version: api.version,
      sha256,
    },
  };
}
