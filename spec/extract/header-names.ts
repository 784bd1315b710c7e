// Names of HTTP headers: telling them from field names, and finding misspelt ones.
import { editDistance } from '../edit-distance.js';

const KNOWN = [
  'Accept',
  'Accept-Charset',
  'Accept-Encoding',
  'Accept-Language',
  'Accept-Ranges',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Origin',
  'Access-Control-Expose-Headers',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Method',
  'Allow',
  'Authorization',
  'Cache-Control',
  'Connection',
  'Content-Disposition',
  'Content-Encoding',
  'Content-Language',
  'Content-Length',
  'Content-Location',
  'Content-Range',
  'Content-Type',
  'Cookie',
  'DataServiceVersion',
  'MaxDataServiceVersion',
  'Date',
  'Depth',
  'Destination',
  'ETag',
  'Expect',
  'Expires',
  'Host',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Last-Modified',
  'Link',
  'Location',
  'Lock-Token',
  'Origin',
  'Overwrite',
  'Pragma',
  'Prefer',
  'Range',
  'Referer',
  'Retry-After',
  'Server',
  'Set-Cookie',
  'Timeout',
  'Transfer-Encoding',
  'Upgrade',
  'User-Agent',
  'Vary',
  'WWW-Authenticate',
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'X-HTTP-Method-Override',
  'X-Requested-With',
] as const;

const BY_LOWER = new Map<string, string>(KNOWN.map((name) => [name.toLowerCase(), name]));
const BY_LETTERS = new Map<string, string>(KNOWN.map((name) => [lettersOf(name), name]));

/** Whether a name is in the registry, whatever its case. */
export function isKnownHeader(name: string): boolean {
  return BY_LOWER.has(name.toLowerCase());
}

/** Whether a name reads like that of a header: a known one, one edit away from it, or `X-…`. */
export function looksLikeHeader(name: string): boolean {
  return /^x-[a-z]/i.test(name) || BY_LOWER.has(name.toLowerCase()) || intendedHeader(name) !== undefined;
}

/** Whether a header is of every message, or of what is between a client and the API: a sample that has it says nothing of the API. */
export function isOfTransport(name: string): boolean {
  return OF_TRANSPORT.test(name);
}

const OF_TRANSPORT =
  /^(?:date|server|connection|content-(?:length|encoding)|transfer-encoding|keep-alive|via|vary|age|host|status|x-powered-by|x-runtime|x-cache|strict-transport-security|x-(?:frame|xss|content-type)-.*|cf-.*|alt-svc|set-cookie)$/i;

/** `X-Page / X-Page-Size` in one cell, or `Content-Type` above `Accept`: each by itself. */
export function severalHeaders(name: string): string[] {
  const words = name.split(/\s+/);
  if (words.length > 1 && words.every((one) => /^x-[a-z]/i.test(one) || BY_LOWER.has(one.toLowerCase()))) return words;
  const names = name.split(/\s*(?:[/,、]|\s(?:and|or)\s)\s*/);
  return names.length > 1 && names.every((one) => /^[\w-]+$/.test(one) && looksLikeHeader(one)) ? names : [name];
}

/**
 * The header that a misspelt name means: two edits from a known name at most, one in a short name or where the first letter differs.
 * Undefined for a name that is right, only differs in case, or is unknown.
 */
export function intendedHeader(name: string): string | undefined {
  const lower = name.toLowerCase().replace(/[\s_]+/g, '-');
  if (isKnownHeader(name) || name.length < 4 || name.length > 40) return undefined;
  const exact = BY_LETTERS.get(lettersOf(name));
  if (exact) return exact;
  let best: string | undefined;
  let least = name.length >= 8 && name.includes('-') ? 3 : 2;
  for (const [candidate, proper] of BY_LOWER) {
    if (Math.abs(candidate.length - lower.length) >= least || isCustom(candidate) !== isCustom(lower)) continue;
    if (candidate.includes('-') !== lower.includes('-') && candidate.length < 8) continue;
    const otherStart = candidate[0] !== lower[0];
    if (otherStart && candidate.length < 8) continue;
    const edits = editDistance(lower, candidate, least);
    if (edits < least && (!otherStart || edits < 2)) {
      least = edits;
      best = proper;
    }
  }
  return best;
}

/** A name of somebody's own: it means a header of the registry only where that one starts alike. */
function isCustom(name: string): boolean {
  return name.startsWith('x-');
}

/** What is left of a name without the hyphens, blanks and marks that are mistaken for each other. */
function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]+/g, '');
}
