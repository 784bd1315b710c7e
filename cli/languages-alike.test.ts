// What our documents promise does not depend on the language in which somebody reads them.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ownCases } from '../conformance/testing/own-cases.js';
import { buildSpec } from '../spec/build.js';
import { packageRoot } from '../spec/package-root.js';
import { writeYaml } from '../spec/write-yaml.js';
import { readDocuments, readProfile } from './documents.js';

it('plans the same cases from the Japanese pages', () => {
  const files = readDocuments([resolve('spec/docs')], process.cwd());
  const { document } = buildSpec(files, { profile: readProfile('personium', packageRoot()), lang: 'ja' });
  expect([...ownCases(() => writeYaml(document)).keys()].sort()).toEqual([...ownCases().keys()].sort());
}, 60_000);
