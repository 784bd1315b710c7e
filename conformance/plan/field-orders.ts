// Fields of a body of which one may not be below the other: "`endsAt` must be after `startsAt`".
import type { Schema } from '../../spec/contract/api.js';
import { isNumeric } from '../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { rememberedFor } from '../../spec/remember.js';
import type { Sentence } from '../told/sentences.js';
import { sentencesOf, toldBy } from '../told/told.js';
import { bodySchema, type Operation } from './resources.js';

export interface FieldOrder {
  low: string;
  high: string;
  /** What comes of two that are alike; nothing where the documents leave that open. */
  alike?: 'refused' | 'taken';
}

/** Which of both is the higher one where a sentence has this comparison. */
const COMPARISONS: readonly [Sentence, { above: boolean; alike?: 'refused' | 'taken'; ofRefusal?: true }][] = [
  ['mustBeAbove', { above: true, alike: 'refused' }],
  ['mustBeBelow', { above: false, alike: 'refused' }],
  ['mayNotBeAbove', { above: false, alike: 'taken' }],
  ['mayNotBeBelow', { above: true, alike: 'taken' }],
  ['isBelow', { above: true, ofRefusal: true }],
  ['isAbove', { above: false, ofRefusal: true }],
];

/** What a sentence of a refusal has. */
const REFUSED = /\b4\d\d\b|\b(?:refused|rejected|invalid|error|not allowed)\b|\babgelehnt\b|\brefusée?\b|エラー|拒否/i;

const MOMENTS = ['date', 'date-time', 'time'];

/** Each pair once; what a field says of itself goes before what the operation says. */
export const fieldOrders = rememberedFor((operation: Operation): readonly FieldOrder[] => {
  const { api, op } = operation;
  const properties = new Map(
    Object.entries(bodySchema(operation)?.properties ?? {}).map(([name, raw]) => [name, mergedSchema(api, raw)]),
  );
  const own = [...properties].flatMap(([name, { description }]) => ordersIn(description, properties, name));
  const refusals = op.responses.filter(({ status }) => status.startsWith('4'));
  const told = [op.description, ...refusals.map(({ description }) => description)].flatMap((text) =>
    ordersIn(text, properties, undefined),
  );
  return [...new Map([...told, ...own].map((one) => [`${one.low} ${one.high}`, one])).values()];
});

/** Whether what is right for a field depends on what another one is. */
export function isOrdered(operation: Operation, name: string): boolean {
  return fieldOrders(operation).some(({ low, high }) => low === name || high === name);
}

function ordersIn(text: string | undefined, properties: ReadonlyMap<string, Schema>, own?: string): FieldOrder[] {
  return sentencesOf(text?.replace(/[`*]/g, '')).flatMap((sentence) => {
    for (const [what, { above, alike, ofRefusal }] of COMPARISONS) {
      const { before, behind } = toldBy(sentence, what);
      if (before === undefined || behind === undefined || (ofRefusal && !REFUSED.test(sentence))) continue;
      const one = lastNamed(before, properties) ?? (own !== undefined && isOfItself(before) ? own : undefined);
      const other = firstNamed(behind, properties);
      if (one === undefined || other === undefined || one === other) continue;
      if (kindOf(properties.get(one)) !== kindOf(properties.get(other)) || !kindOf(properties.get(one))) continue;
      return [{ ...(above ? { low: other, high: one } : { low: one, high: other }), ...(alike ? { alike } : {}) }];
    }
    return [];
  });
}

/** "It", "the end", "this date", or nothing at all: nothing that something else is called by. */
function isOfItself(before: string): boolean {
  return before.trim().split(/\s+/).length <= 3 && !/[,;]/.test(before);
}

function kindOf(schema: Schema | undefined): string | undefined {
  if (schema && isNumeric(schema)) return 'number';
  return MOMENTS.find((format) => schema?.format === format);
}

/** The field that stands last in words, by its name or by the words of it: "the end date" of `end_date`. */
function lastNamed(words: string, properties: ReadonlyMap<string, Schema>): string | undefined {
  const text = ` ${wordsOf(words)} `;
  const end = (name: string): number => {
    const own = wordsOf(name);
    const place = text.lastIndexOf(` ${own} `);
    return place < 0 ? -1 : place + own.length;
  };
  const named = [...properties.keys()].filter((name) => end(name) >= 0);
  return named.sort((a, b) => end(b) - end(a) || b.length - a.length)[0];
}

const ARTICLES = /^(?:(?:the|that of|its|value of|of|dem|der|den|le|la|celle de|celui de) ){0,3}/;

/** The field that words begin with, and nothing that is reckoned with it. */
function firstNamed(words: string, properties: ReadonlyMap<string, Schema>): string | undefined {
  const text = `${wordsOf(words)} `.replace(ARTICLES, '');
  const named = [...properties.keys()].filter((name) => text.startsWith(`${wordsOf(name)} `));
  const [name] = named.sort((a, b) => b.length - a.length);
  const reckoned =
    name !== undefined && /^(?:plus|minus|times|by|mal|moins|fois)\b/.test(text.slice(wordsOf(name).length + 1));
  return reckoned ? undefined : name;
}

/** The words of a text, or of a name, in small letters with a blank between them. */
function wordsOf(text: string): string {
  return text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')
    .replace(/(?<=\w)(?=[\u3040-\u30ff\u4e00-\u9fff])/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}
