// The spec of the project's own documents, and its cases by id.
import { readFileSync } from 'node:fs';
import type { Case } from '../plan/story.js';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from './certify-fake.js';

export function ownSpec(): string {
  return readFileSync(new URL('../../spec/openapi.yaml', import.meta.url), 'utf8');
}

/** @param change what a test has otherwise in the text of the spec */
export function ownCases(change = (text: string): string => text): Map<string, Case> {
  const suite = suiteOf(loadText(change(ownSpec())));
  return new Map(casesOf(suite, { pasted: false }).flatMap((group) => group.cases.map((one) => [one.id, one])));
}
