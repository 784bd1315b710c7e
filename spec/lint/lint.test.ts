// Linting as a whole: suppressions, config, mends, hostile pages, and the documents at hand.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPages, readProfile } from '../../cli/documents.js';
import type { Diagnostic } from '../diagnostic.js';
import { packageRoot } from '../package-root.js';
import { processorTime } from '../testing/processor-time.js';
import { readLintConfig } from './config.js';
import { examplePages } from './example.js';
import { applyFixes } from './fix.js';
import { type LintFile, lint } from './lint.js';
import { RULES } from './registry.js';

const options = { profile: readProfile(undefined, packageRoot()), exists: () => false };

function find(files: Record<string, string>, config?: string): Diagnostic[] {
  const own = config === undefined ? {} : { config: readLintConfig(config, 'docproof.yaml').config };
  return lint(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { ...options, ...own },
  ).diagnostics;
}

const codes = (diagnostics: Diagnostic[]): string[] => diagnostics.map((d) => d.code);
const link = 'See [the colors](colours.md).';
const overview = (text: string): Record<string, string> => examplePages({ sections: { Overview: text } });

describe('suppressions', () => {
  const comment = '<!-- docproof-ignore doc/broken-link: it comes later -->';

  it.each([
    ['the block below', `${comment}\n${link}`],
    ['the block below, after an empty line', `${comment}\n\n${link}`],
    ['the line it ends', `${link} ${comment}`],
  ])('cover %s', (_, text) => expect(codes(find(overview(text)))).toEqual([]));

  it('cover the whole page above its title', () => {
    const files = overview(link);
    expect(codes(find({ 'update_label.md': `${comment}\n\n${files['update_label.md']}` }))).toEqual([]);
  });

  it('cover nothing further down', () => {
    expect(codes(find(overview(`${comment}\nText.\n\n${link}`)))).toEqual(['lint/unused-ignore', 'doc/broken-link']);
  });

  it('cover their own code only', () => {
    expect(codes(find(overview(`<!-- docproof-ignore doc/broken-table: no -->\n${link}`)))).toEqual([
      'lint/unused-ignore',
      'doc/broken-link',
    ]);
  });

  it.each([
    ['without a reason', '<!-- docproof-ignore doc/broken-link -->'],
    ['with an unknown code', '<!-- docproof-ignore doc/nothing: why -->'],
    ['without a code', '<!-- docproof-ignore -->'],
  ])('%s cover nothing and are reported', (_, bad) =>
    expect(codes(find(overview(`${bad}\n${link}`)))).toEqual(['lint/bad-ignore', 'doc/broken-link']),
  );

  it('are text inside a code block', () => expect(codes(find(overview(`\`\`\`\n${comment}\n\`\`\``)))).toEqual([]));
});

describe('the config', () => {
  it('sets severities and turns rules off', () => {
    expect(find(overview(link), 'lint:\n  severity: { doc/broken-link: error }')[0]?.severity).toBe('error');
    expect(find(overview(link), 'lint:\n  severity: { doc/broken-link: off }')).toEqual([]);
  });

  it.each([
    ['every page', '{ code: doc/broken-link, reason: later }'],
    ['a page', '{ code: doc/broken-link, page: update_label, reason: later }'],
    ['pages by a pattern', '{ code: doc/broken-link, page: "up*el.md", reason: later }'],
  ])('ignores on %s', (_, entry) => expect(find(overview(link), `lint:\n  ignore:\n    - ${entry}`)).toEqual([]));

  it('reports what matches nothing, at its line', () => {
    const [d] = find(overview(link), 'lint:\n  ignore:\n    - { code: doc/broken-link, page: other, reason: later }');
    expect(d).toMatchObject({ code: 'lint/unused-ignore', file: 'docproof.yaml', line: 3 });
  });

  it.each([
    ['an unknown code', 'lint: { severity: { doc/nothing: error } }'],
    ['an unknown severity', 'lint: { severity: { doc/broken-link: fatal } }'],
    ['an entry without a reason', 'lint: { ignore: [{ code: doc/broken-link }] }'],
    ['a part that is misspelt', 'lint: { ignores: [] }'],
    ['broken YAML', 'lint: [}'],
  ])('is refused with %s', (_, text) =>
    expect(readLintConfig(text, 'c.yaml').diagnostics.map((d) => d.code)).toEqual(['lint/bad-config']),
  );

  it('leaves other parts of the file alone', () =>
    expect(readLintConfig('build: { out: x }', 'c.yaml').diagnostics).toEqual([]));
});

