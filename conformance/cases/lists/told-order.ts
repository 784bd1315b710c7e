// The order that a list has by itself, as documents tell it: "sorted by key", "newest first".
import { isNumeric } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { itemSchema } from '../../plan/item-schema.js';
import { mayTellApart } from '../../plan/names.js';
import type { Direction, Order } from '../../plan/order.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import { allToldBy, says, sentencesOf, toldBy } from '../../told/told.js';
import { orderOf } from './list-order.js';
import { isSort } from './list-roles.js';

/** When something came to be. */
const BEGUN = /^(?:created|registered|added|inserted|taken|posted)(?:_?(?:at|on|date|time))?$/i;

/**
 * Undefined where nothing tells it, or it is by something that entries do not show.
 *
 * @param writes what makes and changes them, and says which of their properties are one's alone: such words have no ranks
 */
export function toldOrder(operation: Operation, writes: readonly Operation[] = []): Order | undefined {
  const properties = itemSchema(operation)?.properties ?? {};
  const names = Object.keys(properties);
  const counts = (name: string): boolean => isNumeric(mergedSchema(operation.api, properties[name] ?? {}));
  for (const sentence of tellingSentences(operation)) {
    const [begun, another] = names.filter((name) => BEGUN.test(name));
    const way = firstTold(sentence);
    const of = way && names.find((name) => name === way.what);
    if (way && of !== undefined) return { orderedBy: of, direction: way.direction };
    const property = toldProperty(sentence, names) ?? labelled(operation, sentence);
    const ranks = property === undefined ? undefined : ranksTold(operation, sentence, property);
    if (property !== undefined && ranks) return { orderedBy: property, ranks };
    // "Sorted by date, newest first": the newest by that.
    if (way && property !== undefined) return { orderedBy: property, direction: way.direction };
    const ofMaking = isOfMaking(sentence) && begun !== undefined && !another;
    if (way && ofMaking) return { orderedBy: begun, direction: way.direction };
    if (property === undefined || !(mayTellApart(property) || counts(property) || isAlone(property, writes))) continue;
    return { orderedBy: property, direction: says(sentence, 'downwards') ? 'desc' : 'asc' };
  }
  return standardOrder(operation);
}

function isAlone(property: string, writes: readonly Operation[]): boolean {
  return writes.some((write) => {
    const { description, enum: values } = mergedSchema(write.api, bodySchema(write)?.properties?.[property] ?? {});
    return values === undefined && says(description, 'alone');
  });
}

/** What the option for it is where nobody gives it. */
function standardOrder(operation: Operation): Order | undefined {
  const { api, op } = operation;
  const sort = op.parameters.find((option) => option.in === 'query' && isSort(option));
  const { default: standard } = sort ? mergedSchema(api, sort.schema) : {};
  const order = sort && standard !== undefined ? orderOf(operation, sort.name, standard) : undefined;
  return order?.direction ? order : undefined;
}

/** Whether members come in the order in which they were made, or the other way round: by whatever a server keeps that in. */
export function toldTurn(operation: Operation): Direction | undefined {
  const names = Object.keys(itemSchema(operation)?.properties ?? {});
  for (const sentence of tellingSentences(operation)) {
    if (says(sentence, 'asAdded')) return 'asc';
    const way = firstTold(sentence);
    const property = toldProperty(sentence, names) ?? labelled(operation, sentence);
    if (property !== undefined)
      return BEGUN.test(property) ? (way?.direction ?? (says(sentence, 'downwards') ? 'desc' : 'asc')) : undefined;
    if (way && isOfMaking(sentence) && !names.some((name) => name === way.what)) return way.direction;
  }
  const standard = standardOrder(operation);
  return standard && BEGUN.test(standard.orderedBy) ? standard.direction : undefined;
}

/** "Sorted by priority, urgent first": those that are first, and those that are not; all that are named, where that is how they go on. */
function ranksTold(operation: Operation, sentence: string, property: string): string[][] | undefined {
  const raw = itemSchema(operation)?.properties?.[property] ?? {};
  const words = (mergedSchema(operation.api, raw).enum ?? []).filter((one) => typeof one === 'string');
  if (words.length < 2) return undefined;
  const { value, last } = toldBy(sentence, 'valueFirst');
  const [first, end] = [value, last].map((one) => words.find((word) => word.toLowerCase() === one?.toLowerCase()));
  if (first === undefined || (last !== undefined && end === undefined)) return undefined;
  const rest = words.filter((word) => word !== first && word !== end);
  return [[first], rest, ...(end === undefined ? [] : [[end]])].filter((alike) => alike.length > 0);
}

/** Of its own; where none tells an order, and none can be asked for, those of all lists. */
function tellingSentences(operation: Operation): string[] {
  const { api, op } = operation;
  const shown = op.responses.filter(({ status }) => status.startsWith('2')).map(({ description }) => description);
  const own = sure([op.description, ...shown]);
  const told = own.some((sentence) => ORDERS.some((what) => says(sentence, what)));
  const asked = op.parameters.some((option) => option.in === 'query' && isSort(option));
  return told || asked || !itemSchema(operation) ? own : sure(api.docs.listOrder ?? []);
}

const ORDERS = ['newestFirst', 'oldestFirst', 'orderedBy', 'orderedByWords', 'asAdded', 'valueFirst'] as const;

/** Whoever does not ask for another order gets this one. */
function sure(texts: readonly (string | undefined)[]): string[] {
  const sentences = texts.flatMap((text) => sentencesOf(text?.replace(/`/g, '')));
  return sentences.filter(
    (sentence) => (!says(sentence, 'unsure') || says(sentence, 'unlessAsked')) && !says(sentence, 'notSo'),
  );
}

/** "Newest first", "latest due_on first": which way, and of what, if that is said. */
function firstTold(sentence: string): { direction: Direction; what: string | undefined } | undefined {
  if (says(sentence, 'newestFirst')) return { direction: 'desc', what: toldBy(sentence, 'newestFirst')['what'] };
  if (says(sentence, 'oldestFirst')) return { direction: 'asc', what: toldBy(sentence, 'oldestFirst')['what'] };
  return undefined;
}

/** Whether a sentence speaks of nothing else to sort by than when things were made. */
function isOfMaking(sentence: string): boolean {
  const { property: by } = toldBy(sentence, 'orderedBy');
  return by === undefined || says(by, 'making');
}

function toldProperty(sentence: string, names: string[]): string | undefined {
  const words = allToldBy(sentence, 'orderedBy').flatMap(({ property }) => property ?? []);
  return words.flatMap((by) => names.find((name) => name === by || stem(name) === stem(by)) ?? [])[0];
}

/** The one property whose own words are what a sentence sorts by: `code`, "管理番号". */
function labelled({ api, ...operation }: Operation, sentence: string): string | undefined {
  const { property: by } = toldBy(sentence, 'orderedByWords');
  if (by === undefined) return undefined;
  const properties = Object.entries(itemSchema({ api, ...operation })?.properties ?? {});
  const [only, another] = properties.filter(
    ([, raw]) => mergedSchema(api, raw).description?.trim().toLowerCase() === by.toLowerCase(),
  );
  return another ? undefined : only?.[0];
}
