// doc/status-contradiction: a status that the rest of the response contradicts.
import type { Page } from '../../extract/page.js';
import { placeOf } from '../../read/document.js';
import type { Report, Rule } from '../rule.js';
import type { Site } from '../site.js';
import { impossibleStatuses, statedStatuses } from '../stated-statuses.js';

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

/** The status whose words a text is. In small letters one word says what happened: "200 - found". */
function codeOf(words: string): string | undefined {
  return /^[a-z]+$/.test(words) ? undefined : PHRASES[words.toLowerCase().replace(/[^a-z]+/g, ' ')];
}

const EMPTY = new Set(['204', '205', '304']);

export const statusContradiction: Rule = {
  code: 'doc/status-contradiction',
  severity: 'warning',
  purpose:
    'A status that the rest of the page contradicts: one without content beside a documented body, or a number beside the words of another, one that is no status, or a sentence or sample that says another.',
  why: 'RFC 9110 allows no content with 204, 205 and 304, so a client never sees the documented body.',
  bad: {
    sections: {
      'Response Code': '204',
      'Response Body': '|Object|Item Name|Data Type|Notes|\n|:--|:--|:--|:--|\n|Root|d|object|The label|',
    },
  },
  good: { sections: { 'Response Code': '204', 'Response Body': 'None' } },
  check(site, report) {
    for (const page of site.pages) {
      elsewhere(page, site, report);
      noStatus(page, site, report);
    }
    for (const { page, endpoint } of site.endpoints())
      for (const response of endpoint.responses) {
        if (response.failure) continue;
        // A 304 stands beside the usual status, which goes without saying where a profile knows it.
        const aside = site.profile.infer.status === undefined ? '' : '304';
        const success = response.statuses.filter((s) => /^[23]/.test(s.code) && s.code !== aside);
        const [first] = success;
        const { tables, samples } = response.body;
        if (first && success.every((s) => EMPTY.has(s.code)) && (tables.length > 0 || samples.length > 0))
          report(page, first.span, {
            message: `${first.code} has no content, but the page documents ${tables.length > 0 ? 'a response body' : 'a response sample'}`,
            help: 'document the status that comes with the body, or write that there is no body',
          });
        for (const status of response.statuses) {
          const code = codeOf(status.description.split(/[:：\n]/)[0]?.trim() ?? '');
          if (code !== undefined && code !== status.code)
            report(page, status.span, {
              message: `${status.code} comes with the words of ${code} ("${status.description.split('\n')[0]}")`,
              help: 'correct the number or the words',
            });
        }
      }
  },
};

/** A status that a sentence or a sample shows, but that the status section does not list. Once for each status. */
function elsewhere(page: Page, { profile }: Site, report: Report): void {
  const [endpoint] = page.endpoints;
  if (!endpoint || page.endpoints.length > 1) return;
  const listed = endpoint.responses.flatMap((r) => r.statuses);
  if (!listed.some((s) => s.code.startsWith('2'))) return;
  const known = new Set(listed.map((s) => s.code));
  for (const { code, span, where } of statedStatuses(page, profile)) {
    if (known.has(code) || !/^[1-5]/.test(code) || (where === 'sample' && /^[45]/.test(code))) continue;
    known.add(code);
    const line = placeOf(page.document, listed[0]?.span.start ?? 0).line;
    report(page, span, {
      message: `${code} ${where === 'sample' ? 'is the status of this answer' : 'is promised here'}, but the status section (line ${line}) lists ${[...new Set(listed.map((s) => s.code))].join(', ')}`,
      help: 'make the two agree, or list both',
    });
  }
}

function noStatus(page: Page, site: Site, report: Report): void {
  for (const { word, span } of impossibleStatuses(page, site.profile))
    report(page, span, {
      message: `"${word}" is no HTTP status: those have three digits, from 100 to 599`,
      help: 'correct the number',
    });
}
