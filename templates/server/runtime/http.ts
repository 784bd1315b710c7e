// Requests, calls and replies: the plain values between a web server and the handlers.
import type { Route } from './route.js';

/** What is needed of a request. The web's `Request` is one. */
export interface Incoming {
  /** Upper case, as it came. */
  readonly method: string;
  /** Absolute, or a path that starts with `/`. */
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | null;
  /** All of the body, undefined where it is longer than `limit`: for servers that have a faster way to it than `body`. */
  readonly readAll?: (limit: number) => Promise<Uint8Array | undefined>;
}

/** What goes out. */
export interface Outgoing {
  status: number;
  /** In order; a name may occur more than once. */
  headers: [name: string, value: string][];
  body: string | Uint8Array | ReadableStream<Uint8Array> | null;
}

/** Header names in any case; a list sends the header several times. */
export type ReplyHeaders = Record<string, string | number | readonly string[] | undefined>;

/** An answer before it is written out: what handlers return and hooks may return. */
export interface Reply {
  status: number;
  headers?: ReplyHeaders;
  /** The first documented media type of the status where absent. */
  contentType?: string;
  /** A value for JSON; text, bytes or a stream for other media types. */
  body?: unknown;
}

/** Key and path values by variable name; `null` for a key that is null or left out. */
export type PathValues = Record<string, string | null>;

/** One request on its way through the server. */
export interface Call<Context = unknown> {
  readonly request: Incoming;
  /** After a method override. */
  readonly method: string;
  /** As it came, still encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Scheme and host that the request was sent to: `https://api.example`. */
  readonly origin: string;
  readonly route: Route;
  /** Keys of the URL, brought to the main form. */
  readonly keys: PathValues;
  /** What `options.context` made. */
  readonly context: Context;
}

/** One thing wrong with a request. */
export interface Problem {
  in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** Name of the parameter, or JSON pointer into the body (`''` is all of it). */
  at: string;
  /** JSON Schema keyword that failed, or `syntax`, `mediaType`, `size`, `key`. */
  rule: string;
  /** One sentence for people. */
  message: string;
  /** What the keyword says of it: `{ missingProperty: 'Name' }`, `{ limit: 128 }`. */
  details?: Record<string, unknown>;
}

type Registered2xx = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;
type Registered3xx = 300 | 301 | 302 | 303 | 304 | 305 | 307 | 308;
type Registered4xx =
  | (400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415)
  | (416 | 417 | 418 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 431 | 451);
type Registered5xx = 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 510 | 511;

/** Registered statuses of a class (`4XX`), or of all classes. */
export interface StatusClass {
  '1XX': 100 | 101 | 102 | 103;
  '2XX': Registered2xx;
  '3XX': Registered3xx;
  '4XX': Registered4xx;
  '5XX': Registered5xx;
  default: Registered2xx | Registered3xx | Registered4xx | Registered5xx;
}

/** A body that is not JSON. */
export type RawBody = string | Uint8Array | ReadableStream<Uint8Array>;
