// Names of the run: what documents call `box1` gets the run's id, within the limits that the schema sets.
import type { Schema } from '../../spec/contract/api.js';
import { patternTest } from '../../spec/contract/pattern.js';
import { fittingText, randomFrom } from '../../spec/fitting/fitting-text.js';
import { textOf } from '../../spec/fitting/fitting-value.js';
import { namesList } from '../../spec/fitting/well-known.js';
import { rememberedFor } from '../../spec/remember.js';
import { says, sentencesOf } from '../told/told.js';
import { numberInTurn, shapedInTurn } from './in-turn.js';

/**
 * Puts a suffix to a name so that it still satisfies its schema.
 *
 * @param shown a name that the documents show, whose characters are allowed
 * @returns the name itself where no form with the suffix fits
 */
export function scopedName(name: string, suffix: string, schema: Schema | undefined, shown = name): string {
  const max = typeof schema?.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  const fits = schema?.format === 'uuid' ? () => false : fitTest(schema);
  const [, local, domain] = ADDRESS.exec(name) ?? [];
  if (local !== undefined && domain !== undefined) {
    const address = scopedName(local, suffix, { maxLength: max - domain.length }) + domain;
    if (fits(address)) return address;
  }
  const joiners = shown.includes('_') && !shown.includes('-') ? ['_', '', '-'] : ['-', '_', ''];
  for (const tail of joiners.map((joiner) => joiner + suffix)) {
    const head = name.slice(0, Math.max(1, Math.min(name.length, max - tail.length)));
    const candidate = head + tail;
    // What is left of a long name may be left of another one, too.
    const apart = head.length >= Math.min(name.length, TELLING);
    if (apart && candidate.length <= max && fits(candidate)) return candidate;
  }
  const short = lettersFor(name, Math.min(TELLING, max - suffix.length)) + suffix;
  for (const candidate of [short, short.toUpperCase()])
    if (candidate.length <= max && fits(candidate)) return candidate;
  // Two names stay two.
  return unusedKey(schema, suffix + name) ?? name;
}

/** Of mail: whose it is stands in front. */
const ADDRESS = /^([^@\s]+)(@[^@\s]+)$/;

/** So much of a name tells it from most others. */
const TELLING = 3;

/** Letters instead of a name: others for another name. */
function lettersFor(name: string, count: number): string {
  const random = randomFrom(name);
  return Array.from({ length: Math.max(1, count) }, () => String.fromCharCode(97 + random(26))).join('');
}

/** Numbers that servers count up to last, and ids of people are not: the top of 31 bits. */
const HIGH = 2_000_000_000;

/**
 * A key of the schema's form that nothing is likely to have: a high number, a UUID or a text that its pattern allows.
 *
 * @returns undefined where the schema leaves so few that somebody may have each
 */
export function unusedKey(schema: Schema | undefined, seed: string): string | undefined {
  if (!schema) return undefined;
  const types = [schema.type].flat();
  if (types.includes('integer') || types.includes('number')) {
    const highest = typeof schema.maximum === 'number' ? schema.maximum : 2 ** 31 - 1;
    return highest < HIGH ? undefined : String(HIGH + randomFrom(seed)(Math.min(highest, 2 ** 31 - 1) - HIGH));
  }
  if (schema.enum || schema.const !== undefined) return undefined;
  if (schema.format === 'uuid') return textOf(schema, seed);
  const { minLength, maxLength, pattern } = schema;
  if (typeof pattern !== 'string') return undefined;
  // As long as it may be, as short ones are soon taken.
  const long = Math.max(minLength ?? 0, Math.min(8, maxLength ?? 8));
  const made = [0, 1].map((n) => fittingText({ pattern, minLength: long, maxLength }, seed + n));
  const short = [0, 1].map((n) => fittingText({ pattern, minLength, maxLength }, seed + n));
  const [first, second] = made[0] === undefined ? short : made;
  return first === second ? undefined : first;
}

