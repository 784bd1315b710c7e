// Fills what documents leave to the reader: tokens, ETags, passwords. What the run cannot have is said, not made up.
import type { Placeholder } from '../../spec/contract/docproof.js';
import { looksLikeJson, parseBody, writeForm } from '../plan/body.js';
import { FOREIGN_TOKENS } from '../plan/foreign-token.js';
import type { Operation } from '../plan/resources.js';
import type { Case } from '../plan/story.js';
import type { HttpRequest } from '../send/http.js';
import { NO_TOKEN } from './redaction.js';

/** Values at hand when a request is sent. */
export interface Values {
  token?: string | undefined;
  etag?: string | undefined;
  password: string;
  refreshToken?: string | undefined;
  /** Of another container, issued for the one that the request goes to. */
  foreignToken?: string | undefined;
  /** Of an account of the run, which has no roles. */
  accountToken?: string | undefined;
  /** The run's token with another character in it. */
  altered?: string | undefined;
  /** Form fields and headers that are sent as they are. */
  verbatim?: string[] | undefined;
  /** `documented`: a credential only where the request has one. */
  auth?: Case['auth'] | 'documented' | undefined;
}

const NOT_HAVING: Record<string, string> = {
  token: 'a token (--token-file, DOCPROOF_TOKEN)',
  etag: 'an ETag of the entity, which the server did not give',
  refreshToken: 'a refresh token, which the token endpoint did not give',
  accountToken: 'a token of an account, which the token endpoint did not give',
};

/** Which of the values authenticates a request instead of the run's own token. */
const LENT: Record<string, 'accountToken' | 'refreshToken'> = {
  unprivileged: 'accountToken',
  foreign: 'accountToken',
  refresh: 'refreshToken',
};

/**
 * Replaces the documented placeholders.
 *
 * @returns the request, or what it would need that the run does not have
 */
export function fill(request: HttpRequest, operation: Operation, values: Values): HttpRequest | { missing: string } {
  const { placeholders } = operation.api.docs;
  const headers: Record<string, string> = {};
  const credential = authorizationHeader(operation).name.toLowerCase();
  for (const name in request.headers) {
    const value = request.headers[name] as string;
    const lower = name.toLowerCase();
    if (lower === credential) continue;
    const means = values.verbatim?.includes(name) ? undefined : find(placeholders, 'header', lower, value);
    const filled = means === undefined || value === '*' ? value : heldFor(means, values);
    if (filled === undefined) return { missing: missing(means ?? name) };
    headers[name] = filled;
  }
  const body = fillBody(request.body, placeholders, values);
  if (typeof body === 'object') return body;
  const lent = LENT[values.auth ?? ''];
  if (lent && values[lent] === undefined) return { missing: missing(lent) };
  Object.assign(headers, authorize(request, operation, values));
  return { method: request.method, url: request.url, headers, ...(body === undefined ? {} : { body }) };
}

/** What names in lower case mean, by place and name. */
const meanings = new WeakMap<Placeholder[], Map<string, string>>();

function meaningsOf(placeholders: Placeholder[]): Map<string, string> {
  const known = meanings.get(placeholders);
  if (known) return known;
  // Whom a token is for is an address in the documents, and stays one.
  const named = placeholders.filter((p) => p.means !== 'audience');
  const found = new Map(named.map((p) => [`${p.in} ${p.name.toLowerCase()}`, p.means]).reverse() as [string, string][]);
  meanings.set(placeholders, found);
  return found;
}

/** @param lower the name in lower case */
function find(placeholders: Placeholder[], place: Placeholder['in'], lower: string, value: string): string | undefined {
  return value === '' ? undefined : meaningsOf(placeholders).get(`${place} ${lower}`);
}

function heldFor(means: string, values: Values): string | undefined {
  if (means === 'token') return values.token;
  if (means === 'etag') return values.etag;
  if (means === 'password') return values.password;
  if (FOREIGN_TOKENS.has(means)) return values.foreignToken;
  return means === 'refreshToken' ? values.refreshToken : undefined;
}

function missing(means: string): string {
  return `needs ${NOT_HAVING[means] ?? `a value for ${means}, which this run cannot get`}`;
}

function fillBody(
  body: string | undefined,
  placeholders: Placeholder[],
  values: Values,
): string | undefined | { missing: string } {
  if (body !== undefined && looksLikeJson(body)) return body;
  const parsed = parseBody(body);
  if (parsed.kind !== 'form') return body;
  const fields: [string, string][] = [];
  for (const [name, value] of parsed.fields) {
    const means = values.verbatim?.includes(name) ? undefined : find(placeholders, 'form', name.toLowerCase(), value);
    const filled = means === undefined ? value : heldFor(means, values);
    if (filled === undefined) return { missing: missing(means ?? name) };
    fields.push([name, filled]);
  }
  return writeForm(fields);
}

/** Name of the header that carries the token: of an apiKey scheme, else `Authorization`. */
export function authorizationHeader(operation: Operation): { name: string; scheme: string } {
  operation.credential ??= findCredential(operation);
  return operation.credential;
}

function findCredential(operation: Operation): { name: string; scheme: string } {
  const names = new Set(operation.op.security.flat());
  for (const [id, scheme] of Object.entries(operation.api.securitySchemes)) {
    if (names.size > 0 && !names.has(id)) continue;
    if (scheme.type === 'apiKey' && scheme.in === 'header' && scheme.name) return { name: scheme.name, scheme: '' };
    if (scheme.type === 'http' && scheme.scheme?.toLowerCase() === 'basic')
      return { name: 'Authorization', scheme: 'Basic ' };
  }
  return { name: 'Authorization', scheme: 'Bearer ' };
}

/** A request that documents a credential gets the run's; one that documents none, though its operation needs one, too. */
function authorize(request: HttpRequest, operation: Operation, values: Values): Record<string, string> {
  const { name, scheme } = authorizationHeader(operation);
  if (values.auth === 'none') return {};
  if (values.auth === 'bad') return { [name]: scheme + NO_TOKEN };
  if (values.auth === 'altered') return { [name]: scheme + (values.altered ?? NO_TOKEN) };
  const lent = LENT[values.auth ?? ''];
  if (lent) return { [name]: scheme + values[lent] };
  const documented = Object.keys(request.headers).some((h) => h.toLowerCase() === name.toLowerCase());
  const needed = operation.op.security.length > 0 && !operation.op.security.some((names) => names.length === 0);
  const wanted = documented || needed || (values.auth !== 'documented' && operation.op.security.length > 0);
  return wanted && values.token !== undefined ? { [name]: scheme + values.token } : {};
}
