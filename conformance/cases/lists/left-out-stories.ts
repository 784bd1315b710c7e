// Things in a state that a list leaves out, unless an option asks for them: deleted, archived or inactive ones.
import type { ApiParameter, JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { turnsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import { bodyText, requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { likelyTurn, shownBy } from '../../plan/turns.js';
import { toldBy } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { requestAt } from '../lifecycle/request-at.js';
import { addressOf, createdBy, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { pageSizeOf } from './page-size.js';
import { asking } from './query-cases.js';

export function leftOutGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => {
    const { list } = resource;
    const options = list?.judged ? list.op.parameters.filter((p) => p.in === 'query' && !p.required) : [];
    return list
      ? options.flatMap((option) => [
          ...leftOut(suite, resource, list, option),
          ...inAnotherState(suite, resource, list, option),
        ])
      : [];
  });
}

/** "`state`: `open`, `closed` or `all`. Default: `open`": what is closed is listed where that is asked for. */
function inAnotherState(suite: Suite, resource: Resource, list: Operation, option: ApiParameter): CaseGroup[] {
  const { create } = resource;
  const { default: usual, enum: values = [] } = mergedSchema(list.api, option.schema);
  const base = create?.judged && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
  if (!create || !base || typeof usual !== 'string' || !values.includes(usual)) return [];
  if (shownBy(create, option.name) !== usual) return [];
  const telling = new Telling(`story/${list.op.id}-usual-${option.name}`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  const way = entity && turning(suite, resource, entity, option.name, (to) => to !== usual && values.includes(to));
  if (!entity || !way) return [];
  telling.add('change', way.operation, way.request, expectation(way.operation.op, way.operation));
  looks(suite, telling, list, { entity, base, option: option.name, value: way.to });
  return telling.group();
}

/** An action or a change by which a property comes to have another value. */
function turning(
  suite: Suite,
  { signature, updates }: Resource,
  entity: Entity,
  property: string,
  wanted: (to: JsonValue) => boolean,
): { operation: Operation; request: BaseRequest; to: JsonValue } | undefined {
  for (const operation of turnsOn(suite.model, signature)) {
    const turn = likelyTurn(operation);
    const request = turn?.property === property && wanted(turn.to) ? baseRequest(suite, operation) : undefined;
    if (turn && request && operation.judged)
      return {
        operation,
        to: turn.to,
        request: { ...request, path: `${pathOf(entity)}/${operation.segments.at(-1)?.text}` },
      };
  }
  for (const operation of updates.filter(({ judged, op }) => judged && op.method === 'PATCH')) {
    const { enum: values = [] } = mergedSchema(operation.api, bodySchema(operation)?.properties?.[property] ?? {});
    const to = values.find(wanted);
    const request = to === undefined ? undefined : baseRequest(suite, operation);
    if (request && to !== undefined)
      return { operation, to, request: withJson({ ...request, path: pathOf(entity) }, { [property]: to }) };
  }
  return undefined;
}

function leftOut(suite: Suite, resource: Resource, list: Operation, option: ApiParameter): CaseGroup[] {
  const { create } = resource;
  const base = create?.judged && create.op.method === 'POST' ? baseRequest(suite, create) : undefined;
  const { state } = toldBy(option.description?.replace(/`/g, ''), 'leftOut');
  const value = askingValue(list, option);
  if (!create || !base || state === undefined || value === undefined) return [];
  const telling = new Telling(`story/${list.op.id}-left-out-${option.name}`);
  if (!hidden(suite, telling, resource, create, base, state)) return [];
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  looks(suite, telling, list, { entity, base, option: option.name, value });
  return telling.group();
}

interface Sought {
  entity: Entity;
  base: BaseRequest;
  option: string;
  value: JsonValue;
}

/** It is in the list only where the option asks for it. */
function looks(suite: Suite, telling: Telling, list: Operation, { entity, base, option, value }: Sought): void {
  const { option: size, most } = pageSizeOf(list);
  const plain = requestAt(suite, list, addressOf(list, entity), base);
  const whole = size === undefined || most === undefined ? plain : asking(plain, size, most);
  const needs = telling.cases.map(({ id }) => id);
  const gone = telling.cases.some(({ expect }) => expect.effect === 'deleted') ? { absent: [entity] } : {};
  const look = (step: string, request: BaseRequest, effect: Expectation['effect'] & string): void => {
    telling.add(step, list, request, { ...expectation(list.op), effect }, { about: entity, needs, ...gone });
  };
  look('list', whole, 'not-listed');
  look('list-with-option', asking(whole, option, value), 'listed');
}

/** `true` of a flag, or what the documents show. */
function askingValue({ api }: Operation, { schema, example }: ApiParameter): JsonValue | undefined {
  return typeOf(mergedSchema(api, schema)) === 'boolean' ? true : (example ?? undefined);
}

/** Makes one and brings it into the state: by how it is made, by a change, or by its removal. */
function hidden(
  suite: Suite,
  telling: Telling,
  resource: Resource,
  create: Operation,
  base: BaseRequest,
  state: string,
): boolean {
  const { updates, remove } = resource;
  const made = flagFor(create, state);
  const json = { ...base.json, ...made };
  const request = made ? { ...base, json, body: bodyText(create, json) ?? '' } : base;
  telling.add('create', create, request, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (made || !entity) return made !== undefined;
  const address = { path: pathOf(entity), headers: plainHeaders(base) };
  for (const update of updates.filter(({ judged }) => judged)) {
    const flag = flagFor(update, state);
    const change = flag && baseRequest(suite, update);
    if (!flag || !change || update.op.method !== 'PATCH') continue;
    telling.add('hide', update, withJson({ ...change, path: address.path }, flag), expectation(update.op, update));
    return true;
  }
  if (!remove?.judged || !/^(?:deleted|removed|削除|gelöscht\w{0,2}|supprimé\w{0,2})$/i.test(state)) return false;
  telling.add(
    'hide',
    remove,
    {
      method: 'DELETE',
      query: requiredQuery(remove),
      ...address,
      headers: { ...requiredHeaders(suite, remove), ...address.headers },
    },
    expectation(remove.op, remove),
  );
  return true;
}

/** `archived` of the archived, `active` of the inactive. */
function flagFor(operation: Operation, state: string): { [name: string]: JsonValue } | undefined {
  const word = state.toLowerCase();
  for (const [name, raw] of Object.entries(bodySchema(operation)?.properties ?? {})) {
    const schema = mergedSchema(operation.api, raw);
    if (typeOf(schema) !== 'boolean' || schema['readOnly'] === true) continue;
    const called = name.replace(/^is_?/i, '').toLowerCase();
    if (called === word) return { [name]: true };
    if ([`in${called}`, `un${called}`, `non-${called}`].includes(word)) return { [name]: false };
  }
  return undefined;
}
