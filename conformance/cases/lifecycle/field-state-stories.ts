// Fields that may only be changed in a state: "`items` can only be changed while the order is a draft; otherwise 409".
import type { JsonValue, Schema } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { beginningOf } from '../../plan/beginning.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { shownBy } from '../../plan/turns.js';
import { sentencesOf, toldBy } from '../../told/told.js';
import { baseRequest, withJson } from '../base-request.js';
import { otherValue } from '../bodies/made-body.js';
import { composite } from '../bodies/right-values.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { stateNamed } from './state-guards.js';
import { aboutIt, plainChange, statesFrom, stepsOf, walked } from './state-steps.js';
import { createdBy, Telling } from './stories.js';

/** States in which one field is tried, at most. */
const MOST = 2;

export function fieldStateGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates
      .filter(({ judged, op }) => judged && op.method === 'PATCH')
      .flatMap((update) => fieldsOf(update).flatMap((field) => storiesOf(suite, resource, update, field))),
  );
}

interface Field {
  name: string;
  schema: Schema;
  /** What tells the state in which it may be changed. */
  property: string;
  state: JsonValue;
}

function fieldsOf(update: Operation): Field[] {
  const { api, op } = update;
  if (!documents(update, '409')) return [];
  return Object.entries(bodySchema(update)?.properties ?? {}).flatMap(([name, raw]): Field[] => {
    const schema = mergedSchema(api, raw);
    const about = sentencesOf(op.description?.replace(/[`*"]/g, '')).filter((one) => one.split(/[^\w]+/)[0] === name);
    const told = [...sentencesOf(schema.description?.replace(/[`*"]/g, '')), ...about];
    const word = told
      .map((one) => toldBy(one.toLowerCase(), 'changedOnlyIn')['state'])
      .find((one) => one !== undefined);
    const named = word === undefined ? undefined : stateNamed(update, word);
    return named ? [{ name, schema, property: named[0], state: named[1] }] : [];
  });
}

function storiesOf(suite: Suite, resource: Resource, update: Operation, field: Field): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  const own = baseRequest(suite, update);
  if (!create || !base || !own?.json || create.op.method !== 'POST') return [];
  const initial = beginningOf(create, field.property);
  const value = anotherOf(suite, resource, update, field, begunAs(create, base.json ?? {}, field));
  if (initial === undefined || value === undefined) return [];
  const told = stepsOf(suite, resource).steps.filter(({ property }) => property === field.property);
  const steps = told.length > 0 ? told : plainChange(resource, create);
  const states = [...statesFrom(initial, steps)].filter(([state]) => state !== field.state);
  return states.slice(0, MOST).flatMap(([state, path]) => {
    const telling = new Telling(`story/${update.op.id}-${field.name}-in-${String(state)}`);
    telling.add('create', create, base, { ...expectation(create.op), effect: 'created' });
    const [first] = telling.cases;
    const entity = first && createdBy(suite, first, resource);
    if (!entity || !walked(suite, telling, entity, path)) return [];
    const { required = [] } = bodySchema(update) ?? {};
    const kept = Object.entries(own.json ?? {}).filter(([name]) => required.includes(name));
    const request = aboutIt(suite, entity, update, withJson(own, { ...Object.fromEntries(kept), [field.name]: value }));
    const because = `${field.name} can only be changed while it is ${String(field.state)}`;
    const needs = telling.cases.map(({ id }) => id);
    telling.add('refused', update, request, { ...refused(update, ['409'], because), effect: 'unchanged' }, { needs });
    return telling.group();
  });
}

/** What the field is of a new thing, as far as anything tells it. */
function begunAs(
  create: Operation,
  sent: { [name: string]: JsonValue },
  { name, schema }: Field,
): JsonValue | undefined {
  const made = mergedSchema(create.api, bodySchema(create)?.properties?.[name] ?? {});
  return sent[name] ?? made.default ?? schema.default ?? shownBy(create, name);
}

/** Another value than the one that it was made with; of what stands for something, another one of that kind. */
function anotherOf(
  suite: Suite,
  resource: Resource,
  update: Operation,
  { name, schema }: Field,
  before: JsonValue | undefined,
): JsonValue | undefined {
  const refers = suite.locator.foreignKeys(new Map([[name, before ?? 'any']]), resource).has(name);
  if (refers) return typeOf(schema) === 'integer' ? 2 : 'another';
  // One of few may be what a server gives by itself.
  if (before === undefined && (schema.enum || typeOf(schema) === 'boolean')) return undefined;
  if (['array', 'object'].includes(typeOf(schema))) return composite(update, name, schema);
  return otherValue(update, name, schema, before);
}
