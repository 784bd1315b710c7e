// Texts that a schema forbids, each for one reason, and texts just inside what it allows.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { patternTest } from '../../../spec/contract/pattern.js';
import { textOf } from '../../../spec/fitting/fitting-value.js';
import { isFormed } from './formed-text.js';
import { wrongCharacters } from './wrong-characters.js';
import { wrongForms } from './wrong-forms.js';
import { NOT_LISTED, type WrongValue, wrongFormat } from './wrong-values.js';

/** Longest text that is made to look at a limit, in characters. */
const LONGEST = 20_000;

/** Values that the schema of a text forbids, each for one reason; more of them where it is looked at thoroughly. */
export function wrongTexts(schema: Schema, sample: JsonValue | undefined, thorough: boolean): WrongValue[] {
  const found = noTexts(schema, sample, thorough);
  if (schema.const !== undefined || schema.enum?.includes('docproof-none')) return found;
  if (schema.enum)
    return [...found, NOT_LISTED, ...(thorough ? [...inOtherLetters(schema.enum), ...noWord(schema)] : [])];
  const text = typeof sample === 'string' && sample !== '' ? sample : schema.pattern ? textOf(schema) : 'name1';
  const fits = tester(schema);
  found.push(...wrongLengths(schema, text, thorough), ...wrongFormat(schema));
  if (schema.pattern === undefined || !fits(text)) return found;
  const characters = wrongCharacters(text, fits, thorough, schema);
  found.push(...(thorough || !isAddress(schema) ? characters : characters.map(told)));
  if (thorough) found.push(...wrongForms(schema, text, fits));
  return found;
}

function isAddress({ format }: Schema): boolean {
  return format === 'uri' || format === 'url';
}

/** Parsers take more for an address than its syntax allows, such as a blank (URL Standard, section 4.4): told, not judged. */
function told(one: WrongValue): WrongValue {
  return { ...one, level: 'SHOULD' };
}

function noTexts(schema: Schema, sample: JsonValue | undefined, thorough: boolean): WrongValue[] {
  const because = 'the documents say string';
  const found: WrongValue[] = [{ what: 'wrong-type', title: 'an object instead of text', value: { a: 1 }, because }];
  if ([schema.type].flat().every((type) => type === 'string' || type === 'null'))
    found.push({ what: 'number', title: 'a number instead of text', value: 1234567, because });
  if (thorough && typeof sample === 'string')
    found.push(
      { what: 'list', title: 'a list instead of text', value: [sample], because },
      { what: 'truth', title: 'a truth value instead of text', value: true, because },
    );
  return found;
}

function wrongLengths(schema: Schema, text: string, thorough: boolean): WrongValue[] {
  const { minLength, maxLength } = schema;
  const found: WrongValue[] = [];
  if (minLength !== undefined && minLength > 0)
    found.push({
      what: 'limit-below',
      title: `shorter than ${minLength}`,
      value: text.slice(0, minLength - 1),
      because: `at least ${minLength} characters are documented`,
    });
  // Where there may be none, a server may take an empty one for that.
  else if (thorough && !tester(schema)('') && ![schema.type].flat().includes('null'))
    found.push({ what: 'nothing-in-it', title: 'an empty text', value: '', because: 'the documents give a form' });
  const long = maxLength !== undefined && maxLength < LONGEST ? padded(text, maxLength + 1) : undefined;
  if (long !== undefined)
    found.push({
      what: 'limit-above',
      title: `longer than ${maxLength}`,
      value: long,
      because: `at most ${maxLength} characters are documented`,
    });
  // Where storage has an end of its own, another answer than to a text that is one too long.
  const far = thorough && long !== undefined && long.length <= SHORT ? padded(text, FAR) : undefined;
  if (far !== undefined)
    found.push({
      what: 'limit-far-above',
      title: `of ${FAR} characters, far longer than ${maxLength}`,
      value: far,
      because: `at most ${maxLength} characters are documented`,
    });
  return found;
}

/** What a column of a database may hold, and what it hardly does. */
const SHORT = 255;
const FAR = 2000;

