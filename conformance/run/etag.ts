// The ETag of an answer (RFC 9110, section 8.8.3).
import type { Case } from '../plan/story.js';
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

/** Behind another one (RFC 9110, section 13.1.1); a weak one is named alone, as it can't be compared strongly. */
export function amongOthers(etag: string): string {
  return etag.startsWith('W/') ? etag : `${otherEtag(etag)}, ${etag}`;
}

/** What `If-None-Match` names of an entity that has this ETag; it is compared weakly (RFC 9110, section 13.1.2). */
export function namedTags(how: NonNullable<Case['unlessEtag']>, etag: string): string {
  if (how === 'other') return otherEtag(etag);
  if (how === 'weak') return etag.startsWith('W/') ? etag.slice('W/'.length) : `W/${etag}`;
  return how === 'among' ? `${otherEtag(etag)}, ${etag}` : etag;
}
