// Stories of accounts that are made through something else: their password opens them as well.
import { type Suite, subjectOf } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { baseRequest, withJson } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { isNamed, loginOf, passwordIn } from './login.js';

export function madeThroughGroups(suite: Suite): CaseGroup[] {
  const login = loginOf(suite);
  if (!login || !suite.hasCommands) return [];
  const { account, create, header, json, tokenEndpoint } = login;
  return suite.model.operations.flatMap((operation) => {
    const { judged, op } = operation;
    const other = judged && op.method === 'POST' && !op.docs.aliasOf && operation !== create;
    const takes = other && op.parameters.some((p) => p.in === 'header' && isNamed(p.name, header));
    const base = takes ? baseRequest(suite, operation) : undefined;
    if (!base?.json || Object.keys(passwordIn(base, login)).length === 0) return [];
    const telling = new Telling(`story/${op.id}-login`);
    // Fields that are not required may shut the account.
    const required = Object.keys(json).flatMap((name) => (base.json?.[name] === undefined ? [] : [name]));
    const plain = Object.fromEntries(required.map((name) => [name, base.json?.[name] ?? null]));
    const request = withJson(base, plain);
    telling.add('create', operation, request, { ...expectation(op, operation), effect: 'made' });
    const [first] = telling.cases;
    const made = first && subjectOf(suite, first).after;
    const name = made?.keys[0];
    if (made?.resource !== account || name == null) return [];
    const because = 'the account was made with this password';
    telling.add('login', tokenEndpoint, login.as(name), { ...expectation(tokenEndpoint.op), because });
    return telling.group();
  });
}
