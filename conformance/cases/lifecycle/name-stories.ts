// Stories of names that are left: what got another name may have its own again, and what it left is free for the next one.
// Only where a documented command of OData's renames; elsewhere a name that was had may lead on to what has it no longer.
import { type Entity, entityOf } from '../../plan/entities.js';
import { requiredHeaders, requiredQuery } from '../../plan/prerequisite.js';
import type { Operation, Resource } from '../../plan/resources.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { documents } from '../refusal.js';
import { varied } from '../varied.js';
import { givesAnotherName } from './owner-rename-stories.js';
import { createdBy, pathOf, Telling } from './stories.js';

export function nameGroups(suite: Suite): CaseGroup[] {
  if (!suite.commandsOnly) return [];
  return suite.model.resources.flatMap((resource) =>
    resource.updates.flatMap((update) => (update.judged ? left(suite, resource, update) : [])),
  );
}

function left(suite: Suite, resource: Resource, update: Operation): CaseGroup[] {
  const { create } = resource;
  const base = create && resource.remove ? baseRequest(suite, create) : undefined;
  const shown = update.op.docs.aliasOf ? undefined : baseRequest(suite, update);
  const property = resource.keys[0]?.property;
  const name = property === undefined ? undefined : base?.json?.[property];
  if (!create || !base?.json || !shown?.json || property === undefined || typeof name !== 'string') return [];
  const [, , second, third] = varied(suite, name, 4);
  if (second === undefined || third === undefined || !givesAnotherName(suite, update, shown)) return [];
  const telling = new Telling(`story/${update.op.id}-leaves-name`);
  telling.add('create', create, base, expectation(create.op, create));
  const [first] = telling.cases;
  const entity = first && createdBy(suite, first, resource);
  if (!entity) return [];
  // What is not judged only prepares.
  if (!create.judged) telling.cases.pop();
  const headers = { ...shown.headers, ...requiredHeaders(suite, update) };
  const called = (next: string): Entity => entityOf(resource, [next, ...entity.keys.slice(1)], entity.parents);
  const rename = (step: string, from: string, to: string, expect: Expectation): void => {
    const plain: BaseRequest = { ...shown, path: pathOf(called(from)), query: requiredQuery(update), headers };
    const needs = telling.cases.map(({ id }) => id);
    telling.add(step, update, withJson(plain, { ...base.json, [property]: to }), expect, { needs });
  };
  const renamed = expectation(update.op, update);
  // Whoever keeps names for ever says so the first time.
  const statuses = documents(update, '409') ? [...renamed.statuses, '409'] : renamed.statuses;
  rename('rename', name, second, { ...renamed, statuses });
  rename('rename-back', second, name, renamed);
  rename('rename-again', name, third, renamed);
  const needs = telling.cases.map(({ id }) => id);
  if (create.judged)
    telling.add('create-another', create, base, expectation(create.op, create), { absent: [entity], needs });
  return telling.group();
}
