// Sends requests and tells documented answers apart. Needs nothing but `fetch`, which Node and browsers have.
import { type Credentials, credentialsOf, type SecretSource, type SecurityScheme } from './credentials.js';
import { entriesOf, plainText, type QueryStyle, queryText } from './query.js';

/** What the client uses of `fetch`. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: Exclude<Payload, ArrayBufferView>;
  redirect?: 'manual';
  signal?: AbortSignal;
}

/** A body as it is sent, where it is not JSON or a form. */
export type Payload = string | ArrayBuffer | ArrayBufferView | Blob | FormData;

export interface Client {
  /** Where the API's paths begin, without a slash at the end: `https://unit1.example`. */
  baseUrl: string;
  /** Sent as `Authorization: Bearer …` with the operations that need it. */
  token?: string | (() => string | Promise<string>);
  /** Keys, tokens and passwords by the names of the security schemes, sent where an operation needs them. */
  credentials?: Readonly<Record<string, SecretSource>>;
  /** Sent with every request; those of a call win. */
  headers?: Record<string, string>;
  /** The global one where absent. */
  fetch?: Fetch;
  /** Makes the URL of a path, for servers that have parts of it elsewhere; `baseUrl` + path where absent. */
  url?: (path: string) => string;
}

/** What every call takes. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Headers that the operation does not document. */
  extraHeaders?: Record<string, string>;
}

type IsOk<Status extends number> = `${Status}` extends `2${string}` ? true : false;

/** A documented answer: `status` tells which one, and with it the type of `body`. */
export type Answer<Status extends number, Body> = Status extends number
  ? { status: Status; ok: IsOk<Status>; headers: Headers; body: Body }
  : never;

export interface AnyAnswer {
  status: number;
  ok: boolean;
  headers: Headers;
  body: unknown;
}

export type InformationStatus = 100 | 101 | 102 | 103;
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
export type RedirectStatus = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
export type ClientErrorStatus =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418)
  | (421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);
export type ServerErrorStatus = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;
export type AnyStatus = InformationStatus | SuccessStatus | RedirectStatus | ClientErrorStatus | ServerErrorStatus;

/**
 * How a documented body is read; `derivedJson` may be absent, `any` (JSON or text) and `mixed` (these or bytes) go by the answer's
 * own media type.
 */
export type BodyKind = 'none' | 'json' | 'derivedJson' | 'text' | 'binary' | 'any' | 'mixed';

/** A request as an operation makes it. */
export interface OperationRequest {
  method: string;
  /** Encoded, beginning with a slash. */
  path: string;
  query?: object | undefined;
  /** Of the query parameters that are not plain. */
  styles?: Readonly<Record<string, QueryStyle>>;
  headers?: object | undefined;
  cookies?: object | undefined;
  body?: unknown;
  /** Media type of the body, or a range of which the body says its own. */
  type?: string | undefined;
  /** Of the fields of an urlencoded form that are not plain. */
  form?: Readonly<Record<string, QueryStyle>>;
  /** Whether the client's token is sent; or the ways to send credentials, any one of which does. */
  secured: boolean | readonly (readonly SecurityScheme[])[];
  /** Where the redirection itself is the documented answer. */
  redirect?: 'manual';
  /** By status (`204`), class (`4XX`) or `default`. */
  answers: Record<string, BodyKind>;
}

/** The server answered what the contract does not say. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';
  readonly status: number;
  readonly headers: Headers;
  /** As far as it could be read. */
  readonly text: string;

  constructor(message: string, status: number, headers: Headers, text: string) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.text = text;
  }
}

/**
 * Sends a request.
 *
 * @returns the documented answer, of whatever status
 * @throws UnexpectedAnswer for a status or a body that the contract does not have; what `fetch` throws when the server can't be reached
 */
