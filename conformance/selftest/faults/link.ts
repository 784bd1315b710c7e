// Faults of links as they are read, which show only after others were made.
import { emptyAnswer, isLink, isSuccess, json, mapList, successStatus, withJson, without } from '../exchange-shape.js';
import type { Ask, Fault, Memory, ProxiedRequest } from '../fault.js';

export const LINK_FAULTS: Fault[] = [
  {
    id: 'links-stale',
    area: 'link',
    what: 'the links of an entity are those of their first reading for ever',
    answer: (answer, request, memory) => {
      if (request.method !== 'GET' || !isLink(request) || !isSuccess(answer)) return undefined;
      const first = memory.get(request.path) as typeof answer | undefined;
      if (first === undefined) memory.set(request.path, answer);
      return first === undefined || first.body.equals(answer.body) ? undefined : first;
    },
  },
  {
    id: 'links-of-every-kind',
    area: 'link',
    what: 'the links of one kind have those of others among them',
    answer: async (answer, request, memory, ask) => {
      const [owner = '', kind] = request.path.split('/$links/');
      const kinds = (memory.get(owner) ?? []) as string[];
      if (kind === undefined || !isLink(request) || !isSuccess(answer)) return undefined;
      if (request.method === 'POST') memory.set(owner, [...kinds, kind]);
      if (request.method !== 'GET' || kind.includes('?')) return undefined;
      let value = json(answer);
      for (const other of kinds.filter((one) => one !== kind))
        mapList(json(await ask({ ...request, path: `${owner}/$links/${other}` })), (more) => {
          value = mapList(value, (list) => [...list, ...more]);
          return more;
        });
      return value === undefined || value === null ? undefined : withJson(answer, value);
    },
  },
  {
    id: 'relink-to-any-kind',
    area: 'link',
    what: 'a link is acknowledged to take the place of another, whatever kind of thing it leads to',
    answer: (answer, request) => {
      const [, kind] = /\/\$links\/_(\w+)\(/.exec(request.path) ?? [];
      const [, meant = kind] = /\/(\w+)\([^/]*\)"\s*\}\s*$/.exec(request.body.toString()) ?? [];
      return request.method === 'PUT' && answer.status === 400 && meant !== kind ? emptyAnswer(204) : undefined;
    },
  },
  {
    id: 'third-link-forgotten',
    area: 'link',
    what: 'an entity keeps two links of a kind and acknowledges more',
    answer: (answer, request, memory) => {
      if (isNewLink(request) && isSuccess(answer)) memory.set(request.path, linksOf(memory, request.path) + 1);
      return undefined;
    },
    request: (request, memory) =>
      isNewLink(request) && linksOf(memory, request.path) >= 2
        ? { answer: emptyAnswer(successStatus(request)) }
        : undefined,
  },
  {
    id: 'third-link-in-place-of-first',
    area: 'link',
    what: 'a third link of a kind takes the place of the first',
    answer: async (answer, request, memory, ask) => {
      if (!isNewLink(request) || !isSuccess(answer)) return undefined;
      const [, key] = /(\([^()"]*\))"\s*\}\s*$/.exec(request.body.toString()) ?? [];
      const linked = [...((memory.get(request.path) ?? []) as string[]), ...(key === undefined ? [] : [key])];
      memory.set(request.path, linked);
      if (linked.length < 3) return undefined;
      await ask({ ...bare(request), method: 'DELETE', path: request.path + linked.shift() });
      return { ...answer };
    },
  },
  {
    id: 'unlink-takes-every-kind',
    area: 'link',
    what: 'an unlink takes the links of other kinds away as well',
    answer: async (answer, request, memory, ask) => {
      const [, owner, kind] = /^(.*)\/\$links\/([^/?(]+)/.exec(request.path) ?? [];
      if (owner === undefined || kind === undefined || !isLink(request) || !isSuccess(answer)) return undefined;
      const kinds = (memory.get(owner) ?? []) as string[];
      if (request.method === 'POST') memory.set(owner, [...kinds, kind]);
      const others = request.method === 'DELETE' ? kinds.filter((one) => one !== kind) : [];
      for (const other of others) {
        const list = `${owner}/$links/${other}`;
        for (const key of await linkedKeys(request, list, ask))
          await ask({ ...bare(request), method: 'DELETE', path: list + key });
      }
      return others.length > 0 ? { ...answer } : undefined;
    },
  },
  {
    id: 'password-lost-on-the-way',
    area: 'auth',
    what: 'what is made through something else gets no password',
    request: (request) => {
      const secret = Object.keys(request.headers).find((name) => /credential|password/.test(name));
      const through = /\/_\w+$/.test(request.path.split('?')[0] ?? '');
      if (request.method !== 'POST' || secret === undefined || !through) return undefined;
      return { ...request, headers: without(request.headers, secret) };
    },
  },
];

const isNewLink = (request: ProxiedRequest): boolean => isLink(request) && request.method === 'POST';

const linksOf = (memory: Memory, path: string): number => Number(memory.get(path) ?? 0);

/** The request's authority and none of what it sends. */
function bare(request: ProxiedRequest): ProxiedRequest {
  const headers = without(without(without(request.headers, 'content-length'), 'content-type'), 'if-match');
  return { ...request, headers, body: Buffer.alloc(0) };
}

/** The keys, in brackets, of what a list of links leads to. */
async function linkedKeys(request: ProxiedRequest, path: string, ask: Ask): Promise<string[]> {
  const links = json(await ask({ ...bare(request), method: 'GET', path }));
  return [...JSON.stringify(links ?? null).matchAll(/\/[^/"(]+(\([^"]*\))"/g)].map(([, key]) => key ?? '');
}
