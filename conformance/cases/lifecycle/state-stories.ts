// What documents let be done in one state alone, or not in one: tried in the others, which actions bring a thing into.
import type { JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { takesBack, turnsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import { isMadeIn, lackedBy } from '../../plan/lacking.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { likelyTurn, shownBy, type Turn } from '../../plan/turns.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { type Guard, guardsOf, unlessGone } from './state-guards.js';
import { createdBy, pathOf, Telling } from './stories.js';

/** Stories of one thing, at most. */
const MOST = 20;

interface Step extends Turn {
  action: Operation;
  /** Whether the documents let it be done in a state. */
  opens: (state: JsonValue) => boolean;
  /** What a change sends for it. */
  sends?: Record<string, JsonValue>;
}

export function stateGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => storiesOf(suite, resource).slice(0, MOST));
}

function storiesOf(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  if (!create || !base) return [];
  const actions = turnsOn(suite.model, resource.signature);
  const children = suite.model.resources.flatMap((other) => (isMadeIn(other, resource) ? [other.create] : []));
  const guarded = [...actions, ...resource.updates, ...(remove ? [remove] : []), ...children];
  const guards = guarded.flatMap((operation) => (operation?.judged ? guardsOf(operation, resource) : []));
  const opening = (action: Operation, name: string | undefined) => {
    const own = guards.filter((guard) => guard.operation === action && guard.property === name);
    return (state: JsonValue): boolean => !own.some(({ refuses }) => refuses(state));
  };
  const steps = actions.flatMap((action): Step[] => {
    const turn = likelyTurn(action);
    return turn ? [{ ...turn, action, opens: opening(action, turn.property) }] : [];
  });
  for (const property of new Set(guards.map((guard) => guard.property)))
    for (const one of steps.some((step) => step.property === property) ? [] : flagging(resource, property))
      steps.push({ ...one, opens: opening(one.action, property) });
  const fresh = actions
    .filter(({ judged }) => judged)
    .flatMap((action) => refusedFresh(suite, resource, create, base, action));
  const told = guards.flatMap((guard) => {
    const { property, refuses } = guard;
    const initial = shownBy(create, property);
    if (initial === undefined) return [];
    const own = steps.filter((step) => step.property === property);
    const stuck = guards.find((one) => one.operation === remove && one.property === property);
    return [...statesFrom(initial, own)].flatMap(([state, path]): CaseGroup[] => {
      if (!refuses(state)) return [];
      // What nothing removes from there would stay.
      const stays = stuck?.refuses(state) === true && !canGoBack(state, own, stuck);
      if (stays && !suite.leavesThings) return [];
      return refusedIn(suite, resource, { create, base, path, state, guard });
    });
  });
  return [...fresh, ...told];
}

/** Changes that set or clear a flag, which nothing else does. */
function flagging({ updates }: Resource, property: string): Omit<Step, 'opens'>[] {
  const action = updates.find(({ op }) => op.method === 'PATCH');
  const raw = action && bodySchema(action)?.properties?.[property];
  if (!action || !raw || typeOf(mergedSchema(action.api, raw)) !== 'boolean') return [];
  return [true, false].map((to) => ({ property, to, action, sends: { [property]: to } }));
}

/** What was just made has nothing in it, and needs not be taken back. */
function refusedFresh(
  suite: Suite,
  resource: Resource,
  create: Operation,
  base: BaseRequest,
  operation: Operation,
): CaseGroup[] {
  const empty = lackedBy(suite.model, operation, resource);
  const there = takesBack(operation) && unlessGone(operation, resource);
  const because = empty ? `it has no ${empty.name}` : there || undefined;
  if (because === undefined) return [];
  const guard = { operation, property: empty?.name ?? 'gone', refuses: () => true, because };
  return refusedIn(suite, resource, { create, base, path: [], state: false, guard });
}

/** States that actions bring a thing into, with the shortest way. */
function statesFrom(initial: JsonValue, steps: readonly Step[]): Map<JsonValue, Step[]> {
  const found = new Map<JsonValue, Step[]>([[initial, []]]);
  for (const [state, path] of found)
    for (const step of steps)
      if ((step.from ?? state) === state && step.opens(state) && !found.has(step.to))
        found.set(step.to, [...path, step]);
  return found;
}

function canGoBack(state: JsonValue, steps: readonly Step[], { refuses }: Guard): boolean {
  return [...statesFrom(state, steps).keys()].some((other) => !refuses(other));
}

interface Told {
  create: Operation;
  base: BaseRequest;
  path: Step[];
  state: JsonValue;
  guard: Guard;
}

function refusedIn(suite: Suite, resource: Resource, { create, base, path, state, guard }: Told): CaseGroup[] {
  const { operation, property, because } = guard;
  const own = baseRequest(suite, operation, operation === create);
  const name = typeof state === 'boolean' ? `${state ? '' : 'not-'}${property}` : String(state);
  const telling = new Telling(`story/${operation.op.id}-in-${name}`);
  telling.add('create', create, base, { ...expectation(create.op), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!own || !first || !entity || lacksBody(operation, own)) return [];
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  for (const { action, sends } of path) {
    const needs = telling.cases.map(({ id }) => id);
    const plain = baseRequest(suite, action);
    const request = plain && sends ? withJson(plain, sends) : plain;
    if (!request) return [];
    telling.add(action.op.id, action, at(suite, entity, action, request), expectation(action.op), { needs });
  }
  const needs = telling.cases.map(({ id }) => id);
  telling.add('refused', operation, at(suite, entity, operation, own), refused(operation, ['409'], because), { needs });
  return telling.group();
}

/** A change of which nothing is told says nothing: it is refused for that. */
function lacksBody({ op, segments }: Operation, { body }: BaseRequest): boolean {
  const changes = op.method === 'PATCH' || (op.method === 'PUT' && segments.at(-1)?.variable !== undefined);
  return changes && body === undefined;
}

/** The request about the thing of the story. */
function at(suite: Suite, entity: Entity, operation: Operation, base: BaseRequest): BaseRequest {
  const { text, variable } = operation.segments.at(-1) ?? {};
  const path = variable === undefined ? `${pathOf(entity)}/${text}` : pathOf(entity);
  return { ...base, path, headers: { ...base.headers, ...requiredHeaders(suite, operation) } };
}
