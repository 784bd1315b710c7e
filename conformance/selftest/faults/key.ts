// Faults of keys and URL forms: aliases that do not work, keys decoded wrongly, routes that are too loose.
import { emptyAnswer, isRetrieve, isSuccess, json, segments, withJson } from '../exchange-shape.js';
import type { Fault, ProxiedRequest } from '../fault.js';

const notFound = {
  answer: withJson(
    { ...emptyAnswer(404), headers: { 'content-type': 'application/json' } },
    { code: 'NOT-FOUND', message: { lang: 'en', value: 'no such resource' } },
  ),
};

/** Refuses URLs whose keys are written in one of the documented forms. */
const refuse = (id: string, what: string, form: (path: string) => boolean): Fault => ({
  id,
  area: 'key',
  what,
  request: (request) => (form(decode(request.path)) ? notFound : undefined),
});

/** Where nothing has the key, it is looked for by another one. */
const asked = (id: string, what: string, read: (path: string) => string): Fault => ({
  id,
  area: 'key',
  what,
  answer: async (answer, request, _memory, ask) => {
    const path = read(request.path);
    if (request.method !== 'GET' || isSuccess(answer) || path === request.path) return undefined;
    const other = await ask({ ...request, path });
    return other.status === 200 ? other : undefined;
  },
});

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const isAlias = (request: ProxiedRequest): boolean => request.operation?.docs.aliasOf !== undefined;

