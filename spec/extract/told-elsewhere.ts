// Operations that a page only speaks of while another documents them: an introduction that names the first calls to make.
import { formOf } from './operations/prose-requests.js';
import type { Endpoint, Page } from './page.js';

/** The pages without operations of which they tell in sentences alone, where another page documents them. */
export function withoutToldElsewhere(pages: readonly Page[]): Page[] {
  const all = pages.flatMap(({ endpoints }) => endpoints);
  if (!all.some(({ inProse }) => inProse)) return [...pages];
  const documented = all.filter(({ inProse }) => !inProse).flatMap(formsOf);
  return pages.map((page) => {
    const endpoints = page.endpoints.filter(
      (endpoint) => !endpoint.inProse || !formsOf(endpoint).some((form) => isAmong(form, documented)),
    );
    return endpoints.length < page.endpoints.length ? { ...page, endpoints } : page;
  });
}

function formsOf({ methods, urls }: Endpoint): { method: string; path: string }[] {
  return urls.map(({ text, method }) => ({ method: method ?? methods[0]?.value ?? '', path: formOf(text) }));
}

/** With or without the base in front of it. */
function isAmong(one: { method: string; path: string }, forms: readonly { method: string; path: string }[]): boolean {
  return forms.some(
    ({ method, path }) => method === one.method && (path.endsWith(one.path) || one.path.endsWith(path)),
  );
}