/** An empty text is no word of a list: told, since a server may take it for none at all. */
function noWord({ enum: values, type }: Schema): WrongValue[] {
  const none = values?.includes('') || values?.includes(null) || [type].flat().includes('null');
  return none ? [] : [told({ ...NOT_LISTED, what: 'nothing-in-it', title: 'an empty text', value: '' })];
}

/** A listed word in capitals, or in small letters, where that is no word of the list. */
function inOtherLetters(values: JsonValue[]): WrongValue[] {
  const words = values.filter((value) => typeof value === 'string');
  const others = words.flatMap((word) => [word.toUpperCase(), word.toLowerCase()]);
  const value = others.find((word) => !words.includes(word));
  return value === undefined
    ? []
    : [{ ...NOT_LISTED, what: 'other-letters', title: `${value}, in other letters`, value }];
}

export interface RightValue {
  what: string;
  title: string;
  value: JsonValue;
  /** Nobody knows whether it is one of those that may be: it may be refused. */
  guessed?: true;
  /** It says nothing any more when something is put to it that tells it from others. */
  exact?: boolean;
}

function count(characters: number): string {
  return characters === 1 ? 'one character' : `${characters} characters`;
}

/** Characters that names are made of; those that a pattern allows are tried together. */
const MARKS = '-_+:.@!$*=~';

