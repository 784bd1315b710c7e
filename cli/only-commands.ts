// Pages of which nothing but commands was understood: they may be written in another style.
import type { Page } from '../spec/extract/page.js';

/** Whether every operation of some pages is known by a command alone, and there is one. */
export function knowOnlyCommands(pages: readonly Page[]): boolean {
  const endpoints = pages.flatMap((page) => page.endpoints);
  return endpoints.length > 0 && endpoints.every(({ urls, methods }) => urls.length + methods.length === 0);
}

/** Whether some pages write no operation down, but in commands: on a page about a query option, those call other operations. */
export function showOnlyCommands(pages: readonly Page[]): boolean {
  return pages.every(({ endpoints }) => endpoints.every(({ inCommand }) => inCommand));
}
