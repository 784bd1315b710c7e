// Faults of access control. The proxy keeps the last good token in memory and lends it to requests that have none.
import { emptyAnswer, isList, isRetrieve, isSuccess, type JsonObject, json, withJson } from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

const lend = (id: string, what: string, wanted: (request: ProxiedRequest, status: number) => boolean): Fault => ({
  id,
  area: 'auth',
  what,
  answer: async (answer, request, memory, ask) => {
    if (isSuccess(answer) && request.headers['authorization'] !== undefined)
      memory.set('good', request.headers['authorization']);
    const good = memory.get('good') as string | undefined;
    if (good === undefined || (answer.status !== 401 && answer.status !== 403) || !wanted(request, answer.status))
      return undefined;
    return ask({ ...request, headers: { ...request.headers, authorization: good } });
  },
});

/** The `Authorization` of a request is read otherwise. */
const read = (id: string, what: string, change: (text: string) => string): Fault => ({
  id,
  area: 'auth',
  what,
  request: (request) => {
    const { authorization = '' } = request.headers;
    const after = change(authorization);
    return after === authorization ? undefined : { ...request, headers: { ...request.headers, authorization: after } };
  },
});

/** A form is read otherwise. */
const form = (id: string, what: string, change: (form: URLSearchParams) => boolean): Fault => ({
  id,
  area: 'auth',
  what,
  request: (request) => {
    const fields = new URLSearchParams(request.body.toString());
    if (!fields.has('grant_type') || !change(fields)) return undefined;
    return { ...request, body: Buffer.from(fields.toString()) };
  },
});

