// Things in a state that a list leaves out, unless an option asks for them: deleted, archived or inactive ones.
import type { ApiParameter, JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { bodyText, requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { toldBy } from '../../told/told.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { addressOf, createdBy, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { pageSizeOf } from './page-size.js';
import { asking } from './query-cases.js';

export function leftOutGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => {
    const { list } = resource;
    const options = list?.judged ? list.op.parameters.filter((p) => p.in === 'query' && !p.required) : [];
    return list ? options.flatMap((option) => leftOut(suite, resource, list, option)) : [];
  });
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
  const { option: size, most } = pageSizeOf(list);
  const plain: BaseRequest = {
    method: 'GET',
    path: addressOf(list, entity),
    query: requiredQuery(list),
    headers: { ...requiredHeaders(suite, list), ...plainHeaders(base) },
  };
  const whole = size === undefined || most === undefined ? plain : asking(plain, size, most);
  const needs = telling.cases.map(({ id }) => id);
  const gone = telling.cases.some(({ expect }) => expect.effect === 'deleted') ? { absent: [entity] } : {};
  const look = (step: string, request: BaseRequest, effect: Expectation['effect'] & string): void => {
    telling.add(step, list, request, { ...expectation(list.op), effect }, { about: entity, needs, ...gone });
  };
  look('list', whole, 'not-listed');
  look('list-with-option', asking(whole, option.name, value), 'listed');
  return telling.group();
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
    { method: 'DELETE', query: requiredQuery(remove), ...address },
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
