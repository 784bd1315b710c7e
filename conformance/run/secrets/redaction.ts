// Keeps secrets out of everything that is written: what enters a run is redacted when it is recorded, not when it is printed.
import type { Redacted } from '../../run.js';

export const MASK = '***';
/** Stands for a credential that is not the run's own token: that of an account, one for renewal, one that is not quite right. */
export const OTHER_MASK = `${MASK} (another token)`;
/** A token that no server knows: sent where a wrong one is wanted, and no secret. */
export const NO_TOKEN = 'docproof-not-a-token';
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
  /** The run's own token: what stands for others can be told from what stands for it. */
  own?: string;
  private readonly secrets = new Set<string>();
  private readonly headers: Set<string>;
  /** The value that a header had last, and as it was masked: the next has the same one more often than not. */
  private readonly lastHeaders = new Map<string, { value: string; clean: [string, Redacted] }>();
  private readonly jsonFields: RegExp;
  private readonly formFields: RegExp;
  /** Longest first, so that no part of a longer one is left. */
  private ordered: string[] = [];
  /** How they begin: a text in which none of these stands holds no secret. Tokens of one server begin alike. */
  private beginnings = NEVER;
  /** Short texts as they were masked: most of what passes by is the same few headers. */
  private readonly masked = new Map<string, Redacted>();
  /** Secrets that somebody gave to this run, with what finds them in whatever way their characters are written. */
  private readonly given: { secret: string; written: RegExp }[] = [];

  /**
   * @param headers names of further headers that carry a credential
   * @param fields names of further fields of forms and queries that do
   * @param members names of further members of JSON objects that do. A field's name may mean something else there: `code`
   *   is an authorization code in a form, and an error's in an answer
   */
  constructor(headers: string[] = [], fields: string[] = [], members: string[] = []) {
    this.headers = new Set([...CREDENTIAL_HEADERS, ...headers.map((h) => h.toLowerCase())]);
    this.jsonFields = new RegExp(
      `("(?:${oneOf([...CREDENTIAL_FIELDS, ...members])})"\\s*:\\s*")(?:[^"\\\\]|\\\\.)*"`,
      'g',
    );
    this.formFields = new RegExp(`((?:^|[?&])(?:${oneOf([...CREDENTIAL_FIELDS, ...fields])})=)[^&\\s]*`, 'g');
  }

  /**
   * Remembers a secret; from now on it is masked wherever it stands.
   *
   * @param given it is not of this run alone: it is also looked for inside longer base64, in hexadecimal, where single characters of it
   *   are escaped, and where a text was cut in the middle of it
   */
  add(secret: string | undefined, given = false): void {
    if (!secret || secret.length < 4 || this.secrets.has(secret)) return;
    for (const form of [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      ...(given ? [...base64Forms(secret), ...hexForms(secret)] : [Buffer.from(secret, 'utf8').toString('base64')]),
    ])
      this.secrets.add(form);
    this.ordered = [...this.secrets].sort((a, b) => b.length - a.length);
    this.beginnings = new RegExp(oneOf(this.ordered.map((form) => form.slice(0, BEGINNING))));
    this.masked.clear();
    this.lastHeaders.clear();
    if (given) this.given.push({ secret, written: anyWriting(secret) });
  }

  /** A text that is likely to come again: its mask is remembered. */
  text(text: string): Redacted {
    if (text.length > SHORT) return this.once(text);
    let known = this.masked.get(text);
    if (known !== undefined) return known;
    known = this.once(text);
    if (this.masked.size === REMEMBERED) this.masked.clear();
    this.masked.set(text, known);
    return known;
  }

  /** A text that does not come again: an address, a body. */
  once(text: string): Redacted {
    let clean = text;
    if (this.beginnings.test(text))
      for (const secret of this.ordered) if (clean.includes(secret)) clean = clean.replaceAll(secret, MASK);
    if (ESCAPED.test(clean)) {
      const plain = layers(clean);
      for (const { secret, written } of this.given) {
        if (!plain.some((layer) => layer.includes(secret))) continue;
        clean = clean.replace(written, MASK);
        // Escaped in several ways at once, there is no telling where it begins: nothing of the text is kept.
        if (layers(clean).some((layer) => layer.includes(secret))) clean = MASK;
      }
    }
    if (clean.endsWith(CUT)) for (const { secret } of this.given) clean = withoutCut(clean, secret);
    if (clean.includes('"')) clean = clean.replace(this.jsonFields, `$1${MASK}"`);
    if (FIELDS.test(clean)) clean = clean.replace(this.formFields, `$1${MASK}`);
    return clean;
  }

  /** A header as it may be kept. Equal ones that follow each other are one object: a run keeps a hundred thousand. */
  header(header: readonly [name: string, value: string]): [name: string, value: Redacted] {
    const [name, value] = header;
    const last = this.lastHeaders.get(name);
    if (last?.value === value) return last.clean;
    const clean: [string, Redacted] = [name, this.cleanValue(name.toLowerCase(), value)];
    if (last) {
      last.value = value;
      last.clean = clean;
    } else if (this.lastHeaders.size < REMEMBERED) this.lastHeaders.set(name, { value, clean });
    return clean;
  }

  private cleanValue(name: string, value: string): Redacted {
    if (!this.headers.has(name) || value.endsWith(NO_TOKEN)) return this.once(value);
    const scheme = (name === 'cookie' ? COOKIE : name.endsWith('authorization') ? SCHEME : NEVER).exec(value)?.[0];
    if (!scheme) return MASK;
    return `${scheme}${this.own === undefined || value.endsWith(this.own) ? MASK : OTHER_MASK}`;
  }
}

