// Stories of numbers that go up or down with what is done: "`commentCount` of the issue grows by one", "`free` falls by 1", and
// of what is refused once there is nothing left of them.
import type { JsonValue } from '../../../spec/contract/api.js';
import { typeOf } from '../../../spec/fitting/fitting-value.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { objectsWith } from '../../assess/entity-in.js';
import { shownProperties } from '../../assess/shown-properties.js';
import { turnsOn } from '../../plan/actions.js';
import type { Entity } from '../../plan/entities.js';
import { sampleBody } from '../../plan/prerequisite.js';
import { bodySchema, type Operation, type Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { timesIn } from '../../plan/times.js';
import { allToldBy, says, sentencesOf } from '../../told/told.js';
import { parsePath } from '../../url/key-path.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents, refused } from '../refusal.js';
import { requestAt } from './request-at.js';
import { aboutIt } from './state-steps.js';
import { createdBy, pathOf, Telling } from './stories.js';

export function stepNumberGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => stepping(suite, resource));
}

/** What an operation adds to a number of a thing. */
interface NumberStep {
  property: string;
  more: number;
}

/** What is made, and what it is made in or refers to. */
interface Made {
  suite: Suite;
  resource: Resource;
  create: Operation;
  base: BaseRequest;
  around: Entity[];
}

function stepping(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, remove } = resource;
  const base = create?.judged && (remove || suite.leavesThings) ? baseRequest(suite, create) : undefined;
  if (!create || !base || create.op.method !== 'POST') return [];
  const parents = suite.locator.locate(parsePath(base.path)).map((l) => l.entity);
  const named = suite.locator.referencesIn(new Map(Object.entries(base.json ?? {})), resource, parents);
  const around = [...parents.reverse(), ...named.map(({ entity }) => entity)];
  const made: Made = { suite, resource, create, base, around };
  const actions = turnsOn(suite.model, resource.signature).filter(({ judged, op }) => judged && !op.body?.required);
  const behind = [...actions, ...(remove?.judged ? [remove] : [])].flatMap((operation) =>
    stepsTold(operation).map((step) => ({ operation, step })),
  );
  const first = stepsTold(create);
  return [
    ...first.flatMap((step) =>
      followed(
        made,
        step,
        behind.filter((one) => one.step.property === step.property),
      ),
    ),
    ...behind
      .filter(({ step }) => !first.some(({ property }) => property === step.property))
      .flatMap(({ operation, step }) => followed(made, undefined, [{ operation, step }])),
    ...first.flatMap((step) => usedUp(made, step, behind)),
  ];
}

