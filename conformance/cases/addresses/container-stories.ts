// Stories of one name in two containers: each has things of its own.
import { type Entity, entityOf } from '../../plan/entities.js';
import { requiredQuery } from '../../plan/prerequisite.js';
import type { Resource } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { expectation } from '../documented.js';
import { addressOf, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { sample } from '../lists/list-queries.js';
import { varied } from '../varied.js';

export function containerGroups(suite: Suite): CaseGroup[] {
  return suite.commandsOnly ? suite.model.resources.flatMap((resource) => ofTwo(suite, resource)) : [];
}

function ofTwo(suite: Suite, resource: Resource): CaseGroup[] {
  const { create, retrieve, remove } = resource;
  const made = create?.judged && retrieve?.judged && remove?.judged ? sample(suite, resource) : undefined;
  const elsewhere = made && insideAnother(suite, made.entity);
  if (!create || !retrieve || !remove || !made || !elsewhere) return [];
  const { entity, base } = made;
  const telling = new Telling(`story/${create.op.id}-in-two`);
  const expect = { ...expectation(create.op, create), effect: 'created' as const };
  telling.add('create', create, base, expect);
  telling.add('create-elsewhere', create, { ...base, path: addressOf(create, elsewhere) }, expect, { needs: [] });
  const last = telling.cases.at(-1);
  if (!last || subjectOf(suite, last).after?.id !== elsewhere.id) return [];
  const headers = plainHeaders(base);
  const deletion = { method: 'DELETE', path: pathOf(elsewhere), query: requiredQuery(remove), headers };
  telling.add('delete-elsewhere', remove, deletion, expectation(remove.op, remove), { needs: [last.id] });
  const needs = telling.cases.map(({ id }) => id);
  const read = { method: 'GET', path: pathOf(entity), query: requiredQuery(retrieve), headers };
  telling.add('stays', retrieve, read, expectation(retrieve.op, retrieve), { needs });
  return telling.group();
}

/** The one of its keys in another container, where there is one container around it. */
function insideAnother(suite: Suite, { resource, keys, parents }: Entity): Entity | undefined {
  const [container, ...more] = parents;
  const [name, ...rest] = container?.keys ?? [];
  const other = name == null ? undefined : varied(suite, name, 2)[1];
  if (!container?.resource.create || more.length > 0 || other === undefined) return undefined;
  return entityOf(resource, [...keys], [entityOf(container.resource, [other, ...rest], container.parents)]);
}
