// Phrases of cells with what a careful reader takes them for.
import { expect, it } from 'vitest';
import { readWording } from '../../../cli/documents.js';
import { readConstraints } from '../read-constraints.js';

/** Keywords of the schema, `nullable` and `required`; one that is `undefined` must not be there. */
type Facets = Record<string, unknown>;
export type Phrase = [given: { effective?: string; notes?: string }, want: Facets];

export const effective = (text: string, want: Facets): Phrase => [{ effective: text }, want];
export const notes = (text: string, want: Facets): Phrase => [{ notes: text }, want];

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'enum', 'default', 'format'];
const wording = readWording();

/** A test a phrase: it says what is wanted, and sets no other limit. */
export function itReads(phrases: readonly Phrase[]): void {
  it.each(phrases.map(([given, want]) => [given.effective ?? given.notes ?? '', given, want] as const))(
    '%s',
    (_, given, want) => {
      const read = readConstraints(given, wording);
      const { type, ...schema } = read.schema;
      const got: Facets = {
        ...schema,
        type: Array.isArray(type) ? type.filter((t) => t !== 'null').join() : type,
        nullable: read.nullable,
        required: read.required,
      };
      for (const [facet, value] of Object.entries(want))
        if (value instanceof RegExp) expect(got[facet], facet).toMatch(value);
        else expect(got[facet], facet).toEqual(value);
      expect(LIMITS.filter((facet) => got[facet] !== undefined && !(facet in want))).toEqual([]);
    },
  );
}
