// Ways from one state of a thing to another that documents tell: actions on it, changes of a flag, moves that they draw.
import type { JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { turnsOn } from '../../plan/actions.js';
import { beginningOf } from '../../plan/beginning.js';
import type { Entity } from '../../plan/entities.js';
import { isMadeIn } from '../../plan/lacking.js';
import { type Moves, movesOf } from '../../plan/moves.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { flagged, likelyTurn, STATE, statesIn, type Turn } from '../../plan/turns.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { type Guard, guardsOf } from './state-guards.js';
import { pathOf, type Telling } from './stories.js';

/** What brings a thing into a state. */
export interface Step extends Turn {
  action: Operation;
  /** Whether the documents let it be done in a state. */
  opens: (state: JsonValue) => boolean;
  /** What a change sends for it. */
  sends?: Record<string, JsonValue>;
}

/** The ways between the states of a thing, and what is refused in some of them. */
export function stepsOf(suite: Suite, resource: Resource): { steps: Step[]; guards: Guard[] } {
  const { remove, updates } = resource;
  const actions = turnsOn(suite.model, resource.signature);
  const children = suite.model.resources.flatMap((other) =>
    isMadeIn(other, resource) ? [other.create, other.remove] : [],
  );
  const guarded = [...actions, ...updates, ...(remove ? [remove] : []), ...children];
  const guards = guarded.flatMap((operation) => (operation?.judged ? guardsOf(operation, resource) : []));
  const opening = (action: Operation, name: string | undefined) => {
    const own = guards.filter((guard) => guard.operation === action && guard.property === name);
    return (state: JsonValue): boolean => !own.some(({ refuses }) => refuses(state));
  };
  const steps = actions.flatMap((action): Step[] => {
    const turn = likelyTurn(action);
    return turn ? [{ ...turn, action, opens: opening(action, turn.property) }] : [];
  });
  steps.push(...updates.flatMap((update) => drawnSteps(update, movesOf(update))));
  for (const property of new Set(guards.map((guard) => guard.property)))
    for (const one of steps.some((step) => step.property === property) ? [] : flagging(resource, property))
      steps.push({ ...one, opens: opening(one.action, property) });
  return { steps, guards };
}

/** A step for each move that the documents of a change draw. */
export function drawnSteps(action: Operation, told: Moves | undefined): Step[] {
  if (!told) return [];
  const { property, moves } = told;
  return [...moves].flatMap(([from, all]) =>
    [...all].map((to) => ({ property, from, to, action, opens: () => true, sends: { [property]: to } })),
  );
}

/** Changes that set or clear a flag, which nothing else does. */
function flagging({ updates }: Resource, property: string): Omit<Step, 'opens'>[] {
  const action = updates.find(({ op }) => op.method === 'PATCH');
  const raw = action && bodySchema(action)?.properties?.[property];
  if (!action || !raw || typeOf(mergedSchema(action.api, raw)) !== 'boolean') return [];
  return [true, false].map((to) => ({ property, to, action, sends: { [property]: to } }));
}

/** A change to another of the states that an update lists, where no other of its fields depends on that. */
export function plainChange({ updates }: Resource, create: Operation): Step[] {
  return updates
    .filter(({ judged, op }) => judged && op.method === 'PATCH')
    .flatMap((action): Step[] => {
      const { properties = {} } = bodySchema(action) ?? {};
      const fields = Object.entries(properties).map(([name, raw]) => [name, mergedSchema(action.api, raw)] as const);
      const [property, schema] = fields.find(([name, { enum: values }]) => STATE.test(name) && values) ?? [];
      const initial = property === undefined ? undefined : beginningOf(create, property);
      if (property === undefined || initial === undefined || !statesIn(action.api).has(property)) return [];
      const words = fields.map(([name, { description = '' }]) => (name === property ? '' : description)).join(' ');
      const to = schema?.enum?.find((one) => one !== null && one !== initial && !words.includes(String(one)));
      return to === undefined ? [] : [{ property, to, action, opens: () => true, sends: { [property]: to } }];
    })
    .slice(0, 1);
}

/** States that steps bring a thing into, with the shortest way. */
export function statesFrom(initial: JsonValue, steps: readonly Step[]): Map<JsonValue, Step[]> {
  const found = new Map<JsonValue, Step[]>([[initial, []]]);
  for (const [state, path] of found)
    for (const step of steps)
      if ((step.from ?? state) === state && step.opens(state) && !found.has(step.to))
        found.set(step.to, [...path, step]);
  return found;
}

/** The state of what is new where no sample shows it: the one state that nothing brings a thing into; nothing is archived at first that can be. */
export function onlyBeginning(
  { api }: Operation,
  property: string,
  steps: readonly Step[],
): string | boolean | undefined {
  const reached = new Set(steps.map(({ to }) => to));
  if (flagged(api, property)) return reached.has(true) && !reached.has(false) ? false : undefined;
  const [only, more] = [...(statesIn(api).get(property) ?? [])].filter((state) => !reached.has(state));
  return reached.size === 0 || more !== undefined ? undefined : only;
}

/** Whether what a guard holds can be brought from a state into one in which it does not. */
export function canGoBack(state: JsonValue, steps: readonly Step[], { refuses }: Guard): boolean {
  return [...statesFrom(state, steps).keys()].some((other) => !refuses(other));
}

/** The request that takes one step. */
export function stepping(suite: Suite, entity: Entity, { action, sends }: Step): BaseRequest | undefined {
  const plain = baseRequest(suite, action);
  if (!plain) return undefined;
  const { required = [] } = bodySchema(action) ?? {};
  const kept = Object.entries(plain.json ?? {}).filter(
    ([name]) => action.op.method === 'PUT' || required.includes(name),
  );
  return aboutIt(suite, entity, action, sends ? withJson(plain, { ...Object.fromEntries(kept), ...sends }) : plain);
}

/** Tells the steps one after the other; false where one cannot be asked for. */
export function walked(suite: Suite, telling: Telling, entity: Entity, path: readonly Step[]): boolean {
  for (const step of path) {
    const needs = telling.cases.map(({ id }) => id);
    const request = stepping(suite, entity, step);
    if (!request) return false;
    const { action, to, sends } = step;
    telling.add(sends ? `to-${String(to)}` : action.op.id, action, request, expectation(action.op), { needs });
  }
  return true;
}

/** The request about the thing of the story. */
export function aboutIt(suite: Suite, entity: Entity, operation: Operation, base: BaseRequest): BaseRequest {
  const { text, variable } = operation.segments.at(-1) ?? {};
  const path = variable === undefined ? `${pathOf(entity)}/${text}` : pathOf(entity);
  return { ...base, path, headers: { ...base.headers, ...requiredHeaders(suite, operation) } };
}
