// Stories of tokens that an account got: nothing but they themselves serves (RFC 6750, section 3.1), only a refresh token of
// the same issuer renews (RFC 6749, section 6), and what a renewal gives is good for what the first was.
import { parseBody, writeForm } from '../../plan/body.js';
import type { Operation } from '../../plan/resources.js';
import type { Case, Level } from '../../plan/story.js';
import type { Suite } from '../../plan/subject.js';
import type { CaseGroup } from '../../plan/suite.js';
import { type BaseRequest, baseRequest } from '../base-request.js';
import { expectation } from '../documented.js';
import { Telling } from '../lifecycle/stories.js';
import { listsError, refused } from '../refusal.js';
import { type GuardedList, guardedList, lifetimeOf, PATIENCE } from './expiry-stories.js';
import { conditions } from './token-cases.js';

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
  schemes(telling, list);
  return telling.group();
}

/** The right token by another scheme than Bearer, where the error list has a message for it; case does not count in one. */
function schemes(telling: Telling, { operation, request }: GuardedList): void {
  const { api, op } = operation;
  const bearer = op.security.flat().every((name) => /^bearer$/i.test(api.securitySchemes[name]?.scheme ?? ''));
  if (!bearer || !listsError(operation, 401, /\bscheme\b/i)) return;
  const expect = refused(operation, ['401'], 'the error list has a message for another scheme');
  for (const auth of ['other-scheme', 'schemeless'] as const)
    telling.add(auth, operation, request, expect, { auth, needs: [] });
  // RFC 9110, section 11.1; the documents do not say so.
  const taken = expectation(op);
  telling.add('lower-scheme', operation, request, taken, { auth: 'lower-scheme', needs: [], level: 'SHOULD' });
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
  for (const { step, body, verbatim, because, ...changes } of unissued(tokenEndpoint, login, fields)) {
    const expect = refused(tokenEndpoint, ['400', '401'], because);
    refusing.add(step, tokenEndpoint, { ...login, body, verbatim }, expect, { needs: [], ...changes });
  }
  return [
    ...refusing.group(),
    ...renewed(suite, tokenEndpoint, fields, asking),
    ...expired(tokenEndpoint, fields, asking),
  ];
}

/** RFC 7522, section 2.1. */
const SAML2_BEARER = 'urn:ietf:params:oauth:grant-type:saml2-bearer';
const NOBODYS = 'docproof-none';

interface Unissued {
  step: string;
  body: string;
  verbatim: string[];
  because: string;
  level: Level;
  astray?: true;
}

/** Tokens of others, for a login or for the application that asks, that nobody issued. */
function unissued({ api, op }: Operation, { body }: BaseRequest, fields: object): Unissued[] {
  const named = (means: string): string | undefined =>
    api.docs.placeholders.find((p) => p.in === 'form' && p.means === means && p.name in fields)?.name;
  const found: Unissued[] = [];
  const assertion = named('samlAssertion');
  if (assertion !== undefined && JSON.stringify(op.body).includes(SAML2_BEARER)) {
    const asserting: [string, string][] = [
      ['grant_type', SAML2_BEARER],
      [assertion, NOBODYS],
    ];
    const because = 'nobody issued the assertion';
    found.push({
      step: 'unknown-assertion',
      body: writeForm(asserting),
      verbatim: [assertion],
      because,
      level: 'MUST',
    });
    const astray = 'the assertion is for the container that issued it';
    const shown = writeForm([asserting[0], [assertion, 'issued']] as [string, string][]);
    const audience = named('audience');
    if (audience !== undefined)
      found.push({ step: 'astray-assertion', body: shown, verbatim: [], because: astray, level: 'MUST', astray: true });
  }
  const secret = named('clientSecret');
  const parsed = parseBody(body);
  const says = (api.docs.errors ?? []).some((e) => e.oauth !== undefined && /\bclient secret\b/i.test(e.message));
  if (secret !== undefined && parsed.kind === 'form' && 'client_id' in fields && says) {
    const proving = writeForm([...parsed.fields, ['client_id', 'https://app.example/'], [secret, NOBODYS]]);
    // A server that knows no applications leaves out what it does not read (RFC 6749, section 3.2).
    const because = 'nobody issued the token of the application';
    const verbatim = ['client_id', secret];
    found.push({ step: 'unknown-client-secret', body: proving, verbatim, because, level: 'SHOULD' });
  }
  return found;
}

/** A renewal gives what it was asked for, and its token is taken for what it is. */
function renewed(
  suite: Suite,
  tokenEndpoint: Operation,
  fields: object,
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
  // What is asked for by a switch comes whatever the caller is known by.
  for (const { field, value } of conditions(tokenEndpoint, new Set(Object.keys(fields))))
    if (value === 'true')
      telling.add(`with-${field}`, tokenEndpoint, asking([[field, value]]), expectation(tokenEndpoint.op));
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
