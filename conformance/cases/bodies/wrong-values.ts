// Values that a schema forbids, each for one reason: of numbers, truth values, lists, and texts of a format.
import type { Api, JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Level } from '../../plan/story.js';

export interface WrongValue {
  /** First part of the case's id: `limit-above`. */
  what: string;
  title: string;
  value: JsonValue;
  because: string;
  /** SHOULD where documents are seldom meant to the letter; MUST without. */
  level?: Level;
}

/** Longest list that is made to look at a limit. */
const LONGEST_LIST = 1000;

/** @param sample a value that the schema allows, where one is known */
export function wrongValues(api: Api, schema: Schema, sample: JsonValue | undefined): WrongValue[] {
  switch (typeOf(schema)) {
    case 'integer':
    case 'number':
      return wrongNumbers(schema);
    case 'boolean':
      return [wrongType('docproof', 'a text', 'boolean')];
    case 'array':
      return wrongLists(api, schema, sample);
    case 'object':
      return schema.type === undefined ? [] : [wrongType('docproof', 'a text', 'an object')];
    default:
      return schema.enum && !schema.enum.includes('docproof-none') ? [NOT_LISTED] : [];
  }
}

/** No value of any list. */
export const NOT_LISTED: WrongValue = {
  what: 'not-in-list',
  title: 'a value that is not in the list',
  value: 'docproof-none',
  because: 'the documents list the values',
};

function wrongType(value: JsonValue, title: string, wanted: string): WrongValue {
  return { what: 'wrong-type', title: `${title} instead of ${wanted}`, value, because: `the documents say ${wanted}` };
}

/** A number is wrong where the schema says which ones are right; a list of values stands for all limits. */
export function wrongNumbers(schema: Schema): WrongValue[] {
  const found = [wrongType('docproof', 'a text', [schema.type].flat().includes('integer') ? 'integer' : 'number')];
  if (schema.enum || schema.const !== undefined) {
    const listed = (schema.enum ?? [schema.const]).filter((v) => typeof v === 'number');
    const value = Math.max(0, ...listed) + 7;
    return [...found, { ...NOT_LISTED, value }];
  }
  const { low, high, openLow, openHigh, step } = limitsOf(schema);
  const add = (what: string, value: number, title: string, because: string): void => {
    if (Number.isFinite(value) && !fitsNumber(schema, value)) found.push({ what, title, value, because });
  };
  if (low !== undefined)
    add(
      'limit-below',
      openLow ? low : rounded(low - step),
      `${openLow ? low : `less than ${low}`}`,
      openLow ? `more than ${low} is documented` : `at least ${low} is documented`,
    );
  if (high !== undefined)
    add(
      'limit-above',
      openHigh ? high : rounded(high + step),
      `${openHigh ? high : `more than ${high}`}`,
      openHigh ? `less than ${high} is documented` : `at most ${high} is documented`,
    );
  const inside = low ?? Math.min(1, high ?? 1);
  const multiple = schema['multipleOf'];
  if (typeof multiple === 'number' && multiple > 0) {
    const after = (Math.floor(inside / multiple) + 1) * multiple;
    // Of whole numbers, one that is wrong for nothing else.
    const whole = [schema.type].flat().includes('integer') && Number.isInteger(multiple) && multiple > 1;
    const between = rounded(after + (whole ? 1 : multiple / 2));
    add('not-a-multiple', between, `${between}, no multiple of ${multiple}`, `multiples of ${multiple} are documented`);
  } else if ([schema.type].flat().includes('integer'))
    add(
      'not-whole',
      inside + (high !== undefined && inside + 0.5 > high ? -0.5 : 0.5),
      'a number that is not whole',
      'the documents say integer',
    );
  return found;
}

function wrongLists(api: Api, schema: Schema, sample: JsonValue | undefined): WrongValue[] {
  const found = [wrongType('docproof', 'a text', 'a list')];
  const items = mergedSchema(api, schema.items ?? {});
  const shown = Array.isArray(sample) ? sample : [];
  const make = (length: number): JsonValue[] =>
    Array.from({ length }, (_, i) => shown[i] ?? fittingValue(api, items, i === 0 ? '' : `item${i}`));
  const least = schema['minItems'];
  const most = schema['maxItems'];
  if (typeof least === 'number' && least > 0)
    found.push({
      what: 'limit-below',
      title: `with fewer than ${least}`,
      value: make(Math.min(least - 1, LONGEST_LIST)),
      because: `at least ${least} are documented`,
    });
  const longer = typeof most === 'number' && most < LONGEST_LIST ? make(most + 1) : undefined;
  if (longer && (schema['uniqueItems'] !== true || areDistinct(longer)))
    found.push({
      what: 'limit-above',
      title: `with more than ${most}`,
      value: longer,
      because: `at most ${most} are documented`,
    });
  const twice = Math.max(1, typeof least === 'number' ? least : 1);
  if (schema['uniqueItems'] === true && twice < LONGEST_LIST && (typeof most !== 'number' || most > twice)) {
    const value = make(twice);
    found.push({
      what: 'repeated',
      title: 'with one of them twice',
      value: [...value, value[0] ?? 'sample'],
      because: 'the documents want each but once',
    });
  }
  const stranger = twice < LONGEST_LIST ? wrongMember(items) : undefined;
  return stranger ? [...found, { ...stranger, value: [...make(twice - 1), stranger.value] }] : found;
}

/** Of another type than the members of a list have. */
function wrongMember(items: Schema): WrongValue | undefined {
  if (items.type === undefined || items.oneOf || items.anyOf) return undefined;
  const type = typeOf(items);
  const value = { string: { a: 1 }, object: 'docproof', integer: 'docproof', number: 'docproof' }[type];
  if (value === undefined) return undefined;
  const because = `the documents say members of type ${type}`;
  return { what: 'wrong-member', title: `with a member that is no ${type}`, value, because };
}

function areDistinct(values: JsonValue[]): boolean {
  return new Set(values.map((v) => JSON.stringify(v))).size === values.length;
}

/** Formats that have a text which is surely none of them, of the lengths that texts have. */
const NO_SUCH: Record<string, string> = {
  date: '2020-13-45',
  'date-time': 'yesterday',
  time: '25:61',
  email: 'docproof.example',
  uuid: 'docproof',
  uri: 'docproof',
  url: 'docproof',
  ipv4: '300.1.2.3',
  ipv6: 'docproof',
};

/** A text that is not of the documented format. */
export function wrongFormat(schema: Schema): WrongValue[] {
  const value = schema.format === undefined || schema.pattern !== undefined ? undefined : NO_SUCH[schema.format];
  if (value === undefined || value.length < (schema.minLength ?? 0) || value.length > (schema.maxLength ?? 100))
    return [];
  return [
    {
      what: 'wrong-format',
      title: `${value}, no ${schema.format}`,
      value,
      because: `the documents say ${schema.format}`,
      ...(/^ur[il]/.test(schema.format ?? '') ? { level: 'SHOULD' as const } : {}),
    },
  ];
}

function rounded(value: number): number {
  return Number(value.toPrecision(15));
}
