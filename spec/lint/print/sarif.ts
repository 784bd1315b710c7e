// Findings as SARIF 2.1.0 (OASIS, section 3), for code scanning.
import type { Diagnostic } from '../../diagnostic.js';
import type { Rule } from '../rule.js';
import { fingerprints } from './fingerprint.js';
import type { Source } from './sources.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** One run with every rule and every finding. */
export function printSarif(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  tool: { version: string; rules: readonly Rule[] },
): string {
  const marks = fingerprints(diagnostics, sources);
  const index = new Map(tool.rules.map((rule, i) => [rule.code, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'docproof', semanticVersion: tool.version, rules: tool.rules.map(ruleObject) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The folder that docproof ran in.' } } },
        results: diagnostics.map((d, i) => ({
          ruleId: d.code,
          ...(index.has(d.code) ? { ruleIndex: index.get(d.code) } : {}),
          level: LEVELS[d.severity],
          message: { text: d.help ? `${d.message}\n${d.help}` : d.message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(d.file), ...(isAbsolute(d.file) ? {} : { uriBaseId: 'ROOT' }) },
                region: {
                  startLine: d.line,
                  startColumn: d.column,
                  ...(d.endColumn ? { endColumn: d.endColumn } : {}),
                },
              },
            },
          ],
          partialFingerprints: { 'docproofFinding/v1': marks[i] },
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleObject(rule: Rule): object {
  return {
    id: rule.code,
    shortDescription: { text: rule.purpose },
    fullDescription: { text: rule.why },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function isAbsolute(file: string): boolean {
  return file.startsWith('/') || /^[A-Za-z]:/.test(file);
}
