import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocuments, readProfile } from '../cli/documents.js';
import { BuildCache, buildSpec } from './build.js';
import { loadApi } from './contract/load.js';
import { unitsOf } from './extract/account.js';
import { packageRoot } from './package-root.js';
import { processorTime } from './testing/processor-time.js';

const profile = readProfile(undefined, packageRoot());
const page = (path: string, text: string) => ({ path, text });
const build = (...files: { path: string; text: string }[]) => buildSpec(files, { profile });

const UPDATE = (id: string, url = "{CellURL}__ctl/Thing('{ThingName}')") =>
  `---\nid: ${id}\ntitle: Update thing\n---\n## Request\n### Request URL\n\`\`\`\n${url}\n\`\`\`\n### Request Method\nPUT\n## Response\n### Response Code\n204\n`;

/** Everything that text of a page is made of, in any order. */
const piece = fc.oneof(
  fc.constantFrom(
    '# Title',
    '## Request',
    '### Request URL',
    '### Request Method',
    '### Request Header',
    '### Request Body',
    '### Request Sample',
    '## Response',
    '### Response Code',
    '### Response Body',
    '### Response Sample',
    '## cURL Command',
    '#### When registering Box',
    '```',
    '```sh',
    '````',
    '~~~',
    '|Header Name|Overview|Effective Value|Required|Notes|',
    '|:--|:--|:--|:--|:--|',
    '|Item Name|Overview|Notes|',
    '|:--|:--|:--|',
    '|Object|Item Name|Data Type|Notes|',
    '|Root|d|object|Object{1}|',
    '|{1}|a|array|Array object {1}|',
    '|X|a|b|Yes|',
    '|a|b|c|No|d|e|',
    '|',
    '||',
    "{CellURL}__ctl/A(Name='{B}'",
    "_C='{D}')",
    'PUT',
    'GET, POST',
    '204',
    '|200|OK|',
    'curl "https://cell1.unit1.example/__ctl/A" -X PUT \\',
    '-d \'{"a":1}\'',
    '<!--',
    '-->',
    '[$top Query](401.md)',
    'None',
    '---',
    '',
    'Request URL',
    'Header Name | Overview | Notes |',
    '---|---|---|',
    '{',
    '}',
    '{"a":',
    '<a>',
    '&#65374;',
    '\\|',
    '`',
    '[[[(',
    '* item',
    '1. item',
    '===',
  ),
  fc.string({ maxLength: 30 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('\n'));

describe('buildSpec', () => {
  it('takes any text: the account is settled, the contract loads, the same text gives the same bytes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const first = build(page('p.md', text));
        if (first.unreadable.length > 0) return;
        const [account] = first.account;
        expect(account?.entries.length).toBe(unitsOf(account?.page.document.blocks ?? []).length);
        expect(loadApi(first.yaml, 'p.yaml').diagnostics).toEqual([]);
        expect(build(page('p.md', text)).yaml).toBe(first.yaml);
      }),
      { numRuns: 400 },
    );
  });

  const COMMAND = (text: string): string => `# a\n## Request\n## cURL Command\n\`\`\`sh\n${text}\n\`\`\`\n`;
  const REQUIRED = (text: string): string =>
    `## Request\n### Request Body\n|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|a|b|c|${text}||\n`;

  it.each([
    ['a line of a megabyte', 'x'.repeat(1_000_000)],
    ['wide blanks in a command', COMMAND(`curl "https://a.example/${'\u3000'.repeat(60_000)}" -X PUT`)],
    ['full stops inside a cell', REQUIRED(`Yes${'.'.repeat(60_000)}x`)],
    ['ten thousand brackets', '['.repeat(10_000)],
    ['ten thousand links', '[a](b'.repeat(10_000)],
    ['ten thousand fences', '```x\n## h\n'.repeat(10_000)],
    ['ten thousand backticks', `${'`'.repeat(10_000)} ${'` '.repeat(10_000)}`],
    ['a row of ten thousand cells', `|a|b|\n|--|--|\n${'|x'.repeat(10_000)}|`],
    ['ten thousand headings', '## Request\n'.repeat(10_000)],
    ['ten thousand comments', '<!-- \n'.repeat(10_000)],
    ['a hundred thousand tags', '<br'.repeat(100_000)],
    [
      'ten thousand URL lines',
      `## Request\n### Request URL\n\`\`\`\n${"{CellURL}a('\n".repeat(10_000)}\`\`\`\n### Request Method\nGET\n`,
    ],
  ])(
    'takes %s in a few seconds',
    (_, text) => {
      const read = (): void => expect(loadApi(build(page('p.md', text)).yaml, 'p.yaml').diagnostics).toEqual([]);
      expect(processorTime(read)).toBeLessThan(8_000);
    },
    20_000,
  );

  it('gives the same bytes for pages with Windows line breaks', () => {
    const folder = join(packageRoot(), 'spec/fixtures/defects');
    const files = readDocuments([folder], packageRoot());
    const windows = files.map((file) => ({ ...file, text: file.text.replaceAll('\n', '\r\n') }));
    const [unix, other] = [build(...files), build(...windows)];
    expect(other.yaml).toBe(unix.yaml);
    expect(other.diagnostics).toEqual(unix.diagnostics);
  });

  it.each(['$ ', '% ', '# ', '> ', 'me@host:~$ ', 'PS C:\\work> ', 'TOKEN=x ', '/usr/bin/'])(
    'finds a command behind "%s"',
    (prompt) => {
      const text = `${UPDATE('1_Update')}## cURL Command\n\`\`\`\n${prompt}curl "https://cell1.unit1.example/__ctl/Thing('a')" -X PUT\n\`\`\`\n`;
      expect(build(page('1.md', text)).yaml).toContain("url: https://cell1.unit1.example/__ctl/Thing('a')");
    },
  );

  it('joins a wrapped URL that stands in no code block', () => {
    const url = "{CellURL}__ctl/Thing(Name='{ThingName}',\n_Box.Name='{BoxName}')";
    const text = UPDATE('1_Update', url).replace(/```\n(\{[\s\S]*?)\n```/, '$1');
    expect(text).not.toContain('```');
    expect(build(page('1.md', text)).yaml).toContain("/Thing(Name='{ThingName}',_Box.Name='{BoxName}')");
  });

  it('refuses what is no text', () => {
    expect(build(page('p.md', 'a\0b')).unreadable).toMatchObject([{ code: 'doc/not-text', line: 1, column: 2 }]);
    expect(build(page('p.md', '---\ntitle: x\n')).unreadable).toMatchObject([{ code: 'doc/broken-front-matter' }]);
  });

  it('keeps an operationId when a page is added that wants it too', () => {
    const alone = build(page('205_Update_Thing.md', UPDATE('205_Update_Thing')));
    expect(loadApi(alone.yaml, 'x').api?.operations.map((op) => op.id)).toEqual(['updateThing']);
    const earlier = new Map([["PUT /{CellName}/__ctl/Thing('{ThingName}') 205_Update_Thing", 'updateThing']]);
    const files = [
      page('101_Update_Thing.md', UPDATE('101_Update_Thing', '{CellURL}{BoxName}/thing')),
      page('205_Update_Thing.md', UPDATE('205_Update_Thing')),
    ];
    const both = buildSpec(files, { profile, earlier });
    expect(loadApi(both.yaml, 'x').api?.operations.map((op) => op.id)).toEqual(['updateThing101', 'updateThing']);
    const fresh = build(...files);
    expect(loadApi(fresh.yaml, 'x').api?.operations.map((op) => op.id)).toEqual(['updateThing101', 'updateThing205']);
  });

  it('takes one language of a page that exists in several', () => {
    const ja =
      '---\nid: 1_Get_A\ntitle: A取得\n---\n## リクエスト\n### リクエストURL\n```\n{CellURL}a\n```\n### メソッド\nGET\n## レスポンス\n### ステータスコード\n200\n';
    const en =
      '---\nid: 1_Get_A\ntitle: Get A\n---\n## Request\n### Request URL\n```\n{CellURL}a\n```\n### Request Method\nGET\n## Response\n### Response Code\n200\n';
    const files = [page('en/1.md', en), page('ja/1.md', ja)];
    expect(buildSpec(files, { profile }).pages.map((p) => p.lang)).toEqual(['en']);
    expect(buildSpec(files, { profile, lang: 'ja' }).pages.map((p) => p.lang)).toEqual(['ja']);
    expect(buildSpec([files[1] as (typeof files)[0]], { profile }).pages.map((p) => p.lang)).toEqual(['ja']);
  });

  it('gives the same with a cache, whatever was built before', () => {
    const cache = new BuildCache();
    const one = UPDATE('1_Update_A');
    buildSpec([page('a.md', one)], { profile, cache });
    const changed = one.replace('204', '200');
    expect(buildSpec([page('a.md', changed)], { profile, cache }).yaml).toBe(build(page('a.md', changed)).yaml);
  });

  it('gives the same with a cache over a whole set, page after page changed', () => {
    const folder = join(packageRoot(), 'spec', 'docs', 'en');
    const files = readDocuments([folder], packageRoot());
    const cache = new BuildCache();
    buildSpec(files, { profile, cache });
    for (const at of [0, 1, 5, 20, 40, files.length - 1]) {
      const changed = files.map((file, i) =>
        i === at
          ? { ...file, text: file.text.replace(/\|Authorization\|.*\n/, '|X-Added|Something|Text|Yes||\n') }
          : file,
      );
      expect(buildSpec(changed, { profile, cache }).yaml).toBe(buildSpec(changed, { profile }).yaml);
      const gone = files.filter((_, i) => i !== at);
      expect(buildSpec(gone, { profile, cache }).yaml).toBe(buildSpec(gone, { profile }).yaml);
    }
  }, 60_000);

  describe('overrides', () => {
    const files = [page('1_Update_Thing.md', UPDATE('1_Update_Thing'))];
    const at = "/paths/~1{CellName}~1__ctl~1Thing('{ThingName}')/put/summary";
    const apply = (text: string) => buildSpec(files, { profile, overrides: { file: 'overrides.yaml', text } });

    it('corrects what its test finds', () => {
      const { document, unreadable } = apply(
        `- at: ${at}\n  test: Update thing\n  set: Rename thing\n  why: the page says otherwise\n`,
      );
      expect(unreadable).toEqual([]);
      expect(JSON.stringify(document)).toContain('Rename thing');
    });

    it.each([
      ['a stale test', `- at: ${at}\n  test: Old title\n  set: New\n  why: x\n`, 'spec/stale-override'],
      ['a place that is gone', `- at: /paths/nowhere/get\n  test: 1\n  set: 2\n  why: x\n`, 'spec/stale-override'],
      ['no reason', `- at: ${at}\n  test: Update thing\n  set: New\n`, 'spec/invalid-override'],
      ['no test', `- at: ${at}\n  set: New\n  why: x\n`, 'spec/invalid-override'],
      ['an unknown key', `- at: ${at}\n  tset: 1\n  test: 1\n  set: 2\n  why: x\n`, 'spec/invalid-override'],
      ['no list', 'at: x\n', 'spec/invalid-override'],
    ])('reports %s', (_, text, code) => {
      expect(apply(text).unreadable.map((d) => d.code)).toEqual([code]);
    });
  });
});

it('keeps a sample that is nested without end as text', () => {
  const sample = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  const built = build(page('a.md', `${UPDATE('1_A')}### Response Sample\n\`\`\`json\n${sample}\n\`\`\`\n`));
  expect(built.unreadable).toEqual([]);
  expect(loadApi(built.yaml, 'openapi.yaml').diagnostics).toEqual([]);
});
