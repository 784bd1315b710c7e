// Requests that change nothing: by their method, or since their body only says what is looked for.
import { fieldsAt } from './fields-at.js';
import { bodySchema, type Operation, successes } from './resources.js';

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

const LOGS_IN =
  /^(?:log-?in|sign-?in|authenticate|authentication|auth|(?:(?:access|auth|id|bearer)[-_]?)?tokens?|sessions?)$/i;
const SECRET = /pass(?:word|wd|code|phrase)?$|secret$/i;

/** A POST that lets somebody in who knows a secret, and makes nothing that has an address. */
export function logsIn(operation: Operation): boolean {
  const { api, op, segments } = operation;
  const last = op.method === 'POST' ? segments.at(-1) : undefined;
  if (!last || last.variable !== undefined || !LOGS_IN.test(last.text)) return false;
  const { properties = {} } = fieldsAt(api, bodySchema(operation) ?? {}).schema;
  const asks = Object.entries(properties).some(([name, raw]) => SECRET.test(name) || raw.format === 'password');
  return asks && successes(op).every((status) => status === '200');
}

/** A POST to an address of its own that makes something new each time (RFC 9110, section 15.3.2), which cannot be found again. */
export function makesUnnamed({ op, segments }: Operation): boolean {
  const fixed = segments.every(({ variable, keys }) => variable === undefined && !keys);
  return op.method === 'POST' && fixed && successes(op).every((status) => status === '201') && successes(op).length > 0;
}