export async function send<Result extends AnyAnswer>(
  client: Client,
  options: CallOptions,
  request: OperationRequest,
): Promise<Result> {
  const credentials = await credentialsOf(client, request.secured);
  const path = request.path + queryText({ ...credentials.query, ...request.query }, request.styles);
  const url = client.url ? client.url(path) : client.baseUrl.replace(/\/+$/, '') + path;
  const body = payload(request);
  const doFetch: Fetch = client.fetch ?? fetch;
  const response = await doFetch(url, {
    method: request.method,
    headers: headersOf(client, options, request, credentials),
    ...(body === undefined ? {} : { body }),
    ...(request.redirect === undefined ? {} : { redirect: request.redirect }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return (await answerOf(response, request)) as Result;
}

async function answerOf(response: Response, request: OperationRequest): Promise<AnyAnswer> {
  const { status, headers } = response;
  const { answers } = request;
  const kind = answers[status] ?? answers[`${Math.floor(status / 100)}XX`] ?? answers['default'];
  if (kind === undefined) {
    const text = await response.text();
    throw new UnexpectedAnswer(
      `${request.method} ${request.path}: status ${status} is not documented`,
      status,
      headers,
      text,
    );
  }
  return { status, ok: status >= 200 && status < 300, headers, body: await readBody(response, kind, request) };
}

/** Media types whose bodies are texts. */
const TEXTUAL = /^text\/|json|[/+](?:xml|yaml)\b|javascript|graphql|form-urlencoded/i;

async function readBody(response: Response, kind: BodyKind, request: OperationRequest): Promise<unknown> {
  if (kind === 'none' || request.method === 'HEAD') {
    await response.arrayBuffer();
    return undefined;
  }
  const type = response.headers.get('content-type') ?? '';
  if (kind === 'binary' || (kind === 'mixed' && !TEXTUAL.test(type))) return response.blob();
  const text = await response.text();
  const isJson = (kind !== 'any' && kind !== 'mixed') || /json/i.test(type);
  if (kind === 'text' || !isJson) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (kind === 'derivedJson') return undefined;
    const { status, headers } = response;
    throw new UnexpectedAnswer(`${request.method} ${request.path}: the body is not JSON`, status, headers, text);
  }
}

function headersOf(
  client: Client,
  options: CallOptions,
  request: OperationRequest,
  credentials: Credentials,
): Record<string, string> {
  const headers = new Headers(client.headers);
  const accepted = Object.values(request.answers).some((kind) => /json|any|mixed/i.test(kind))
    ? 'application/json, */*;q=0.1'
    : '*/*';
  if (!headers.has('accept')) headers.set('Accept', accepted);
  for (const [name, value] of Object.entries(credentials.headers)) headers.set(name, value);
  // A form's boundary is chosen by fetch.
  if (request.body !== undefined && request.type !== undefined && !(request.body instanceof FormData))
    headers.set('Content-Type', contentType(request.body, request.type));
  for (const [name, value] of entriesOf(request.headers)) headers.set(name, plainText(value));
  const cookies = entriesOf({ ...credentials.cookies, ...request.cookies }).map(
    ([name, value]) => `${name}=${encodeURIComponent(plainText(value))}`,
  );
  if (cookies.length > 0) headers.set('Cookie', cookies.join('; '));
  for (const [name, value] of Object.entries(options.extraHeaders ?? {})) headers.set(name, value);
  // Headers are iterable only where `lib` has DOM.Iterable, which a user's may not have.
  const plain: Record<string, string> = {};
  headers.forEach((value, name) => {
    plain[name] = value;
  });
  return plain;
}

/** Of a range of types (RFC 9110, section 12.5.1) a Blob knows which one it has; values are JSON. */
function contentType(body: unknown, type: string): string {
  if (!type.includes('*')) return type;
  if (body instanceof Blob && body.type !== '') return body.type;
  const isBytes =
    typeof body === 'string' || body instanceof ArrayBuffer || body instanceof Blob || ArrayBuffer.isView(body);
  return isBytes && !/[/+]json$/i.test(type) ? 'application/octet-stream' : 'application/json';
}

function payload({ body, type = '', form: styles }: OperationRequest): Exclude<Payload, ArrayBufferView> | undefined {
  if (body === undefined) return undefined;
  if (/[/+]json\b/i.test(type)) return JSON.stringify(body);
  if (typeof body === 'string' || body instanceof ArrayBuffer || body instanceof Blob || body instanceof FormData)
    return body;
  if (ArrayBuffer.isView(body)) return bytesOf(body);
  if (/form-urlencoded/i.test(type)) return queryText(body as object, styles).slice(1);
  return JSON.stringify(body);
}

/** A copy: what a view may be of, and whether fetch takes it, differs between versions of TypeScript's library. */
function bytesOf(view: ArrayBufferView): ArrayBuffer {
  const bytes = new ArrayBuffer(view.byteLength);
  new Uint8Array(bytes).set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  return bytes;
}
