// Stories of passwords: an update that names one changes it, an update in part that names none leaves it.
import { parseBody, writeForm } from '../plan/body.js';
import { bodySchema, type Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import { type Suite, subjectOf } from '../plan/subject.js';
import type { CaseGroup } from '../plan/suite.js';
import { parsePath } from '../url/key-path.js';
import { type BaseRequest, baseRequest } from './base-request.js';
import { expectation } from './documented.js';
import { refused } from './refusal.js';
import { createdBy, pathOf, Telling } from './stories.js';

export function passwordGroups(suite: Suite): CaseGroup[] {
  const { account, tokenEndpoint } = suite;
  const create = account?.create;
  if (!account || !tokenEndpoint || !create?.judged) return [];
  const header = create.api.docs.placeholders.find((p) => p.in === 'header' && p.means === 'password')?.name;
  const made = baseRequest(suite, create);
  const login = baseRequest(suite, tokenEndpoint);
  if (header === undefined || !made?.json || !login || !carries(made, header)) return [];
  return account.updates.flatMap((update) => {
    const base = update.judged ? baseRequest(suite, update) : undefined;
    const takes = update.op.parameters.some((p) => p.in === 'header' && isNamed(p.name, header));
    if (!base || !takes) return [];
    const password = Object.entries(made.headers).filter(([name]) => isNamed(name, header));
    const others = Object.entries(base.headers).filter(([name]) => !isNamed(name, header));
    const parts: Parts = { suite, create, update, tokenEndpoint, made, base, login };
    return [
      ...changed(parts, Object.fromEntries([...others, ...password])),
      ...(update.op.method === 'PUT' ? [] : kept(parts, Object.fromEntries(others))),
    ];
  });
}

interface Parts {
  suite: Suite;
  create: Operation;
  update: Operation;
  tokenEndpoint: Operation;
  /** Documented requests: of the create, the update, the token endpoint. */
  made: BaseRequest;
  base: BaseRequest;
  login: BaseRequest;
}

function changed(parts: Parts, headers: Record<string, string>): CaseGroup[] {
  const told = begun(parts, 'password', headers, { password: 'longer' });
  if (!told) return [];
  const { tokenEndpoint } = parts;
  const { telling, login, needs } = told;
  telling.add('login', tokenEndpoint, login, expectation(tokenEndpoint.op), { password: 'longer', needs });
  const old = refused(tokenEndpoint, ['400', '401'], 'the password was changed');
  telling.add('old-password', tokenEndpoint, login, old, { needs });
  return told.telling.group();
}

function kept(parts: Parts, headers: Record<string, string>): CaseGroup[] {
  const { tokenEndpoint } = parts;
  const told = begun(parts, 'password-kept', headers, {});
  told?.telling.add('login', tokenEndpoint, told.login, expectation(tokenEndpoint.op), { needs: told.needs });
  return told?.telling.group() ?? [];
}

/** An account is made and updated; the login is one with its name, where the documented one goes to the same container. */
function begun(
  { suite, create, update, made, base, login }: Parts,
  what: string,
  headers: Record<string, string>,
  changes: Partial<Case>,
): { telling: Telling; login: BaseRequest; needs: string[] } | undefined {
  const telling = new Telling(`story/${update.op.id}-${what}`);
  const json = only(made, create);
  telling.add('create', create, { ...made, json, body: JSON.stringify(json) }, expectation(create.op, create));
  const [first] = telling.cases;
  const account = first && createdBy(suite, first, suite.account as NonNullable<Suite['account']>);
  const parsed = parseBody(login.body);
  const container = suite.locator.locate(parsePath(login.path)).at(-1)?.entity;
  if (!account || parsed.kind !== 'form' || container?.id !== account.parents[0]?.id) return undefined;
  const fields = new Map(parsed.fields);
  if (fields.get('grant_type') !== 'password' || !fields.has('username')) return undefined;
  const request = { ...base, path: pathOf(account), headers, json, body: JSON.stringify(json) };
  telling.add('update', update, request, expectation(update.op, update), changes);
  const after = subjectOf(suite, telling.cases[1] as Case).after ?? account;
  const body = writeForm([...fields.set('username', after.keys[0] ?? '')]);
  return { telling, login: { ...login, body }, needs: telling.cases.map((c) => c.id) };
}

/** What the create requires and no more: other fields may shut the account. */
function only({ json = {} }: BaseRequest, create: Operation): NonNullable<BaseRequest['json']> {
  const required = bodySchema(create)?.required ?? [];
  return Object.fromEntries(Object.entries(json).filter(([name]) => required.includes(name)));
}

function carries({ headers }: BaseRequest, header: string): boolean {
  return Object.keys(headers).some((name) => isNamed(name, header));
}

function isNamed(name: string, header: string): boolean {
  return name.toLowerCase() === header.toLowerCase();
}
