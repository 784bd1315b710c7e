// The path that a spec's servers stand under: `https://api.example/v2` → `/v2`.
import type { Api } from '../../spec/contract/api.js';
import { firstServer } from '../../spec/contract/first-server.js';
import { withoutEnd } from '../../spec/without-end.js';

/** Empty where the first server stands at the root, or its address is none. A variable without a default may be anything. */
export function serverPath({ document }: Api): string {
  const url = firstServer(document['servers'])
    ?.replace(/\{[^{}/]*\}(?=:\/\/)/, 'https')
    .replace(/\{[^{}]*\}/g, 'x');
  if (url === undefined || !URL.canParse(url, 'https://host.example/')) return '';
  return withoutEnd(new URL(url, 'https://host.example/').pathname, '/');
}

/** The first path that can be read without knowing anything. */
export function plainPath({ operations }: Api): string | undefined {
  return operations.find((o) => o.method === 'GET' && !o.path.includes('{') && !o.path.includes('('))?.path;
}

/**
 * The base URL without the end of its path that every documented path begins with as well: where documents say that all
 * requests go to `https://api.example/v2`, and write `GET /v2/rooms`, nobody means `/v2/v2/rooms`.
 */
export function withoutRepeated(url: string, { operations }: Pick<Api, 'operations'>): string {
  const base = new URL(url).pathname.split('/').filter(Boolean);
  const [first = [], ...others] = operations.map(({ path }) => path.split('/').slice(1));
  let same = first.findIndex((part, i) => part.includes('{') || others.some((other) => other[i] !== part));
  if (same < 0) same = Math.max(first.length - 1, 0);
  for (let count = Math.min(same, base.length); count > 0; count--)
    if (base.slice(-count).join('/') === first.slice(0, count).join('/'))
      return new URL(`/${base.slice(0, -count).join('/')}`, url).href.replace(/\/$/, '');
  return url;
}
