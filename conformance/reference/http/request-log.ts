// One JSON line per request. Headers and bodies never get here, and secrets in URLs are taken out.

export interface LogEntry {
  method: string;
  url: string;
  status: number;
  requestKey: string;
  error?: string;
}

const SECRET = /([?&](?:p_cookie_peer|access_token|refresh_token|assertion|password|client_secret)=)[^&#]*/gi;
/** Anything that looks like one of our tokens, wherever it stands. */
const TOKEN = /[A-Z]{2}~[\w.-]+/g;

/**
 * @param token the administrator's, taken out wherever it stands
 * @param started milliseconds since 1970
 */
export function logLine(
  { method, url, status, requestKey, error }: LogEntry,
  token: string,
  started: number,
  ms: number,
): string {
  const path = [token, encodeURIComponent(token)].reduce(
    (text, secret) => text.replaceAll(secret, 'REDACTED'),
    url.replace(SECRET, '$1REDACTED').replace(TOKEN, 'REDACTED'),
  );
  const time = new Date(started).toISOString();
  return JSON.stringify({ time, method, url: path, status, ms, requestKey, ...(error ? { error } : {}) });
}
