// Imports go one way: cli → conformance → spec ← generator → templates. Each ban says why.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../spec/package-root.js';

interface Ban {
  from: string;
  to: string[];
  except?: string[];
  because: string;
}

const BANS: Ban[] = [
  {
    from: 'spec/',
    to: ['cli/', 'generator/', 'conformance/', 'generated/', 'templates/'],
    because: 'the contract knows none of its readers',
  },
  { from: 'generator/', to: ['cli/', 'conformance/', 'generated/'], because: 'files are made from the contract alone' },
  { from: 'conformance/', to: ['cli/', 'generator/'], because: 'the oracle stays independent of what is generated' },
  {
    from: 'conformance/',
    to: ['generated/'],
    except: ['conformance/reference/'],
    because: 'only the reference server stands on generated code',
  },
  {
    from: 'conformance/',
    to: ['conformance/reference/'],
    except: ['conformance/reference/'],
    because: 'the tool loads the reference server when it is wanted, never at start-up',
  },
  {
    from: 'generated/',
    to: ['cli/', 'spec/', 'generator/', 'conformance/', 'templates/'],
    because: 'generated code is compiled as a consumer would compile it',
  },
  {
    from: 'templates/',
    to: ['cli/', 'spec/', 'generator/', 'conformance/', 'generated/'],
    because: 'what templates hold is copied into other projects',
  },
  { from: 'cli/', to: ['generated/'], because: 'the tool works when generated/ is broken or absent' },
];

const root = packageRoot();

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.includes('/testing/') && !file.includes('/fixtures/'));
}

function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)[^'"`;]*?from\s*'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)|(?:^|\n)import\s*'(\.[^']+)'/g,
    ),
  ];
  return found.map((m) =>
    relative(root, resolve(root, dirname(file), m[1] ?? m[2] ?? m[3] ?? '')).replaceAll('\\', '/'),
  );
}

describe('imports go one way', () => {
  const files = ['spec', 'generator', 'conformance', 'generated', 'templates', 'cli'].flatMap(sources);

  test('the walk finds the code', () => {
    expect(files).toContain('cli/run.ts');
    expect(imports('cli/run.ts')).toContain('cli/io.js');
    expect(imports('conformance/reference-server.ts')).toEqual([]);
  });

  test.each(BANS)('$from imports none of $to: $because', ({ from, to, except = [] }) => {
    const wrong = files
      .filter((file) => file.startsWith(from) && !except.some((e) => file.startsWith(e)))
      .flatMap((file) =>
        imports(file)
          .filter((target) => to.some((t) => target.startsWith(t)))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});
