// Tests share the modules that they load: what one puts in place of another is for a project of its own (`vitest.config.ts`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../spec/package-root.js';

const root = packageRoot();

test('what a test puts in place of a module is seen by no other test', () => {
  const mocking = ['cli', 'spec', 'generator', 'templates', 'conformance'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(folder, file))
      .filter((file) => /\bvi\s*\.\s*(?:doM|m)ock\(/.test(readFileSync(join(root, file), 'utf8'))),
  );
  expect(mocking).not.toEqual([]);
  expect(mocking.filter((file) => !file.endsWith('.mocked.test.ts'))).toEqual([]);
});
