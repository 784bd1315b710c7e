// Stories of tokens that an account got: nothing but they themselves serves (RFC 6750, section 3.1), only a refresh token of
// the same issuer renews (RFC 6749, section 6), and what a renewal gives is good for what the first was.
import { writeForm } from '../plan/body.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { type BaseRequest, baseRequest } from './base-request.js';
import { expectation } from './documented.js';
import { guardedList, lifetimeOf, PATIENCE } from './expiry-stories.js';
import { refused } from './refusal.js';
import { Telling } from './stories.js';

export function tokenGroups(suite: Suite): CaseGroup[] {
  const { account, tokenEndpoint } = suite;
  if (!account?.create || !tokenEndpoint) return [];
  return [...likenesses(suite, tokenEndpoint), ...renewals(suite, tokenEndpoint)];
}

/** An access token that is not quite the one that was issued. */
function likenesses(suite: Suite, tokenEndpoint: Operation): CaseGroup[] {
  const list = guardedList(suite);
  if (!list) return [];
  const telling = new Telling(`story/${tokenEndpoint.op.id}-token`);
  const expect = refused(list.operation, ['401'], 'nobody issued the token as it is');
  for (const auth of ['forged', 'extended'] as const)
    telling.add(`${auth}-token`, list.operation, list.request, expect, { auth, needs: [] });
  return telling.group();
}

const BESIDE: [NonNullable<Case['grant']>, step: string, because: string][] = [
  ['access', 'access-as-refresh', 'an access token is no refresh token'],
  ['forged', 'forged-refresh', 'nobody issued the refresh token as it is'],
  ['extended', 'extended-refresh', 'nobody issued the refresh token as it is'],
  ['foreign', 'foreign-refresh', 'another container issued the refresh token'],
];

function renewals(suite: Suite, tokenEndpoint: Operation): CaseGroup[] {
  const { api, op } = tokenEndpoint;
  const login = baseRequest(suite, tokenEndpoint);
  const field = api.docs.placeholders.find((p) => p.in === 'form' && p.means === 'refreshToken')?.name;
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  const fields = form ? (api.resolve(form.schema).properties ?? {}) : {};
  if (!login || field === undefined || !(field in fields)) return [];
  const asking = (more: [string, string][] = []): BaseRequest => ({
    ...login,
    body: writeForm([['grant_type', 'refresh_token'], [field, 'renewed'], ...more]),
  });
  const id = `story/${op.id}`;
  const refusing = new Telling(`${id}-renewal-refused`);
  const within = tokenEndpoint.segments.some((s) => s.variable !== undefined);
  for (const [grant, step, because] of BESIDE)
    if (grant !== 'foreign' || within)
      refusing.add(step, tokenEndpoint, asking(), refused(tokenEndpoint, ['400', '401'], because), {
        grant,
        needs: [],
      });
  return [...refusing.group(), ...renewed(suite, tokenEndpoint, asking), ...expired(tokenEndpoint, fields, asking)];
}

/** A renewal gives what it was asked for, and its token is taken for what it is. */
function renewed(
  suite: Suite,
  tokenEndpoint: Operation,
  asking: (more?: [string, string][]) => BaseRequest,
): CaseGroup[] {
  const lifetime = lifetimeOf(tokenEndpoint, 'expires_in');
  const telling = new Telling(`story/${tokenEndpoint.op.id}-renewal`);
  const seconds = lifetime && Math.round((lifetime.least + lifetime.most) / 2);
  telling.add(
    'renewal',
    tokenEndpoint,
    asking(seconds === undefined ? [] : [['expires_in', String(seconds)]]),
    expectation(tokenEndpoint.op),
  );
  const list = guardedList(suite);
  const refuses = list?.operation.op.responses.some((r) => r.status === '403');
  if (!list || !refuses || (list.operation.op.docs.privileges?.length ?? 0) === 0) return [];
  const expect = refused(list.operation, ['403'], 'the token is known, and its account has no roles');
  telling.add('renewed-token', list.operation, list.request, expect, { auth: 'renewed' });
  return telling.group();
}

/** A refresh token whose lifetime is over. */
function expired(
  tokenEndpoint: Operation,
  fields: object,
  asking: (more?: [string, string][]) => BaseRequest,
): CaseGroup[] {
  const field = Object.keys(fields).find((name) => /^refresh_(?:token_)?expires_in$/.test(name));
  const lifetime = field === undefined ? undefined : lifetimeOf(tokenEndpoint, field);
  if (field === undefined || !lifetime || lifetime.least > PATIENCE) return [];
  const telling = new Telling(`story/${tokenEndpoint.op.id}-refresh-expiry`);
  const because = `it was to serve ${lifetime.least} s`;
  telling.add('expired-refresh', tokenEndpoint, asking(), refused(tokenEndpoint, ['400', '401'], because), {
    lifetime: { field, seconds: lifetime.least },
  });
  return telling.cases.length > 0 ? [{ id: telling.story, cases: telling.cases }] : [];
}
