// Derived cases of addresses: a key that is none by its schema, and a thing looked for inside another container than its own.
import { typeOf } from '../../spec/fitting/fitting-value.js';
import { type Entity, entityOf } from '../plan/entities.js';
import { variableSchema } from '../plan/key-schema.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import { parsePath, writeTemplate } from '../url/key-path.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { refused } from './refusal.js';

/** Only where the server gives the keys: there the documents say of which form they are, and whose they are. */
export function pathCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { target, link } = subjectOf(suite, plain);
  const last = operation.segments.at(-1);
  const [key] = target?.resource.keys ?? [];
  if (suite.hasCommands || !target || link || last?.variable === undefined || !key || key.property !== undefined)
    return [];
  return [...malformedKey(operation, base, target), ...otherParent(suite, operation, base, target)];
}

/** Words that no number or UUID is. */
const NO_KEY = 'docproof-no-key';

function malformedKey(operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const variable = target.resource.keys[0]?.variable;
  const schema = variableSchema(target.resource, variable);
  if (operation.op.method !== 'GET' || !schema || operation.segments.at(-1)?.variable !== variable) return [];
  const typed = ['integer', 'number'].includes(typeOf(schema)) || schema.format === 'uuid';
  const statuses = documented(operation, ['400', '404', '422']);
  if (!typed || statuses.length === 0) return [];
  const expect = refused(operation, statuses, `${variable} is of another form`);
  return [
    {
      what: `malformed-key/${variable}`,
      title: `with ${NO_KEY} for ${variable}`,
      level: 'MUST',
      changes: { request: base, absent: [target], calledAs: NO_KEY, expect },
    },
  ];
}

/** `/projects/B/tasks/T` where T is a task of A. */
function otherParent(suite: Suite, operation: Operation, base: BaseRequest, target: Entity): Derived[] {
  const parent = target.parents.at(-1);
  const { create, remove } = target.resource;
  const statuses = documented(operation, ['404']);
  if (!parent || !create || !(remove ?? parent.resource.remove) || statuses.length === 0) return [];
  const { property } = parent.resource.keys[0] ?? {};
  if (property !== undefined || !parent.resource.create) return [];
  const other = entityOf(parent.resource, ['other', ...parent.keys.slice(1)], parent.parents);
  const values = new Map<string, string | null>();
  const misplaced = entityOf(target.resource, target.keys, [...target.parents.slice(0, -1), other]);
  for (const entity of [...misplaced.parents, misplaced])
    for (const [i, key] of entity.resource.keys.entries()) values.set(key.variable, entity.keys[i] ?? null);
  const path = writeTemplate(operation.segments, values);
  if (suite.locator.locate(parsePath(path)).at(-1)?.entity.id !== misplaced.id) return [];
  const expect = refused(operation, statuses, `it is in another ${parent.resource.name}`);
  return [
    {
      what: 'other-parent',
      title: `${target.resource.name} of another one of ${parent.resource.name}`,
      level: 'MUST',
      changes: { request: { ...base, path }, exists: [target], absent: [misplaced], calledAs: target, expect },
    },
  ];
}

function documented(operation: Operation, statuses: string[]): string[] {
  return statuses.filter((status) => operation.op.responses.some((r) => r.status === status));
}
