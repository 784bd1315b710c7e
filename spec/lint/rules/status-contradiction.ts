// doc/status-contradiction: a status that the rest of the response contradicts.
import type { Rule } from '../rule.js';

const EMPTY = new Set(['204', '205', '304']);

export const statusContradiction: Rule = {
  code: 'doc/status-contradiction',
  severity: 'warning',
  purpose:
    'A status that the rest of the page contradicts: one without content beside a documented body, or one that HTTP does not know.',
  why: 'RFC 9110 allows no content with 204, 205 and 304, so a client never sees the documented body.',
  bad: {
    sections: {
      'Response Code': '204',
      'Response Body': '|Object|Item Name|Data Type|Notes|\n|:--|:--|:--|:--|\n|Root|d|object|The label|',
    },
  },
  good: { sections: { 'Response Code': '204', 'Response Body': 'None' } },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints())
      for (const response of endpoint.responses) {
        if (response.failure) continue;
        const codes = response.statuses.map((s) => s.code);
        const success = response.statuses.filter((s) => /^[23]/.test(s.code));
        const [first] = success;
        const { tables, samples } = response.body;
        if (first && success.every((s) => EMPTY.has(s.code)) && (tables.length > 0 || samples.length > 0))
          report(page, first.span, {
            message: `${first.code} has no content, but the page documents ${tables.length > 0 ? 'a response body' : 'a response sample'}`,
            help: 'document the status that comes with the body, or write that there is no body',
          });
        for (const status of response.statuses)
          if (Number(status.code) >= 600 || Number(status.code) < 100)
            report(page, status.span, {
              message: `${status.code} is no HTTP status`,
              help: 'write a status between 100 and 599',
            });
        void codes;
      }
  },
};
