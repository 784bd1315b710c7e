// x-codeSamples in a copy of the contract, and the choice of languages.
import { describe, expect, it } from 'vitest';
import { loadApi } from '../../spec/contract/load.js';
import { withCodeSamples } from './code-samples.js';
import { languagesNamed, languagesOf } from './languages/choice.js';
import { FIRST_LANGUAGES, LANGUAGES } from './languages/index.js';
import { contract, render } from './testing/fixture.js';

const api = contract('generator/samples/fixtures/cells.yaml');

describe('x-codeSamples', () => {
  const before = JSON.stringify(api.document);
  const document = withCodeSamples(api, FIRST_LANGUAGES, render);
  const paths = document['paths'] as Record<string, Record<string, Record<string, unknown>>>;
  const relation = paths["/{CellName}/__ctl/Relation(Name='{RelationName}',_Box.Name='{BoxName}')"];

  it('stand on the operation, a sample per case and language', () => {
    const samples = relation?.['put']?.['x-codeSamples'] as { lang: string; source: string }[];
    expect(samples.map((s) => s.lang)).toEqual(FIRST_LANGUAGES.map((l) => l.title));
    expect(samples[0]?.source).toContain("Relation(Name='relation1',_Box.Name='box1')");
  });

  it('stand on operations of other methods too', () => {
    const merge = relation?.['additionalOperations']?.['MERGE'] as Record<string, unknown>;
    expect(merge['x-codeSamples']).toHaveLength(FIRST_LANGUAGES.length);
  });

  it('leave the contract itself alone, and a contract that loads', () => {
    expect(JSON.stringify(api.document)).toBe(before);
    expect(loadApi(JSON.stringify(document), 'x').api?.operations.map((o) => o.id)).toEqual(
      api.operations.map((o) => o.id),
    );
  });
});

describe('the choice of languages', () => {
  it.each([
    [
      ['go', 'curl'],
      ['curl', 'go'],
    ],
    [['all'], LANGUAGES.map((l) => l.name)],
  ])('%j', (names, wanted) => {
    const chosen = languagesNamed(names);
    expect('languages' in chosen && chosen.languages.map((l) => l.name)).toEqual(wanted);
  });

  it('refuses a name that is none', () => {
    expect(languagesNamed(['curl', 'cobol'])).toMatchObject({ unknown: 'cobol' });
  });

  it('keeps what a folder has', () => {
    expect(languagesOf(['samples/ruby/x.rb', 'client/index.ts']).map((l) => l.name)).toEqual(['ruby']);
    expect(languagesOf(['client/index.ts'])).toEqual(FIRST_LANGUAGES);
  });
});
