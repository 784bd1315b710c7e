import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadApi } from '../spec/contract/load.js';
import { packageRoot } from '../spec/package-root.js';
import { digestOf, loadSpec } from './load-spec.js';

const text = readFileSync(join(packageRoot(), 'spec/openapi.yaml'), 'utf8');

test('the spec of the package stands parsed beside the program, and says what its YAML says', () => {
  const file = join(packageRoot(), 'dist/bin', `spec-${digestOf(text)}.json`);
  expect(existsSync(file), 'run `npm run build` after `docproof build`').toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(loadApi(text, 'openapi.yaml').api?.document);
});

test('a spec that differs in one character is read as it stands', () => {
  const edited = text.replace(/^ {2}title: .*$/m, '  title: Another title');
  expect(loadSpec(edited, 'openapi.yaml').api?.title).toBe('Another title');
  expect(loadSpec(text, 'openapi.yaml').api?.title).not.toBe('Another title');
});
