// A story of a token's lifetime (RFC 6749, section 5.1): when the shortest that may be asked for is over, it serves no more.
import type { Operation } from '../plan/resources.js';
import type { PlannedRequest, Relaxation, TokenLifetime } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { baseRequest } from './base-request.js';
import { refused } from './refusal.js';
import { plainHeaders } from './stories.js';

/** Longest lifetime that a run waits for, in seconds. */
export const PATIENCE = 2;
const LIFETIME = 'expires_in';

export function expiryGroups(suite: Suite): CaseGroup[] {
  const { account, tokenEndpoint } = suite;
  const lifetime = shortest(suite);
  const list = guardedList(suite);
  if (!lifetime || !list || !account?.create || !tokenEndpoint) return [];
  const { operation, request } = list;
  const id = `story/${tokenEndpoint.op.id}-expiry`;
  const { source } = tokenEndpoint.op.docs;
  return [
    {
      id,
      cases: [
        {
          id: `${id}/expired-token`,
          kind: 'story',
          title: `${operation.op.summary ?? operation.op.id} with a token whose lifetime is over`,
          level: 'MUST',
          operation,
          ...(source ? { source } : {}),
          request,
          expect: refused(operation, ['401'], `it was to serve ${lifetime.seconds} s`),
          relaxations: list.relaxations,
          auth: 'expired',
          lifetime,
        },
      ],
    },
  ];
}

interface GuardedList {
  operation: Operation;
  request: PlannedRequest;
  relaxations: Relaxation[];
}

/** A list in what the token endpoint stands in that takes nobody without a token. */
export function guardedList(suite: Suite): GuardedList | undefined {
  const container = suite.tokenEndpoint?.segments[0]?.variable;
  const operation = suite.model.resources
    .map((resource) => resource.list)
    .find((o) => o?.judged && o.segments[0]?.variable === container && o.op.responses.some((r) => r.status === '401'));
  const base = operation && baseRequest(suite, operation);
  if (!operation || !base || operation.op.security.flat().length === 0) return undefined;
  const request = { method: 'GET', path: base.path, query: '', headers: plainHeaders(base) };
  return { operation, request, relaxations: base.relaxations ?? [] };
}

/** The least lifetime that the form takes, where a run can wait for its end. */
function shortest({ tokenEndpoint }: Suite): TokenLifetime | undefined {
  const range = tokenEndpoint && lifetimeOf(tokenEndpoint, LIFETIME);
  return range && range.least <= PATIENCE ? { field: LIFETIME, seconds: range.least } : undefined;
}

/** The lifetimes that a field of the form takes, in seconds, where the answer names what it gave. */
export function lifetimeOf({ api, op }: Operation, field: string): { least: number; most: number } | undefined {
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  const answer = op.responses.find((r) => r.status === '200')?.content[0]?.schema;
  const asked = form && api.resolve(form.schema).properties?.[field];
  if (!asked || !answer || !(field in (api.resolve(answer).properties ?? {}))) return undefined;
  const { type, minimum, maximum } = api.resolve(asked);
  const whole = [type].flat().includes('integer') && minimum !== undefined && minimum >= 1;
  return whole ? { least: minimum, most: maximum ?? minimum } : undefined;
}
