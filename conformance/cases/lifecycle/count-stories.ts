// Stories of numbers that a thing keeps of others: "Number of comments", "Sum of the minutes of all entries".
import type { Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { followsFromList } from '../../assess/computed.js';
import { actionsOn } from '../../plan/actions.js';
import { isMadeIn } from '../../plan/lacking.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { isWordFor, turnOf } from '../../plan/turns.js';
import { says, toldBy, whatSays } from '../../told/told.js';
import { expectation } from '../documented.js';
import { partOf } from './integrity-stories.js';
import { kindIn } from './kinds-told.js';
import { requestAt } from './request-at.js';
import { createdBy, pathOf, Telling } from './stories.js';

/** What a property of a thing says of others. */
interface Count {
  property: string;
  /** What is counted, in the words of the documents. */
  kind: string;
  /** The field of each that is added up; each counts as one where there is none. */
  field?: string;
  less: boolean;
  /** "… that are not returned yet": what is so is counted no more. */
  notYet?: string;
}

export function countGroups(suite: Suite): CaseGroup[] {
  if (suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) => {
    const { retrieve } = resource;
    const follows = retrieve?.judged && followsFromList(retrieve) ? suite.model.resources : [];
    const followed = follows.flatMap((other) => (isMadeIn(other, resource) ? following(suite, resource, other) : []));
    const counts = retrieve?.judged ? countsIn(retrieve) : [];
    const counted = counts.flatMap((count) =>
      suite.model.resources.flatMap((other) => (other === resource ? [] : counting(suite, resource, other, count))),
    );
    return [...followed, ...counted];
  });
}

/** Reads what tells of a list that it has, and of numbers that follow from it, with one more in it and without. */
function following(suite: Suite, resource: Resource, other: Resource): CaseGroup[] {
  const { retrieve } = resource;
  const { create, remove } = other;
  const part = partOf(suite, resource, other);
  if (!retrieve || !create?.judged || !part) return [];
  const telling = new Telling(`story/${create.op.id}-followed`);
  telling.add('create', create, part.base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, other);
  const step = (what: string, operation: Operation, path: string): void => {
    const request = requestAt(suite, operation, path, part.base);
    const needs = telling.cases.map(({ id }) => id);
    telling.add(what, operation, request, expectation(operation.op, operation), { needs });
  };
  step('with-it', retrieve, pathOf(part.owner));
  if (entity && remove?.judged) {
    step('delete', remove, pathOf(entity));
    step('without-it', retrieve, pathOf(part.owner));
  }
  return telling.group();
}

/** How deep in an answer the thing may stand. */
const DEEPEST = 3;

function countsIn({ api, op }: Operation): Count[] {
  const found: Count[] = [];
  const look = (raw: Schema, depth: number): void => {
    const { properties = {} } = mergedSchema(api, raw);
    for (const [property, one] of Object.entries(properties)) {
      const schema = mergedSchema(api, one);
      if ([schema.type].flat().some((type) => type === 'integer' || type === 'number'))
        found.push(...countOf(property, one.description ?? schema.description));
      else if (depth < DEEPEST) look(schema, depth + 1);
    }
  };
  for (const { schema } of op.responses.find(({ status }) => status === '200')?.content ?? []) look(schema, 0);
  return found;
}

function countOf(property: string, description: string | undefined): Count[] {
  const { field, ...sum } = toldBy(description, 'sumsUp');
  const { kind, which, less } = field === undefined ? toldBy(description, 'counts') : { ...sum, less: undefined };
  // What comes later, or only sometimes, is no number to be held to.
  const sentence = whatSays(description, field === undefined ? 'counts' : 'sumsUp')?.replace(/\bread-only\b/gi, '');
  const { state: notYet } = toldBy(which, 'notYet');
  const isNarrowed = notYet === undefined && says(which, 'narrowed');
  if (kind === undefined || isNarrowed || says(sentence, 'unsure')) return [];
  const more = { ...(field === undefined ? {} : { field }), ...(notYet === undefined ? {} : { notYet }) };
  return [{ property, kind, less: less !== undefined, ...more }];
}

/** Reads the thing with one more in it, once that counts no more, and without it again. */
function counting(suite: Suite, resource: Resource, other: Resource, count: Count): CaseGroup[] {
  const { retrieve } = resource;
  const { create, remove } = other;
  const counted = create && kindIn(count.kind, other, create);
  if (!retrieve || !create || !remove || counted?.behind !== '' || counted.later) return [];
  const part = partOf(suite, resource, other);
  const value = count.field === undefined ? 1 : part?.base.json?.[count.field];
  if (!part || typeof value !== 'number') return [];
  const telling = new Telling(`story/${create.op.id}-counted-${count.property}`);
  telling.add('create', create, part.base, { ...expectation(create.op, create), effect: 'created' });
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, other);
  if (!first || !entity) return [];
  if (create.op.method === 'PUT') Object.assign(first, { absent: [entity] });
  const request = (operation: Operation, path: string) => requestAt(suite, operation, path, part.base);
  const read = (step: string, more: number): void => {
    const counts = { of: part.owner, property: count.property, more };
    const needs = telling.cases.map(({ id }) => id);
    telling.add(step, retrieve, request(retrieve, pathOf(part.owner)), expectation(retrieve.op), {
      counts,
      needs,
    });
  };
  read('with-it', count.less ? -value : value);
  const leave = leaving(suite, other, count.notYet, counted.state);
  if (leave) {
    const to = request(leave, `${pathOf(entity)}/${leave.segments.at(-1)?.text}`);
    telling.add(leave.op.id, leave, to, expectation(leave.op, leave));
    read(`once-${leave.op.id}`, 0);
  }
  if (!remove.judged) return telling.group();
  telling.add('delete', remove, request(remove, pathOf(entity)), expectation(remove.op, remove));
  read('without-it', 0);
  return telling.group();
}

/** An action that takes a new one out of those that are counted, and asks for nothing else. */
function leaving(suite: Suite, resource: Resource, notYet?: string, state?: string): Operation | undefined {
  if (notYet === undefined && state === undefined) return undefined;
  return actionsOn(suite.model, resource.signature).find((action) => {
    const { property = '', to, from } = (action.judged && !action.op.body && turnOf(action)) || {};
    if (to === true) return notYet !== undefined && isWordFor(notYet, property);
    if (typeof to !== 'string' || action.op.method !== 'POST' || (from !== undefined && from !== state)) return false;
    return notYet === undefined ? to !== state : isWordFor(notYet, to);
  });
}
