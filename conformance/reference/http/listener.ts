// From node's request to node's response: request keys, headers that every answer has, health, the log.
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Incoming, Outgoing, Server } from '../../../generated/server/index.js';
import { writeNodeResponse } from '../../../generated/server/runtime/adapters/node.js';
import { GrantError } from '../auth/grant-error.js';
import { DomainError } from '../model/catalogue.js';
import { failureReply } from './failures.js';
import { readIncoming } from './incoming.js';
import { type LogEntry, logLine } from './request-log.js';

/** Name of the pseudo header that carries the caller's address to the application. */
export const ADDRESS_HEADER = ':address';

/** Version of the API that the documents describe. */
const API_VERSION = '1.7.2';

export interface ListenerOptions {
  application: Pick<Server, 'answer'>;
  /** Answers that are no operations of the API (health, reference); undefined for everything else. */
  aside: (incoming: Incoming) => Promise<Outgoing> | undefined;
  log?: ((line: string) => void) | undefined;
  /** The administrator's, which the log never has, under whatever name a caller sends it. */
  token: string;
  clock: () => number;
}

export function createListener(options: ListenerOptions): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => void serve(options, request, response);
}

async function serve(options: ListenerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const started = options.clock();
  const entry: LogEntry = { method: request.method ?? '', url: request.url ?? '', status: 0, requestKey: '' };
  try {
    const given = String(request.headers['x-personium-requestkey'] ?? '');
    entry.requestKey = REQUEST_KEY.test(given) ? given : newRequestKey();
    const outgoing =
      given !== '' && entry.requestKey !== given
        ? wrongRequestKey(given, entry.url)
        : await answer(options, readIncoming(request, ADDRESS_HEADER));
    entry.status = outgoing.status;
    outgoing.headers.push(...commonHeaders(request, entry.requestKey));
    await writeNodeResponse(outgoing, response);
  } catch (error) {
    entry.error = (error as Error).message;
    response.destroy(error as Error);
  } finally {
    if (!request.readableEnded) request.resume();
    options.log?.(logLine(entry, options.token, started, options.clock() - started));
  }
}

function answer({ application, aside }: ListenerOptions, incoming: Incoming): Promise<Outgoing> {
  return aside(incoming) ?? application.answer(incoming);
}

const REQUEST_KEY = /^[A-Za-z0-9_-]{1,128}$/;

/** Four digits and a UUID's 22 characters in base64url. */
function newRequestKey(): string {
  const digits = String(Math.floor(Math.random() * 10_000)).padStart(4, '0');
  return `${digits}_${Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url')}`;
}

/** In OAuth's form where tokens are asked for (RFC 6749, 5.2). */
function wrongRequestKey(given: string, url: string): Outgoing {
  const isToken = (url.split('?', 1)[0] as string).endsWith('/__token');
  const error = isToken
    ? new GrantError('PR400-AU-0002', 'X-Personium-RequestKey')
    : new DomainError('PR400-OD-0041', 'X-Personium-RequestKey', given);
  const reply = failureReply(error, '');
  return {
    status: error.status,
    headers: [
      ['content-type', 'application/json'],
      ...Object.entries(reply?.headers ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    ],
    body: JSON.stringify(reply?.body ?? null),
  };
}

/** Any origin may read the answers. */
function commonHeaders(request: IncomingMessage, requestKey: string): Outgoing['headers'] {
  const common: Outgoing['headers'] = [
    ['Access-Control-Allow-Origin', '*'],
    ['X-Personium-Version', API_VERSION],
    ['X-Personium-RequestKey', requestKey],
  ];
  const asked = request.headers['access-control-request-headers'];
  if (typeof asked === 'string') common.push(['Access-Control-Allow-Headers', asked]);
  return common;
}
