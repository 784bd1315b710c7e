// Values of lists that documents only name: "ISO 3166", "a currency code". No text that is made up stands on them.
import type { Schema } from '../contract/api.js';
import { patternTest } from '../contract/pattern.js';
import { randomFrom } from './fitting-text.js';

interface List {
  /** Words of a description. */
  told: RegExp;
  /** Names of properties. */
  name: RegExp;
  values: readonly string[];
}

const LISTS: readonly List[] = [
  {
    told: /\bISO[ -]?3166\b|\bcountry[ -]codes?\b|\bLänder(?:codes?|kürzel|kennung)|\bcodes? (?:du |de )?pays\b/iu,
    name: /^country_?code$/i,
    values: ['DE', 'FR', 'DEU', 'FRA', '276', 'de'],
  },
  {
    told: /\bISO[ -]?4217\b|\bcurrency[ -]codes?\b|\bWährungs(?:codes?|kürzel)|\bcodes? (?:de )?(?:la )?(?:devise|monnaie)\b/iu,
    name: /^currency_?code$/i,
    values: ['EUR', 'USD', 'eur', '978'],
  },
  {
    told: /\bISO[ -]?639\b|\bBCP[ -]?47\b|\bRFC[ -]?5646\b|\blanguage[ -](?:codes?|tags?)\b|\bSprach(?:codes?|kürzel)|\bcodes? (?:de )?(?:la )?langue\b/iu,
    name: /^(?:language|lang)_?(?:code|tag)$/i,
    values: ['en', 'de', 'eng', 'deu', 'en-US', 'EN'],
  },
  {
    told: /\bIANA\b[^.]{0,30}\bzones?\b|\btz database\b|\btime[ -]?zone (?:name|identifier)|\bIANA-Zeitzone|\bfuseau horaire IANA\b/iu,
    name: /^time_?zone$/i,
    values: ['Europe/Berlin', 'Europe/Paris', 'UTC'],
  },
];

/** An address of mail: no document need say of which form one is. */
const MAIL = /\be-?mail address|メールアドレス|\bE-Mail-Adresse|\badresse (?:électronique|e-?mail|de courriel)/iu;
const MAIL_NAME = /^e?_?mail(?:_?address)?$/i;

/** Words in front of what a value may look like. */
const LIKE =
  /(?:\bfor example|\be\. ?g\.|\bsuch as|\bexamples?:|\bz\. ?B\.|\bzum Beispiel|\bBeispiele?:|\bpar exemple|\bp\. ?ex\.|\bexemples? ?:|例えば、?|例[:：])[,:]? {0,2}/iu;
const QUOTED = /^[`"“„«「] {0,1}([^`"”“»」\n]{1,60}?) {0,1}[`"”“»」]/u;
/** A word is rather one of a sentence, unless it has digits in it: "e.g. 1.4.0". */
const BARE = /^([^\s`"“„«「,;:()（）、。]{0,60}\d[^\s`"“„«「,;:()（）、。]{0,60}?)\.?(?:$|[\n,;)）、。])/u;

/** A value that a description shows: "for example `DE`". */
function shownIn(description: string): string | undefined {
  const like = LIKE.exec(description);
  const rest = like ? description.slice(like.index + like[0].length, like.index + like[0].length + 200) : '';
  return (QUOTED.exec(rest) ?? BARE.exec(rest))?.[1];
}

/** Whether a description names a list of values that documents do not give. */
export function namesList(description: string): boolean {
  return LISTS.some(({ told }) => told.test(description));
}

/** A value that a description shows, or one that everybody knows of the list that it or its name means. */
export function wellKnown(schema: Schema, seed = '', name = ''): string | undefined {
  const { description = '' } = schema;
  const fits = (value: string): boolean => textFits(schema, value);
  const shown = shownIn(description);
  const list = LISTS.find(({ told }) => told.test(description)) ?? LISTS.find((one) => one.name.test(name));
  if (shown !== undefined && fits(shown) && (list || !/\s/.test(shown)) && seed === '') return shown;
  const mail = `${seed === '' ? 'name' : seed}@example.com`;
  if ((MAIL.test(description) || MAIL_NAME.test(name)) && fits(mail)) return mail;
  const values = list?.values.filter(fits) ?? [];
  return values.length === 0 ? undefined : values[seed === '' ? 0 : randomFrom(seed)(Math.min(2, values.length))];
}

/** Whether a text keeps the limits of a schema. */
export function textFits(
  { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema,
  value: string,
): boolean {
  const matches = typeof pattern === 'string' ? patternTest(pattern) : () => true;
  return value.length >= minLength && value.length <= maxLength && matches?.(value) === true;
}
