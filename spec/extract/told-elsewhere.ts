// Operations that a page only speaks of while another documents them: an introduction that names the first calls to make.
import { formOf } from './operations/prose-requests.js';
import type { Endpoint, Page } from './page.js';

/** The pages without operations of which they tell in sentences or show messages alone, where another page documents them. */
export function withoutToldElsewhere(pages: readonly Page[]): Page[] {
  const all = pages.flatMap(({ endpoints }) => endpoints);
  // Where any is written down, commands by themselves are examples of those.
  if (all.some(({ inCommand }) => inCommand) && !all.every(({ inCommand }) => inCommand))
    return withoutToldElsewhere(pages.map(withoutCommanded));
  if (!all.some(isInPassing)) return [...pages];
  const documented = all.filter((endpoint) => !isInPassing(endpoint)).flatMap(formsOf);
  return pages.map((page) => {
    const endpoints = page.endpoints.filter((endpoint) => {
      const isTold = endpoint.inMessage === true ? isBelowBase : isAmong;
      return !isInPassing(endpoint) || !formsOf(endpoint).some((form) => isTold(form, documented));
    });
    return endpoints.length < page.endpoints.length ? { ...page, endpoints } : page;
  });
}

/** The page with the commands of these as its own. */
function withoutCommanded(page: Page): Page {
  const shown = page.endpoints.filter(({ inCommand }) => inCommand);
  if (shown.length === 0) return page;
  return {
    ...page,
    endpoints: page.endpoints.filter((endpoint) => !shown.includes(endpoint)),
    commands: [...page.commands, ...shown.flatMap(({ commands }) => commands)],
  };
}

interface Form {
  method: string;
  path: string;
}

function isInPassing({ inProse, inMessage }: Endpoint): boolean {
  return inProse === true || inMessage === true;
}

function formsOf({ methods, urls }: Endpoint): Form[] {
  return urls.map(({ text, method }) => ({ method: method ?? methods[0]?.value ?? '', path: formOf(text) }));
}

/** With or without the base in front of it. */
function isAmong(one: Form, forms: readonly Form[]): boolean {
  return forms.some(
    ({ method, path }) => method === one.method && (path.endsWith(one.path) || one.path.endsWith(path)),
  );
}

/** With a base in front of it that no documented path begins with: `/v2/boats` of `/boats`, not `/crews/1/boats`. */
function isBelowBase(one: Form, forms: readonly Form[]): boolean {
  return forms.some(({ method, path }) => {
    if (method !== one.method || !one.path.endsWith(path)) return false;
    const base = one.path.slice(0, one.path.length - path.length);
    const [, first = ''] = base.split('/', 2);
    return first === '' || !forms.some((other) => other.path.startsWith(`/${first}`));
  });
}
