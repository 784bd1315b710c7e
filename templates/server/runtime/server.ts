// The core: finds the route, reads and checks the request, calls the handler, writes the reply. No web server in here.
import { readBody } from './body.js';
import type { Call, Incoming, Outgoing, Problem, Reply } from './http.js';
import { type ParameterReader, parameterReader } from './parameters.js';
import { writeReply } from './reply.js';
import type { Route } from './route.js';
import { createRouter, type Match } from './router.js';
import type { Definitions } from './schema-kind.js';
import { createValidator, type Validator } from './validation.js';

/** A value now or later. */
export type Awaitable<T> = T | Promise<T>;

/** A handler as the core sees it; the generated `Handlers` say exactly what each takes and returns. */
export type AnyHandler<Context> = (request: never, call: Call<Context>) => Reply | Promise<Reply>;

/** What the core is made from: the generated route table and schemas, and the default shape of errors. */
export interface ServerContract {
  routes: readonly Route[];
  definitions: Definitions;
  /** Path of the API's server URL (`/v1`): requests are found with and without it. */
  basePath?: string;
  /** An error in the shape that the API documents. */
  errorReply: (status: number, message: string) => Reply;
}

export interface ServerOptions<Context = unknown> {
  /** Part of the URL's path before the API's own. */
  basePath?: string;
  /** Largest request body in bytes; 1 MiB where absent. A larger one is 413. */
  maxBodyBytes?: number;
  /** Header (such as `X-HTTP-Method-Override`) by which a POST names another method; off where absent. */
  methodOverride?: string;
  /** Whether the requests of a route are checked against its schemas; all are where absent. */
  validate?: boolean | ((route: Route) => boolean);
  /** Makes what handlers find as `call.context`. */
  context?: (call: Call<undefined>) => Context | Promise<Context>;
  /** Runs before the request is read, for authentication and the like; a reply ends the call. */
  before?: (call: Call<Context>) => Reply | undefined | Promise<Reply | undefined>;
  /** Runs after the handler, on every reply of a known route. */
  after?: (reply: Reply, call: Call<Context>) => Reply | Promise<Reply>;
  /** Answers what does not fit the contract: 400 (or a documented 422), 413 or 415 in the API's error shape where absent. */
  onInvalid?: (problems: readonly Problem[], call: Call<Context>) => Reply | Promise<Reply>;
  /** Answers what a handler throws, and replies that can't be written: 500 where absent, with the details on stderr only. */
  onError?: (error: unknown, call: Call<Context>) => Reply | Promise<Reply>;
  /** Answers operations without a handler: 501 where absent. */
  onUnwritten?: (call: Call<Context>) => Reply | Promise<Reply>;
  /** Answers a path that no operation has (404), or one that has no such method (405; `Allow` is added). */
  onUnrouted?: (unrouted: Unrouted) => Reply | Promise<Reply>;
}

export interface Unrouted {
  status: 404 | 405;
  request: Incoming;
  method: string;
  path: string;
  /** Methods that the path has. */
  allow: readonly string[];
}

/** The server: a function from Request to Response, and what adapters need. */
export interface Server {
  (request: Request): Promise<Response>;
  /** The same without the web's classes. */
  answer(request: Incoming): Promise<Outgoing>;
  /** Whether the API has the request's path, be it with another method. */
  knows(request: Incoming): boolean;
  /** Every method of the route table, sorted. */
  readonly methods: readonly string[];
}

/** Thrown by `unwritten`. */
class Unwritten extends Error {}

/** Stands in a handler's body until somebody writes it: the operation answers 501. Takes what would be unused else. */
export function unwritten(..._arguments: unknown[]): never {
  throw new Unwritten('not implemented');
}

const MEBIBYTE = 1 << 20;

/** Makes a server from a contract and handlers by operationId; an operation without a handler answers 501. */
export function createServerCore<Context>(
  contract: ServerContract,
  handlers: Readonly<Record<string, AnyHandler<Context> | undefined>>,
  options: ServerOptions<Context> = {},
): Server {
  const core = new Core(contract, handlers, options);
  const answer = (request: Incoming): Promise<Outgoing> => core.answer(request);
  const server = async (request: Request): Promise<Response> => {
    const { status, headers, body } = await answer(request);
    return new Response(body as string | ReadableStream<Uint8Array> | null, { status, headers });
  };
  const methods = [...new Set(contract.routes.map((route) => route.method))].sort();
  return Object.assign(server, { answer, knows: (request: Incoming) => core.knows(request), methods });
}