export const KEY_FAULTS: Fault[] = [
  {
    id: 'field-in-key-ignored',
    area: 'key',
    what: 'a part of a key that tells nothing apart is not compared',
    request: (request) => {
      const path = request.path.replace(/,[A-Za-z]+=(?:'|%27)urn[^,()]*(?=\))/, '');
      return path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'other-owner-taken',
    area: 'key',
    what: 'what is made through something belongs to that, though the body names another one',
    request: (request) => {
      const [, kind, name] = /\/(\w+)\((?:Name=)?'([^']*)'[^/]*\)\/_\w+$/.exec(decode(request.path)) ?? [];
      const body = request.method === 'POST' ? (json(request) as Record<string, unknown> | undefined) : undefined;
      const named = body?.[`_${kind}.Name`];
      if (typeof named !== 'string' || named === name) return undefined;
      return { ...request, body: Buffer.from(JSON.stringify({ ...body, [`_${kind}.Name`]: name })) };
    },
  },
  {
    id: 'old-address-stays',
    area: 'key',
    what: 'what stands in something that got another name is also found under the old one',
    request: (request, memory) => {
      const [, first = ''] = request.path.split('/');
      const body = request.method === 'PUT' && first.startsWith('__') ? json(request) : undefined;
      const [, old] = /\('([^']*)'\)$|='([^']*)'\)$/.exec(request.path)?.filter(Boolean) ?? [];
      if (typeof body === 'object' && body && !Array.isArray(body) && old) memory.set(old, body['Name']);
      const now = request.method === 'GET' ? memory.get(first) : undefined;
      if (typeof now !== 'string' || now === first) return undefined;
      return { ...request, path: request.path.replace(first, now) };
    },
  },
  {
    id: 'new-owner-ignored',
    area: 'key',
    what: 'what belongs to something stays there when another owner is made through it',
    request: (request) => {
      const path = request.path.replace(/\/[A-Za-z]+\([A-Za-z]+='[^']*',_Box\.Name='[^']*'\)\/_Box$/, '/Box');
      return request.method !== 'POST' || path === request.path ? undefined : { ...request, path };
    },
  },
  {
    id: 'key-link-made',
    area: 'link',
    what: 'a link that is part of a key is acknowledged as one that was made',
    answer: (answer, request) =>
      request.method === 'POST' && /\$links\/[^/]*$/.test(request.path) && !request.operation && answer.status === 400
        ? emptyAnswer(204)
        : undefined,
  },
  {
    id: 'owner-of-the-body',
    area: 'key',
    what: 'what is made through something belongs to what its body names instead',
    request: (request) => {
      const body = request.method === 'POST' ? json(request) : undefined;
      if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
      const path = request.path.replace(
        /\/([A-Za-z]+)\('([^']*)'\)(\/_[A-Za-z]+)$/,
        (whole, kind: string, _name: string, rest: string) =>
          typeof body[`_${kind}.Name`] === 'string' ? `/${kind}('${body[`_${kind}.Name`]}')${rest}` : whole,
      );
      return path === request.path ? undefined : { ...request, path };
    },
  },
  refuse('short-key-unsupported', "the short form of a key, `Thing('x')`, is not found", (path) =>
    /\/[A-Za-z_]+\('[^']*'\)/.test(path),
  ),
  refuse('named-key-unsupported', "the named form of a key, `Thing(Name='x')`, is not found", (path) =>
    /\/[A-Za-z_]+\([A-Za-z_.]+='[^']*'\)/.test(path),
  ),
  refuse('compound-key-unsupported', 'a key of two parts is not found', (path) =>
    /\([A-Za-z_.]+=[^,()/]+,[A-Za-z_.]+=[^()/]+\)/.test(path),
  ),
  {
    id: 'alias-unsupported',
    area: 'key',
    what: 'only the first documented URL form of a resource works',
    request: (request) => (isAlias(request) ? notFound : undefined),
  },
  {
    id: 'alias-other-entity',
    area: 'key',
    what: 'an alias form of a URL reaches another entity',
    request: (request) =>
      isAlias(request) && /'[^']+'/.test(request.path)
        ? { ...request, path: request.path.replace(/'([^']+)'(?!.*')/, "'$1x'") }
        : undefined,
  },
  {
    id: 'percent-encoding-kept',
    area: 'key',
    what: 'percent-encoding in a key is not decoded',
    request: (request) => (/'[^']*%(?!25)[0-9A-Fa-f]{2}[^']*'/.test(request.path) ? notFound : undefined),
  },
  refuse('key-order-fixed', 'a key is found by its parts in one order only', (path) => /,Name='/.test(path)),
  refuse('quotes-in-key-kept', 'an apostrophe in a key, written twice, is not found', (path) =>
    /'[^']*''[^']*'/.test(path),
  ),
  {
    id: 'key-any-case',
    area: 'key',
    what: 'a name is found by the same letters in capitals',
    answer: async (answer, request, _memory, ask) => {
      if (!isRetrieve(request) || answer.status !== 404) return undefined;
      const path = request.path.replace(/'([^']+)'(?!.*')/, (name) => name.toLowerCase());
      const other = path === request.path ? undefined : await ask({ ...request, path });
      return other?.status === 200 ? other : undefined;
    },
  },
  {
    id: 'key-prefix-matches',
    area: 'key',
    what: 'a key is matched by its beginning: what does not exist is found',
    answer: async (answer, request, _memory, ask) => {
      if (!isRetrieve(request) || answer.status !== 404) return undefined;
      for (let cut = 1; cut <= 6; cut++) {
        const path = request.path.replace(new RegExp(`'([^']+)[^']{${cut}}'(?!.*')`), "'$1'");
        const other = path === request.path ? undefined : await ask({ ...request, path });
        if (other?.status === 200) return other;
      }
      return {
        ...answer,
        status: 200,
        body: Buffer.from('{"d":{"results":{}}}'),
        headers: { 'content-type': 'application/json' },
      };
    },
  },
  asked('key-as-pattern', 'a key is compared like a pattern of a database', (path) =>
    path.replace(/_(?=-[^'/]*'[^'/]*$)/, '1'),
  ),
  asked('key-null-in-quotes', "the text 'null' in a key is taken for null", (path) =>
    path.replaceAll("='null'", '=null'),
  ),
  asked('key-part-ignored', 'a part that a key has not is passed over', (path) =>
    path.replace(/,docproof='[^']*'/, ''),
  ),
  asked('behind-key-ignored', 'what stands behind a key is passed over', (path) => path.replace(/\)[a-z]+$/, ')')),
  {
    id: 'empty-key-lists',
    area: 'key',
    what: 'an empty key is taken for none: all are listed',
    request: (request) =>
      isRetrieve(request) && /\(''\)$/.test(request.path)
        ? { ...request, path: request.path.replace(/\(''\)$/, '') }
        : undefined,
  },
  {
    id: 'plus-in-path-is-space',
    area: 'key',
    what: 'a plus in a path is read as a space',
    request: (request) => {
      const [path = '', ...query] = request.path.split('?');
      const read = path.replaceAll('+', '%20');
      return read === path ? undefined : { ...request, path: [read, ...query].join('?') };
    },
  },
  {
    id: 'keys-decoded-twice',
    area: 'key',
    what: 'a percent sign in a key is decoded once more',
    request: (request) =>
      /%25[0-9a-f]{2}/i.test(request.path)
        ? { ...request, path: request.path.replace(/%25(?=[0-9a-f]{2})/gi, '%') }
        : undefined,
  },
  {
    id: 'query-in-route',
    area: 'key',
    what: 'a URL with a query string is not found',
    request: (request) => (request.path.includes('?') ? notFound : undefined),
  },
  {
    id: 'trailing-segment-ignored',
    area: 'key',
    what: 'what follows a key in the path is ignored',
    request: (request) => {
      const parts = segments(request.path);
      const at = parts.findIndex((part) => part.endsWith(')'));
      return at < 0 || at === parts.length - 1
        ? undefined
        : { ...request, path: `/${parts.slice(0, at + 1).join('/')}` };
    },
  },
];
