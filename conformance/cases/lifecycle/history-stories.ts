// What is recorded of a thing: each change of its state adds an entry, in the thing itself or in a list below it.
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { beginningOf } from '../../plan/beginning.js';
import type { Entity } from '../../plan/entities.js';
import { itemSchema } from '../../plan/item-schema.js';
import type { Direction } from '../../plan/order.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { STATE } from '../../plan/turns.js';
import { says, sentencesOf } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { toldTurn } from '../lists/told-order.js';
import { requestAt } from './request-at.js';
import { plainChange, type Step, statesFrom, stepsOf, walked } from './state-steps.js';
import { createdBy, pathOf, Telling } from './stories.js';

export function historyGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => [...inside(suite, resource), ...below(suite, resource)]);
}

/** A thing that was made, and changes of its state that are told. */
interface Life {
  telling: Telling;
  entity: Entity;
  base: BaseRequest;
  path: Step[];
}

/** As many changes are made, at most. */
const CHANGES = 2;

/** @param ofAny any change is recorded, not only one of the state */
function begun(suite: Suite, resource: Resource, story: string, ofAny = false): Life | undefined {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  const ofState = create && base ? changesOf(suite, resource, create) : [];
  const path = ofState.length > 0 || !ofAny || !base ? ofState : otherwise(suite, resource, base);
  if (!create || !base || path.length === 0 || create.op.method !== 'POST') return undefined;
  const telling = new Telling(`story/${create.op.id}-${story}`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  return entity ? { telling, entity, base, path } : undefined;
}

/** Ways that documents tell, the longest of few steps; else a change to another state that nothing else depends on. */
function changesOf(suite: Suite, resource: Resource, create: Operation): Step[] {
  const { steps } = stepsOf(suite, resource);
  const told = [...new Set(steps.map(({ property }) => property))].filter((name) => STATE.test(name));
  const paths = told.flatMap((property) => {
    const initial = beginningOf(create, property);
    const own = steps.filter((step) => step.property === property && step.action.judged);
    return initial === undefined ? [] : [...statesFrom(initial, own).values()];
  });
  const fitting = paths.filter(({ length }) => length > 0 && length <= CHANGES).sort((a, b) => b.length - a.length);
  return fitting[0] ?? plainChange(resource, create);
}

/** An update by which a field says something else than it did when the thing was made. */
function otherwise(suite: Suite, { updates }: Resource, { json: made = {} }: BaseRequest): Step[] {
  const action = updates.find((update) => {
    const { json = {} } = (update.judged && baseRequest(suite, update)) || {};
    return Object.entries(json).some(([name, value]) => isOther(value, made[name]));
  });
  return action ? [{ property: '', to: '', action, opens: () => true }] : [];
}

/** Of two values that say all of themselves. */
function isOther(value: JsonValue, before: JsonValue | undefined): boolean {
  return before !== undefined && typeof value === typeof before && typeof value !== 'object' && value !== before;
}

/** `history`, of which the thing itself tells. */
function inside(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve, updates } = resource;
  const name = create && retrieve?.judged ? recordIn(create, [create, retrieve, ...updates]) : undefined;
  const life = name === undefined ? undefined : begun(suite, resource, `recorded-${name}`);
  if (!retrieve || name === undefined || !life) return [];
  const { telling, entity, base, path } = life;
  if (!walked(suite, telling, entity, path)) return [];
  telling.add('read', retrieve, requestAt(suite, retrieve, pathOf(entity), base), expectation(retrieve.op), {
    counts: { of: entity, property: name, more: path.length },
    needs: telling.cases.map(({ id }) => id),
  });
  return telling.group();
}

/** A list that an answer shows of a thing, and that is told to grow with each change of its state. */
function recordIn(create: Operation, operations: readonly Operation[]): string | undefined {
  const { api, op } = create;
  const content = op.responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const fields = content.flatMap(({ schema }) => Object.entries<Schema>(mergedSchema(api, schema).properties ?? {}));
  const told = operations.flatMap((one) => sentencesAbout(one));
  return fields.find(([name, raw]) => {
    const { description, ...schema } = mergedSchema(api, raw);
    if (typeOf(schema) !== 'array') return false;
    const named = told.filter((sentence) => sentence.split(/[^\w]+/).includes(name));
    return [...sentencesOf(description), ...named].some(isRecord);
  })?.[0];
}

function isRecord(sentence: string): boolean {
  return recordsAll(sentence) && says(sentence, 'ofState');
}

function recordsAll(sentence: string): boolean {
  return says(sentence, 'recordsChanges') && !says(sentence, 'unsure');
}

/** "Every change leaves an entry: when it is renamed, when it is moved": behind the colon stand examples. */
function withoutCases(sentence: string): string {
  return sentence.split(/[:：]\s/, 1)[0] as string;
}

/** What its own words say, and what stands in front of all operations on such things. */
function sentencesAbout({ api, op }: Operation): string[] {
  return [op.description, ...op.tags.map((tag) => api.tags.get(tag))].flatMap(sentencesOf);
}

/** `GET /orders/{id}/events`, where nobody but the server puts anything. */
function below(suite: Suite, resource: Resource): CaseGroup[] {
  const { signature, create, retrieve } = resource;
  const lists = suite.model.operations.filter(
    ({ op, segments, judged, signature: own }) =>
      judged &&
      op.method === 'GET' &&
      segments.at(-1)?.variable === undefined &&
      own.slice(0, own.lastIndexOf('/')) === signature &&
      suite.model.at('POST', own).length === 0,
  );
  return lists.flatMap((list) => {
    const told = sentencesOf(list.op.description).map(withoutCases).filter(recordsAll);
    const records = told.length > 0;
    const order = records ? orderIn(list) : undefined;
    const ofAny = told.some((one) => !says(one, 'ofState'));
    const life = create && retrieve && records && itemSchema(list) && begun(suite, resource, list.op.id, ofAny);
    if (!life) return [];
    const { telling, entity, base, path } = life;
    const request = requestAt(suite, list, `${pathOf(entity)}/${list.segments.at(-1)?.text}`, base);
    const look = (step: string, more?: number): void => {
      const [since] = telling.cases.filter(({ id }) => id.endsWith('/list'));
      telling.add(
        step,
        list,
        request,
        { ...expectation(list.op), ...(order ? { members: order } : {}) },
        {
          lengthens: more === undefined || !since ? {} : { since: since.id, more },
          needs: telling.cases.map(({ id }) => id),
        },
      );
    };
    look('list');
    if (!walked(suite, telling, entity, path)) return [];
    look('list-after', path.length);
    return telling.group();
  });
}

/** When something happened. */
const MOMENT = /^(?:at|on|when|time|timestamp|date|(?:created|occurred|happened|changed|logged|recorded)_?(?:at|on))$/i;

/** "Newest first": by the one moment that entries show. */
function orderIn(list: Operation): { orderedBy: string; direction: Direction } | undefined {
  const direction = toldTurn(list);
  const [name, more] = Object.keys(itemSchema(list)?.properties ?? {}).filter((one) => MOMENT.test(one));
  return direction && name !== undefined && more === undefined ? { orderedBy: name, direction } : undefined;
}