/** Whether a path variable can be given a value that is well-formed and that nothing has. */
export function hasUnused(schema: Schema | undefined): boolean {
  if (!schema) return true;
  return scopedName('item', 'docproof', schema) !== 'item';
}

/** Words for what a thing is called, which a server often wants but once even where it gives the id itself. */
const NAMES = /^(?:(?:user_?|full_?|display_?)?name|slug|login|handle|label|title|e_?mail)$/i;
/** Words for what tells a thing from all others; of a list of codes (countries, currencies) nothing can be made up. */
const IDENTIFIERS =
  /(?:^|[a-z_-])(?:sku|code|number|serial|reference|ref|key|isbn|ean|gtin|vin|external_?id|domain|host(?:name)?|plate|nick)$/i;
const LISTED = /(?:country|currency|lang(?:uage)?|locale|postal|post|zip|area|region|state|colou?r|phone|mobile|fax)/i;

/** Whether a property's values are those of a list that everybody knows, or of a form of its own. */
export function isOfList(property: string): boolean {
  return LISTED.test(property);
}

/** Codes of a list that documents only name: "Three-letter ISO code". */
const CODE = /\bISO\b|\b\w{3,5}-letter\b[^.]{0,30}\bcodes?\b/i;
const LONGEST_CODE = 3;

/** Whether no text of its length does, but one that everybody knows. */
export function isCode(property: string, { description = '', maxLength }: Schema): boolean {
  return (
    CODE.test(description) ||
    namesList(description) ||
    (isOfList(property) && maxLength !== undefined && maxLength <= LONGEST_CODE)
  );
}

/** Whether a property may be what tells a thing from others, so that two things cannot both have one value of it. */
export function mayTellApart(property: string): boolean {
  return NAMES.test(property) || (IDENTIFIERS.test(property) && !LISTED.test(property));
}

/**
 * A value of the body that names the thing without being its key; undefined for every other value.
 *
 * @param refusal what the documents say where something of the thing may be there but once (409)
 */
export function scopedLabel(
  property: string,
  value: string,
  suffix: string,
  schema: Schema | undefined,
  refusal?: string,
): string | undefined {
  const once = refusal !== undefined;
  if (schema?.['const'] !== undefined || schema?.enum) return undefined;
  if (!NAMES.test(property)) {
    const told = once && isOnce(property, schema, refusal);
    const alone = once ? told : isOfOne(property, schema ?? {});
    if (!(alone || (once && IDENTIFIERS.test(property))) || LISTED.test(property)) return undefined;
    const formed = schema?.pattern === undefined ? inShape(schema, value, alone) : schema;
    const numbered = formed !== schema ? inTurn(value, suffix) : undefined;
    if (numbered !== undefined) return numbered;
    if (formed?.pattern !== undefined)
      return shortInTurn(value, suffix, formed) ?? unusedKey(formed, suffix + property);
    return alone && schema?.format === undefined ? likeShown(value, suffix, schema ?? {}) : undefined;
  }
  return schema?.['format'] === undefined || ADDRESS.test(value) ? scopedName(value, suffix, schema) : undefined;
}

/** An address of the web: its host, its path, the ending of a file. */
const WEB = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s.]*)?(\.\w{1,5})?$/;

/**
 * Another address of the web, where the documents refuse a second thing with the same.
 *
 * @param refusal what they say of the conflict: "The URL is registered already"
 */
export function scopedAddress(
  property: string,
  value: string,
  suffix: string,
  schema: Schema,
  refusal: string | undefined,
): string | undefined {
  const [, host, path = '/', end = ''] = WEB.exec(value) ?? [];
  if (host === undefined || schema.enum || !isOnesIn(refusal, property)) return undefined;
  const own = `${host}${path}${path.endsWith('/') ? '' : '-'}${suffix}${end}`;
  return fitTest(schema)(own) ? own : undefined;
}

/** Whether no two things have one value of a property, by its own words or by those of a refusal. */
export function isOnce(property: string, schema: Schema | undefined, refusal: string | undefined): boolean {
  return says(schema?.description, 'alone') || isOnesIn(refusal, property);
}