function stepsTold({ op }: Operation): NumberStep[] {
  return sentencesOf(op.description?.replace(/[`*"]/g, '')).flatMap((sentence) => {
    // German has another meaning for this word.
    if (says(sentence.replace(/\bfalls (?=(?:again )?by\b)/i, ''), 'unsure')) return [];
    return allToldBy(sentence, 'stepsBy').flatMap(({ property, way = '', times = '' }): NumberStep[] => {
      const by = timesIn(times) ?? (/^(?:1|一|un)/i.test(times) ? 1 : undefined);
      if (property === undefined || by === undefined) return [];
      return [{ property, more: DOWN.test(way) ? -by : by }];
    });
  });
}

const DOWN = /fall|drop|decreas|lower|reduc|down|decrement|shrink|sink|verringer|fäll|nimmt ab|dimin|bais|décrém|減/i;

interface Behind {
  operation: Operation;
  step: NumberStep;
}

/** Reads whose number it is once the thing is made, and behind each of what is told of it. */
function followed(made: Made, first: NumberStep | undefined, behind: readonly Behind[]): CaseGroup[] {
  const { suite, resource, create, base, around } = made;
  const { property } = first ?? behind[0]?.step ?? { property: '' };
  return (first && behind.length === 0 ? [undefined] : behind).flatMap((last): CaseGroup[] => {
    const name = last ? `${last.operation.op.id}-steps-${property}` : `${create.op.id}-steps-${property}`;
    const telling = new Telling(`story/${name}`);
    telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' });
    const [one] = telling.cases;
    const entity = one && createdBy(suite, one, resource);
    const owner = entity && ownerOf(first ? around : [entity, ...around], property);
    const retrieve = owner?.resource.retrieve;
    if (!entity || !owner || !retrieve) return [];
    const look = (step: string, more: number): void => {
      const needs = telling.cases.map(({ id }) => id);
      const request = requestAt(suite, retrieve, pathOf(owner), base);
      telling.add(step, retrieve, request, expectation(retrieve.op), { counts: { of: owner, property, more }, needs });
    };
    if (first) look('made', first.more);
    if (!last) return telling.group();
    const own = baseRequest(suite, last.operation);
    if (!own) return [];
    const { op } = last.operation;
    const needs = telling.cases.map(({ id }) => id);
    telling.add(op.id, last.operation, aboutIt(suite, entity, last.operation, own), expectation(op, last.operation), {
      needs,
    });
    look('then', (first?.more ?? 0) + last.step.more);
    return telling.group();
  });
}

/** The thing that shows the number. */
function ownerOf(candidates: readonly Entity[], property: string): Entity | undefined {
  return candidates.find(
    ({ resource: { retrieve } }) => retrieve?.judged && shownProperties(retrieve).includes(property),
  );
}

/** "409: No copy is left": of what there is one of, the second is refused, until the first is given back. */
function usedUp(
  { suite, resource, create, base, around }: Made,
  step: NumberStep,
  behind: readonly Behind[],
): CaseGroup[] {
  const owner =
    step.more === -1 && documents(create, '409') && tellsOfNone(create) ? ownerOf(around, step.property) : undefined;
  const all = owner && wholeOf(owner, step.property);
  if (!owner || all === undefined) return [];
  const prepared = [{ entity: owner, with: { [all]: 1 as JsonValue } }];
  const telling = new Telling(`story/${create.op.id}-uses-up-${step.property}`);
  telling.add('create', create, base, { ...expectation(create.op, create), effect: 'created' }, { prepared });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  telling.add('one-more', create, base, refused(create, ['409'], 'there is none left'));
  const back = behind.find(
    (one) => one.step.property === step.property && one.step.more === 1 && one.operation.op.method === 'POST',
  );
  const own = back && baseRequest(suite, back.operation);
  if (!back || !own) return telling.group();
  telling.add(
    back.operation.op.id,
    back.operation,
    aboutIt(suite, entity, back.operation, own),
    expectation(back.operation.op),
  );
  const needs = telling.cases.filter(({ id }) => !id.endsWith('/one-more')).map(({ id }) => id);
  telling.add('create-again', create, base, expectation(create.op), { needs });
  return telling.group();
}

function tellsOfNone({ op }: Operation): boolean {
  const refusal = op.responses.find(({ status }) => status === '409')?.description;
  return [refusal, ...sentencesOf(op.description).filter((one) => /\b409\b/.test(one))].some((text) =>
    says(text, 'noneLeft'),
  );
}

/** What its create takes for how many there are: called so, or the one number that its answer shows for that, too. */
function wholeOf({ resource: { create } }: Entity, property: string): string | undefined {
  const fields = create && bodySchema(create)?.properties;
  if (!create || !fields) return undefined;
  const mayBeOne = (name: string): boolean => {
    const schema = mergedSchema(create.api, fields[name] ?? {});
    return typeOf(schema) === 'integer' && (schema.minimum ?? 0) <= 1;
  };
  if (Object.hasOwn(fields, property)) return mayBeOne(property) ? property : undefined;
  const sent = Object.entries(sampleBody(create) ?? {});
  const samples = create.op.responses.flatMap(({ content }) => content.flatMap(({ examples }) => examples));
  const shown = samples.flatMap(({ value }) => objectsWith(value, [property]).map((one) => one[property]));
  const [only, more] = sent.filter(
    ([name, value]) => Object.hasOwn(fields, name) && shown.includes(value) && mayBeOne(name),
  );
  return more === undefined ? only?.[0] : undefined;
}
