// Findings in every format: what programs read is valid in its format, what people read shows the place.
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../diagnostic.js';
import { RULES } from '../registry.js';
import { printGithub } from './github.js';
import { printGitlab } from './gitlab.js';
import { printJson } from './json.js';
import { printSarif } from './sarif.js';
import { compile } from './sarif-shape.js';
import { caret, printText } from './text.js';

const text = '# ラベル\n\ncurl "https://a.example/$links"\n';
const sources = [{ path: 'docs/a b.md', text }];
const found: Diagnostic = {
  code: 'curl/shell-expansion',
  severity: 'error',
  page: 'a b',
  lang: 'ja',
  file: 'docs/a b.md',
  line: 3,
  column: 25,
  endColumn: 31,
  message: 'unescaped $links: 100% lost,\nreally',
  help: 'write \\$links',
};
const other: Diagnostic = {
  code: 'doc/broken-link',
  severity: 'info',
  file: 'z.md',
  line: 9,
  column: 1,
  message: 'no such page',
};

describe('text', () => {
  it('groups by page and shows the place', () => {
    expect(printText([found, other], sources, { pages: 2, suppressed: 1 })).toBe(
      [
        'docs/a b.md',
        'docs/a b.md:3:25: error curl/shell-expansion: unescaped $links: 100% lost, really',
        '  curl "https://a.example/$links"',
        '                          ^^^^^^',
        '  help: write \\$links',
        '',
        'z.md',
        'z.md:9:1: info doc/broken-link: no such page',
        '',
        '1 error, 1 remark on 2 pages, 1 suppressed',
        '',
      ].join('\n'),
    );
  });

  it('says that nothing was found', () => expect(printText([], [], { pages: 1 })).toBe('no findings on 1 page\n'));

  it('has no colour unless asked', () => {
    expect(printText([found], sources)).not.toContain('\u001B');
    expect(printText([found], sources, { colour: true })).toContain('\u001B[31m');
  });

  it('never prints control characters of a document', () => {
    const evil = { ...found, message: 'a\u001B[2Jb\u0007' };
    expect(printText([evil], [{ path: found.file, text: 'a\nb\n\u001B]0;x\u0007' }])).not.toMatch(/[\u001B\u0007]/);
    const turned = { ...found, message: 'a\u202Eb' };
    expect(printText([turned], [{ path: found.file, text: 'a\nb\nc\u2066' }])).not.toMatch(
      /[\u202A-\u202E\u2066-\u2069]/,
    );
  });

  it.each([
    ['wide characters', 'ラベル x', { column: 5, endColumn: 6 }, 60, ['  ラベル x', '         ^']],
    ['pictures', '\u{1F600}x', { column: 3 }, 60, ['  \u{1F600}x', '    ^']],
    ['marks on letters', 'e\u0301x', { column: 3 }, 60, ['  e\u0301x', '   ^']],
    ['tabs', '\ta', { column: 2 }, 60, ['   a', '   ^']],
    ['the end of a line', 'ab', { column: 3 }, 60, ['  ab', '    ^']],
  ])('puts the caret below %s', (_, line, place, width, want) => expect(caret(line, place, width)).toEqual(want));

  it('cuts a long line around the place', () => {
    const [line = '', mark = ''] = caret(`${'a'.repeat(500_000)}X${'b'.repeat(500_000)}`, { column: 500_001 }, 80);
    expect(line.length).toBeLessThan(90);
    expect(line[mark.indexOf('^')]).toBe('X');
  });
});

describe('json', () => {
  it('is an array with every key', () => {
    const rows = JSON.parse(printJson([found, other])) as Record<string, unknown>[];
    expect(rows.map((row) => Object.keys(row))).toEqual(
      Array(2).fill(['code', 'severity', 'page', 'lang', 'file', 'line', 'column', 'message', 'help']),
    );
    expect(rows[1]).toMatchObject({ page: null, lang: null, help: null });
  });
  it('is an empty array without findings', () => expect(printJson([])).toBe('[]\n'));
});

describe('sarif', () => {
  const log = (diagnostics: Diagnostic[], text_ = text) =>
    JSON.parse(
      printSarif(diagnostics, [{ path: found.file, text: text_ }], { version: '1.2.3', rules: RULES }),
    ) as SarifLog;

  it('has the shape of 2.1.0', () => {
    const validate = compile();
    for (const diagnostics of [[found, other], []]) {
      const valid = validate(log(diagnostics));
      expect(validate.errors).toBeNull();
      expect(valid).toBe(true);
    }
  });

  it('points to its rules and encodes file names', () => {
    const { runs } = log([found]);
    const [run] = runs;
    const [result] = run?.results ?? [];
    expect(run?.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(found.code);
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('docs/a%20b.md');
    expect(result?.level).toBe('error');
  });

  it('keeps fingerprints when lines move, and tells equal findings apart', () => {
    const marks = (line: number, text_: string) =>
      log(
        [
          { ...found, line },
          { ...found, line, column: 30 },
        ],
        text_,
      ).runs[0]?.results.map((r) => r.partialFingerprints['docproofFinding/v1']);
    const before = marks(3, text);
    expect(marks(5, `\n\n${text}`)).toEqual(before);
    expect(new Set(before).size).toBe(2);
  });
});

interface SarifLog {
  runs: {
    tool: { driver: { rules: { id: string }[] } };
    results: {
      ruleIndex: number;
      level: string;
      locations: { physicalLocation: { artifactLocation: { uri: string } } }[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}

describe('github', () => {
  it('escapes what its syntax uses', () => {
    expect(printGithub([found])).toBe(
      '::error file=docs/a b.md,line=3,col=25,endColumn=31,title=curl/shell-expansion::unescaped $links: 100%25 lost,%0Areally%0Awrite \\$links\n',
    );
    expect(printGithub([{ ...other, file: 'a,b:c.md' }])).toContain('file=a%2Cb%3Ac.md,');
  });
  it('has one line for each finding', () => expect(printGithub([found, other]).trimEnd().split('\n')).toHaveLength(2));
});

describe('gitlab', () => {
  it('has what code quality needs, with fingerprints of their own', () => {
    const entries = JSON.parse(printGitlab([found, found, other], sources)) as {
      fingerprint: string;
      severity: string;
      location: { path: string; lines: { begin: number } };
    }[];
    expect(entries.map((e) => e.severity)).toEqual(['major', 'major', 'info']);
    expect(new Set(entries.map((e) => e.fingerprint)).size).toBe(3);
    expect(entries[0]?.location).toEqual({ path: 'docs/a b.md', lines: { begin: 3 } });
  });
});
