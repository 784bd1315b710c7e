// Values just inside what a schema allows: limits, listed values, and each field that a request may have.
import type { JsonValue, Schema } from '../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../spec/fitting/fitting-number.js';
import { fittingValue, typeOf } from '../../spec/fitting/fitting-value.js';
import { LIFE } from '../assess/life.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import { isReference } from './made-body.js';
import { type RightValue, rightTexts } from './texts.js';

/** Listed values that are tried, at most. */
const LISTED = 12;

/**
 * @param name of the property
 * @param commands the documents show requests: fields that they do not show are not made up
 */
export function rightValues(
  operation: Operation,
  name: string,
  schema: Schema,
  sample: JsonValue | undefined,
  commands: boolean,
): RightValue[] {
  const found: RightValue[] = [];
  const text = typeOf(schema) === 'string' && schema.type !== undefined;
  if (text) found.push(...rightTexts(schema, sample).map((one) => ({ ...one, what: `${one.what}/${name}` })));
  if (commands) return found;
  if (!text) found.push(...rightNumbers(schema, sample).map((one) => ({ ...one, what: `${one.what}/${name}` })));
  const listed = (schema.enum ?? []).filter((v) => v !== null && v !== sample && typeof v !== 'object');
  if (!LIFE.test(name))
    for (const value of listed.slice(0, LISTED))
      found.push({ what: `in-list/${name}/${String(value)}`, title: `is ${String(value)}`, value });
  const given = sample !== undefined || bodySchema(operation)?.required?.includes(name);
  if (!given && !schema.enum && !isReference(name) && canBeMade(schema))
    found.push({ what: `with/${name}`, title: 'given', value: fittingValue(operation.api, schema) });
  return found;
}

function rightNumbers(schema: Schema, sample: JsonValue | undefined): RightValue[] {
  if (!['integer', 'number'].includes(typeOf(schema)) || schema.enum || schema.const !== undefined) return [];
  const { low, high, openLow, openHigh } = limitsOf(schema);
  const found: RightValue[] = [];
  if (low !== undefined && !openLow && low !== sample && fitsNumber(schema, low))
    found.push({ what: 'least', title: `is ${low}, the least`, value: low });
  if (high !== undefined && !openHigh && high !== sample && fitsNumber(schema, high))
    found.push({ what: 'most', title: `is ${high}, the most`, value: high });
  return found;
}

/** Formats whose texts mean the same to everybody. */
const PLAIN_FORMATS = new Set(['date', 'date-time', 'email', 'int32', 'int64', 'float', 'double']);

/** Plain values only: what an object or an unusual format means, nobody can make up. */
function canBeMade(schema: Schema): boolean {
  if (schema.oneOf ?? schema.anyOf) return false;
  const type = typeOf(schema);
  if (type === 'array') return schema.items !== undefined && canBeMade(schema.items);
  if (type === 'object' || schema.type === undefined) return schema['example'] !== undefined;
  return schema.format === undefined || PLAIN_FORMATS.has(schema.format);
}
