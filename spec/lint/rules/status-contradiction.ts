// doc/status-contradiction: a status that the rest of the response contradicts.
import type { Rule } from '../rule.js';

/** Reason phrases of RFC 9110 and RFC 4918, lower case, without marks. */
const PHRASES: Readonly<Record<string, string>> = {
  ok: '200',
  created: '201',
  accepted: '202',
  'no content': '204',
  'partial content': '206',
  'multi status': '207',
  'moved permanently': '301',
  found: '302',
  'see other': '303',
  'not modified': '304',
  'bad request': '400',
  unauthorized: '401',
  forbidden: '403',
  'not found': '404',
  'method not allowed': '405',
  conflict: '409',
  gone: '410',
  'precondition failed': '412',
  'unsupported media type': '415',
  'internal server error': '500',
  'not implemented': '501',
  'service unavailable': '503',
};

const EMPTY = new Set(['204', '205', '304']);

export const statusContradiction: Rule = {
  code: 'doc/status-contradiction',
  severity: 'warning',
  purpose:
    'A status that the rest of the page contradicts: one without content beside a documented body, or a number beside the words of another.',
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
        const success = response.statuses.filter((s) => /^[23]/.test(s.code));
        const [first] = success;
        const { tables, samples } = response.body;
        if (first && success.every((s) => EMPTY.has(s.code)) && (tables.length > 0 || samples.length > 0))
          report(page, first.span, {
            message: `${first.code} has no content, but the page documents ${tables.length > 0 ? 'a response body' : 'a response sample'}`,
            help: 'document the status that comes with the body, or write that there is no body',
          });
        for (const status of response.statuses) {
          const code =
            PHRASES[
              status.description
                .split(/[:：\n]/)[0]
                ?.trim()
                .toLowerCase()
                .replace(/[^a-z]+/g, ' ') ?? ''
            ];
          if (code !== undefined && code !== status.code)
            report(page, status.span, {
              message: `${status.code} comes with the words of ${code} ("${status.description.split('\n')[0]}")`,
              help: 'correct the number or the words',
            });
        }
      }
  },
};
