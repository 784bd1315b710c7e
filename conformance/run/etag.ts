// The ETag of an answer (RFC 9110, section 8.8.3).
import type { HttpAnswer } from '../send/http.js';

export function etagOf(answer: HttpAnswer): string | undefined {
  return answer.headers.find(([name]) => name.toLowerCase() === 'etag')?.[1];
}
