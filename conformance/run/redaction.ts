// Keeps secrets out of everything that is written: what enters a run is redacted when it is recorded, not when it is printed.
import type { Redacted } from '../run.js';

const MASK = '***';
/** Headers whose value is a credential by definition (RFC 9110, RFC 6265). */
const CREDENTIAL_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);
/** Fields of OAuth 2.0 answers and requests that are credentials (RFC 6749, RFC 7521, OpenID Connect). */
const CREDENTIAL_FIELDS = [
  'access_token',
  'refresh_token',
  'id_token',
  'client_secret',
  'password',
  'assertion',
  'client_assertion',
];

export class Redactor {
  private readonly secrets = new Set<string>();
  private readonly headers: Set<string>;
  private readonly jsonFields: RegExp;
  private readonly formFields: RegExp;
  /** Longest first, so that no part of a longer one is left. */
  private ordered: string[] = [];
  private shortest = Number.POSITIVE_INFINITY;

  /**
   * @param headers names of further headers that carry a credential
   * @param fields names of further body fields and query parameters that do
   */
  constructor(headers: string[] = [], fields: string[] = []) {
    this.headers = new Set([...CREDENTIAL_HEADERS, ...headers.map((h) => h.toLowerCase())]);
    const names = [...new Set([...CREDENTIAL_FIELDS, ...fields])]
      .map((name) => name.replace(/[^\w-]/g, (char) => `\\${char}`))
      .join('|');
    this.jsonFields = new RegExp(`("(?:${names})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*"`, 'g');
    this.formFields = new RegExp(`((?:^|[?&])(?:${names})=)[^&\\s]*`, 'g');
  }

  /** Remembers a secret; from now on it is masked wherever it stands. */
  add(secret: string | undefined): void {
    if (!secret || secret.length < 4 || this.secrets.has(secret)) return;
    this.secrets.add(secret);
    for (const form of [encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) this.secrets.add(form);
    this.secrets.add(Buffer.from(secret, 'utf8').toString('base64'));
    this.ordered = [...this.secrets].sort((a, b) => b.length - a.length);
    this.shortest = this.ordered.at(-1)?.length ?? Number.POSITIVE_INFINITY;
  }

  text(text: string): Redacted {
    let clean = text;
    if (text.length >= this.shortest)
      for (const secret of this.ordered) if (clean.includes(secret)) clean = clean.replaceAll(secret, MASK);
    if (clean.includes('"')) clean = clean.replace(this.jsonFields, `$1${MASK}"`);
    if (clean.includes('=')) clean = clean.replace(this.formFields, `$1${MASK}`);
    return clean;
  }

  header(name: string, value: string): Redacted {
    if (!this.headers.has(name.toLowerCase())) return this.text(value);
    const scheme = /^([A-Za-z]+) \S/.exec(value)?.[1];
    return scheme && name.toLowerCase().endsWith('authorization') ? `${scheme} ${MASK}` : MASK;
  }
}
