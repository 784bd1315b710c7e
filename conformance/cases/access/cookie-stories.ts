// Stories of a login by cookie: it counts only together with the value that the token endpoint gave along with it.
import { conditionOf, onlyValue } from '../../assess/conditional-fields.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import type { CookieLogin } from '../../plan/token-asks.js';
import { says } from '../../told/told.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { asking } from '../lists/query-cases.js';
import { documents, refused } from '../refusal.js';
import { guardedList } from './expiry-stories.js';

export function cookieGroups(suite: Suite): CaseGroup[] {
  const { account, tokenEndpoint } = suite;
  const list = guardedList(suite);
  const cookie = tokenEndpoint && list && cookieLogin(tokenEndpoint, list.operation);
  if (!account?.create || !cookie) return [];
  const telling = new Telling(`story/${tokenEndpoint.op.id}-cookie`);
  const add = (auth: NonNullable<Case['auth']>, status: string, because: string, changes: Partial<Case> = {}): void => {
    const expect = refused(list.operation, [status], because);
    telling.add(auth, list.operation, list.request, expect, { auth, cookie, needs: [], ...changes });
  };
  add('cookie-alone', '401', `there is no ${cookie.peer} beside the cookie`);
  add('cookie-other-peer', '401', `${cookie.peer} is not the one that came with the cookie`);
  // Where it leads is known by what it may not; servers may know no cookies: told, not judged.
  if (documents(list.operation, '403') && (list.operation.op.docs.privileges?.length ?? 0) > 0)
    add('cookie', '403', 'the cookie is known, and its account has no roles', { level: 'SHOULD' });
  const { description } = list.operation.op.parameters.find(({ name }) => name === cookie.peer) ?? {};
  if (!says(description, 'onlyWithoutToken')) return telling.group();
  add('cookie-beside-bad', '401', 'nobody issued the token, and beside one no cookie is read');
  const request = asking(list.request, cookie.peer, 'docproof-none');
  telling.add('beside-token', list.operation, request, expectation(list.operation.op), { needs: [] });
  return telling.group();
}

/** A value of the token endpoint's answer that comes only where a cookie is asked for, and that others take in their query. */
function cookieLogin({ api, op }: Operation, list: Operation): CookieLogin | undefined {
  const answer = op.responses.find((r) => r.status === '200');
  const schema = answer?.content[0]?.schema;
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  const peer = api.docs.placeholders.find((p) => p.in === 'query' && p.means === 'cookiePeer')?.name;
  const taken = list.op.parameters.some(({ in: place, name }) => place === 'query' && name === peer);
  const gives = answer?.headers.some(({ name }) => /^set-cookie$/i.test(name));
  if (!schema || !form || peer === undefined || !taken || !gives) return undefined;
  const { properties = {} } = api.resolve(form.schema);
  const condition = conditionOf(api.resolve(schema).properties?.[peer]?.description, new Set(Object.keys(properties)));
  const value = condition?.value ?? onlyValue(api, properties[condition?.field ?? '']);
  return condition && value !== undefined ? { field: condition.field, value, peer } : undefined;
}
