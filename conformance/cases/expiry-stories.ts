// A story of a token's lifetime (RFC 6749, section 5.1): when the shortest that may be asked for is over, it serves no more.
import type { TokenLifetime } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { baseRequest } from './base-request.js';
import { refused } from './refusal.js';
import { plainHeaders } from './stories.js';

/** Longest lifetime that a run waits for, in seconds. */
const PATIENCE = 2;
const LIFETIME = 'expires_in';

export function expiryGroups(suite: Suite): CaseGroup[] {
  const { account, model, tokenEndpoint } = suite;
  const lifetime = shortest(suite);
  if (!lifetime || !account?.create || !tokenEndpoint) return [];
  const container = tokenEndpoint.segments[0]?.variable;
  const list = model.resources
    .map((resource) => resource.list)
    .find((o) => o?.judged && o.segments[0]?.variable === container && o.op.responses.some((r) => r.status === '401'));
  const base = list && baseRequest(suite, list);
  if (!list || !base || list.op.security.flat().length === 0) return [];
  const id = `story/${tokenEndpoint.op.id}-expiry`;
  const { source } = tokenEndpoint.op.docs;
  return [
    {
      id,
      cases: [
        {
          id: `${id}/expired-token`,
          kind: 'story',
          title: `${list.op.summary ?? list.op.id} with a token whose lifetime is over`,
          level: 'MUST',
          operation: list,
          ...(source ? { source } : {}),
          request: { method: 'GET', path: base.path, query: '', headers: plainHeaders(base) },
          expect: refused(list, ['401'], `it was to serve ${lifetime.seconds} s`),
          relaxations: base.relaxations ?? [],
          auth: 'expired',
          lifetime,
        },
      ],
    },
  ];
}

/** The least lifetime that the form takes, where the answer names what it gave. */
function shortest({ tokenEndpoint }: Suite): TokenLifetime | undefined {
  if (!tokenEndpoint) return undefined;
  const { api, op } = tokenEndpoint;
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  const answer = op.responses.find((r) => r.status === '200')?.content[0]?.schema;
  const asked = form && api.resolve(form.schema).properties?.[LIFETIME];
  if (!asked || !answer || !(LIFETIME in (api.resolve(answer).properties ?? {}))) return undefined;
  const { type, minimum } = api.resolve(asked);
  const whole = [type].flat().includes('integer') && minimum !== undefined && minimum >= 1 && minimum <= PATIENCE;
  return whole ? { field: LIFETIME, seconds: minimum } : undefined;
}
