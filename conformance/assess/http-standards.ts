// What the standards of HTTP ask of answers that use them: problems, links to other pages, methods that are not allowed. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';

export interface StandardFinding {
  id: string;
  ok: boolean;
  expected: string;
  actual: string;
  pointer?: string;
  /** No document promises it: told, not judged. */
  told?: true;
}

type Answer = Pick<HttpAnswer, 'status' | 'headers'>;

/** @param refuses whether the documents have the status of the answer: then what the standard demands of it is judged */
export function standardFindings(answer: Answer, value: JsonValue | undefined, refuses = false): StandardFinding[] {
  return [...problemStatus(answer, value), ...allow(answer, refuses), ...linkForm(answer), ...dates(answer)];
}

/** A problem that names a status names that of its answer (RFC 9457, section 3.1.2). */
function problemStatus({ status, headers }: Answer, value: JsonValue | undefined): StandardFinding[] {
  const type = headerOf(headers, 'content-type') ?? '';
  const named = /^application\/problem\+json\b/i.test(type) && isObject<JsonValue>(value) ? value['status'] : undefined;
  if (typeof named !== 'number') return [];
  const expected = `${status}, as the answer has it (RFC 9457, 3.1.2)`;
  return [{ id: 'problem-status', ok: named === status, expected, actual: String(named), pointer: '/status' }];
}

/** RFC 9110, section 15.5.6. */
function allow({ status, headers }: Answer, refuses: boolean): StandardFinding[] {
  if (status !== 405) return [];
  const value = headerOf(headers, 'allow');
  const expected = 'Allow on a 405 (RFC 9110, 15.5.6)';
  const told = refuses ? {} : { told: true as const };
  return [{ id: 'allow', ok: value !== undefined, expected, actual: value ?? 'absent', ...told }];
}

/** Each link begins with its address in `<…>` (RFC 8288, section 3). */
function linkForm({ headers }: Answer): StandardFinding[] {
  const value = headerOf(headers, 'link')?.trim();
  if (value === undefined || value === '') return [];
  const expected = '<address>; rel=… (RFC 8288, 3)';
  return [{ id: 'link-form', ok: value.startsWith('<') || value.startsWith(','), expected, actual: value, told: true }];
}

const IMF_FIXDATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** Moments in headers are written in one form (RFC 9110, section 5.6.7). */
function dates({ headers }: Answer): StandardFinding[] {
  return ['date', 'last-modified'].flatMap((name) => {
    const value = headerOf(headers, name);
    if (value === undefined || IMF_FIXDATE.test(value)) return [];
    const expected = 'a moment such as Sun, 06 Nov 1994 08:49:37 GMT (RFC 9110, 5.6.7)';
    return [{ id: `date-form/${name}`, ok: false, expected, actual: value, told: true }];
  });
}
