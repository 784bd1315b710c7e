// Stories of a link that is made at one end and taken away at the other: it is one link, whichever end asks.
import type { Entity } from '../../plan/entities.js';
import { navigationList } from '../../plan/navigation.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, plainHeaders, Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { bodyWithItem } from './link-body.js';
import { type Linking, linkings } from './linkings.js';
import { refusesTwice } from './twice-stories.js';

export function crossedGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  const all = linkings(suite);
  return all.flatMap(({ operation, base, from, to }) => {
    const back = all.find((other) => other.from.resource === to.resource && other.to.resource === from.resource);
    const unlink =
      back &&
      suite.model.at('DELETE', `${back.operation.signature}()`).find(({ judged, op }) => judged && !op.docs.aliasOf);
    if (!back || !unlink || from.resource === to.resource) return [];
    const telling = new Telling(`story/${operation.op.id}-crossed`);
    telling.add('link', operation, base, expectation(operation.op, operation));
    linkedBack(telling, back, from, to);
    seenBack(suite, telling, back, { from, to });
    const path = linkPath(back.operation, to, from);
    const request = { method: 'DELETE', path, query: '', headers: plainHeaders(back.base) };
    telling.add('unlink', unlink, request, expectation(unlink.op, unlink));
    return telling.group();
  });
}

/** At its other end it is there already. */
function linkedBack(telling: Telling, { operation, base }: Linking, from: Entity, to: Entity): void {
  const item = pathOf(from).replace(/^.*\//, '');
  const body = base.body?.includes(item) ? base.body : bodyWithItem(base.body, item);
  if (body === undefined || !refusesTwice(operation)) return;
  const { json: _, ...plain } = base;
  const expect = refused(operation, ['409'], 'the link was made at its other end');
  telling.add('link-back', operation, { ...plain, path: linkPath(operation, to), body }, expect);
}

/** From there it leads to what it was made at. */
function seenBack(suite: Suite, telling: Telling, { base }: Linking, { from, to }: Pick<Linking, 'from' | 'to'>): void {
  const list = navigationList(suite.model, to, from);
  const property = from.resource.keys[0]?.property;
  if (!list || property === undefined) return;
  const path = `${pathOf(to)}/${list.segments.at(-1)?.text}`;
  const request = { method: 'GET', path, query: '', headers: plainHeaders(base) };
  telling.add('entities', list, request, expectation(list.op), { list: { property, members: [from] } });
}