/** Whether a refusal names a property as what another thing has: "There is an item with this SKU already". */
function isOnesIn(refusal: string | undefined, property: string): boolean {
  const name = new RegExp(`\\b${property.replace(/[^a-z0-9]/gi, '.?')}\\b`, 'i');
  return sentencesOf(refusal).some((one) => name.test(one) && says(one, 'another'));
}

/** Digits behind letters that may tell of which kind it is: `K0042`, `INV-2026001`. */
const SHAPE = /^([A-Za-z]{0,6}[-_]?)(\d{4,30})$/;

/** Where documents show digits and do not say what else may be in it: as many others, behind the same letters of what is unique. */
function inShape(schema: Schema | undefined, value: string, alone: boolean): Schema | undefined {
  const [, letters = '', digits] = SHAPE.exec(value) ?? [];
  const { length } = value;
  const isLimited = schema?.minLength !== undefined || schema?.maxLength !== undefined;
  if (digits === undefined || (letters !== '' && (isLimited || !alone))) return schema;
  return { ...schema, pattern: `^${letters}[0-9]+$`, minLength: length, maxLength: length };
}

/** So few digits that two of a run's stories would soon come upon the same by chance. */
const FEW = 7;

/** Few digits are given in turn. */
function inTurn(value: string, suffix: string): string | undefined {
  const [, letters = '', digits = ''] = SHAPE.exec(value) ?? [];
  return digits.length > FEW ? undefined : numberInTurn(letters, digits, suffix);
}

/** Of so few characters that two of a run's stories would come upon the same by chance: `OSL`. */
const SHORT = 4;

/** Another short code in the form of the one that is shown. */
function shortInTurn(value: string, suffix: string, schema: Schema): string | undefined {
  // Where a pattern alone says how long it is, it is as long as the one that is shown.
  const { maxLength = value.length } = schema;
  const made = maxLength <= SHORT ? shapedInTurn(value, suffix, { maxLength }) : undefined;
  return made !== undefined && fitTest(schema)(made) ? made : undefined;
}

/** Whether it is told of a value that no two things share it; not where that only says what it is for. */
function isOfOne(property: string, { description }: Schema): boolean {
  return says(description, 'alone') && !says(description, 'identifies') && !OF_ANOTHER.test(property);
}

/** Whether another value of the run's is as long as the one that stands for it. */
export function keepsLength(property: string, value: string, schema: Schema): boolean {
  const isNamed = NAMES.test(property) || LISTED.test(property) || schema.format !== undefined;
  return (
    !isNamed && schema.pattern === undefined && isOfOne(property, schema) && shapedInTurn(value, '', {}) !== undefined
  );
}

/** What is called like another thing's key is one. */
const OF_ANOTHER = /(?:[a-z0-9_-]id|uuid|ref|uri|url|href)$/i;

/** Capitals and digits: a code, in which small letters would be none of its form. */
const CODED = /^[A-Z0-9]+(?:[-_./][A-Z0-9]+)*$/;

/** A value that is one thing's alone, of which no form is told: in the form that is shown where that may be meant. */
function likeShown(value: string, suffix: string, schema: Schema): string {
  const named = scopedName(value, suffix, schema);
  const isFull = value.length === schema.minLength || value.length === schema.maxLength;
  if (named !== value && !isFull && !CODED.test(value)) return named;
  return shapedInTurn(value, suffix, schema) ?? named;
}

type Test = (text: string) => boolean;

const anyText = (): boolean => true;
const noText = (): boolean => false;

/** Tests the pattern and enum of a schema; a pattern that cannot be used fits all. */
function fitTest(schema: Schema | undefined): Test {
  return schema ? testOf(schema) : anyText;
}

const testOf = rememberedFor(({ enum: values, type, pattern }: Schema): Test => {
  if (values || (type !== undefined && ![type].flat().includes('string'))) return noText;
  if (typeof pattern !== 'string') return anyText;
  const test = patternTest(pattern);
  return (text) => test?.(text) !== false;
});
