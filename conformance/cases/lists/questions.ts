// What the options of a list ask of its members, and what its documents promise of its order and its pages. Nothing is asked that
// neither a name nor a sentence tells; what only a name tells is no more than SHOULD.
import type { ApiParameter, JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { LIFE } from '../../assess/life.js';
import { MORE, NEXT, NEXT_PAGE } from '../../assess/page-signs.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { textsIn } from '../../assess/texts-in.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Question, Several } from '../../plan/question.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Level } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import { saysWhatFalseIs } from '../bodies/flag-words.js';
import { boundOf, wordsOf } from './bound-options.js';
import { isCursor, isOffset, isPage, isSize, isSort, isWay } from './list-roles.js';
import { optionOf } from './option-values.js';
import { orderingsOf } from './order-options.js';
import { turningOf } from './page-options.js';
import { embeddedOf, fieldsOf } from './part-options.js';
import { textOf } from './text-options.js';
import { toldOrder, toldTurn } from './told-order.js';

export interface Asking {
  /** Last part of the case's id. */
  what: string;
  question: Question;
  level: Level;
}

/** @param writes what makes and changes its members */
export function questionsOf(operation: Operation, writes: readonly Operation[] = []): Asking[] {
  const properties = propertiesOf(operation);
  if (properties.size === 0) return [];
  const options = operation.op.parameters.filter((p) => p.in === 'query' && !p.required && !turnsPages(operation, p));
  const filters = options.flatMap((option): Asking[] => {
    const question =
      textOf(option, properties) ?? boundOf(option, properties) ?? sameOf(operation, option, properties, writes);
    const sure = question && 'property' in question && offersSame(operation, option, properties.get(question.property));
    return question ? [{ what: option.name, question, level: sure ? 'MUST' : levelOf(operation, option) }] : [];
  });
  const orders = orderingsOf(operation, properties).map((question) => ({
    what: question.query.map(([, value]) => value).join('-'),
    question,
    level: 'MUST' as const,
  }));
  return [...filters, ...orders, ...inOrder(operation, writes)];
}

/** Options for some properties alone, and for what belongs to each inside: of a list, or of the read of one thing. */
export function partsOf(suite: Suite, operation: Operation): Asking[] {
  const properties = propertiesOf(operation);
  const options = operation.op.parameters.filter((p) => p.in === 'query' && !p.required);
  return options.flatMap((option) => {
    const question = fieldsOf(option, properties) ?? embeddedOf(suite, operation, option, properties);
    return question ? [{ what: option.name, question, level: 'MUST' as const }] : [];
  });
}

/** What the pages of a list promise together, and what each says of the one behind it. */
export function pagesOf(operation: Operation, filters: Question[]): Question {
  const { op } = operation;
  const turning = turningOf(operation);
  const success = op.responses.find(({ status }) => status.startsWith('2'));
  const ofAll = turning ? (operation.api.docs.listPages ?? []) : [];
  const texts = textsIn([op.description, op.parameters, success, ofAll].map((part) => part as JsonValue));
  const signs = shownProperties(operation).some((name) => NEXT.test(name) || NEXT_PAGE.test(name) || MORE.test(name));
  const linked = linkedIn(texts);
  return {
    kind: 'pages',
    filters: filters.flatMap((one) => (one.kind === 'same' ? [{ option: one.option, property: one.property }] : [])),
    ...(turning ? { asks: turning } : {}),
    endTold: texts.some((text) => says(text.replace(/`/g, ''), 'lastSaysSo')),
    nextTold: signs || texts.some((text) => /\blink\b/i.test(text) && /\bnext\b/i.test(text)),
    startTold: texts.some((text) => says(text.replace(/`/g, ''), 'firstSaysSo')),
    ...(linked.length > 0 ? { linked } : {}),
  };
}

