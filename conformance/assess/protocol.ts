// What HTTP and OData ask of any answer, whatever a page says: challenges, agreeing ETags, dates in their form, no token given back. Pure.
import type { JsonValue } from '../../spec/contract/api.js';
import type { SourceRef } from '../../spec/contract/docproof.js';
import { pointerPart } from '../../spec/json-pointer.js';
import { rememberedFor } from '../../spec/remember.js';
import type { Level } from '../plan/story.js';
import { headerOf } from '../send/header.js';
import type { HttpAnswer, HttpRequest } from '../send/http.js';
import type { Finding } from './answer.js';
import { standardFindings } from './http-standards.js';

export interface ProtocolContext {
  request: HttpRequest;
  answer: HttpAnswer;
  /** Parsed body, where it is JSON. */
  value: JsonValue | undefined;
  /** The operation authenticates by HTTP's own schemes (Bearer, Basic), not by a key of its own. */
  httpScheme: boolean;
  /** What the run gives its accounts; nothing else is like it. */
  password: string;
  /** The request asked a token endpoint for a token. */
  token: boolean;
  /** All that the API asks for is a bearer token. */
  bearer: boolean;
  /** The documents promise an ETag header. */
  etag: boolean;
  /** Documented samples of this status; the same list for each answer of it. */
  samples: JsonValue[];
  level: Level;
  /** The case wants the status that came. */
  wanted?: boolean;
  source?: SourceRef;
}

/** A place of a value by its JSON pointer (RFC 6901), and what stands there. */
type Place = [pointer: string, value: JsonValue];

/** Findings only where there is something to look at. */
export function protocolFindings(context: ProtocolContext): Finding[] {
  const inside = [...places(context.value)];
  return [
    ...challenge(context),
    ...contentless(context),
    ...once(context),
    ...etagForm(context),
    ...etagAgrees(context, inside),
    ...formed(context, inside),
    ...odataVersion(context),
    ...nullText(context, inside),
    ...tokenKept(context),
    ...passwordKept(context),
    ...tokenGiven(context),
    ...standards(context),
  ];
}

function finding(
  context: ProtocolContext,
  id: string,
  ok: boolean,
  expected: string,
  actual: string,
  pointer?: string,
): Finding {
  const { level, source } = context;
  return {
    id,
    level,
    ok,
    expected,
    actual,
    ...(pointer === undefined ? {} : { pointer }),
    ...(source ? { source } : {}),
  };
}

function standards(context: ProtocolContext): Finding[] {
  return standardFindings(context.answer, context.value, context.wanted).map(
    ({ id, ok, expected, actual, pointer, told }) => ({
      ...finding(context, id, ok, expected, actual, pointer),
      ...(told ? { level: 'SHOULD' } : {}),
    }),
  );
}

/** A 401 says how to authenticate (RFC 9110, section 15.5.2): told, and judged only where documents promise the header. */
function challenge(context: ProtocolContext): Finding[] {
  if (context.answer.status !== 401 || !context.httpScheme) return [];
  const value = headerOf(context.answer.headers, 'www-authenticate');
  const expected = 'WWW-Authenticate on a 401 (RFC 9110, 15.5.2)';
  return [{ ...finding(context, 'challenge', value !== undefined, expected, value ?? 'absent'), level: 'SHOULD' }];
}

/**
 * An answer without content says nothing of its length: the next one would be read as its content (RFC 9110, section 8.6;
 * RFC 9112, section 6.1).
 */
function contentless(context: ProtocolContext): Finding[] {
  if (context.answer.status !== 204) return [];
  const coding = headerOf(context.answer.headers, 'transfer-encoding');
  if (coding !== undefined)
    return [finding(context, 'no-content', false, 'no Transfer-Encoding on a 204 (RFC 9112, 6.1)', coding)];
  const length = headerOf(context.answer.headers, 'content-length');
  // A zero does no harm, and is common.
  if (length === undefined || /^0+$/.test(length)) return [];
  return [finding(context, 'no-content', false, 'no Content-Length on a 204 (RFC 9110, 8.6)', length)];
}

