// Bodies in which two fields contradict each other: an end before its beginning, a least that is more than the most.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { type FieldOrder, fieldOrders } from '../../plan/field-orders.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';

/** Two values of a pair of fields, as the documents show them or give them by default. */
export interface Pair extends FieldOrder {
  lower: JsonValue;
  higher: JsonValue;
}

export function fieldOrderCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { json } = base;
  if (suite.commandsOnly || !json) return [];
  const made = suite.model.resources.find((r) => r.create === operation || r.updates.includes(operation))?.create;
  const shown = made && made !== operation ? { ...baseRequest(suite, made)?.json, ...json } : json;
  const creates = made === operation;
  return pairsOf(operation, shown).flatMap(({ low, high, lower, higher, alike }): Derived[] => {
    const sent = (one: JsonValue, other: JsonValue): BaseRequest => ({
      ...withJson(base, { ...json, [low]: one, [high]: other }),
      verbatim: [low, high],
    });
    const expect = refusedPair(operation, low, high);
    const wrong = (what: string, title: string, request: BaseRequest): Derived => ({
      what: `field-order/${what}${high}`,
      title,
      level: 'MUST',
      changes: { request, expect },
    });
    const same = `${low} and ${high} are the same`;
    const taken = { request: sent(higher, higher), expect: expectation(operation.op, operation) };
    return [
      wrong('', `${high} is below ${low}`, sent(higher, lower)),
      ...(alike === 'refused' ? [wrong('same-', same, sent(higher, higher))] : []),
      ...(alike === 'taken' && creates
        ? [{ what: `field-order/same-${high}`, title: same, level: 'MUST' as const, changes: taken }]
        : []),
    ];
  });
}

/** How documents refuse them: some call what cannot be a conflict. */
export function refusedPair(operation: Operation, low: string, high: string): ReturnType<typeof refused> {
  const expect = refused(operation, ['400', '422'], `${high} may not be below ${low}`);
  return documents(operation, '409') ? { ...expect, statuses: [...expect.statuses, '409'] } : expect;
}

/** @param json values that go well together */
export function pairsOf(operation: Operation, json: { [name: string]: JsonValue }): Pair[] {
  return fieldOrders(operation).flatMap((order) => {
    const [lower, higher] = [order.low, order.high].map((name) => json[name] ?? standard(operation, name));
    return lower !== undefined && higher !== undefined && isBelow(lower, higher) ? [{ ...order, lower, higher }] : [];
  });
}

function standard(operation: Operation, name: string): JsonValue | undefined {
  return mergedSchema(operation.api, bodySchema(operation)?.properties?.[name] ?? {}).default;
}

function isBelow(one: JsonValue, other: JsonValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return one < other;
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  const [a, b] = [Date.parse(one), Date.parse(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? one.length === other.length && one < other : a < b;
}