describe('mends', () => {
  const fixable = RULES.filter((rule) => rule.fixable).map((rule) => [rule.code, rule] as const);

  function mended(files: LintFile[]): { files: LintFile[]; rounds: number } {
    let current = files;
    for (let rounds = 0; ; rounds++) {
      const { diagnostics } = lint(current, options);
      const next = current.map((file) => ({
        ...file,
        text: applyFixes(
          file.text,
          diagnostics.filter((d) => d.file === file.path),
        ).text,
      }));
      if (next.every((file, i) => file.text === current[i]?.text) || rounds > 10) return { files: current, rounds };
      current = next;
    }
  }

  it.each(fixable.filter(([code]) => code !== 'doc/broken-table'))('%s: a second run is clean', (code, rule) => {
    const files = Object.entries(examplePages(rule.bad)).map(([path, text]) => ({ path, text }));
    const { files: after, rounds } = mended(files);
    expect(rounds).toBeGreaterThan(0);
    expect(codes(lint(after, options).diagnostics)).not.toContain(code);
  });

  it('closes rows and fills short ones; a surplus bar is left to people', () => {
    const head = '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n';
    const page = (rows: string): LintFile[] =>
      Object.entries(examplePages({ sections: { 'Request Body': `${head}${rows}` } })).map(([path, text]) => ({
        path,
        text,
      }));
    const text =
      mended(page('|Name|New name|Number of digits: 1-16|Yes|\n|Color|Its color|red, green|No|')).files[0]?.text ?? '';
    expect(text).toContain('|Name|New name|Number of digits: 1-16|Yes||\n');
    expect(
      mended(page('|Name|New\nname|Number of digits: 1-16|Yes||\n|Color|Its color|red, green|No||')).files[0]?.text,
    ).toContain('|Name|New name|Number of digits: 1-16|Yes||\n');
    const open = page('|Color|Its color|red, green|No||\n|Name|New\nname|Number');
    expect(mended(open).files).toEqual(open);
    const surplus = page('|Name|New | name|Number of digits: 1-16|Yes||');
    expect(mended(surplus).files).toEqual(surplus);
  });

  it('never overlap', () => {
    const d = (start: number, end: number, text: string): Diagnostic => ({
      code: 'x/y',
      severity: 'info',
      file: 'f',
      line: 1,
      column: 1,
      message: '',
      fix: { start, end, text },
    });
    expect(applyFixes('abcdef', [d(0, 3, 'X'), d(2, 4, 'Y'), d(4, 5, 'Z')])).toEqual({ text: 'XdZf', applied: 2 });
  });
});

describe('hostile pages', () => {
  const body = (text: string): string =>
    `# Update Label\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}__ctl/Label\n\`\`\`\n\n### Request Body\n\n${text}\n`;
  const pages: [string, string][] = [
    ['a line of 1 MB', body('a'.repeat(1_000_000))],
    ['a table row of 1 MB', body(`|a|b|\n|-|-|\n|${'x|'.repeat(300_000)}`)],
    ['10,000 nested brackets in a sample', body(`### Request Sample\n\n\`\`\`JSON\n${'['.repeat(10_000)}\n\`\`\``)],
    [
      '10,000 nested objects in a command',
      body(`\`\`\`sh\ncurl "https://a.example" -d '${'{"a":'.repeat(10_000)}'\n\`\`\``),
    ],
    ['brackets in text', body('['.repeat(50_000))],
    ['comments that never end', body('<!-- '.repeat(50_000))],
    ['suppressions that never end', body('<!-- docproof-ignore '.repeat(20_000))],
    ['links', body('[a](b.md) '.repeat(20_000))],
    ['open links', body('[a]('.repeat(50_000))],
    ['braces in a URL', body('x').replace('{CellURL}__ctl/Label', `{CellURL}${"{a}('".repeat(20_000)}`)],
    ['quotes in a command', body(`\`\`\`sh\ncurl "${"'a".repeat(50_000)}\n\`\`\``)],
    ['lone surrogates', body('\uD800\uDC00\uD800 | \uDFFF')],
    ['nothing', ''],
    ['front matter only', '---\nid: a\n---'],
  ];

  it.each(pages)('%s: findings, no crash, no hang', (_, text) => {
    const look = (): void => expect(lint([{ path: 'hostile.md', text }], options).diagnostics).toBeInstanceOf(Array);
    expect(processorTime(look)).toBeLessThan(4_000);
  });

  it.each([
    ['a NUL character', 'a\u0000b', 'doc/not-text'],
    ['front matter without an end', '---\nid: a\n', 'doc/broken-front-matter'],
    ['brackets nested too deep', pages[2]?.[1] ?? '', 'sample/invalid-json-sample'],
  ])('%s is reported', (_, text, code) =>
    expect(codes(lint([{ path: 'hostile.md', text }], options).diagnostics)).toContain(code),
  );
});

const corpus = join(packageRoot(), '../shared/corpus');

describe.runIf(existsSync(corpus))('the documents at hand', () => {
  it('are linted with places inside the files, each finding once, the same in any order', () => {
    const { files } = readPages([join(corpus, 'personium'), join(corpus, 'seeds')], packageRoot());
    const { diagnostics } = lint(files, options);
    expect(diagnostics.length).toBeGreaterThan(100);
    const lines = new Map(files.map((file) => [file.path, file.text.split(/\r\n|\r|\n/)]));
    for (const d of diagnostics) {
      const line = lines.get(d.file)?.[d.line - 1];
      expect(line, `${d.file}:${d.line}`).toBeDefined();
      expect(d.column).toBeLessThanOrEqual((line ?? '').length + 1);
    }
    const keys = diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`);
    expect(new Set(keys).size).toBe(keys.length);
    const backwards = lint([...files].reverse(), options).diagnostics;
    expect(
      backwards
        .map((d) => `${d.file}:${d.line} ${d.code}`)
        .filter((k) => !k.includes('doc/'))
        .sort(),
    ).toEqual(
      diagnostics
        .map((d) => `${d.file}:${d.line} ${d.code}`)
        .filter((k) => !k.includes('doc/'))
        .sort(),
    );
  }, 60_000);
});

describe('statuses', () => {
  it.each([
    ['201: OK', ['doc/status-contradiction']],
    ['204 No Content', []],
    ['204: done', []],
  ])('%s', (text, want) => expect(codes(find(examplePages({ sections: { 'Response Code': text } })))).toEqual(want));
});
