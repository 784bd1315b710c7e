// Stories of links that are part of a key, where the documents have words for them: what has an owner gets no second one by
// a link, and what loses its owner does not take the place of another of its name.

import { afterLink } from '../../plan/after-link.js';
import { type Entity, entityOf } from '../../plan/entities.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { linkPath, pathOf, plainHeaders } from '../lifecycle/stories.js';
import { documents, refused } from '../refusal.js';
import { varied } from '../varied.js';
import { bodyWithItem } from './link-body.js';

export function ownerLinkGroups(suite: Suite): CaseGroup[] {
  if (!suite.hasCommands) return [];
  return suite.model.operations.flatMap((link) => {
    const { judged, op, segments, signature } = link;
    const links = systemSegment(segments) >= 0 && segments.at(-1)?.keys === undefined;
    const base = judged && links && op.method === 'POST' && !op.docs.aliasOf ? baseRequest(suite, link) : undefined;
    const ends = base && endsOf(suite, link, base);
    if (!base || !ends) return [];
    const unlink = suite.model.at('DELETE', `${signature}()`).find((one) => one.judged && !one.op.docs.aliasOf);
    return [...secondOwner(suite, link, base, ends), ...(unlink ? takenName(unlink, base, ends) : [])];
  });
}

/** Both ends as they are called before there is a link, and afterwards. */
interface Ends {
  before: { from: Entity; to: Entity };
  after: { from: Entity; to: Entity };
  /** Which one has the other in its key. */
  owned: 'from' | 'to';
}

function endsOf(suite: Suite, operation: Operation, request: BaseRequest): Ends | undefined {
  const plain = { id: '', kind: 'story', title: '', level: 'MUST', relaxations: [] } as const;
  const { link } = subjectOf(suite, {
    ...plain,
    relaxations: [],
    operation,
    request,
    expect: expectation(operation.op),
  });
  if (!link?.to || !link.viaBody) return undefined;
  const before = { from: afterLink(suite.model, link.from, link.to, false).from, to: link.to };
  before.to = afterLink(suite.model, link.from, link.to, false).to;
  const after = afterLink(suite.model, link.from, link.to, true);
  const renamed = (['from', 'to'] as const).filter((end) => before[end].id !== after[end].id);
  return renamed.length === 1 && renamed[0] ? { before, after, owned: renamed[0] } : undefined;
}

/** It has an owner already: a link with another one is refused. */
function secondOwner(suite: Suite, link: Operation, base: BaseRequest, { after, owned }: Ends): CaseGroup[] {
  const owner = after[owned === 'from' ? 'to' : 'from'];
  const [key] = owner.keys;
  const name = key == null ? undefined : varied(suite, key, 2)[1];
  if (!says(link.op.description, 'freeOnly') || !documents(link, '409') || name === undefined) return [];
  const another = entityOf(owner.resource, [name, ...owner.keys.slice(1)], owner.parents);
  const from = owned === 'from' ? after.from : another;
  const to = owned === 'from' ? another : after.to;
  const item = pathOf(to).replace(/^.*\//, '');
  const body = bodyWithItem(base.body, item);
  if (body === undefined) return [];
  const { json: _, ...plain } = base;
  const request = { ...plain, path: linkPath(link, from), body };
  const told = link.op.description?.includes('409') ? ['409'] : ['409', '400', '403'];
  const expect = refused(link, told, `the ${after[owned].resource.name} belongs to another ${owner.resource.name}`);
  const kept = { ...expect, effect: 'kept' as const };
  return single('second-owner', link, request, kept, [after[owned], another]);
}

/** Without its owner it would be another one that is there. */
function takenName(unlink: Operation, base: BaseRequest, { before, after, owned }: Ends): CaseGroup[] {
  if (!says(unlink.op.description, 'nameTaken') || !documents(unlink, '409')) return [];
  const path = linkPath(unlink, after.from, after.to);
  const request = { method: 'DELETE', path, query: '', headers: plainHeaders(base) };
  const expect = refused(unlink, ['409'], `another ${after[owned].resource.name} has the name`);
  return single('taken', unlink, request, expect, [after[owned], before[owned]]);
}

function single(
  what: string,
  operation: Operation,
  request: BaseRequest,
  expect: ReturnType<typeof refused>,
  exists: Entity[],
): CaseGroup[] {
  const { source } = operation.op.docs;
  const id = `story/${operation.op.id}-${what}`;
  const title = `${operation.op.summary ?? operation.op.id} (${what})`;
  const [about] = exists;
  const around = { ...(source ? { source } : {}), relaxations: [], exists, ...(about ? { about } : {}) };
  return [{ id, cases: [{ id, kind: 'story', title, level: 'MUST', operation, request, expect, ...around }] }];
}
