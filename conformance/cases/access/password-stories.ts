// Stories of passwords: an update that names one changes it, one that names none leaves it, whatever else it changes.
import { patternTest } from '../../../spec/contract/pattern.js';
import { mergedSchema } from '../../../spec/fitting/merged-schema.js';
import { MARKS } from '../../plan/account.js';
import type { Operation } from '../../plan/resources.js';
import type { Case } from '../../plan/story.js';
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { says } from '../../told/told.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { pathOf, Telling } from '../lifecycle/stories.js';
import { refused } from '../refusal.js';
import { isNamed, type Login, loginOf, passwordIn, withoutPassword } from './login.js';

export function passwordGroups(suite: Suite): CaseGroup[] {
  const login = loginOf(suite);
  if (!login) return [];
  const { header, made } = login;
  return login.account.updates.flatMap((update) => {
    const base = update.judged ? baseRequest(suite, update) : undefined;
    const takes = update.op.parameters.some((p) => p.in === 'header' && isNamed(p.name, header));
    if (!base || !takes) return [];
    const others = withoutPassword(base, login);
    const named = { ...others, ...passwordIn(made, login) };
    const parts: Parts = { suite, login, update, base };
    return [
      ...changed(parts, named),
      ...(takesMarks(login) ? marked(parts, named) : []),
      ...(update.op.method !== 'PUT' || keepsPassword(update) ? kept(parts, others) : []),
    ];
  });
}

/** "A password is only changed when the header holds one": what replaces the rest leaves it. */
function keepsPassword({ op }: Operation): boolean {
  return says(op.description, 'keepsPassword');
}

interface Parts {
  suite: Suite;
  login: Login;
  update: Operation;
  /** Its documented request. */
  base: BaseRequest;
}

function changed(parts: Parts, headers: Record<string, string>): CaseGroup[] {
  const { tokenEndpoint } = parts.login;
  const { telling, login, needs } = begun(parts, 'password', headers, parts.login.json, { password: 'longer' });
  telling.add('login', tokenEndpoint, login, expectation(tokenEndpoint.op), { password: 'longer', needs });
  const old = refused(tokenEndpoint, ['400', '401'], 'the password was changed');
  telling.add('old-password', tokenEndpoint, login, old, { needs });
  return telling.group();
}

/** Longest password that a run has without the marks, in characters. */
const PASSWORD = 20;

function takesMarks({ create, header }: Login): boolean {
  const schema = create.op.parameters.find((p) => p.in === 'header' && isNamed(p.name, header))?.schema;
  const { pattern, maxLength = Number.POSITIVE_INFINITY } = schema ? mergedSchema(create.api, schema) : {};
  const fits = typeof pattern === 'string' ? patternTest(pattern) : undefined;
  return fits?.(`P1${MARKS}`) === true && maxLength >= PASSWORD + MARKS.length;
}

/** What a form has to encode is what it was when that is read (RFC 6749, appendix B). */
function marked(parts: Parts, headers: Record<string, string>): CaseGroup[] {
  const { tokenEndpoint } = parts.login;
  const { telling, login, needs } = begun(parts, 'password-marks', headers, parts.login.json, { password: 'marked' });
  telling.add('login', tokenEndpoint, login, expectation(tokenEndpoint.op), { password: 'marked', needs });
  return telling.group();
}

/** Where the documented update gives another name, the password goes along with that, and the old name opens nothing. */
function kept(parts: Parts, headers: Record<string, string>): CaseGroup[] {
  const { account, entity, json, tokenEndpoint } = parts.login;
  const property = account.keys[0]?.property;
  const name = property === undefined ? undefined : parts.base.json?.[property];
  const renames = property !== undefined && typeof name === 'string' && name !== entity.keys[0];
  const body = renames ? { ...json, [property]: name } : json;
  const { telling, login, needs } = begun(parts, 'password-kept', headers, body);
  telling.add('login', tokenEndpoint, login, expectation(tokenEndpoint.op), { needs });
  if (renames) {
    const gone = refused(tokenEndpoint, ['400', '401'], 'the account has another name');
    const old = parts.login.as(entity.keys[0] ?? '');
    telling.add('old-name', tokenEndpoint, old, gone, { needs, absent: [entity] });
  }
  return telling.group();
}

/** An account is made and updated; the login is one with the name that it has then. */
function begun(
  { suite, login, update, base }: Parts,
  what: string,
  headers: Record<string, string>,
  body: Login['json'],
  changes: Partial<Case> = {},
): { telling: Telling; login: BaseRequest; needs: string[] } {
  const { create, entity, json, made } = login;
  const telling = new Telling(`story/${update.op.id}-${what}`);
  if (create.judged)
    telling.add('create', create, { ...made, json, body: JSON.stringify(json) }, expectation(create.op, create));
  const request = { ...base, path: pathOf(entity), headers, json: body, body: JSON.stringify(body) };
  telling.add('update', update, request, expectation(update.op, update), changes);
  const after = subjectOf(suite, telling.cases.at(-1) as Case).after ?? entity;
  return { telling, login: login.as(after.keys[0] ?? ''), needs: telling.cases.map((c) => c.id) };
}
