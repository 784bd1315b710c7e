// A comparison as SARIF 2.1.0, which code hosts show at the lines of the documents.
import type { Change, Level } from '../change.js';
import { RULES } from '../rules/index.js';
import type { DiffReport } from './report.js';

const SEVERITY: Record<Level, 'error' | 'warning' | 'note'> = { breaking: 'error', risky: 'warning', safe: 'note' };

export function diffSarif({ changes }: DiffReport, version: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'docproof diff',
            version,
            rules: RULES.map(({ id, about }) => ({ id, shortDescription: { text: about } })),
          },
        },
        results: changes.map(result),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(change: Change): object {
  const { rule, level, message, places } = change;
  const locations = places.flatMap(({ source }) => (source ? [source] : []));
  const [first, ...others] = locations.map(({ file, line }, i) => ({
    ...(i > 0 ? { id: i } : {}),
    physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: line } },
  }));
  const names = places.map((place) => place.operation).join(', ');
  return {
    ruleId: rule,
    ruleIndex: RULES.findIndex((r) => r.id === rule),
    level: SEVERITY[level],
    message: { text: names === '' ? message : `${message} (${names})` },
    ...(first ? { locations: [first] } : {}),
    ...(others.length > 0 ? { relatedLocations: others } : {}),
  };
}
