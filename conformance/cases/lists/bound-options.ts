// Options that name one end of a range: `year_from`, `maxMinutes`, `created_since`, `pickup[lte]`.
import type { ApiParameter, Schema } from '../../../spec/contract/api.js';
import { isNumeric, typeOf } from '../../../spec/fitting/fitting-value.js';
import type { Question, Side } from '../../plan/question.js';
import { namesIt } from '../../told/names-it.js';
import { says, sentencesOf } from '../../told/told.js';

const LEAST = /^(?:from|min|minimum|after|since|start|gte?|least|newer|von|ab|seit|depuis)$/;
const MOST = /^(?:to|max|maximum|before|until|till|end|lte?|most|older|bis|jusque?|avant)$/;
/** The sign says that the end belongs to it, or that it does not. */
const WITH_END = /^[gl]te$/;
const WITHOUT_END = /^[gl]t$/;
/** What a property has behind the word that an option has of it: `pickupOn`, `created_at`. */
const MOMENT = /^(?:at|on|date|time)$/;

/** `yearFrom`, `year_from`, `year[from]` → year, from. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && word !== 'filter');
}

/** @param properties what members of the list show */
export function boundOf(
  { name, description = '', schema }: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
): Extract<Question, { kind: 'bound' }> | undefined {
  const words = wordsOf(name);
  const at = [words.length - 1, 0].find((i) => sideOf(words[i] ?? '') !== undefined);
  const bound = at === undefined ? undefined : words[at];
  const side = bound === undefined ? undefined : sideOf(bound);
  if (bound === undefined || side === undefined) return undefined;
  const property = propertyOf(
    words.filter((_, i) => i !== at),
    description,
    properties,
    isMoment(schema),
  );
  if (property === undefined) return undefined;
  const included = belongs(bound, name, description);
  return { kind: 'bound', option: name, property, side, ...(included === undefined ? {} : { included }) };
}

function sideOf(word: string): Side | undefined {
  if (LEAST.test(word)) return 'least';
  return MOST.test(word) ? 'most' : undefined;
}

/** The one that is called so, or that its words name, of those that can be compared. */
function propertyOf(
  words: string[],
  description: string,
  properties: ReadonlyMap<string, Schema>,
  asksMoment: boolean,
): string | undefined {
  const measured = [...properties].filter(([, schema]) => isMeasured(schema)).map(([name]) => name);
  const called = measured.filter((name) => {
    const own = wordsOf(name);
    const plain = own.length > 1 && MOMENT.test(own.at(-1) ?? '') ? own.slice(0, -1) : own;
    return words.length > 0 && [own, plain].some((one) => one.join(' ') === words.join(' '));
  });
  const named = measured.filter((name) => namesIt(description, name));
  const days = measured.filter((name) => properties.get(name)?.format === 'date');
  // "From this time on", of what shows one time alone.
  const moments = asksMoment ? measured.filter((name) => isMoment(properties.get(name))) : [];
  const plain = words.length > 0 ? [] : days.length > 0 ? days : moments;
  const candidates = called.length > 0 ? called : named.length > 0 ? named : plain;
  return candidates.length === 1 ? candidates[0] : undefined;
}

function isMeasured(schema: Schema): boolean {
  return isNumeric(schema) || isMoment(schema);
}

function isMoment(schema: Schema | undefined): boolean {
  return schema !== undefined && typeOf(schema) === 'string' && /^date(?:-time)?$/.test(schema.format ?? '');
}

/** Whether the end itself belongs to the range; undefined where that is left open. */
function belongs(bound: string, name: string, description: string): boolean | undefined {
  const about = sentencesOf(description.replace(/`/g, '')).filter((one) => one.includes(name));
  const texts = about.length > 0 ? about : [description];
  if (WITHOUT_END.test(bound) || texts.some((one) => says(one, 'endExcluded'))) return false;
  return WITH_END.test(bound) || texts.some((one) => says(one, 'endIncluded')) ? true : undefined;
}
