// The ETag of an answer (RFC 9110, section 8.8.3).
import { headerOf } from '../send/header.js';
import type { HttpAnswer } from '../send/http.js';

export function etagOf(answer: HttpAnswer): string | undefined {
  return headerOf(answer.headers, 'etag');
}
