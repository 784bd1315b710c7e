// A story of what a login tells of the ones before it: when the last one was, and how many failed since.
import type { Schema } from '../../../spec/contract/api.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import type { Expectation } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { varied } from '../varied.js';
import { loginOf } from './login.js';

export function loginCountGroups(suite: Suite): CaseGroup[] {
  const login = loginOf(suite);
  if (!login?.create.judged || !suite.hasCommands) return [];
  const { account, create, made, json, tokenEndpoint, entity } = login;
  const { api, op } = tokenEndpoint;
  const schema = op.responses.find((r) => r.status === '200')?.content[0]?.schema;
  const fields = Object.entries((schema && mergedSchema(api, schema).properties) ?? {});
  const named = (fits: (text: string | undefined) => boolean): string | undefined =>
    fields.find(([, raw]) => mayBeInteger(mergedSchema(api, raw)) && fits(mergedSchema(api, raw).description))?.[0];
  const before = named((text) => says(text, 'loginBefore') && !says(text, 'failed') && says(text, 'canBeNull'));
  const failed = named((text) => says(text, 'failedSince'));
  if (before === undefined && failed === undefined) return [];
  const telling = new Telling(`story/${op.id}-counts`);
  const body = { json, body: JSON.stringify(json) };
  telling.add('create', create, { ...made, ...body }, { ...expectation(create.op), effect: 'made' });
  const needs = telling.cases.map(({ id }) => id);
  const log = (
    step: string,
    shows: Expectation['shows'],
    alsoRefused: string[] = [],
    { as = entity.keys[0] ?? '', builds = needs, later = false } = {},
  ): void => {
    const expect = { ...expectation(op), ...(shows ? { shows } : {}) };
    expect.statuses = [...expect.statuses, ...alsoRefused];
    telling.add(step, tokenEndpoint, login.as(as), expect, { needs: builds, ...(later ? { later } : {}) });
  };
  log(
    'first',
    before === undefined ? undefined : { property: before, value: null, because: 'there was no login before' },
  );
  log('second', before === undefined ? undefined : { property: before, not: null, because: 'there was one before' });
  if (failed === undefined) return telling.group();
  const refusal = refused(tokenEndpoint, ['400', '401'], 'it is not the password');
  const other = varied(suite, entity.keys[0] ?? '', 2)[1];
  const property = account.keys[0]?.property;
  if (other !== undefined && property !== undefined) {
    const expect = { ...expectation(create.op), effect: 'made' as const };
    telling.add('create-other', create, withJson(made, { ...json, [property]: other }), expect, { needs: [] });
    const [created] = telling.cases.slice(-1);
    telling.add('wrong-other', tokenEndpoint, login.as(other), refusal, {
      needs: created ? [created.id] : [],
      password: 'longer',
    });
    log('after-wrong-other', { property: failed, value: 0, because: 'only one of another account failed' }, [
      '400',
      '401',
    ]);
    // Who only tried has not been let in yet.
    const tried = telling.cases.slice(-3, -1).map(({ id }) => id);
    if (before !== undefined)
      log(
        'first-after-wrong',
        { property: before, value: null, because: 'there was no login before' },
        ['400', '401'],
        { as: other, builds: tried, later: true },
      );
  }
  telling.add('wrong', tokenEndpoint, login.as(entity.keys[0] ?? ''), refusal, { needs, password: 'longer' });
  // Whether a failed login shuts an account for a while, the documents leave open. A login that comes too early may count as
  // another failure: what is told next cannot be known.
  log('after-failure', { property: failed, value: 1, because: 'one failed' }, ['400', '401'], { later: true });
  // Since the login before this one, that is: it failed once before that.
  const last = telling.cases.slice(-1).map(({ id }) => id);
  log('after-login', { property: failed, value: 0, because: 'none failed since the one before' }, ['400', '401'], {
    builds: last,
  });
  return telling.group();
}

function mayBeInteger({ type }: Schema): boolean {
  return type === undefined || [type].flat().includes('integer') || [type].flat().includes('number');
}
