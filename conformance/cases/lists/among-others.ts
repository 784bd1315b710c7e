// Things among which a list is asked: each with values of its own, so that an option leaves some of them out, and an order shows.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { fitsNumber, limitsOf } from '../../../spec/fitting/fitting-number.js';
import { fittingValue, isNumeric, typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { creationOf, sampleBody } from '../../plan/prerequisite.js';
import type { AmongOthers, Question } from '../../plan/question.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { isFreeText } from '../bodies/free-text.js';
import { varied } from '../varied.js';

/** The second is before the first and the third behind it, whatever they are ordered by. */
const STEPS = [0, 1, -1];
const LEADS = ['m', 'z', 'a'];
const DAY = 86_400_000;

/** @param entity as the create's own command makes it */
export function amongOthers(suite: Suite, resource: Resource, entity: Entity, questions: Question[]): AmongOthers[] {
  const { create } = resource;
  if (!create) return [];
  const asked = new Set(questions.flatMap(propertyOf));
  const ordering = new Set(questions.flatMap((one) => (one.kind === 'order' ? [one.order.orderedBy] : [])));
  const referring = creationOf(suite, create, entity).references.flatMap(({ parts }) => [...parts.keys()]);
  const fields = writable(
    create,
    [...asked].filter((name) => !referring.includes(name)),
  );
  const turn = questions.some(({ kind }) => kind === 'as-made');
  return keysOf(suite, entity, 3).map((keys, i) => {
    const one = entityOf(resource, keys, entity.parents);
    referringElsewhere(suite, create, one, i);
    const values = fields.flatMap(([name, schema]) => {
      const value = rankedValue(questions, name, schema, i) ?? fieldValue(create, name, schema, i);
      return value === undefined ? [] : [[name, value] as const];
    });
    const texts = fields.filter(([name, schema]) => ordering.has(name) && isWords(schema));
    const led = texts.map(([name]) => [name, LEADS[i] ?? 'm'] as const);
    return {
      entity: one,
      ...(values.length > 0 ? { with: Object.fromEntries(values) } : {}),
      ...(led.length > 0 ? { lead: Object.fromEntries(led) } : {}),
      ...(turn && i === 1 ? { apart: true as const } : {}),
    };
  });
}

/** Keys of so many of its kind: where the server gives them, words of ours stand for them. */
export function keysOf(suite: Suite, { resource, keys }: Entity, count: number): (string | null)[][] {
  const given = resource.keys.some((k) => k.property !== undefined || k.inPath);
  const own = varied(suite, keys[0] ?? '', count);
  // Not in the order of their names, either.
  const first = given ? [own[1], ...own.slice(2), own[0]] : own.map((_, i) => `asked${i + 1}`);
  return first.map((key) => [key ?? '', ...keys.slice(1)]);
}

function propertyOf(question: Question): string[] {
  if (question.kind === 'order') return [question.order.orderedBy];
  if (question.kind === 'text') return [...question.properties];
  // What is made in another state may be refused.
  if (question.kind === 'state') return [];
  return 'property' in question ? [question.property] : [];
}

/** The second is of those that come first in the list. */
function rankedValue(
  questions: Question[],
  name: string,
  { enum: values = [] }: Schema,
  i: number,
): string | undefined {
  const order = questions.flatMap((one) => (one.kind === 'order' && one.order.orderedBy === name ? [one.order] : []));
  const ranks = order.flatMap((one) => (one.ranks ? [one.ranks.flat()] : []))[0];
  const value = i === 1 ? ranks?.[0] : ranks?.at(i === 0 ? -1 : Math.floor(ranks.length / 2));
  return value !== undefined && values.includes(value) ? value : undefined;
}

/** Fields that the create takes, by their names in the list. */
function writable(create: Operation, names: string[]): [string, Schema][] {
  const properties = bodySchema(create)?.properties ?? {};
  return names.flatMap((name): [string, Schema][] => {
    const schema = properties[name] && mergedSchema(create.api, properties[name]);
    return schema && schema['readOnly'] !== true ? [[name, schema]] : [];
  });
}

function isWords(schema: Schema): boolean {
  return typeOf(schema) === 'string' && !schema.enum && schema.format === undefined && schema.pattern === undefined;
}

function fieldValue(create: Operation, name: string, schema: Schema, i: number): JsonValue | undefined {
  const shown = sampleBody(create)?.[name];
  if (schema.enum) return schema.enum[i % schema.enum.length];
  if (typeOf(schema) === 'boolean') return i !== 1;
  if (isNumeric(schema)) return numberOf(schema, shown ?? fittingValue(create.api, schema), i);
  if (schema.format === 'date') return dayOf(shown ?? fittingValue(create.api, schema), i);
  if (typeOf(schema) === 'array') return textsOf(create, schema, i);
  // What is always sent is another's by its label.
  if (bodySchema(create)?.required?.includes(name)) return undefined;
  return i === 0 && typeof shown === 'string' && isWords(schema) ? shown : wordOf(name, schema, i);
}

/** Words of its own for what need not be sent: a thing without a city is found by none. */
function wordOf(name: string, schema: Schema, i: number): string | undefined {
  if (!isWords(schema) || !isFreeText(name, schema)) return undefined;
  const word = `${LEADS[i]}${name.toLowerCase().replace(/[^a-z]/g, '')}`;
  const { minLength = 0, maxLength = word.length } = schema;
  return word.length >= minLength && word.length <= maxLength ? word : undefined;
}

function numberOf(schema: Schema, base: JsonValue, i: number): JsonValue | undefined {
  if (typeof base !== 'number') return undefined;
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = limitsOf(schema);
  const width = [2, 1].find((step) => base - step >= low && base + step <= high);
  const middle = width === undefined ? Math.max(low, Math.min(base, high)) + (base - 1 < low ? 1 : -1) : base;
  const value = middle + (width ?? 1) * (STEPS[i] ?? 0);
  return fitsNumber(schema, value) ? value : undefined;
}

/** None is later than the documented one, which may be the last that there is. */
function dayOf(base: JsonValue, i: number): JsonValue | undefined {
  const time = typeof base === 'string' ? Date.parse(base) : Number.NaN;
  if (Number.isNaN(time)) return undefined;
  return new Date(time + 2 * DAY * ((STEPS[i] ?? 0) - 1)).toISOString().slice(0, 10);
}

function textsOf(create: Operation, { items, maxItems }: Schema, i: number): JsonValue | undefined {
  const schema = items ? mergedSchema(create.api, items) : {};
  const room = typeof maxItems === 'number' ? maxItems : 2;
  if (typeOf(schema) !== 'string' || schema.format !== undefined || schema.pattern !== undefined || room < 2)
    return undefined;
  const two = schema.enum?.slice(0, 2) ?? ['apple', 'birch'].map((word) => word.slice(0, schema.maxLength));
  return two.length < 2 ? undefined : ([two, two.slice(0, 1), two.slice(1)][i] as JsonValue[]);
}

/** What the second refers to is not what the others refer to. */
function referringElsewhere(suite: Suite, create: Operation, entity: Entity, i: number): void {
  const { values, references, inside } = creationOf(suite, create, entity);
  if (i !== 1) return;
  const changed = new Map(values);
  for (const { entity: other, parts } of references) {
    const [key] = other.keys;
    const [part, more] = [...parts];
    const own = other.resource === entity.resource || entity.parents.some(({ id }) => id === other.id);
    if (!part || more || part[1] !== 0 || key == null || own || !other.resource.create) continue;
    const [name] = part;
    const value = varied(suite, key, i + 1)[i];
    if (value !== undefined) changed.set(name, typeof values.get(name) === 'number' ? Number(value) : value);
  }
  const elsewhere = suite.locator.referencesIn(changed, entity.resource, entity.parents);
  suite.creations.set(entity.id, { values: changed, references: elsewhere, inside });
}
