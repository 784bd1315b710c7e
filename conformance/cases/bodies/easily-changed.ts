// Values that servers take and keep as something else: a fraction, capitals and other alphabets, members of members that have
// defaults. Nobody knows whether such a value may be refused; what is taken stays as it was sent.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, fittingNumber } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, isNumeric, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { sameJson } from '../../assess/entity-in.js';
import { LIFE } from '../../assess/life.js';
import { isFormed } from './formed-text.js';
import { isFreeText, isOwnWords } from './free-text.js';
import { isReference } from './made-body.js';
import type { RightValue } from './texts.js';

export function easilyChanged(
  api: Api,
  name: string,
  schema: Schema,
  sample: JsonValue | undefined,
): (RightValue & { guessed: true })[] {
  const found = [fraction(schema, sample), letters(name, schema, sample), whole(api, schema)];
  return found.flatMap((one) => (one ? [{ ...one, what: `${one.what}/${name}`, guessed: true as const }] : []));
}

function fraction(schema: Schema, sample: JsonValue | undefined): RightValue | undefined {
  if (![schema.type].flat().includes('number') || schema.enum || schema.const !== undefined) return undefined;
  const near = typeof sample === 'number' ? sample : fittingNumber(schema);
  const value = [near, 0, schema.maximum]
    .flatMap((one) => (one === undefined ? [] : [Math.floor(one) + 0.5, Math.ceil(one) - 0.5]))
    .find((one) => fitsNumber(schema, one));
  return value === undefined ? undefined : { what: 'fraction', title: `is ${value}, with a fraction`, value };
}

const LETTERS = 'Ab É日本 cD';

function letters(name: string, schema: Schema, sample: JsonValue | undefined): RightValue | undefined {
  const { enum: values, format, pattern, minLength = 0, maxLength = LETTERS.length } = schema;
  const plain = schema.type !== undefined && typeOf(schema) === 'string' && !values && schema.const === undefined;
  if (!plain || (format ?? pattern) !== undefined || !isOwnWords(name) || isFormed(sample, schema)) return undefined;
  if (minLength > LETTERS.length || maxLength < LETTERS.length) return undefined;
  return { what: 'letters', title: 'has capitals and letters of other alphabets', value: LETTERS };
}

/** An object, or a list of one, with all that it may have: each another value than its default. */
function whole(api: Api, schema: Schema): RightValue | undefined {
  const isList = typeOf(schema) === 'array';
  const shape = isList ? mergedSchema(api, schema.items ?? {}) : schema;
  const { properties = {}, required = [] } = shape;
  const names = Object.keys(properties).filter((name) => !mergedSchema(api, properties[name] ?? {})['readOnly']);
  if (typeOf(shape) !== 'object' || names.every((name) => required.includes(name))) return undefined;
  const members = names.map((name) => [name, another(api, name, properties[name] ?? {})] as const);
  if (members.some(([, value]) => value === undefined)) return undefined;
  const value = Object.fromEntries(members) as Record<string, JsonValue>;
  return { what: 'whole', title: 'has all that its members may have', value: isList ? [value] : value };
}

/** A plain value that is no default. */
function another(api: Api, name: string, raw: Schema): JsonValue | undefined {
  const { default: unsaid, example, examples, ...schema } = mergedSchema(api, raw);
  const plain = ['string', 'boolean', 'integer', 'number'].includes(typeOf(schema)) && schema.type !== undefined;
  if (!plain || schema.format !== undefined || isReference(name) || LIFE.test(name) || !isFreeText(name, schema))
    return undefined;
  const made = isNumeric(schema) ? 2 : fittingValue(api, schema, name);
  const tried = [...(schema.enum ?? []), fittingValue(api, schema), made, false];
  return tried.find((value) => value !== null && !sameJson(value, unsaid ?? null) && fits(schema, value));
}

function fits(schema: Schema, value: JsonValue): boolean {
  if (isNumeric(schema)) return typeof value === 'number' && fitsNumber(schema, value);
  return typeof value === typeOf(schema);
}
