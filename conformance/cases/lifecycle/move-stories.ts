// Stories of changes to a state: moves that documents draw are made and read again, others are refused.
import type { JsonValue } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { beginningOf } from '../../plan/beginning.js';
import type { Entity } from '../../plan/entities.js';
import { type Moves, movesOf } from '../../plan/moves.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import { clearedAgain, setAlong } from '../../plan/set-along.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { STATE } from '../../plan/turns.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { canGoBack, drawnSteps, onlyBeginning, type Step, statesFrom, stepping, stepsOf } from './state-steps.js';
import { createdBy, Telling } from './stories.js';

/** States out of which is moved, at most. */
const MOST = 12;

export function moveGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates.filter(({ judged }) => judged).flatMap((update) => moved(suite, resource, update)),
  );
}

function moved(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create, remove } = resource;
  const told = movesOf(update) ?? (create && thereAndBack(update, create));
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  if (!create || !base || !told) return [];
  const own = drawnSteps(update, told);
  const initial = beginningOf(create, told.property) ?? onlyBeginning(create, told.property, own);
  if (initial === undefined) return [];
  const { guards } = stepsOf(suite, resource);
  const stuck = guards.find((one) => one.operation === remove && one.property === told.property);
  const states = [...statesFrom(initial, own)].slice(0, MOST);
  return states.flatMap(([state, path]) => {
    const stays = stuck?.refuses(state) === true && !canGoBack(state, own, stuck);
    if (stays && !suite.leavesThings) return [];
    return outOf(suite, resource, { create, base, update, told, state, path });
  });
}

/** Of two states alone, each follows the other: moves that nothing draws, where documents say what they set. */
function thereAndBack(update: Operation, create: Operation): Moves | undefined {
  for (const [property, raw] of Object.entries(bodySchema(update)?.properties ?? {})) {
    const [one, other, more] = mergedSchema(update.api, raw).enum ?? [];
    if (!STATE.test(property) || typeof one !== 'string' || typeof other !== 'string' || more !== undefined) continue;
    const moves = new Map([
      [one, new Set([other])],
      [other, new Set([one])],
    ]);
    if ([one, other].some((state) => setAlong(update, create, state).length > 0)) return { property, moves };
  }
  return undefined;
}

interface Moving {
  create: Operation;
  base: BaseRequest;
  update: Operation;
  told: Moves;
  state: JsonValue;
  path: Step[];
}

/** Brought into a state, changed to what may not come next, and to one that may. */
function outOf(suite: Suite, resource: Resource, { create, base, update, told, state, path }: Moving): CaseGroup[] {
  const { property, moves, closed } = told;
  const telling = new Telling(`story/${update.op.id}-out-of-${String(state)}`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!first || !entity) return [];
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  const made = mover(suite, telling, entity, create);
  if (!path.every((step) => made(step))) return [];
  const next = moves.get(String(state)) ?? new Set();
  const needs = telling.cases.map(({ id }) => id);
  const stepTo = (to: string): Step => ({ property, to, action: update, opens: () => true, sends: { [property]: to } });
  const others = closed === undefined ? [] : [...allOf(told)].filter((to) => to !== state && !next.has(to));
  for (const to of others) {
    const request = stepping(suite, entity, stepTo(to));
    if (request) telling.add(`not-to-${to}`, update, request, refusedBy(update, closed ?? ''), { needs });
  }
  const [to] = next;
  if (to !== undefined) made(stepTo(to), needs);
  return telling.group();
}

/** Tells a step, with what the documents say that it sets; false where it cannot be asked for. */
function mover(suite: Suite, telling: Telling, entity: Entity, create: Operation) {
  return (step: Step, needs = telling.cases.map(({ id }) => id)): boolean => {
    const { action, to } = step;
    const request = stepping(suite, entity, step);
    if (!request) return false;
    const [set] = setAlong(action, create, to);
    const shown = set === undefined ? clearedBack(telling, step) : { property: set, not: null };
    const shows = shown ? { shows: shown } : {};
    telling.add(
      `to-${String(to)}`,
      action,
      request,
      { ...expectation(action.op, action), effect: 'updated', ...shows },
      { needs },
    );
    return true;
  };
}

/** What the step before had set, where documents say that something clears it. */
function clearedBack({ cases }: Telling, { action }: Step): Expectation['shows'] {
  const before = cases.findLast(({ operation, expect }) => operation === action && expect.shows)?.expect.shows;
  return before && clearedAgain(action, before.property) ? { property: before.property, value: null } : undefined;
}

function allOf({ moves }: Moves): Set<string> {
  return new Set([...moves].flatMap(([from, all]) => [from, ...all]));
}

/** With which statuses the rest is refused: what is said of it, else what the change documents of conflicts and of wrong values. */
function refusedBy(update: Operation, sentence: string): Expectation {
  const told = sentence.match(/\b4\d\d\b/g) ?? [];
  const wanted = told.length > 0 ? told : ['400', '409', '422'].filter((status) => documents(update, status));
  const statuses = told.length > 0 ? { statuses: told } : {};
  return { ...refused(update, wanted, sentence), ...statuses, effect: 'unchanged' };
}
