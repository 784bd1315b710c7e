// The printers of `diff`: text, JSON, SARIF and markdown of one report.
import { describe, expect, it } from 'vitest';
import { countLevels, diffApis } from '../diff.js';
import { contract, type Json, query, S } from '../testing/contract.js';
import { PLAIN } from '../testing/plain-colours.js';
import { diffJson } from './json.js';
import { diffMarkdown } from './markdown.js';
import { withDocs } from './report.js';
import { diffSarif } from './sarif.js';
import { diffText } from './text.js';

describe('the printers', () => {
  const before = contract({ ...query(S) }, { servers: [{ url: 'https://a.example' }] });
  const after = contract(
    { operationId: 'put|<b>@x', ...query({ ...S, maxLength: 3 }) },
    { servers: [{ url: 'https://a.example' }] },
  );
  const report = {
    old: 'old.yaml',
    new: 'new.yaml',
    changes: withDocs(diffApis(before, after), { old: 'spec/docs', new: 'spec/docs/' }),
  };

  it('text: the worst first, with place, rule and totals', () => {
    expect(diffText(report, PLAIN)).toBe(
      [
        'breaking  query parameter top: the greatest length was none and is 3  [diff/range-narrowed]',
        '          put|<b>@x  spec/docs/thing.md:3',
        'risky     operation updateThing is now called put|<b>@x (PUT /things/{id})  [diff/operation-renamed]',
        '          put|<b>@x  spec/docs/thing.md:3',
        'old.yaml → new.yaml: 1 breaking, 1 risky, 0 safe',
        '',
      ].join('\n'),
    );
  });

  it('text: says when there is nothing', () => {
    expect(diffText({ old: 'a', new: 'b', changes: [] }, PLAIN)).toBe('a → b: no changes\n');
  });

  it('json', () => {
    const parsed = JSON.parse(diffJson(report)) as { summary: unknown; changes: Json[] };
    expect(parsed.summary).toEqual(countLevels(report.changes));
    expect(parsed.changes[0]).toEqual({
      rule: 'diff/range-narrowed',
      level: 'breaking',
      message: 'query parameter top: the greatest length was none and is 3',
      places: [
        {
          operation: 'put|<b>@x',
          method: 'PUT',
          path: '/things/{id}',
          source: { file: 'spec/docs/thing.md', line: 3, side: 'new' },
        },
      ],
    });
  });

  it('sarif', () => {
    const log = JSON.parse(diffSarif(report, '1.0.0')) as {
      version: string;
      runs: {
        tool: { driver: { rules: { id: string }[] } };
        results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[];
      }[];
    };
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.results.map((r) => [r.ruleId, r.level])).toEqual([
      ['diff/range-narrowed', 'error'],
      ['diff/operation-renamed', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of run?.results ?? []) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(run?.results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'spec/docs/thing.md' }, region: { startLine: 3 } } },
    ]);
  });

  it('markdown: names from documents are no markup', () => {
    const text = diffMarkdown(report);
    expect(text).toContain('### Breaking (1)');
    expect(text).toContain('put\\|&lt;b>@\u200bx');
    expect(
      text
        .split('\n')
        .filter((l) => l.startsWith('|'))
        .every((l) => l.split(/(?<!\\)\|/).length === 5),
    ).toBe(true);
  });
});
