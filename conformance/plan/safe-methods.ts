// Requests that change nothing: by their method, or since their body only says what is looked for.
import { type Operation, successes } from './resources.js';

/** RFC 9110, section 9.2.1, and the reading methods of WebDAV (RFC 4918, RFC 5323). */
export const SAFE_METHODS = new Set([
  'GET',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'REPORT',
  'SEARCH',
  'LIST',
  'QUERY',
]);

const LOOKS = /^[:_$-]?(?:search|query|find|lookup)$/i;

/** A POST whose body says what is looked for: it answers with it, and makes nothing. */
export function onlyLooks({ op, segments }: Operation): boolean {
  const word = segments.at(-1)?.text ?? '';
  return op.method === 'POST' && LOOKS.test(word) && successes(op).every((status) => status === '200');
}
