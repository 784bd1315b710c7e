// The cases of the project's own documents, by id.
import { readFileSync } from 'node:fs';
import type { Case } from '../plan/story.js';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from './certify-fake.js';

export function ownCases(): Map<string, Case> {
  const suite = suiteOf(loadText(readFileSync(new URL('../../spec/openapi.yaml', import.meta.url), 'utf8')));
  return new Map(casesOf(suite, { pasted: false }).flatMap((group) => group.cases.map((one) => [one.id, one])));
}