/** Headers that say one thing are not sent twice with different values (RFC 9110, section 5.3). */
const SINGULAR = ['etag', 'location', 'content-type'];

/** Browsers refuse it where it comes twice, whatever it says (Fetch standard, CORS check). */
const NEVER_TWICE = 'access-control-allow-origin';

function once(context: ProtocolContext): Finding[] {
  return [...SINGULAR, NEVER_TWICE].flatMap((name) => {
    const all = context.answer.headers.flatMap(([n, value]) => (n.toLowerCase() === name ? [value] : []));
    const values = name === NEVER_TWICE ? all : [...new Set(all)];
    return values.length > 1
      ? [finding(context, `once/${name}`, false, `one ${name} (RFC 9110, 5.3)`, values.join(' and '))]
      : [];
  });
}

/** Without its quotes no `If-Match` can name it (RFC 9110, section 8.8.3): told where no page promises one. */
function etagForm(context: ProtocolContext): Finding[] {
  const etag = headerOf(context.answer.headers, 'etag');
  if (etag === undefined || ETAG.test(etag)) return [];
  const wrong = finding(context, 'etag-form', false, 'an entity tag (RFC 9110, 8.8.3)', etag);
  return [context.etag ? wrong : { ...wrong, level: 'SHOULD' }];
}

/** OData says its version in numbers (OData 2.0, HTTP headers; OData 4.01, part 1, section 8.1.5). */
function odataVersion(context: ProtocolContext): Finding[] {
  return ['dataserviceversion', 'odata-version'].flatMap((name) => {
    const value = headerOf(context.answer.headers, name);
    if (value === undefined || /^\d+\.\d+\s*(?:;.*)?$/.test(value)) return [];
    return [finding(context, `header/${name}`, false, 'a version such as 2.0', value)];
  });
}

/** The ETag that a body gives for the one entity in it is that of the header; a list has one of its own, also where one thing is in it. */
function etagAgrees(context: ProtocolContext, inside: Place[]): Finding[] {
  const etag = headerOf(context.answer.headers, 'etag');
  if (etag === undefined) return [];
  const [first, ...more] = inside.filter(([at, value]) => typeof value === 'string' && /\/etag$/i.test(at));
  if (first === undefined || more.length > 0) return [];
  if (!context.etag && withoutIndexes(first[0]) !== first[0]) return [];
  return [
    finding(context, 'etag-agrees', first[1] === etag, `${etag}, as in the ETag header`, String(first[1]), first[0]),
  ];
}

const ETAG = /^(W\/)?"[!#-~\u0080-\uffff]*"$/;

/** Dates and entity tags: what a documented sample writes in one of these forms comes in that form. */
const FORMS: [id: string, name: string, form: RegExp][] = [
  ['date-form', 'a date as /Date(milliseconds)/', /^\/Date\(-?\d{1,16}([+-]\d{1,4})?\)\/$/],
  ['date-form', 'a date as RFC 3339', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/],
  ['etag-form', 'an entity tag (RFC 9110, 8.8.3)', ETAG],
];

/** Forms of what stands in samples, by their places without indexes. */
const formsIn = rememberedFor((samples: JsonValue[]): Map<string, (typeof FORMS)[number]> => {
  const found = new Map<string, (typeof FORMS)[number]>();
  for (const sample of samples)
    for (const [pointer, value] of places(sample)) {
      const form = FORMS.find(([, , pattern]) => typeof value === 'string' && pattern.test(value));
      if (form) found.set(withoutIndexes(pointer), form);
    }
  return found;
});

function formed(context: ProtocolContext, inside: Place[]): Finding[] {
  if (context.answer.status >= 300) return [];
  const documented = formsIn(context.samples);
  if (documented.size === 0) return [];
  const found = inside.flatMap(([pointer, value]) => {
    const [id, name, pattern] = documented.get(withoutIndexes(pointer)) ?? [];
    if (id === undefined || name === undefined || value === null) return [];
    return [
      finding(context, id, typeof value === 'string' && pattern?.test(value) === true, name, String(value), pointer),
    ];
  });
  return [...new Set(found.map(({ id }) => id))].flatMap((id) => {
    const shown = found.find((f) => f.id === id && !f.ok) ?? found.find((f) => f.id === id);
    return shown ? [shown] : [];
  });
}

