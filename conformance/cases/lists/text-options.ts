// Options that look for text: `q`, `search`, or a property's name where the documents say how its text is compared.
import type { ApiParameter, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import type { Question } from '../../plan/question.js';
import { stem } from '../../plan/stem.js';
import { says } from '../../told/told.js';
import { optionOf } from './option-values.js';

export const SEARCHES =
  /^(?:q|query|search(?:_?(?:text|term|query))?|text|terms?|keywords?|suche|such_?(?:text|begriff|wort)|recherche|mots?_?cles?)$/i;

/** @param properties what members of the list show */
export function textOf(
  { name, description = '' }: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
): Extract<Question, { kind: 'text' }> | undefined {
  const by = says(description, 'beginsSo') ? 'beginning' : says(description, 'hasText') ? 'part' : undefined;
  const own = isText(properties.get(optionOf(name))) ? optionOf(name) : undefined;
  if (!SEARCHES.test(name) && (by === undefined || own === undefined)) return undefined;
  const named = own === undefined ? namedIn(description, properties) : [own];
  // What is only looked for is found by a whole word, whatever else it is found by.
  return {
    kind: 'text',
    option: name,
    properties: named,
    by: named.length === 1 ? (by ?? 'word') : 'word',
    ...(says(description, 'caseIsNothing') ? { anyCase: true } : {}),
  };
}

/** The texts that a description speaks of. */
function namedIn(description: string, properties: ReadonlyMap<string, Schema>): string[] {
  const words = new Set(description.split(/[^\p{L}\p{N}_]+/u).map(stem));
  return [...properties].flatMap(([name, schema]) => (isText(schema) && words.has(stem(name)) ? [name] : []));
}

function isText(schema: Schema | undefined): boolean {
  return schema !== undefined && typeOf(schema) === 'string' && !schema.enum && schema.format === undefined;
}