class Core<Context> {
  private readonly match: (method: string, path: string) => Match;
  private readonly parameters = new Map<Route, ParameterReader>();
  private readonly validator: Validator;
  private readonly contract: ServerContract;
  private readonly handlers: Readonly<Record<string, AnyHandler<Context> | undefined>>;
  private readonly options: ServerOptions<Context>;

  constructor(
    contract: ServerContract,
    handlers: Readonly<Record<string, AnyHandler<Context> | undefined>>,
    options: ServerOptions<Context>,
  ) {
    this.contract = contract;
    this.handlers = handlers;
    this.options = options;
    this.validator = createValidator(contract.definitions);
    const router = createRouter(contract.routes);
    const base = (options.basePath ?? contract.basePath ?? '').replace(/\/$/, '');
    this.match = (method, path) => {
      const found = router(method, path);
      if (base === '' || found.kind === 'found' || !path.startsWith(`${base}/`)) return found;
      return router(method, path.slice(base.length));
    };
  }

  knows(request: Incoming): boolean {
    return this.match(this.method(request), splitUrl(request.url).path).kind !== 'notFound';
  }

  async answer(request: Incoming): Promise<Outgoing> {
    const { origin, path, search } = splitUrl(request.url);
    const method = this.method(request);
    let match = this.match(method, path);
    if (match.kind === 'methodNotAllowed' && method === 'HEAD' && match.allow.includes('GET'))
      match = this.match('GET', path);
    if (match.kind === 'notFound' || match.kind === 'methodNotAllowed')
      return this.unrouted(request, method, path, match.kind === 'notFound' ? [] : match.allow);
    const route = match.route;
    const query = new URLSearchParams(search);
    const keys = match.kind === 'found' ? match.keys : {};
    const call = { request, method, path, query, origin, route, keys, context: undefined } as Call<undefined>;
    const outgoing = await this.reply(call, match);
    return method === 'HEAD' ? { ...outgoing, body: null } : outgoing;
  }

  private method(request: Incoming): string {
    const header = this.options.methodOverride;
    const override = header && request.method === 'POST' ? request.headers.get(header) : null;
    return override ? override.trim().toUpperCase() : request.method;
  }

  private async unrouted(request: Incoming, method: string, path: string, allow: string[]): Promise<Outgoing> {
    const methods = allow.includes('GET') && !allow.includes('HEAD') ? [...allow, 'HEAD'] : allow;
    const headers = { Allow: [...new Set([...methods, 'OPTIONS'])].sort().join(', ') };
    if (method === 'OPTIONS' && allow.length > 0) return writeReply({ status: 204, headers });
    const status = allow.length > 0 ? 405 : 404;
    const message = status === 404 ? `there is nothing at ${path}` : `${method} is not possible here`;
    const reply = this.options.onUnrouted
      ? await this.options.onUnrouted({ status, request, method, path, allow: methods })
      : this.contract.errorReply(status, message);
    return writeReply(status === 405 ? { ...reply, headers: { ...headers, ...reply.headers } } : reply);
  }

  private async reply(bare: Call<undefined>, match: Match): Promise<Outgoing> {
    let call = bare as Call<Context>;
    try {
      if (this.options.context) call = { ...bare, context: await this.options.context(bare) };
      const early = await this.options.before?.(call);
      const reply = early ?? (await this.handle(call, match));
      return writeReply(this.options.after ? await this.options.after(reply, call) : reply, call.route);
    } catch (error) {
      return this.failed(error, call);
    }
  }

  /** Answers what a handler or hook has thrown, and a reply that can't be written: one of `onError` may be such a reply. */
  private async failed(error: unknown, call: Call<Context>): Promise<Outgoing> {
    if (error instanceof Unwritten) return writeReply(await this.unwritten(call), call.route);
    const plain = (): Outgoing => writeReply(this.contract.errorReply(500, 'the server failed'), call.route);
    if (!this.options.onError) {
      console.error(`${call.method} ${call.route.path} (${call.route.id}) failed:`, error);
      return plain();
    }
    try {
      return writeReply(await this.options.onError(error, call), call.route);
    } catch (fault) {
      console.error(`onError failed for ${call.method} ${call.route.path} (${call.route.id}):`, fault, error);
      return plain();
    }
  }

