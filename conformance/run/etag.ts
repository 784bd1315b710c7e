// The ETag of an answer (RFC 9110, section 8.8.3).
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';

export function etagOf(answer: HttpAnswer): string | undefined {
  return headerOf(answer.headers, 'etag');
}

/** An ETag of the same form that the entity does not have: its last number, which tells versions apart, is another one. */
export function otherEtag(etag: string | undefined): string {
  const other = etag?.replace(/\d{1,9}(?=\D*$)/, (digits) =>
    String((Number(digits) + 1000) % 1e9).padStart(digits.length, '0'),
  );
  return other && other !== etag ? other : '"docproof-other"';
}