/** null is a value of JSON, not a text (RFC 8259, section 3); what an error says is for people, who may be told of it. */
function nullText(context: ProtocolContext, inside: Place[]): Finding[] {
  if (context.answer.status >= 400) return [];
  const sent = context.request.body ?? '';
  const wrong = inside.find(([, value]) => value === 'null');
  return wrong === undefined || sent.includes('"null"')
    ? []
    : [finding(context, 'null', false, 'null', '"null", a text', wrong[0])];
}

/** Shortest token that is looked for, in characters: shorter ones occur by chance. */
const TOKEN = 12;

/** Nobody gives a caller's credential back: logs and caches would keep it. */
function tokenKept(context: ProtocolContext): Finding[] {
  const credential = Object.entries(context.request.headers).find(
    ([name]) => name.toLowerCase() === 'authorization',
  )?.[1];
  const token = credential?.split(' ').at(-1) ?? '';
  if (token.length < TOKEN) return [];
  const given =
    context.answer.body.includes(token) || context.answer.headers.some(([, value]) => value.includes(token));
  return given
    ? [finding(context, 'token-kept', false, "an answer without the caller's token", 'the token stands in it')]
    : [];
}

/**
 * A password is for checking alone: no answer shows it, not even to who set it. Where a refusal quotes the body that it
 * refuses, only who sent it reads it.
 */
function passwordKept(context: ProtocolContext): Finding[] {
  const { answer, password, request } = context;
  const given = answer.body.includes(password) || answer.headers.some(([, value]) => value.includes(password));
  if (!given) return [];
  const quoted = answer.status >= 400 && request.body?.includes(password) === true;
  const found = finding(context, 'password-kept', false, 'an answer without the password', 'it stands in it');
  return [quoted ? { ...found, level: 'SHOULD' } : found];
}

/** A token endpoint that agrees gives a token and says of what type it is (RFC 6749, section 5.1). */
function tokenGiven(context: ProtocolContext): Finding[] {
  const { value, answer } = context;
  if (!context.token || answer.status !== 200) return [];
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const type = members['token_type'];
  const bearer = context.bearer && typeof type === 'string' && type !== '';
  return [
    ...['access_token', 'token_type'].map((name) => {
      const given = members[name];
      const ok = typeof given === 'string' && given !== '';
      return finding(context, `token/${name}`, ok, `${name}, a text (RFC 6749, 5.1)`, ok ? 'a text' : typeof given);
    }),
    ...(bearer
      ? [
          finding(
            context,
            'token/bearer',
            /^bearer$/i.test(type),
            'Bearer, by which the token is sent (RFC 6750)',
            type,
          ),
        ]
      : []),
    ...uncached(context),
  ];
}

/** What is secret is kept by nobody on the way (RFC 6749, section 5.1): told, as no page says it. */
function uncached(context: ProtocolContext): Finding[] {
  const value = headerOf(context.answer.headers, 'cache-control');
  const ok = /\bno-store\b/i.test(value ?? '');
  const expected = 'Cache-Control: no-store with a token (RFC 6749, 5.1)';
  return [{ ...finding(context, 'token/no-store', ok, expected, value ?? 'absent'), level: 'SHOULD' }];
}

/** Every place of a value that holds no others. */
function* places(value: JsonValue | undefined, at = '', depth = 0): Generator<Place> {
  if (typeof value !== 'object' || value === null || depth > 32) {
    if (value !== undefined) yield [at, value];
    return;
  }
  for (const [key, inner] of Object.entries(value)) yield* places(inner, `${at}/${pointerPart(key)}`, depth + 1);
}

/** A list of one and the object alone share a place. */
function withoutIndexes(pointer: string): string {
  return pointer.replace(/\/\d+(?=\/|$)/g, '');
}