  private async handle(call: Call<Context>, match: Match): Promise<Reply> {
    const handler = this.handlers[call.route.id];
    if (!handler) return this.unwritten(call);
    const { request, problems } = await this.read(call, match);
    if (problems.length === 0) return replyOf(await handler.call(this.handlers, request as never, call), call.route);
    if (this.options.onInvalid) return this.options.onInvalid(problems, call);
    const rule = problems.find((p) => p.rule === 'size' || p.rule === 'mediaType')?.rule;
    const status = rule === 'size' ? 413 : rule === 'mediaType' ? 415 : invalidStatus(call.route);
    return this.contract.errorReply(status, messageOf(problems));
  }

  private async unwritten(call: Call<Context>): Promise<Reply> {
    if (this.options.onUnwritten) return this.options.onUnwritten(call);
    return this.contract.errorReply(501, `${call.route.id} is not implemented`);
  }

  /** The request as the handler takes it, and all that is wrong with it. */
  private async read(call: Call<Context>, match: Match): Promise<{ request: object; problems: Problem[] }> {
    const { route, request, keys, query } = call;
    if (match.kind === 'badKey')
      return { request: {}, problems: [{ in: 'path', at: '', rule: 'key', message: match.message }] };
    const values = this.parametersOf(route)(
      keys,
      { values: query, text: splitUrl(request.url).search },
      request.headers,
    );
    const wanted = this.options.validate ?? true;
    const validate = typeof wanted === 'function' ? wanted(route) : wanted;
    const problems = validate ? await this.validator.parameters(route, values) : [];
    if (!route.body) return { request: values, problems };
    const limit = this.options.maxBodyBytes ?? MEBIBYTE;
    const read = await readBody(request, route.body, limit, this.contract.definitions);
    if (read.problem) return { request: {}, problems: [...problems, read.problem] };
    if (!read.body) {
      if (route.body.required && validate)
        problems.push({ in: 'body', at: '', rule: 'required', message: 'the request needs a body' });
      return { request: values, problems };
    }
    const { media, contentType, value, checked } = read.body;
    if (validate && checked !== undefined) problems.push(...(await this.validator.body(media, checked)));
    return { request: { ...values, contentType, body: value }, problems };
  }

  private parametersOf(route: Route): ParameterReader {
    let reader = this.parameters.get(route);
    if (!reader) {
      reader = parameterReader(route, this.contract.definitions);
      this.parameters.set(route, reader);
    }
    return reader;
  }
}

/** 400, unless the documents have only 422 (RFC 9110, 15.5.21) for what does not fit them. */
function invalidStatus({ responses }: Route): 400 | 422 {
  const has = (status: string): boolean => Object.hasOwn(responses, status);
  return has('422') && !has('400') && !has('4XX') && !has('default') ? 422 : 400;
}

/** As many problems as people read. */
const MOST_TOLD = 10;

function messageOf(problems: readonly Problem[]): string {
  const messages = [...new Set(problems.map((problem) => problem.message))];
  const others = messages.length - MOST_TOLD;
  return [...messages.slice(0, MOST_TOLD), ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
}

/** What a handler returned, where it is a reply: JavaScript lets it forget to return one. */
function replyOf(value: unknown, route: Route): Reply {
  if (typeof value === 'object' && value !== null) return value as Reply;
  throw new TypeError(`the handler ${route.id} returned no reply`);
}

/** Parts of an absolute URL or of a path with a query, as they came. */
function splitUrl(url: string): { origin: string; path: string; search: string } {
  const scheme = url.startsWith('/') ? -1 : url.indexOf('://');
  const slash = scheme === -1 ? 0 : url.indexOf('/', scheme + 3);
  const start = slash === -1 ? url.length : slash;
  const rest = url.slice(start).split('#', 1)[0] ?? '';
  const mark = rest.indexOf('?');
  const path = mark === -1 ? rest : rest.slice(0, mark);
  return { origin: url.slice(0, start), path: path || '/', search: mark === -1 ? '' : rest.slice(mark + 1) };
}
