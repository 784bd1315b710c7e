// Changing what one has seen, and nothing newer: ETag and If-Match (RFC 9110, sections 8.8.3 and 13.1.1).
import type { AnyAnswer } from './http.js';

/** The ETag of an answer, as it has to be sent back. */
export function etagOf(answer: AnyAnswer): string | undefined {
  return answer.headers.get('etag') ?? undefined;
}

/** Headers for a change that fails with 412 when somebody else was faster: of an ETag, or of the answer that has it. */
export function ifMatch(etag: string | AnyAnswer): { 'If-Match': string } {
  return { 'If-Match': typeof etag === 'string' ? etag : (etagOf(etag) ?? '*') };
}

/** Headers for a retrieval that answers 304 when nothing changed. */
export function ifNoneMatch(etag: string): { 'If-None-Match': string } {
  return { 'If-None-Match': etag };
}
