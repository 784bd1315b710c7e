// What documents let be done in one state alone, or not in one: tried in the others, which actions bring a thing into.
import type { JsonValue } from '../../../spec/contract/api.js';
import { objectsWith } from '../../assess/entity-in.js';
import { actionsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import { requiredHeaders } from '../../plan/prerequisite.js';
import type { Operation, Resource } from '../../plan/resources.js';
import { stem } from '../../plan/stem.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { clausesOf, flagged, statesIn, type Turn, turnOf } from '../../plan/turns.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { createdBy, pathOf, Telling } from './stories.js';

/** Stories of one thing, at most. */
const MOST = 20;

interface Step extends Turn {
  action: Operation;
}

/** An operation that is refused (409) in some states of a property. */
interface Guard {
  operation: Operation;
  property: string;
  refuses: (state: JsonValue) => boolean;
  because: string;
}

export function stateGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => storiesOf(suite, resource).slice(0, MOST));
}

function storiesOf(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && remove ? baseRequest(suite, create) : undefined;
  if (!create || !remove || !base) return [];
  const actions = actionsOn(suite.model, resource.signature).filter(({ op }) => op.body?.required !== true);
  const steps = actions.flatMap((action): Step[] => {
    const turn = turnOf(action);
    return turn ? [{ ...turn, action }] : [];
  });
  const guards = [...actions, ...resource.updates, remove].filter(({ judged }) => judged).flatMap(guardsOf);
  return guards.flatMap((guard) => {
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
}

/** What an answer of the create shows. */
function shownBy({ op }: Operation, property: string): JsonValue | undefined {
  const content = op.responses.filter(({ status }) => status.startsWith('2')).flatMap((response) => response.content);
  const values = content.flatMap(({ examples }) => examples.map(({ value }) => objectsWith(value, [property])[0]));
  return values.find((value) => value !== undefined)?.[property];
}

/** States that actions bring a thing into, with the shortest way. */
function statesFrom(initial: JsonValue, steps: readonly Step[]): Map<JsonValue, Step[]> {
  const found = new Map<JsonValue, Step[]>([[initial, []]]);
  for (const [state, path] of found)
    for (const step of steps)
      if ((step.from === undefined || step.from === state) && !found.has(step.to)) found.set(step.to, [...path, step]);
  return found;
}

function canGoBack(state: JsonValue, steps: readonly Step[], { refuses }: Guard): boolean {
  return [...statesFrom(state, steps).keys()].some((other) => !refuses(other));
}

/** "Only drafts can be updated." */
const ONLY = /^only (?:an? )?(\w{2,30})(?: \w{2,30})? (?:can|may) be \w+$/;
/** "The flag is archived.", "The invoice is not a draft." */
const IS = /^(?:the|this|an?) [\w-]{2,30}(?: [\w-]{2,30})? (?:is|was) (not )?(?:an? )?(\w{2,30})$/;
const OTHERS = /\b(?:any other|every other|otherwise|only)\b/i;

/** Of what its words and those of its refusal say. */
function guardsOf(operation: Operation): Guard[] {
  const { op } = operation;
  if (!documents(operation, '409')) return [];
  const refusal = op.responses.find(({ status }) => status === '409')?.description ?? '';
  const turn = turnOf(operation);
  const told = OTHERS.test(`${op.description} ${refusal}`) ? turn?.from : undefined;
  const words = [...clausesOf(op.description ?? ''), ...clausesOf(refusal)];
  const found = words.flatMap((clause): Guard[] => {
    const only = ONLY.exec(clause)?.[1];
    const [, not, is] = IS.exec(clause) ?? [];
    const word = only ?? is;
    const named = word === undefined ? undefined : stateNamed(operation, word);
    if (!named) return [];
    const [property, value] = named;
    const alone = only !== undefined || not !== undefined;
    return [{ operation, property, because: clause, refuses: (state) => (state !== value) === alone }];
  });
  if (turn && told !== undefined)
    found.push({
      operation,
      property: turn.property,
      because: `it is for ${told} alone`,
      refuses: (state) => state !== told,
    });
  const properties = [...new Set(found.map(({ property }) => property))];
  return properties.flatMap((property) => found.find((guard) => guard.property === property) ?? []);
}

/** The state that a word names, of a property of texts or of truth values. */
function stateNamed({ api }: Operation, word: string): [string, JsonValue] | undefined {
  for (const [property, values] of statesIn(api)) {
    const value = [...values].find((one) => stem(one) === stem(word));
    if (value !== undefined) return [property, value];
  }
  return flagged(api, word) ? [word, true] : undefined;
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
  if (!own || !first || !entity) return [];
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  for (const { action } of path) {
    const needs = telling.cases.map(({ id }) => id);
    const request = baseRequest(suite, action);
    if (!request) return [];
    telling.add(action.op.id, action, at(suite, entity, action, request), expectation(action.op), { needs });
  }
  const needs = telling.cases.map(({ id }) => id);
  telling.add('refused', operation, at(suite, entity, operation, own), refused(operation, ['409'], because), { needs });
  return telling.group();
}

/** The request about the thing of the story. */
function at(suite: Suite, entity: Entity, operation: Operation, base: BaseRequest): BaseRequest {
  const { text, variable } = operation.segments.at(-1) ?? {};
  const path = variable === undefined ? `${pathOf(entity)}/${text}` : pathOf(entity);
  return { ...base, path, headers: { ...base.headers, ...requiredHeaders(suite, operation) } };
}