/** An address of a host alone: below it there is room for any path. */
const HOST = /^https?:\/\/[^/?#]+\/$/i;

/** Addresses just inside what the schema allows; not where the sample has a path, of which more may be asked. */
function rightAddresses(schema: Schema, sample: string): RightValue[] {
  const fits = tester(schema);
  const { maxLength } = schema;
  const found: RightValue[] = [
    // What stands for itself in an address is encoded once more in a key, and is to be read but once (RFC 3986, 2.4); the
    // letters of a path are not those of a host (6.2.2.1).
    { what: 'percent-inside', title: 'with a capital and %20 in it', value: `${sample}A%20b/`, exact: true },
  ];
  if (maxLength !== undefined && maxLength < LONGEST && maxLength > sample.length + 1)
    found.push({
      what: 'limit-inside',
      title: `of ${maxLength} characters`,
      value: `${sample}${'a'.repeat(maxLength - sample.length - 1)}/`,
      exact: true,
    });
  return found.filter(({ value }) => fits(String(value)) && String(value).length <= (maxLength ?? LONGEST));
}

/** Where the documents list the schemes of an address, each of them is taken. */
function otherSchemes(schema: Schema, sample: string): RightValue[] {
  const fits = tester(schema);
  const [, rest] = /^https?(:.*)$/i.exec(sample) ?? [];
  if (rest === undefined || fits(`docproof${rest}`) || fits('docproof:x-docproof:1')) return [];
  const tried = [`http${rest}`, `https${rest}`, 'urn:x-docproof:A1'].filter((one) => one !== sample && fits(one));
  return tried.map((value) => ({
    what: `scheme-inside-${value.split(':', 1)[0]}`,
    title: `as ${value}`,
    value,
    exact: true,
  }));
}

/** Names that programs may take for what their own language calls so. */
const WORDS = ['null', 'constructor'];

/** What is a text all the same. */
const DIGITS = '20250131';

/** Values just inside what the schema of a text allows; more of them where it is looked at thoroughly. */
export function rightTexts(schema: Schema, sample: JsonValue | undefined, thorough = false): RightValue[] {
  const text = typeof sample === 'string' && sample !== '' ? sample : undefined;
  if (text === undefined || schema.enum || isFormed(text, schema)) return [];
  const schemes = thorough ? otherSchemes(schema, text) : [];
  if (HOST.test(text)) return [...rightAddresses(schema, text), ...schemes];
  if (schemes.length > 0) return schemes;
  if (schema.format !== undefined || /^[a-z][a-z0-9+.-]*:/i.test(text)) return [];
  const fits = tester(schema);
  const found: RightValue[] = [];
  const longest =
    schema.maxLength !== undefined && schema.maxLength < LONGEST ? padded(text, schema.maxLength) : undefined;
  if (longest !== undefined && fits(longest))
    found.push({ what: 'limit-inside', title: `of ${longest.length} characters`, value: longest });
  const { minLength } = schema;
  const least = minLength !== undefined && minLength > 0 ? text.slice(0, minLength) : undefined;
  // Programs may take a zero for nothing at all.
  const shortest = least?.length === 1 && schema.pattern !== undefined && fits('0') ? '0' : least;
  if (shortest !== undefined && shortest.length === minLength && shortest !== text && fits(shortest))
    found.push({ what: 'limit-least', title: `of ${count(minLength)}`, value: shortest, exact: true });
  if (schema.pattern === undefined || !fits(text)) return found;
  // A capital at the end shows whether names keep their case.
  const marks = [...MARKS].filter((c) => fits(`${text}${c}1`)).join('');
  const end = fits(`${text}${marks}1A`) ? '1A' : '1';
  if (marks !== '')
    found.push({ what: 'characters-inside', title: `with ${marks} in it`, value: `${text}${marks}${end}` });
  if (!/^\d/.test(text) && fits(`1${text}`))
    found.push({ what: 'first-digit', title: 'that begins with a digit', value: `1${text}` });
  if (thorough) found.push(...rightMarks(text, fits), ...rightPrefixes(fits));
  if (thorough && [...DIGITS].every((digit) => fits(digit)) && fits(DIGITS))
    found.push({ what: 'digits', title: 'of digits alone', value: DIGITS, exact: true });
  if (thorough)
    for (const word of WORDS.filter((one) => fits(one)))
      found.push({ what: `word/${word}`, title: `is ${word}, a word like any other`, value: word, exact: true });
  return found.filter(({ value }) => schema.maxLength === undefined || String(value).length <= schema.maxLength);
}

/** Marks that an address must encode, and marks where a name begins and ends. */
const ENCODED_MARKS = '^`{|}';

function rightMarks(text: string, fits: (text: string) => boolean): RightValue[] {
  const found: RightValue[] = [];
  const encoded = [...ENCODED_MARKS].filter((c) => fits(`${text}${c}1`)).join('');
  if (encoded !== '' && fits(`${text}${encoded}1`))
    found.push({ what: 'encoded-inside', title: `with ${encoded} in it`, value: `${text}${encoded}1` });
  for (const c of [...'-_+'].filter((one) => fits(`${one}${text}`)))
    found.push({ what: `first-inside/${c}`, title: `that begins with ${c}`, value: `${c}${text}` });
  const last = [...'-_'].find((c) => fits(`${text}${c}`));
  if (last !== undefined)
    found.push({ what: 'last-inside', title: `that ends with ${last}`, value: `${text}${last}`, exact: true });
  return found;
}

/** Networks whose prefix does not end where a number of the address does (RFC 4632, section 3.1). */
function rightPrefixes(fits: (text: string) => boolean): RightValue[] {
  const value = '192.0.2.10/32,203.0.113.128/25';
  if (fits('name') || !fits(value)) return [];
  return [{ what: 'prefixes-inside', title: `is ${value}`, value, exact: true }];
}

/** Lengthened with its last letter or digit, in front of what stands behind that (the slash of a URL). */
function padded(text: string, length: number): string | undefined {
  const match = /[A-Za-z0-9](?=[^A-Za-z0-9]*$)/.exec(text) ?? LAST_LETTER.exec(text);
  if (match?.[0].length !== 1 || text.length > length) return undefined;
  const at = match.index;
  return text.slice(0, at) + match[0].repeat(length - text.length + 1) + text.slice(at + 1);
}

/** Of a script without those. */
const LAST_LETTER = /\p{L}(?=\P{L}*$)/u;

function tester(schema: Schema): (text: string) => boolean {
  const test = typeof schema.pattern === 'string' ? patternTest(schema.pattern) : undefined;
  return (text) => test?.(text) !== false;
}
