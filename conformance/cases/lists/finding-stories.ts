// A thing that the run made, looked for in lists: by what it has, not by what another has, and nowhere else.
import type { ApiParameter, JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { LIFE } from '../../assess/life.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { NOWHERE } from '../../plan/nowhere.js';
import { bodyText } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Case, Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type Path, withValueAt } from '../../plan/value-at.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { placesOf } from '../bodies/body-places.js';
import { saysWhatFalseIs } from '../bodies/flag-words.js';
import { expectation } from '../documented.js';
import { requestAt } from '../lifecycle/request-at.js';
import { addressOf, createdBy, Telling } from '../lifecycle/stories.js';
import { varied } from '../varied.js';
import { emptyFilters } from './empty-filters.js';
import { optionOf } from './option-values.js';
import { asking } from './query-cases.js';

export function findingGroups(suite: Suite): CaseGroup[] {
  return suite.commandsOnly ? [] : suite.model.resources.flatMap((resource) => found(suite, resource));
}

function found(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, list } = resource;
  const base = create?.judged ? baseRequest(suite, create) : undefined;
  if (!create || !list?.judged || !base) return [];
  const telling = new Telling(`story/${list.op.id}-finds`);
  const put = create.op.method === 'PUT';
  telling.add('create', create, base, { ...expectation(create.op), ...(put ? { effect: 'created' } : {}) });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!first || !entity) return [];
  if (put) Object.assign(first, { absent: [entity] });
  const plain = requestAt(suite, list, addressOf(list, entity), base);
  const usual = expectation(list.op);
  const look = (
    step: string,
    request: BaseRequest,
    there: boolean,
    changes: Partial<Case> = {},
    or: string[] = [],
  ): void =>
    telling.add(
      step,
      list,
      request,
      { ...usual, statuses: [...usual.statuses, ...or], effect: there ? 'listed' : 'not-listed' },
      { about: entity, ...changes },
    );
  const filters = filtersOf(suite, resource, base, entity);
  for (const { name, is, not, exists, other, told } of filters) {
    look(`by-${name}`, asking(plain, name, is), true, exists ? { exists: [exists] } : {});
    // A flag that is not set may ask for nothing at all.
    if (not !== false || told)
      look(`by-other-${name}`, asking(plain, name, not), false, other ? { exists: [other] } : {});
  }
  // What there is none of may also be refused.
  for (const name of emptyFilters(list).filter((option) => filters.every((one) => one.name !== option)))
    look(`by-no-${name}`, asking(plain, name, NOWHERE), false, {}, ['4XX']);
  const around = entity.parents.at(-1);
  const elsewhere = around?.resource.create && other(suite, around);
  if (around && elsewhere && list.segments.at(-2)?.variable === around.resource.keys[0]?.variable) {
    const misplaced = entityOf(resource, entity.keys, [...entity.parents.slice(0, -1), elsewhere]);
    look('elsewhere', { ...plain, path: addressOf(list, misplaced) }, false);
  }
  return [...telling.group(), ...filters.flatMap((filter) => flagged(create, list, base, plain, entity, filter, put))];
}

/** One that has a flag is not among those that have it not, where the documents say that false asks for these. */
function flagged(
  create: Operation,
  list: Operation,
  base: BaseRequest,
  plain: BaseRequest,
  entity: Entity,
  { name, is, path, told }: Filter,
  put: boolean,
): CaseGroup[] {
  if (is !== false || !told || !path || !base.json) return [];
  const json = withValueAt(base.json, path, true);
  const telling = new Telling(`story/${list.op.id}-finds-not-${name}`);
  const absent = put ? { effect: 'created' as const } : {};
  const made = { ...base, json, body: bodyText(create, json) ?? '' };
  telling.add('create', create, made, { ...expectation(create.op), ...absent }, put ? { absent: [entity] } : {});
  const expect: Expectation = { ...expectation(list.op), effect: 'not-listed' };
  telling.add('by-false', list, asking(plain, name, false), expect, { about: entity });
  return telling.group();
}

/** An option that asks for what one of the body's fields says. */
interface Filter {
  name: string;
  is: JsonValue;
  not: JsonValue;
  /** What the two values are the keys of. */
  exists?: Entity;
  other?: Entity;
  /** A flag's place in the body; and whether the documents say what it asks for where it is not set. */
  path?: Path;
  told?: boolean;
}

function filtersOf(suite: Suite, resource: Resource, base: BaseRequest, entity: Entity): Filter[] {
  const { create, list } = resource;
  const schema = create && bodySchema(create);
  if (!create || !list || !schema) return [];
  const places = placesOf(create.api, schema, base.json ?? {}).filter(({ path }) =>
    path.every((part) => typeof part === 'string'),
  );
  const options = list.op.parameters.filter((p) => p.in === 'query' && !p.required);
  return options.flatMap((option): Filter[] => {
    const { name } = option;
    const inner = optionOf(name);
    const [place, more] = places.filter(({ path }) => path.at(-1) === inner);
    if (!place || more) return [];
    const own = mergedSchema(create.api, place.schema);
    const is = place.value ?? own.default;
    // Where a thing stands in its life may have changed by then.
    if (own['writeOnly'] === true || own['readOnly'] === true || LIFE.test(inner)) return [];
    const not = otherChoice(list, option, is, own.enum ?? (typeOf(own) === 'boolean' ? [true, false] : []));
    const told = typeOf(own) === 'boolean' && saysWhatFalseIs(list, option);
    if (is !== undefined && not !== undefined) return [{ name, is, not, path: place.path, told }];
    return place.path.length === 1 ? byReference(suite, option, inner, resource, base, entity) : [];
  });
}

/** Another value that both the option and the field may have, where the field's own is one of them. */
function otherChoice(
  { api }: Operation,
  option: ApiParameter,
  is: JsonValue | undefined,
  choices: readonly JsonValue[],
): JsonValue | undefined {
  const asked = mergedSchema(api, option.schema);
  const offered = asked.enum ?? (typeOf(asked) === 'boolean' ? [true, false] : []);
  if (is === undefined || !offered.includes(is) || !choices.includes(is)) return undefined;
  return offered.find((one) => one !== is && one !== null && choices.includes(one));
}

/** `?account_id=` of the account that the body names, and of another one. */
function byReference(
  suite: Suite,
  { name }: ApiParameter,
  property: string,
  resource: Resource,
  { json = {} }: BaseRequest,
  { parents }: Entity,
): Filter[] {
  const named = suite.locator.referencesIn(new Map(Object.entries(json)), resource, parents);
  const reference = named.find(({ parts }) => parts.get(property) === 0 && parts.size === 1);
  const is = json[property];
  const exists = reference?.entity;
  const another = exists?.resource.create && exists.resource !== resource ? other(suite, exists) : undefined;
  const [not] = another?.keys ?? [];
  return exists && another && is !== undefined && not ? [{ name, is, not, exists, other: another }] : [];
}

/** Another one of its kind. */
function other(suite: Suite, { resource, keys, parents }: Entity): Entity {
  return entityOf(resource, [varied(suite, keys[0] ?? '', 2)[1] ?? 'other', ...keys.slice(1)], parents);
}
