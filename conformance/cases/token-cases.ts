// Derived cases of a token endpoint (RFC 6749, section 5.2): proofs that are none, parts that are missing or out of range.
import type { Schema } from '../../spec/contract/api.js';
import { type Condition, conditionOf } from '../assess/conditional-fields.js';
import { parseBody, writeForm } from '../plan/body.js';
import { entityOf } from '../plan/entities.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { Suite } from '../plan/subject.js';
import { parsePath } from '../url/key-path.js';
import type { BaseRequest } from './base-request.js';
import type { Derived } from './derived.js';
import { expectation } from './documented.js';
import { refused } from './refusal.js';

/** What is sent for a field instead of the documented value; undefined leaves it out. */
type Changes = Record<string, string | undefined>;

/** What a server takes for the password that cuts it, or compares it without regard to case. */
const NEARLY: [NonNullable<Case['password']>, title: string][] = [
  ['longer', 'with a character behind the password'],
  ['shorter', "without the password's last character"],
  ['other-case', 'with the password in capitals and small letters exchanged'],
];

export function tokenCases(suite: Suite, operation: Operation, base: BaseRequest): Derived[] {
  const parsed = parseBody(base.body);
  if (suite.tokenEndpoint !== operation || parsed.kind !== 'form') return [];
  const fields = new Map(parsed.fields);
  const named = (means: string): string | undefined =>
    operation.api.docs.placeholders.find((p) => p.in === 'form' && p.means === means)?.name;
  const password = named('password') ?? 'password';
  if (fields.get('grant_type') !== 'password' || !fields.has('username') || !fields.has(password)) return [];
  const wrong = (what: string, title: string, changes: Changes, because: string): Derived => {
    const body = writeForm([...new Map([...fields, ...Object.entries(changes)])].flatMap(given));
    const request = { ...base, body, verbatim: Object.keys(changes) };
    const expect = refused(operation, ['400', '401'], because);
    return { what, title, level: 'MUST', changes: { request, expect } };
  };
  // Where there is an account with that password, it is not taken for the one that is asked for.
  const besideAnother = (one: Derived): Derived => {
    const parents = suite.locator.locate(parsePath(base.path)).map((l) => l.entity);
    const there = suite.account ? [entityOf(suite.account, [fields.get('username') ?? null], parents)] : [];
    return { ...one, changes: { ...one.changes, exists: there } };
  };
  const found = [
    wrong('wrong-password', 'with a wrong password', { [password]: 'docproof-wrong-1' }, 'it is not the password'),
    ...NEARLY.map(([how, title]): Derived => {
      const expect = refused(operation, ['400', '401'], 'it is not the password');
      return { what: `password/${how}`, title, level: 'MUST', changes: { request: base, password: how, expect } };
    }),
    besideAnother(
      wrong('unknown-account', 'for an account that there is not', { username: 'docproofnobody' }, 'no such account'),
    ),
    wrong('unknown-grant', 'by a grant that there is not', { grant_type: 'docproof-none' }, 'no such grant type'),
    wrong('missing/grant_type', 'without grant_type', { grant_type: undefined }, 'grant_type is required'),
    wrong(`missing/${password}`, 'without the password', { [password]: undefined }, 'the grant requires it'),
  ];
  const refresh = named('refreshToken');
  const { properties = {} } = formSchema(operation);
  if (refresh !== undefined && refresh in properties) {
    const changes = { grant_type: 'refresh_token', username: undefined, [password]: undefined };
    const because = 'nobody issued the refresh token';
    found.push(
      wrong('unknown-refresh-token', 'renewal of nothing', { ...changes, [refresh]: 'docproof-none' }, because),
    );
  }
  for (const [name, schema] of Object.entries(properties))
    for (const value of beyond(operation.api.resolve(schema)))
      found.push(
        wrong(`beyond/${name}/${value}`, `${name}=${value}`, { [name]: value }, `${name} has a documented range`),
      );
  for (const { field, value } of conditions(operation, new Set(Object.keys(properties))))
    if (value !== undefined && !fields.has(field)) {
      const request = { ...base, body: writeForm([...fields, [field, value]]) };
      const changes = { request, expect: expectation(operation.op, operation) };
      found.push({ what: `with/${field}`, title: `with ${field}=${value}`, level: 'MUST', changes });
    }
  const answer = operation.op.responses.find((r) => r.status === '200')?.content[0]?.schema;
  const shown = answer ? (operation.api.resolve(answer).properties ?? {}) : {};
  for (const [name, schema] of Object.entries(properties))
    for (const [what, value] of name in shown ? inside(operation.api.resolve(schema)) : []) {
      const body = writeForm([...new Map([...fields, [name, String(value)]])]);
      const expect = { ...expectation(operation.op, operation), shows: { property: name, value } };
      const title = `with ${name}=${value}`;
      found.push({ what: `${what}/${name}`, title, level: 'MUST', changes: { request: { ...base, body }, expect } });
    }
  return found;
}

/** What the documents of the answer make depend on the request, each once. */
function conditions({ api, op }: Operation, fields: ReadonlySet<string>): Condition[] {
  const answer = op.responses.find((r) => r.status === '200');
  const schema = answer?.content[0]?.schema;
  const described = [
    ...(answer?.headers ?? []),
    ...Object.values(schema ? (api.resolve(schema).properties ?? {}) : {}),
  ].flatMap(({ description }) => conditionOf(description, fields) ?? []);
  return [...new Map(described.map((one) => [one.field, one])).values()];
}

/** Whole numbers of a documented range: one well within it, the least and the most. */
function inside({ type, minimum, maximum }: Schema): [what: string, value: number][] {
  if (![type].flat().includes('integer') || minimum === undefined || maximum === undefined) return [];
  return [
    ['asked', Math.round((minimum + maximum) / 2)],
    ['least', minimum],
    ['most', maximum],
  ];
}

function given([name, value]: [string, string | undefined]): [string, string][] {
  return value === undefined ? [] : [[name, value]];
}

function formSchema({ api, op }: Operation): Schema {
  const form = op.body?.content.find((m) => /x-www-form-urlencoded/i.test(m.type));
  return form ? api.resolve(form.schema) : {};
}

/** The whole numbers next to a documented range. */
function beyond({ type, minimum, maximum }: Schema): string[] {
  if (![type].flat().includes('integer')) return [];
  return [
    ...(minimum === undefined ? [] : [String(minimum - 1)]),
    ...(maximum === undefined ? [] : [String(maximum + 1)]),
  ];
}
