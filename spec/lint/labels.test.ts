// The findings on labelled pages: what the labels call mechanical is found, what is labelled completely is not exceeded.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPages, readProfile } from '../../cli/documents.js';
import type { Diagnostic } from '../diagnostic.js';
import { packageRoot } from '../package-root.js';
import { lint } from './lint.js';

const LABELS = join(packageRoot(), '../shared/labels');
const COMPLETE = [
  'invalid-json-sample',
  'shell-expansion',
  'nested-single-quotes',
  'shell-quoting',
  'header-name-typo',
  'broken-table',
];
const MECHANICAL = [
  ...COMPLETE,
  'duplicate-row',
  'sample-contradicts-table',
  'curl-contradicts-url',
  'status-contradiction',
  'missing-section',
];

interface Label {
  doc: string;
  lang: string;
  docDefects: { line: number; kind: string; sub?: string }[];
}

describe.runIf(existsSync(LABELS)).each(['en', 'ja'])('labelled pages in %s', (lang) => {
  const counts = { found: 0, labelled: 0, right: 0, reported: 0 };
  const misses: string[] = [];
  beforeAll(() => {
    const corpus = join(LABELS, '../corpus');
    const { files } = readPages([join(corpus, 'personium'), join(corpus, 'seeds')], packageRoot());
    const { diagnostics } = lint(files, { profile: readProfile(undefined, packageRoot()) });
    for (const file of readdirSync(LABELS).filter((f) => f.endsWith('.json'))) {
      const label = JSON.parse(readFileSync(join(LABELS, file), 'utf8')) as Label;
      if (label.lang !== lang) continue;
      const here = diagnostics.filter(
        (d) => d.page === label.doc && d.lang === lang && file.startsWith('seed') === d.file.includes('/seeds/'),
      );
      const used = new Set<Diagnostic>();
      for (const defect of label.docDefects) {
        const kind = (defect.kind === 'other' ? defect.sub : defect.kind) ?? '';
        if (!MECHANICAL.includes(kind)) continue;
        counts.labelled++;
        const found = here.find(
          (d) =>
            d.code.endsWith(`/${kind}`) &&
            !used.has(d) &&
            (kind === 'missing-section' || Math.abs(d.line - defect.line) <= 3),
        );
        if (found) {
          counts.found++;
          used.add(found);
        } else misses.push(`${file}:${defect.line} ${kind}`);
      }
      for (const d of here.filter((one) => COMPLETE.some((kind) => one.code.endsWith(`/${kind}`)))) {
        counts.reported++;
        if (used.has(d)) counts.right++;
        else misses.push(`${file}:${d.line} ${d.code} is not labelled`);
      }
    }
  }, 60_000);

  it('are found: at least nine in ten', () =>
    expect(counts.found, misses.join('\n')).toBeGreaterThanOrEqual(counts.labelled * 0.9));
  it('are right: at least nine in ten', () =>
    expect(counts.right, misses.join('\n')).toBeGreaterThanOrEqual(counts.reported * 0.9));
  it('are compared at all', () => expect(counts.labelled).toBeGreaterThan(0));
});
