// The path that a spec's servers stand under: `https://api.example/v2` → `/v2`.
import type { Api } from '../../spec/contract/api.js';
import { withoutEnd } from '../../spec/without-end.js';

/** Empty where the first server stands at the root, or its address is none. */
export function serverPath({ servers }: Api): string {
  const url = servers[0]?.replace(/\{[^{}/]*\}(?=:\/\/)/, 'https').replace(/\{[^{}]*\}/g, 'x');
  if (url === undefined || !URL.canParse(url, 'https://host.example/')) return '';
  return withoutEnd(new URL(url, 'https://host.example/').pathname, '/');
}

/** The first path that can be read without knowing anything. */
export function plainPath({ operations }: Api): string | undefined {
  return operations.find((o) => o.method === 'GET' && !o.path.includes('{') && !o.path.includes('('))?.path;
}