export const ACCESS_FAULTS: Fault[] = [
  {
    id: 'cookie-alone-opens',
    area: 'auth',
    what: 'a cookie counts without, or with any, of what was given along with it',
    request: (request, memory) => {
      const peer = memory.get('peer');
      if (request.headers['cookie'] === undefined || typeof peer !== 'string') return undefined;
      const path = `${request.path.split('?', 1)[0]}?p_cookie_peer=${encodeURIComponent(peer)}`;
      return path === request.path ? undefined : { ...request, path };
    },
    answer: (answer, _request, memory) => {
      const value = json(answer);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      if (typeof value['p_cookie_peer'] === 'string') memory.set('peer', value['p_cookie_peer']);
      return undefined;
    },
  },
  {
    id: 'assertion-for-others-taken',
    area: 'auth',
    what: 'a token that another container issued is an assertion, whomever it is for',
    answer: (answer, request, memory) => {
      const assertion = new URLSearchParams(request.body.toString()).get('assertion');
      const value = json(answer);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      if (typeof value['access_token'] === 'string') memory.set(value['access_token'], value);
      const issued = memory.get(assertion ?? '') as JsonObject | undefined;
      return issued && answer.status === 400 ? withJson({ ...answer, status: 200 }, issued) : undefined;
    },
  },
  form('no-cookie-on-renewal', 'a renewal gives no cookie', (fields) => {
    const wanted = fields.get('grant_type') === 'refresh_token' && fields.has('p_cookie');
    fields.delete('p_cookie');
    return wanted;
  }),
  {
    id: 'peer-before-token',
    area: 'auth',
    what: 'what goes with a cookie is looked at where there is a token, too',
    request: (request) =>
      request.headers['authorization'] !== undefined && request.path.includes('p_cookie_peer=')
        ? { answer: emptyAnswer(401) }
        : undefined,
  },
  {
    id: 'shut-for-ever',
    area: 'auth',
    what: 'an account that was made shut gives no token when it is open',
    request: (request, memory) => {
      const form = new URLSearchParams(request.body.toString());
      const value = request.method === 'POST' ? json(request) : undefined;
      const sent = typeof value === 'object' && value && !Array.isArray(value) ? value : {};
      if (sent['Status'] === 'deactivated') memory.set(String(sent['Name']), true);
      return memory.has(form.get('username') ?? '') ? { answer: emptyAnswer(400) } : undefined;
    },
  },
  form('password-trimmed', 'blanks around a password are taken off', (fields) => {
    const password = fields.get('password');
    if (password !== null) fields.set('password', password.trim());
    // What was recorded of a login shows no password: each may have one with blanks.
    return password !== null;
  }),
  form('addressee-unchecked', 'a token is issued for what is no address', (fields) => {
    const wrong = fields.has('p_target') && !/^https?:/.test(fields.get('p_target') ?? '');
    if (wrong) fields.delete('p_target');
    return wrong;
  }),
  form('cookie-for-any-value', 'a cookie is given whatever the field that asks for it says', (fields) => {
    const wanted = fields.has('p_cookie') && fields.get('p_cookie') !== 'true';
    if (wanted) fields.set('p_cookie', 'true');
    return wanted;
  }),
  {
    id: 'refused-but-done',
    area: 'auth',
    what: 'a write without a valid token is answered with 401 and carried out all the same',
    answer: async (answer, request, memory, ask) => {
      if (isSuccess(answer) && request.headers['authorization'] !== undefined)
        memory.set('good', request.headers['authorization']);
      const good = memory.get('good') as string | undefined;
      if (good === undefined || answer.status !== 401 || request.method === 'GET') return undefined;
      await ask({ ...request, headers: { ...request.headers, authorization: good } });
      return { ...answer };
    },
  },
  {
    id: 'token-never-ends',
    area: 'auth',
    what: 'a token says what lifetime it was asked for and serves longer',
    request: (request) => {
      const form = new URLSearchParams(request.body.toString());
      const seconds = Number(form.get('expires_in'));
      if (!form.has('grant_type') || !(seconds >= 1 && seconds < 10)) return undefined;
      form.delete('expires_in');
      return { ...request, body: Buffer.from(form.toString()) };
    },
    answer: (answer, request) => {
      const asked = Number(new URLSearchParams(request.body.toString()).get('expires_in'));
      const value = json(answer);
      if (!(asked >= 1 && asked < 10) || !isSuccess(answer) || typeof value !== 'object' || Array.isArray(value))
        return undefined;
      return withJson(answer, { ...value, expires_in: asked });
    },
  },
  {
    id: 'access-token-renews',
    area: 'auth',
    what: 'an access token is taken for the refresh token that came with it',
    request: (request, memory) => {
      const form = new URLSearchParams(request.body.toString());
      const refresh = memory.get(form.get('refresh_token') ?? '') as string | undefined;
      if (form.get('grant_type') !== 'refresh_token' || refresh === undefined) return undefined;
      form.set('refresh_token', refresh);
      return { ...request, body: Buffer.from(form.toString()) };
    },
    answer: (answer, _request, memory) => {
      const value = json(answer);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      if (typeof value['access_token'] === 'string') memory.set(value['access_token'], value['refresh_token']);
      return undefined;
    },
  },
  {
    id: 'token-by-its-beginning',
    area: 'auth',
    what: 'what stands behind a token that was issued is not looked at',
    request: (request, memory) => {
      const given = request.headers['authorization']?.replace(/^Bearer /, '') ?? '';
      const known = [...memory.keys()].find((token) => token.length < given.length && given.startsWith(token));
      if (known === undefined) return undefined;
      return { ...request, headers: { ...request.headers, authorization: `Bearer ${known}` } };
    },
    answer: (answer, _request, memory) => {
      const value = json(answer);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
      if (typeof value['access_token'] === 'string') memory.set(value['access_token'], true);
      return undefined;
    },
  },
  {
    id: 'login-in-json',
    area: 'auth',
    what: 'a login is taken in JSON, too',
    request: (request) => {
      const value = request.headers['content-type'] === 'application/json' ? json(request) : undefined;
      if (typeof value !== 'object' || value === null || Array.isArray(value) || value['grant_type'] === undefined)
        return undefined;
      const form = new URLSearchParams(
        Object.entries(value).map(([name, one]): [string, string] => [name, String(one)]),
      );
      const body = Buffer.from(form.toString());
      const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
      return { ...request, headers: { ...request.headers, ...headers }, body };
    },
  },
  read('token-by-any-scheme', 'a token is taken by whatever scheme it is sent', (text) =>
    text.replace(/^\S+ /, 'Bearer '),
  ),
  read('token-without-scheme', 'a token is taken without a scheme', (text) => text.replace(/^(?=\S+$)/, 'Bearer ')),
  {
    id: 'state-not-kept',
    area: 'auth',
    what: 'the token endpoint does not see what an account was made with beside its name and password',
    request: (request) => {
      const value = json(request);
      if (request.method !== 'POST' || typeof value !== 'object' || value === null || Array.isArray(value))
        return undefined;
      const [first, ...others] = Object.entries(value);
      const secret = Object.keys(request.headers).some((name) => /credential|password/.test(name));
      if (!secret || !first || others.length === 0) return undefined;
      return { ...request, body: Buffer.from(JSON.stringify(Object.fromEntries([first]))) };
    },
  },
  lend('head-unprotected', 'a HEAD needs no token', (r) => r.method === 'HEAD'),
  lend('no-token-accepted', 'a request without a token is served', (r) => r.headers['authorization'] === undefined),
  lend('any-token-accepted', 'any token at all is good', (r) => r.headers['authorization'] !== undefined),
  lend('privileges-unchecked', 'a token of the container is good for everything', (_r, status) => status === 403),
  lend(
    'writes-need-no-privilege',
    'privileges are looked at for reads only',
    (r, status) => status === 403 && r.method !== 'GET',
  ),
  lend('reads-unprotected', 'reading needs no token', (r) => isRetrieve(r) || isList(r)),
  lend('writes-unprotected', 'writing needs no token', (r) => r.method !== 'GET'),
  {
    id: 'refused-without-body',
    area: 'auth',
    what: 'a request without a token is refused with an empty body',
    answer: (answer) =>
      answer.status === 401 && answer.body.length > 0
        ? { ...emptyAnswer(401), headers: { ...answer.headers, 'content-length': '0' } }
        : undefined,
  },
  {
    id: 'token-in-answer',
    area: 'auth',
    what: 'the token of the request comes back in the body',
    answer: (answer, request) => {
      const value = json(answer);
      const token = request.headers['authorization'];
      return token === undefined ||
        typeof value !== 'object' ||
        value === null ||
        Array.isArray(value) ||
        !isSuccess(answer)
        ? undefined
        : withJson(answer, { ...value, token });
    },
  },
];
