// Findings as a GitLab code quality report (Code Climate's format).
import type { Diagnostic } from '../../diagnostic.js';
import { fingerprints } from './fingerprint.js';
import type { Source } from './sources.js';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const;

/** A JSON array with one entry for each finding. */
export function printGitlab(diagnostics: readonly Diagnostic[], sources: readonly Source[]): string {
  const marks = fingerprints(diagnostics, sources);
  const entries = diagnostics.map((d, i) => ({
    description: d.message,
    check_name: d.code,
    fingerprint: marks[i],
    severity: SEVERITIES[d.severity],
    location: { path: d.file, lines: { begin: d.line } },
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}
