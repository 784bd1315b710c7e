// Runs targets over a contract: an Api in, files and diagnostics out. Nothing is written.
import type { Api } from '../spec/contract/api.js';
import { compareDiagnostics, compareText, type Diagnostic } from '../spec/diagnostic.js';
import { contractDiagnostics } from './contract-diagnostics.js';
import type { GeneratedFile, Render, Target } from './target.js';

export interface Generated {
  /** Sorted by path; every path starts with the name of its target. */
  files: GeneratedFile[];
  diagnostics: Diagnostic[];
}

/**
 * Generates all files of the targets given.
 *
 * @throws Error for a file outside its target's folder or given twice: that is a bug of the target
 */
export async function generate(api: Api, targets: readonly Target[], render: Render): Promise<Generated> {
  const results = await Promise.all(
    targets.map(async (target) => ({ target, ...(await target.generate(api, render)) })),
  );
  const files = new Map<string, GeneratedFile>();
  for (const { target, files: made } of results)
    for (const file of made) {
      if (!file.path.startsWith(`${target.name}/`) || !isPlainPath(file.path))
        throw new Error(`target ${target.name} may not write ${file.path}`);
      if (files.has(file.path)) throw new Error(`target ${target.name} writes ${file.path} twice`);
      files.set(file.path, file);
    }
  return {
    files: [...files.values()].sort((a, b) => compareText(a.path, b.path)),
    diagnostics: [...contractDiagnostics(api), ...results.flatMap((result) => result.diagnostics)].sort(
      compareDiagnostics,
    ),
  };
}

/** A relative path with forward slashes, without empty parts, `.` and `..`, and without what Windows reads as another. */
export function isPlainPath(path: string): boolean {
  return !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
