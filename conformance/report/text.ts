// Text for reports: escaping for XML and shells, short forms. Pure.
import { MASK, NO_TOKEN, OTHER_MASK } from '../run/secrets/redaction.js';
import type { CaseResult, Exchange, Outcome, RecordedRequest } from '../run.js';

/** Escapes for XML 1.0 text and attributes; characters that XML can't hold become U+FFFD. */
export function xml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** One word for a POSIX shell (XCU 2.2.2): single quotes, each inner one as `'\''`. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/**
 * The command that sends a recorded request again. The token is not in a run: `$DOCPROOF_TOKEN` stands in its place, and
 * `$OTHER_TOKEN` in that of one that the run got or spoilt for this request. A secret beside the token is a password.
 */
export function reproduce(request: RecordedRequest): string {
  const authorized = Object.keys(request.headers).some((name) => AUTHORIZATION.test(name));
  const words = ['curl', '-i', '-X', shellWord(request.method), shellWord(request.url)];
  for (const [name, value] of Object.entries(request.headers)) {
    if (/^(host|content-length|connection|transfer-encoding)$/i.test(name)) continue;
    words.push(
      '-H',
      AUTHORIZATION.test(name) || value.includes(MASK)
        ? credential(name, value, authorized)
        : shellWord(`${name}: ${value}`),
    );
  }
  if (request.body !== undefined && request.body !== '') words.push('--data-binary', shellWord(request.body));
  return words.join(' ');
}

const AUTHORIZATION = /^authorization$/i;

/** A header with a secret in it; a token that no server knows is none and stays. */
function credential(name: string, value: string, authorized: boolean): string {
  if (value.endsWith(NO_TOKEN)) return shellWord(`${name}: ${value}`);
  const before = { authorization: /^[\w-]+ /, cookie: /^[\w.-]+=/ }[name.toLowerCase()];
  const scheme = before?.exec(value)?.[0];
  const token = value.endsWith(OTHER_MASK) ? '$OTHER_TOKEN' : '$DOCPROOF_TOKEN';
  const variable = authorized && before === undefined ? '$PASSWORD' : token;
  return `"${name.replace(/["$`\\]/g, '')}: ${scheme ?? ''}${variable}"`;
}

/** The exchange that a case is about: the last one sent for the case itself. */
export function caseExchange(result: CaseResult): Exchange | undefined {
  return result.exchanges.findLast((e) => e.purpose === 'case') ?? result.exchanges.at(-1);
}

/** `file:line`, or nothing. */
export function place(source: { file: string; line: number } | undefined): string {
  return source === undefined ? '' : `${source.file}:${source.line}`;
}

/** Outcomes in words for people, the worst first. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  failed: 'failed',
  cantTell: "can't tell",
  untested: 'untested',
  inapplicable: 'inapplicable',
  passed: 'passed',
};

/** Longest value that is shown where there is little room, in characters. */
const BRIEF = 300;

/** A value as far as it is shown; report.json has all of it. */
export function brief(text: string): string {
  return text.length > BRIEF ? `${text.slice(0, BRIEF)}…` : text;
}

/** Milliseconds for people: `840 ms`, `12.3 s`. */
export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/**
 * The value with control and direction characters of its texts made visible: what a server answers can't drive a
 * terminal.
 *
 * @param line line breaks become spaces, too: what is printed on a line of its own can't forge another one
 */
export function printable<T>(value: T, line = false): T {
  if (typeof value === 'string') {
    const visible = value.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (char) =>
      line && char === '\r' ? ' ' : '\ufffd',
    );
    return (line ? visible.replace(/[\n\u2028\u2029]/g, ' ') : visible) as T;
  }
  if (Array.isArray(value)) return value.map((inner) => printable(inner, line)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, printable(v, line)])) as T;
}
