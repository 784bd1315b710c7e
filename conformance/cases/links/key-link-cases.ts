// Derived cases of links that are part of a key, where the documents say so: they can be listed, and not be made.
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { pathOf } from '../lifecycle/stories.js';
import { sample } from '../lists/list-queries.js';
import { bodyWithItem } from './link-body.js';

/** @param operation lists links; where others of the same thing are made, and these are not */
export function keyLinkCases(suite: Suite, operation: Operation, base: BaseRequest, plain: Case): Derived[] {
  const { op, segments, signature } = operation;
  const links = op.method === 'GET' && systemSegment(segments) === segments.length - 2;
  if (!suite.commandsOnly || !links || suite.model.at('POST', signature).length > 0) return [];
  const around = signature.slice(0, signature.lastIndexOf('/') + 1);
  const making = suite.model.operations.find(
    (one) =>
      one.judged && one.op.method === 'POST' && one.signature.startsWith(around) && says(one.op.description, 'notMade'),
  );
  const { target } = subjectOf(suite, plain);
  const kind = suite.model.named(segments.at(-1)?.text ?? '', target?.resource.scope);
  const other = kind && sample(suite, kind)?.entity;
  const body = making && other && bodyWithItem(baseRequest(suite, making)?.body, pathOf(other).replace(/^.*\//, ''));
  if (!making || body === undefined) return [];
  const request = { ...base, method: 'POST', headers: { ...baseRequest(suite, making)?.headers }, body };
  const because = 'the documents make no such link';
  const expect = { statuses: ['4XX'], because, response: false, error: true };
  const title = 'a link that is part of a key, made as a link';
  return [{ what: 'not-made', title, level: 'MUST', changes: { request, meant: making, expect } }];
}
