// Parts of a thing with addresses of their own (`/films/{id}/poster`): what is put there is read there.
import { partRead } from '../../plan/part-read.js';
import { bodyMedia, type Operation, systemSegment } from '../../plan/resources.js';
import type { Suite } from '../../plan/subject.js';
import { isJson } from '../../plan/write-body.js';
import type { BaseRequest } from '../base-request.js';
import type { Derived } from '../derived.js';
import { expectation } from '../documented.js';

/** Media types that say nothing of what is inside: any bytes are right, and stay as they are. */
const OPAQUE = /^(?:application\/octet-stream|text\/plain)\b/i;

export function partCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const { op, segments } = operation;
  const plain = segments.at(-1)?.variable === undefined && segments.at(-2)?.variable !== undefined;
  const inside = plain || operation.ofTwo === true;
  const media = bodyMedia(operation)?.type ?? '';
  const wanted = op.method === 'PUT' ? isJson(media) || OPAQUE.test(media) : op.method === 'PATCH' && isJson(media);
  if (
    suite.commandsOnly ||
    op.docs.cases?.length ||
    !inside ||
    !wanted ||
    systemSegment(segments) >= 0 ||
    base.body === undefined
  )
    return [];
  if (!partRead(suite, operation)) return [];
  const expect = { ...expectation(op), effect: 'part' as const };
  return [{ what: 'as-documented', title: 'as it is documented', level: 'MUST', changes: { expect } }];
}
