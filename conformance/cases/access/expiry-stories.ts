// A story of a token's lifetime (RFC 6749, section 5.1): when the shortest that may be asked for is over, it serves no more.
import type { Operation } from '../../plan/resources.js';
import type { PlannedRequest, Relaxation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { TokenLifetime } from '../../plan/token-asks.js';
import { baseRequest } from '../base-request.js';
import { plainHeaders, Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';

/** Longest lifetime that a run waits for, in seconds. */
export const PATIENCE = 2;
const LIFETIME = 'expires_in';

export function expiryGroups(suite: Suite): CaseGroup[] {
  const { account, tokenEndpoint } = suite;
  const lifetime = shortest(suite);
  const list = guardedList(suite);
  if (!lifetime || !list || !account?.create || !tokenEndpoint) return [];
  const telling = new Telling(`story/${tokenEndpoint.op.id}-expiry`);
  const add = (step: string, { operation, request, relaxations }: GuardedList): void => {
    const expect = refused(operation, ['401'], `it was to serve ${lifetime.seconds} s`);
    const title = `${operation.op.summary ?? operation.op.id} with a token whose lifetime is over`;
    telling.add(step, operation, request, expect, { title, relaxations, auth: 'expired', lifetime, needs: [] });
  };
  add('expired-token', list);
  // Its end counts for whatever is asked for: one of each method, at what the story has already.
  const { retrieve, create, updates, remove } = account;
  for (const operation of [retrieve, create, ...updates, remove]) {
    const base = operation?.judged && isGuarded(operation) ? baseRequest(suite, operation) : undefined;
    if (operation && base && operation.segments[0]?.variable === list.operation.segments[0]?.variable)
      add(`expired-${operation.op.method.toLowerCase()}`, {
        operation,
        request: base,
        relaxations: base.relaxations ?? [],
      });
  }
  return [{ id: telling.story, cases: telling.cases }];
}

/** Whether the documents say that nobody gets in without a token. */
function isGuarded({ op }: Operation): boolean {
  return op.security.flat().length > 0 && op.responses.some((r) => r.status === '401');
}

export interface GuardedList {
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
