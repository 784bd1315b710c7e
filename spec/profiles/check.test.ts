// Each mistake that a profile can have, at its place; the profiles of docproof have none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.js';
import { checkProfile } from './check.js';

const GOOD = `profile: mine
languages:
  en:
    titles: { request: [Request], status: [Status] }
    columns: { name: [Name] }
    words: { "yes": ["yes"] }
`;

const table: [what: string, text: string, code: string, line: number, column: number][] = [
  ['unknown key', `${GOOD}layuot: page\n`, 'profile/unknown-key', 7, 1],
  ['unknown key of a language', GOOD.replace('titles:', 'title:'), 'profile/unknown-key', 4, 5],
  ['unknown layout', `${GOOD}layout: pages\n`, 'profile/invalid', 7, 9],
  ['unknown meaning', GOOD.replace('status:', 'statsu:'), 'profile/invalid', 4, 35],
  ['one phrase, two meanings', GOOD.replace('[Status]', '[" request"]'), 'profile/two-meanings', 4, 44],
  ['a phrase twice', GOOD.replace('[Request]', '[Request, REQUEST]'), 'profile/repeated-phrase', 4, 34],
  ['two open places', GOOD.replace('[Status]', '["* status *"]'), 'profile/two-holes', 4, 44],
  ['a word that YAML takes for a truth value', GOOD.replace('["yes"]', '[true]'), 'profile/not-text', 6, 22],
  ['a slow pattern', `${GOOD}errorBody: { default: { pattern: "^(a*)*$" } }\n`, 'profile/slow-pattern', 7, 34],
  ['a broken pattern', `${GOOD}errorBody: { default: { pattern: "[" } }\n`, 'profile/invalid-pattern', 7, 34],
  [
    'a language without words',
    `${GOOD}  ja:\n    titles: { request: [リクエスト] }\n    columns: { name: [名前] }\n`,
    'profile/missing-language',
    8,
    13,
  ],
  ['no YAML', 'profile: [', 'profile/invalid-yaml', 1, 11],
  ['a list', '- a\n', 'profile/invalid', 1, 1],
];

describe('profile check', () => {
  it('finds nothing in a good one', () => expect(checkProfile(GOOD, 'p.yaml').diagnostics).toEqual([]));

  it.each(table)('%s', (_, text, code, line, column) => {
    const found = checkProfile(text, 'p.yaml').diagnostics;
    expect(found.map((d) => `${d.code} ${d.line}:${d.column}`)).toContain(`${code} ${line}:${column}`);
    expect(new Set(found.map((d) => `${d.line} ${d.message}`)).size).toBe(found.length);
  });

  it('suggests the known word', () => {
    const [d] = checkProfile(`${GOOD}layuot: page\n`, 'p.yaml').diagnostics;
    expect(d?.message).toContain('did you mean "layout"?');
  });

  it('outlines what it read', () => {
    const { outline } = checkProfile(GOOD, 'p.yaml');
    expect(outline[0]).toEqual({
      language: 'en',
      book: 'titles',
      entries: [
        { meaning: 'request', phrases: ['Request'] },
        { meaning: 'status', phrases: ['Status'] },
      ],
    });
  });

  it('tells what is nested too deep to be read', () => {
    const text = Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n');
    expect(checkProfile(text, 'p.yaml').diagnostics).toMatchObject([{ code: 'profile/invalid-yaml' }]);
  });

  const folder = join(packageRoot(), 'spec', 'profiles');
  it.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))('%s has no errors', (file) => {
    const { diagnostics } = checkProfile(readFileSync(join(folder, file), 'utf8'), file);
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  });
});
