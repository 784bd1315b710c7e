// Stories of what is linked with one thing and belongs to another that gets a new name: it is called otherwise then, and
// linked as before.
import type { Entity } from '../../plan/entities.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { expectation } from '../documented.js';
import { linkings } from '../links/linkings.js';
import { pathOf, plainHeaders, Telling } from './stories.js';

/**
 * @param rename gives the owner another name
 * @param child what belongs to it, as it is called before and afterwards
 */
export function linkedAlong(
  suite: Suite,
  owner: Entity,
  rename: Case,
  child: { before: Entity; after: Entity },
): CaseGroup[] {
  const { before, after } = child;
  const found = linkings(suite).find(({ from, to }) => {
    const partner = from.id === before.id ? to : to.id === before.id ? from : undefined;
    const around = partner
      ? [partner, ...partner.parents, ...suite.locator.references(partner).map((r) => r.entity)]
      : [];
    return partner?.resource.retrieve?.judged && around.every(({ id }) => id !== owner.id);
  });
  const partner = found?.from.id === before.id ? found.to : found?.from;
  const { retrieve } = partner?.resource ?? {};
  if (!found || !partner || !retrieve) return [];
  const telling = new Telling(`${rename.id}-linked`);
  telling.add('link', found.operation, found.base, expectation(found.operation.op, found.operation));
  const { operation, request, expect } = rename;
  telling.add('rename', operation, request, expect, { along: child });
  const [renamed] = telling.cases.slice(-1);
  const read = { method: 'GET', path: pathOf(partner), query: '', headers: plainHeaders(found.base) };
  const kept = { ...expectation(retrieve.op, retrieve), effect: 'keeps-link' as const };
  telling.add('partner', retrieve, read, kept, { needs: renamed ? [renamed.id] : [], about: after });
  return telling.group();
}
