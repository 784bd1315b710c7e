// Fills what documents leave to the reader: tokens, ETags, passwords. What the run cannot have is said, not made up.
import type { Placeholder } from '../../spec/contract/docproof.js';
import { rememberedFor } from '../../spec/remember.js';
import { looksLikeJson, parseBody, writeForm } from '../plan/body.js';
import { FOREIGN_TOKENS } from '../plan/foreign-token.js';
import type { OtherAccount } from '../plan/others.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { HttpRequest } from '../send/http.js';
import { extended } from './secrets/altered-token.js';
import { carriedBy, carrierOf } from './secrets/credential-carrier.js';
import { credentialsOf } from './secrets/credentials.js';
import { NO_TOKEN } from './secrets/redaction.js';

/** Values that a story has at hand. */
export interface Values {
  token?: string | undefined;
  password: string;
  refreshToken?: string | undefined;
  /** Of another container, issued for the one that the request goes to. */
  foreignToken?: string | undefined;
  /** Of an account of the run, which has no roles. */
  accountToken?: string | undefined;
  /** Almost that token. */
  forged?: string | undefined;
  extended?: string | undefined;
  /** The last one that a token endpoint gave. */
  renewed?: string | undefined;
  /** Of an account that the story has registered, and of one that is not the run's own. */
  account?: string | undefined;
  another?: string | undefined;
  /** Of other accounts of the target. */
  stranger?: string | undefined;
  reader?: string | undefined;
  /** The run's token with another character in it. */
  altered?: string | undefined;
  /** Of the account, and the option of the query that has to have the value that came with it. */
  cookie?: { pairs: string; name: string; peer: string };
}

/** What one request is filled with besides. */
export interface Wanted {
  etag?: string | undefined;
  /** Instead of the account's own. */
  password?: string | undefined;
  /** Instead of the one that the account got. */
  refreshToken?: string | undefined;
  /** Form fields and headers that are sent as they are. */
  verbatim?: string[] | undefined;
  /** `documented`: a credential only where the request has one. */
  auth?: Case['auth'] | 'documented' | undefined;
}

const NOT_HAVING: Record<string, string> = {
  stranger: 'the token of a stranger (accounts of the target file)',
  reader: 'the token of a reader (accounts of the target file)',
  account: 'a token of an account that the run registers, which the server did not give',
  another: 'the token of another account that the run registers, which the server did not give',
  token: 'a token (--token-file, DOCPROOF_TOKEN)',
  etag: 'an ETag of the entity, which the server did not give',
  refreshToken: 'a refresh token, which the token endpoint did not give',
  accountToken: 'a token of an account, which the token endpoint did not give',
  forged: 'a token of an account, which the token endpoint did not give',
  extended: 'a token of an account, which the token endpoint did not give',
  renewed: 'a token from a renewal, which gave none',
};

/** Which of the values authenticates a request instead of the run's own token. */
const LENT: Record<
  string,
  'account' | 'another' | 'accountToken' | 'refreshToken' | 'forged' | 'extended' | 'renewed' | OtherAccount
> = {
  account: 'account',
  another: 'another',
  stranger: 'stranger',
  reader: 'reader',
  unprivileged: 'accountToken',
  granted: 'accountToken',
  expired: 'accountToken',
  foreign: 'accountToken',
  refresh: 'refreshToken',
  forged: 'forged',
  extended: 'extended',
  renewed: 'renewed',
};

/**
 * Replaces the documented placeholders.
 *
 * @returns the request, or what it would need that the run does not have
 */
export function fill(
  request: HttpRequest,
  operation: Operation,
  values: Values,
  wanted: Wanted,
): HttpRequest | { missing: string } {
  const meanings = meaningsOf(operation.api.docs.placeholders);
  const headers: Record<string, string> = {};
  const carrier = carrierOf(operation);
  const credential = carrier.in === 'query' ? undefined : carrier.name.toLowerCase();
  for (const name in request.headers) {
    const value = request.headers[name] as string;
    const lower = name.toLowerCase();
    if (lower === credential) continue;
    const means = wanted.verbatim?.includes(name) || value === '' ? undefined : meanings.header.get(lower);
    const filled = means === undefined || value === '*' ? value : heldFor(means, values, wanted);
    if (filled === undefined) return { missing: missing(means ?? name) };
    headers[name] = filled;
  }
  const body = request.body === undefined ? undefined : fillBody(request.body, meanings, values, wanted);
  if (typeof body === 'object') return body;
  const lent = LENT[wanted.auth ?? ''];
  if (lent && values[lent] === undefined) return { missing: missing(lent) };
  const sent = { ...request, headers, ...(body === undefined ? {} : { body }) };
  if (wanted.auth?.startsWith('cookie')) {
    const cookied = withCookie(sent, values, wanted.auth);
    if (wanted.auth !== 'cookie-beside-bad' || 'missing' in cookied) return cookied;
    return carriedBy(carrier, credentialsOf(carrier.scheme, '').scheme + NO_TOKEN, cookied);
  }
  const authorization = authorize(request, operation, values, wanted.auth);
  return authorization === undefined ? sent : carriedBy(carrier, authorization, sent);
}

