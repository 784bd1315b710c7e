// What documents let be done in one state alone, or not in one: tried in the others, which actions bring a thing into.
import type { JsonValue } from '../../../spec/contract/api.js';
import { takesBack, turnsOn } from '../../plan/actions.js';
import { beginningOf } from '../../plan/beginning.js';
import type { Entity } from '../../plan/entities.js';
import { isMadeIn, lackedBy } from '../../plan/lacking.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { refused } from '../refusal.js';
import { type Guard, unlessGone } from './state-guards.js';
import { aboutIt, canGoBack, onlyBeginning, type Step, statesFrom, stepsOf, walked } from './state-steps.js';
import { createdBy, pathOf, Telling } from './stories.js';

/** Stories of one thing, at most. */
const MOST = 20;

export function stateGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => storiesOf(suite, resource).slice(0, MOST));
}

function storiesOf(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  if (!create || !base) return [];
  const actions = turnsOn(suite.model, resource.signature);
  const { steps, guards } = stepsOf(suite, resource);
  const fresh = actions
    .filter(({ judged }) => judged)
    .flatMap((action) => refusedFresh(suite, resource, create, base, action));
  const told = guards.flatMap((guard) => {
    const { property, refuses } = guard;
    const own = steps.filter((step) => step.property === property);
    const initial = beginningOf(create, property) ?? onlyBeginning(create, property, own);
    if (initial === undefined) return [];
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
  const inside = suite.model.resources.find((other) => other.remove === operation && isMadeIn(other, resource));
  const part = inside && putInside(suite, telling, entity, inside);
  if ((inside && !part) || !walked(suite, telling, entity, path)) return [];
  const needs = telling.cases.map(({ id }) => id);
  const about = aboutIt(suite, entity, operation, own);
  const request = part ? { ...about, path: pathOf(part) } : about;
  telling.add('refused', operation, request, refused(operation, refusals(operation), because), { needs });
  return telling.group();
}

/** What is taken out of a thing is put into it before that changes. */
function putInside(suite: Suite, telling: Telling, entity: Entity, inside: Resource): Entity | undefined {
  const { create } = inside;
  const base = create?.judged ? baseRequest(suite, create) : undefined;
  if (!create || !base) return undefined;
  const needs = telling.cases.map(({ id }) => id);
  const request = aboutIt(suite, entity, create, base);
  telling.add('create-inside', create, request, { ...expectation(create.op), effect: 'created' }, { needs });
  const made = telling.cases.at(-1);
  return made && createdBy(suite, made, inside);
}

/** What else it says of its body may be looked at first: "An answer belongs to no question (`422`)". */
function refusals({ op }: Operation): string[] {
  const own = op.responses.filter(({ status, docs }) => ['400', '422'].includes(status) && docs.derived !== true);
  return ['409', ...(op.body ? own.map(({ status }) => status) : [])];
}

/** A change of which nothing is told says nothing: it is refused for that. */
function lacksBody({ op, segments }: Operation, { body }: BaseRequest): boolean {
  const changes = op.method === 'PATCH' || (op.method === 'PUT' && segments.at(-1)?.variable !== undefined);
  return changes && body === undefined;
}
