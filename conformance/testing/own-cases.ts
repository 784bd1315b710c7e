// The cases of the project's own documents, by id.
import { readFileSync } from 'node:fs';
import type { Case } from '../plan/story.js';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from './certify-fake.js';

/** @param change what a test has otherwise in the text of the spec */
export function ownCases(change = (text: string): string => text): Map<string, Case> {
  const text = readFileSync(new URL('../../spec/openapi.yaml', import.meta.url), 'utf8');
  const suite = suiteOf(loadText(change(text)));
  return new Map(casesOf(suite, { pasted: false }).flatMap((group) => group.cases.map((one) => [one.id, one])));
}
