// Every rule finds its bad example and leaves its good one alone; every code that the sources report has a rule.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { packageRoot } from '../package-root.js';
import { type Example, examplePages } from './example.js';
import { lint } from './lint.js';
import { RULES } from './registry.js';

const options = { profile: readProfile(undefined, packageRoot()), exists: () => false };

function codesOf(example: Example): string[] {
  const files = Object.entries(examplePages(example)).map(([path, text]) => ({ path, text }));
  return lint(files, options).diagnostics.map((d) => d.code);
}

describe.each(RULES.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('finds its bad example', () => expect(codesOf(rule.bad)).toContain(code));
  it('leaves its good example alone', () => expect(codesOf(rule.good)).not.toContain(code));
  it('is described in sentences', () => {
    expect(rule.purpose).toMatch(/\.$/);
    expect(rule.why).toMatch(/\.$/);
  });
});

describe('the registry', () => {
  it('has each code once', () => expect(new Set(RULES.map((rule) => rule.code)).size).toBe(RULES.length));

  it('lists every file in rules/', () => {
    const files = readdirSync(join(import.meta.dirname, 'rules')).filter((f) => f !== 'curl-rule.ts');
    expect(files.map((f) => f.replace(/\.ts$/, '')).sort()).toEqual(
      RULES.map((rule) => rule.code.split('/')[1]).sort(),
    );
  });

  it('knows every code that reading, recognising and merging report', () => {
    const known = new Set(RULES.map((rule) => rule.code));
    const used = sources(join(packageRoot(), 'spec')).flatMap(
      (text) => text.match(/(?<=')(?:doc|sample|curl|locale)\/[a-z-]+(?=')/g) ?? [],
    );
    expect(used.length).toBeGreaterThan(20);
    expect([...new Set(used)].filter((code) => !known.has(code))).toEqual([]);
  });

  it('leaves the plain example page clean', () => expect(codesOf({})).toEqual([]));
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}
