// doc/title-contradicts-method: a title that says another thing than the documented method does.
import { plainKey } from '../../constraints/wording-lists.js';
import type { Rule } from '../rule.js';

/** What a title says is done, as the wording files call it, and the methods that do it. */
const METHODS = new Map([
  ['update', ['PUT', 'PATCH', 'MERGE', 'PROPPATCH', 'POST']],
  ['delete', ['DELETE', 'POST']],
  ['read', ['GET', 'HEAD', 'PROPFIND', 'LIST', 'POST', 'OPTIONS', 'REPORT', 'SEARCH']],
  ['create', ['POST', 'PUT', 'MKCOL', 'PATCH']],
]);

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
      const { titleVerb, titleVerbs } = site.profile.wording;
      const verb = titleVerb.exec(page.title.trim())?.[0];
      const allowed = verb && METHODS.get(titleVerbs.get(plainKey(verb)) ?? '');
      if (allowed && !allowed.includes(method.value))
        report(page, method.span, {
          message: `the page is called "${page.title}", but its method is ${method.value}`,
          help: `such a page documents ${allowed[0]}`,
        });
    }
  },
};
