// The documented requests that link two things, neither of which is called otherwise for it.
import { rememberedFor } from '../../../spec/remember.js';
import type { Entity } from '../../plan/entities.js';
import { type Operation, systemSegment } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { linkRenames, type Suite, subjectOf } from '../../plan/subject.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';

export interface Linking {
  operation: Operation;
  base: BaseRequest;
  from: Entity;
  to: Entity;
}

export const linkings = rememberedFor((suite: Suite): Linking[] =>
  suite.model.operations.flatMap((operation) => {
    const { judged, op, segments } = operation;
    const posts = judged && op.method === 'POST' && !op.docs.aliasOf && systemSegment(segments) >= 0;
    const base = posts && !segments.at(-1)?.keys ? baseRequest(suite, operation) : undefined;
    if (!base) return [];
    const plain: Case = {
      id: op.id,
      kind: 'story',
      title: op.id,
      level: 'MUST',
      operation,
      request: base,
      expect: expectation(op, operation),
      relaxations: [],
    };
    const { from, to } = subjectOf(suite, plain).link ?? {};
    return from && to && !linkRenames(suite, from, to) ? [{ operation, base, from, to }] : [];
  }),
);