/** "The first, previous, next and last page": two of them at least, as one may be said of anything. */
function linkedIn(texts: string[]): string[] {
  const told = texts.flatMap((text) =>
    sentencesOf(text).flatMap((sentence) => {
      const { relations = '' } = toldBy(sentence.replace(/`/g, ''), 'linksTo');
      return relations.toLowerCase().match(/first|prev|next|last/g) ?? [];
    }),
  );
  return [...new Set(told)];
}

/** As the documents say that they come without being asked. */
function inOrder(operation: Operation, writes: readonly Operation[]): Asking[] {
  const order = toldOrder(operation, writes);
  const direction = toldTurn(operation);
  const told: Asking[] = [];
  if (order) told.push({ what: 'in-order', question: { kind: 'order', query: [], order }, level: 'MUST' });
  if (direction) told.push({ what: 'as-made', question: { kind: 'as-made', direction }, level: 'MUST' });
  return told;
}

/** What a member of the list shows, or the one thing that is read; of its own. */
function propertiesOf(operation: Operation): Map<string, Schema> {
  const one = operation.segments.at(-1)?.variable !== undefined;
  const own = Object.entries((one ? readSchema(operation) : itemSchema(operation))?.properties ?? {});
  return new Map(own.map(([name, raw]) => [name, mergedSchema(operation.api, raw)]));
}

/** What an answer wraps alone is what is read. */
function readSchema({ api, op }: Operation): Schema | undefined {
  const success = op.responses.find(({ status }) => status.startsWith('2'));
  const schema = success?.content[0] && mergedSchema(api, success.content[0].schema);
  const [only, more] = Object.values(schema?.properties ?? {});
  const inside = only && !more ? mergedSchema(api, only) : undefined;
  return inside?.properties ? inside : schema;
}

/** Whether the documents tell no way to get but some of what there is. */
export function isUndivided(operation: Operation): boolean {
  const options = operation.op.parameters.filter((p) => p.in === 'query');
  return !options.some((p) => [isOffset, isCursor].some((is) => is(p)) || isPart(operation, p));
}

function turnsPages(operation: Operation, option: ApiParameter): boolean {
  return [isOffset, isCursor, isSort, isWay].some((is) => is(option)) || isPart(operation, option);
}

function isPart(operation: Operation, option: ApiParameter): boolean {
  return isPage(operation.api, option) || isSize(operation, option);
}

/** `status`, `filter[status]`, `assigneeId` for `assignee_id`; `tag` for one of `tags`. */
function sameOf(
  operation: Operation,
  option: ApiParameter,
  properties: ReadonlyMap<string, Schema>,
  writes: readonly Operation[],
): Question | undefined {
  // Bounds in an object (`price[gte]`) ask for no value.
  if (typeOf(mergedSchema(operation.api, option.schema)) === 'object') return undefined;
  const words = wordsOf(optionOf(option.name)).join(' ');
  const found = [...properties].filter(
    ([name, schema]) => wordsOf(name).join(' ') === words || (isTexts(operation, schema) && stem(name) === stem(words)),
  );
  const [only, more] = found;
  if (!only || more) return undefined;
  const [property, schema] = only;
  const flag = typeOf(schema) === 'boolean';
  const plain = flag || ['string', 'integer', 'number'].includes(typeOf(schema)) || isTexts(operation, schema);
  if (!plain) return undefined;
  if (LIFE.test(property))
    return stateOf(operation, option, property, [schema, ...writes.map((one) => written(one, property))]);
  const flags = flag ? flagsOf(operation, option) : [];
  // Of what has several itself, two may ask for either or for both.
  const several = isTexts(operation, schema) && !asksForAny(option) ? {} : severalOf(operation, option);
  return { kind: 'same', option: option.name, property, flags, ...several };
}

/** OpenAPI writes a list in a query as one pair for each value, unless it says otherwise (4.12.4). */
function severalOf(
  { api }: Operation,
  { schema, style = 'form', explode = true, inferred }: ApiParameter,
): { several?: Several } {
  const isList = !inferred && style === 'form' && typeOf(mergedSchema(api, schema)) === 'array';
  return isList ? { several: explode ? 'each' : 'commas' } : {};
}

function asksForAny({ description, schema }: ApiParameter): boolean {
  return [description, schema.description].some((text) => says(text?.replace(/`/g, ''), 'asksForAny'));
}

/** Of the states that a thing can be in, those that may be asked for: `all` is none. */
function stateOf(
  operation: Operation,
  option: ApiParameter,
  property: string,
  schemas: Schema[],
): Question | undefined {
  const [schema = {}] = schemas;
  if (typeOf(schema) !== 'string') return undefined;
  const { enum: offered } = oneOf(operation, option);
  const listed = (schemas.find((one) => one.enum)?.enum ?? []).filter((one) => typeof one === 'string');
  const others = listed.filter((one) => offered?.includes(one) ?? true);
  return { kind: 'state', option: option.name, property, others, ...severalOf(operation, option) };
}

/** What one value of an option may be. */
function oneOf({ api }: Operation, option: ApiParameter): Schema {
  const schema = mergedSchema(api, option.schema);
  return typeOf(schema) === 'array' ? mergedSchema(api, schema.items ?? {}) : schema;
}

function written(write: Operation, property: string): Schema {
  return mergedSchema(write.api, bodySchema(write)?.properties?.[property] ?? {});
}

/** A flag that is not set may ask for nothing at all, and so may one that documents only show the other way round. */
function flagsOf(operation: Operation, option: ApiParameter): readonly JsonValue[] {
  if (option.inferred && option.example !== undefined) return [option.example];
  return saysWhatFalseIs(operation, option) ? [true, false] : [true];
}

function isTexts({ api }: Operation, schema: Schema): boolean {
  return (
    typeOf(schema) === 'array' && schema.items !== undefined && typeOf(mergedSchema(api, schema.items)) === 'string'
  );
}

/** Of the values that a property may have, an option of its name that offers each finds what has it. */
function offersSame(operation: Operation, option: ApiParameter, property: Schema | undefined): boolean {
  const values = (schema: Schema | undefined): JsonValue[] => (schema?.enum ?? []).filter((one) => one !== null);
  const [offered, had] = [values(oneOf(operation, option)), values(property)];
  return offered.length > 1 && offered.length === had.length && offered.every((one) => had.includes(one));
}

/** Only where its own words, or a sentence of the list that names it, say that it leaves something out, it must. */
function levelOf({ op, api }: Operation, { name, description, schema }: ApiParameter): Level {
  const about = sentencesOf(op.description).filter(
    (one) => wordsOf(one).includes(name.toLowerCase()) || one.includes(name),
  );
  const texts = [description, mergedSchema(api, schema).description, ...about];
  const told = (['leavesOthers', 'endIncluded', 'endExcluded', 'hasText', 'beginsSo', 'looksForWord'] as const).some(
    (what) => texts.some((text) => says(text?.replace(/`/g, ''), what)),
  );
  return told ? 'MUST' : 'SHOULD';
}
