// Of two that have one name, and of which one belongs to something and the other to nothing, a key means one.
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { afterLink } from '../../plan/after-link.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { bodySchema, type Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { Derived } from '../derived.js';

/** One of the same name that belongs to nothing, where it belongs to something and the documents let it. */
export function namesake({ resource, keys, parents }: Entity): Entity | undefined {
  const { create } = resource;
  const properties = (create && bodySchema(create)?.properties) ?? {};
  const free = resource.keys.map(({ property }, i) => {
    if (!create || i === 0 || keys[i] === null || !property?.includes('.')) return false;
    return [mergedSchema(create.api, properties[property] ?? {}).type].flat().includes('null');
  });
  if (!free.includes(true)) return undefined;
  return entityOf(
    resource,
    keys.map((key, i) => (free[i] ? null : key)),
    parents,
  );
}

/** What is written to the one that belongs to something, while its namesake is there. */
export function namesakeCases(suite: Suite, { op }: Operation, plain: Case): Derived[] {
  if (!suite.hasCommands || op.method === 'GET') return [];
  const { target, after, referred, link } = subjectOf(suite, plain);
  const named = link ? [link.from, link.to] : [target];
  const beside = named.flatMap((one) => (one && namesake(one)) ?? []);
  const linked = link?.to
    ? [true, false].map((there) => afterLink(suite.model, link.from, link.to as Entity, there))
    : [];
  const taken = [after, ...referred, ...linked.flatMap(({ from, to }) => [from, to])];
  if (beside.length === 0 || beside.some(({ id }) => taken.some((one) => one?.id === id))) return [];
  return [{ what: 'beside-namesake', title: 'while its namesake is there', level: 'MUST', changes: { beside } }];
}
