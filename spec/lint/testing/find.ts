// What lint finds in the plain example page with something of it changed.
import { readProfile } from '../../../cli/documents.js';
import type { Diagnostic } from '../../diagnostic.js';
import { packageRoot } from '../../package-root.js';
import { type Example, examplePages } from '../example.js';
import { lint } from '../lint.js';

const options = { profile: readProfile(undefined, packageRoot()), exists: () => false };

export function find(example: Example): Diagnostic[] {
  const files = Object.entries(examplePages(example)).map(([path, text]) => ({ path, text }));
  return lint(files, options).diagnostics;
}
