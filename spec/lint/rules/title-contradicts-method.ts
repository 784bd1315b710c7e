// doc/title-contradicts-method: a title that says another thing than the documented method does.
import type { Rule } from '../rule.js';

/** What titles say, and the methods that do it. */
const VERBS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(?:partial(?:ly)? update|update|change|edit|replace|modify|部分更新|更新|変更)$/,
    ['PUT', 'PATCH', 'MERGE', 'PROPPATCH', 'POST'],
  ],
  [/^(?:delete|remove|unlink|削除|解除)$/, ['DELETE', 'POST']],
  [
    /^(?:list|retrieve|get|read|取得|一覧取得|一覧|一件取得)$/,
    ['GET', 'HEAD', 'PROPFIND', 'LIST', 'POST', 'OPTIONS', 'REPORT', 'SEARCH'],
  ],
  [/^(?:create|register|add|登録|作成)$/, ['POST', 'PUT', 'MKCOL', 'PATCH']],
];

export const titleContradictsMethod: Rule = {
  code: 'doc/title-contradicts-method',
  severity: 'warning',
  purpose: 'A title that says create, list, update or delete over a method that does something else.',
  why: 'One of the two comes from another page.',
  bad: { title: 'Delete Label' },
  good: { title: 'Update Label' },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      const [method] = endpoint.methods;
      if (!method || endpoint.methods.length > 1) continue;
      const verb = verbOf(page.title);
      const allowed = verb && VERBS.find(([words]) => words.test(verb))?.[1];
      if (allowed && !allowed.includes(method.value))
        report(page, method.span, {
          message: `the page is called "${page.title}", but its method is ${method.value}`,
          help: `such a page documents ${allowed[0]}`,
        });
    }
  },
};

function verbOf(title: string): string | undefined {
  const words = title.trim().toLowerCase();
  const first = /^(?:partial(?:ly)? update|[a-z]+)(?=\s)/.exec(words)?.[0];
  if (first && VERBS.some(([pattern]) => pattern.test(first))) return first;
  return /(?:部分更新|更新|変更|削除|解除|一覧取得|一件取得|取得|登録|作成)$/.exec(title.trim())?.[0];
}
