// Whether documents say enough of a text to make one up that a server has to take.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { LIFE } from '../../assess/life.js';
import { isOfList } from '../../plan/names.js';

/** What people write there in their own words. */
const WORDS =
  /(?:name|title|label|summary|subject|description|details?|notes?|comments?|text|body|contents?|message|reason|remarks?|bio|about|caption|headline|instructions?|memo|purpose)$/i;

export function isOwnWords(name: string): boolean {
  return WORDS.test(name);
}

/**
 * Any other text may have to be one of a list, or of a form, that the documents leave out.
 *
 * @param sample a value that the documents show
 */
export function isFreeText(name: string, schema: Schema, sample?: JsonValue): boolean {
  if (typeOf(schema) !== 'string' || schema.enum || schema.const !== undefined) return true;
  if (schema.format !== undefined || schema.pattern !== undefined || schema['example'] !== undefined) return true;
  if (LIFE.test(name) || isOfList(name)) return false;
  const limited = schema.maxLength !== undefined || schema.minLength !== undefined;
  return limited || isOwnWords(name) || (typeof sample === 'string' && /\S\s\S/.test(sample));
}