function oneOf(names: string[]): string {
  return [...new Set(names)].map((name) => name.replace(/[^\w-]/g, (char) => `\\${char}`)).join('|');
}

const NEVER = /(?!)/;
/** What stands before a token: the name of a scheme, of a cookie. */
const SCHEME = /^[\w-]+ (?=\S)/;
const COOKIE = /^[\w.-]+=/;
/** What can be a form or a URL with a query. */
const FIELDS = /^[^?&=/]*=|[?&]/;

/** Texts of at most so many characters are remembered, and so many of them. */
const SHORT = 100;
const REMEMBERED = 2_000;
/** So many characters of a secret are looked for first. */
const BEGINNING = 6;
/** How a text ends that was cut. */
const CUT = '…';
/** So many characters of a cut secret may stay: they tell nothing. */
const HARMLESS = 3;

/** A text that was cut inside a secret, without the part of it that is left. */
function withoutCut(text: string, secret: string): string {
  const body = text.slice(0, -CUT.length);
  for (let length = Math.min(secret.length - 1, body.length); length > HARMLESS; length--)
    if (body.endsWith(secret.slice(0, length))) return `${body.slice(0, -length)}${MASK}${CUT}`;
  return text;
}

/** `%41`, `\u0041`, `&#65;`, `&#x41;`, and a slash that JSON escapes. */
const ESCAPED = /%[0-9a-f]{2}|\\u[0-9a-f]{4}|\\\/|&#x?[0-9a-f]+;/i;
/** What `decodeURIComponent` does not know, and a percent sign that is itself escaped. */
const OTHER_ESCAPES = /%25|\\|&#/;
const ESCAPES = /(?:%25)*%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\(["\\/])|&#x([0-9a-f]{1,6});|&#(\d{1,7});/gi;

function unescaped(text: string): string {
  if (!OTHER_ESCAPES.test(text)) {
    try {
      return decodeURIComponent(text);
    } catch {
      // Not UTF-8: byte by byte, below.
    }
  }
  const twice = text.replace(/%25(?=[0-9a-f]{2})/gi, '%');
  return twice.replace(ESCAPES, (_, percent, unicode, slash, hex, decimal) => {
    if (slash !== undefined) return slash;
    const code = decimal === undefined ? Number.parseInt(percent ?? unicode ?? hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** So many escapings one in another are looked into. */
const DEPTH = 4;

/** A text without its escapes, and that without the escapes that then show, and so on. */
function layers(text: string): string[] {
  const found = [text];
  for (let at = text, next = unescaped(at); next !== at && found.length <= DEPTH; at = next, next = unescaped(at))
    found.push(next);
  return found;
}

/** Each character of a secret as itself or in any of these escapes. */
function anyWriting(secret: string): RegExp {
  const one = (char: string): string => {
    const code = char.codePointAt(0) ?? 0;
    const hex = code.toString(16).padStart(2, '0');
    const self = char.replace(/[^\w]/g, '\\$&');
    return `(?:${self}|%(?:25)*${hex}|\\\\u${hex.padStart(4, '0')}|\\\\${self}|&#x0*${hex};|&#0*${code};)`;
  };
  return new RegExp([...secret].map(one).join(''), 'gi');
}

/** Shortest piece of base64 that is looked for, in characters: shorter ones occur by chance. */
const PIECE = 8;

/** How a secret looks in base64 (RFC 4648, sections 4 and 5), also in the middle of something else: three ways. */
function base64Forms(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [0, 1, 2].flatMap((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Characters at the ends also hold bits of what stands beside it.
    const piece = coded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    const url = piece.replaceAll('+', '-').replaceAll('/', '_');
    return piece.length < PIECE ? [] : url === piece ? [piece] : [piece, url];
  });
}

/** How a dump of its bytes shows a secret. */
function hexForms(secret: string): string[] {
  const hex = Buffer.from(secret, 'utf8').toString('hex');
  return hex.length < PIECE ? [] : [hex, hex.toUpperCase()];
}
