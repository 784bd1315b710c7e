// Amounts that one thing takes from another: "The `stock` of each product goes down by the quantity of its items", and what puts
// them back.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { isObject } from '../../../spec/is-object.js';
import { turnsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says, sentencesOf, toldBy } from '../../told/told.js';
import { baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { requestAt } from './request-at.js';
import { aboutIt } from './state-steps.js';
import { createdBy, pathOf, Telling } from './stories.js';

export function amountGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => taking(suite, resource));
}

/** What is taken: how much of which property, and from whom. */
interface Taken {
  from: Entity;
  retrieve: Operation;
  property: string;
  amount: number;
}

function taking(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  const actions = turnsOn(suite.model, resource.signature).filter(({ judged }) => judged);
  if (!create || !base?.json || create.op.method !== 'POST') return [];
  const json = base.json;
  return [create, ...actions].flatMap((action): CaseGroup[] => {
    const told = sentencesOf(action.op.description?.replace(/[`*"]/g, '')).find((one) => isTaking(one));
    const taken = told === undefined ? undefined : takenBy(suite, resource, json, toldBy(told, 'takesFrom'));
    if (!taken) return [];
    const telling = new Telling(`story/${action.op.id}-takes-${taken.property}`);
    telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
    const [first] = telling.cases;
    const entity = first && createdBy(suite, first, resource);
    if (!entity) return [];
    const acted = (operation: Operation): boolean => {
      const own = baseRequest(suite, operation);
      const needs = telling.cases.map(({ id }) => id);
      if (own)
        telling.add(operation.op.id, operation, aboutIt(suite, entity, operation, own), expectation(operation.op), {
          needs,
        });
      return own !== undefined;
    };
    const look = (step: string, more: number): void => {
      const { from, retrieve, property } = taken;
      const request = requestAt(suite, retrieve, pathOf(from), base);
      const needs = telling.cases.map(({ id }) => id);
      telling.add(step, retrieve, request, expectation(retrieve.op), { counts: { of: from, property, more }, needs });
    };
    if (action !== create && !acted(action)) return [];
    look('taken', -taken.amount);
    const back = actions.find((other) => other !== action && givesBack(other, taken.property));
    if (back && acted(back)) look('given-back', 0);
    return telling.group();
  });
}

function isTaking(sentence: string): boolean {
  return says(sentence, 'takesFrom') && !says(sentence, 'unsure');
}

/** "What it took from the stock is put back." */
function givesBack({ op }: Operation, property: string): boolean {
  return sentencesOf(op.description?.replace(/[`*"]/g, '')).some(
    (one) => one.toLowerCase().includes(property.toLowerCase()) && says(one, 'givesBack') && !says(one, 'unsure'),
  );
}

/** Who has the property, of what the body or the one member of a list in it names beside the amount. */
function takenBy(
  suite: Suite,
  resource: Resource,
  json: Record<string, JsonValue>,
  { property, amount: word }: Record<string, string | undefined>,
): Taken | undefined {
  if (property === undefined || word === undefined) return undefined;
  const lists = Object.values(json).filter((one): one is JsonValue[] => Array.isArray(one) && one.length === 1);
  const members = [json, ...lists.flat()].filter(isObject<JsonValue>);
  const [holder] = members.filter((one) => typeof one[word] === 'number');
  const amount = holder?.[word];
  const named = holder ? suite.locator.referencesIn(new Map(Object.entries(holder)), resource, []) : [];
  return named.flatMap(({ entity: from }): Taken[] => {
    const { retrieve } = from.resource;
    if (!retrieve?.judged || typeof amount !== 'number') return [];
    const shown = retrieve.op.responses.find(({ status }) => status === '200')?.content ?? [];
    const has = shown.some(({ schema }) =>
      Object.hasOwn(mergedSchema(retrieve.api, schema).properties ?? {}, property),
    );
    return has ? [{ from, retrieve, property, amount }] : [];
  })[0];
}