/** What names in lower case mean, by place. */
interface Meanings {
  header: Map<string, string>;
  form: Map<string, string>;
}

const meaningsOf = rememberedFor((placeholders: Placeholder[]): Meanings => {
  // Whom a token is for is an address in the documents, and stays one. Of two with one name the first counts.
  const named = placeholders.filter((p) => p.means !== 'audience').reverse();
  const at = (place: Placeholder['in']): Map<string, string> =>
    new Map(named.flatMap((p) => (p.in === place ? [[p.name.toLowerCase(), p.means] as const] : [])));
  return { header: at('header'), form: at('form') };
});

function heldFor(means: string, values: Values, wanted: Wanted): string | undefined {
  if (means === 'token') return values.token;
  if (means === 'etag') return wanted.etag;
  if (means === 'password') return wanted.password ?? values.password;
  if (FOREIGN_TOKENS.has(means)) return values.foreignToken;
  return means === 'refreshToken' ? (wanted.refreshToken ?? values.refreshToken) : undefined;
}

function missing(means: string): string {
  return `needs ${NOT_HAVING[means] ?? `a value for ${means}, which this run cannot get`}`;
}

function fillBody(body: string, meanings: Meanings, values: Values, wanted: Wanted): string | { missing: string } {
  if (looksLikeJson(body)) return body;
  const parsed = parseBody(body);
  if (parsed.kind !== 'form') return body;
  const fields: [string, string][] = [];
  for (const [name, value] of parsed.fields) {
    const means = wanted.verbatim?.includes(name) || value === '' ? undefined : meanings.form.get(name.toLowerCase());
    const filled = means === undefined ? value : heldFor(means, values, wanted);
    if (filled === undefined) return { missing: missing(means ?? name) };
    fields.push([name, filled]);
  }
  return writeForm(fields);
}

/** Nothing else says who asks. */
function withCookie(request: HttpRequest, { cookie }: Values, auth: string): HttpRequest | { missing: string } {
  if (!cookie) return { missing: 'needs a cookie of an account, which the token endpoint did not give' };
  const headers = { ...request.headers, Cookie: cookie.pairs };
  if (auth === 'cookie-alone') return { ...request, headers };
  const value = encodeURIComponent(auth === 'cookie-other-peer' ? NO_TOKEN : cookie.peer);
  const url = `${request.url}${request.url.includes('?') ? '&' : '?'}${encodeURIComponent(cookie.name)}=${value}`;
  return { ...request, headers, url };
}

/** How the run's token is sent otherwise than the documents say. */
const SCHEMES: Record<string, (scheme: string) => string> = {
  'other-scheme': (scheme) => (/^basic/i.test(scheme) ? 'Bearer ' : 'Basic '),
  schemeless: () => '',
  'lower-scheme': (scheme) => scheme.toLowerCase(),
};

/**
 * A request that documents a credential gets the run's; one that documents none, too, where its operation needs one or the
 * whole API says nothing of credentials.
 */
function authorize(
  request: HttpRequest,
  operation: Operation,
  values: Values,
  auth: Wanted['auth'],
): string | undefined {
  const { name, scheme: documentedScheme } = carrierOf(operation);
  if (auth === 'none') return undefined;
  const { scheme, token } = credentialsOf(documentedScheme, values.token ?? '');
  if (auth === 'bad') return scheme + NO_TOKEN;
  if (auth === 'altered') return scheme + (values.altered ?? NO_TOKEN);
  const lent = LENT[auth ?? ''];
  if (lent) {
    const own = credentialsOf(scheme, values[lent] ?? '');
    return own.scheme + own.token;
  }
  if (values.token === undefined) return undefined;
  if (auth === 'own') return scheme + token;
  const { security } = operation.op;
  const needed = security.length > 0 && (auth !== 'documented' || !security.some((names) => names.length === 0));
  if (auth === 'lengthened') return scheme + extended(token);
  const by = SCHEMES[auth ?? ''];
  if (by) return by(scheme) + token;
  const documented = (): boolean => Object.keys(request.headers).some((h) => h.toLowerCase() === name.toLowerCase());
  // Documents that say it in prose alone: whoever gives a token knows that it is needed.
  const unsaid = Object.keys(operation.api.securitySchemes).length === 0;
  return needed || unsaid || documented() ? scheme + token : undefined;
}
