// A fault: one wrong behaviour that a real server could have, played by a proxy in front of a right one.
import type { ApiOperation } from '../../spec/contract/api.js';

/** A request on its way to the target. Header names are in lower case; the path holds the query. */
export interface ProxiedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The lines of headers that came more than once; they go on as they came where the header is not changed. */
  lines?: NodeJS.Dict<string[]>;
  body: Buffer;
  /** The operation of the spec that it calls, an alias form's own where it is one. */
  operation?: ApiOperation;
}

/** An answer on its way back. */
export interface ProxiedAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: Buffer;
  /** What the proxy does to the connection instead of answering properly. */
  wire?: 'cut' | 'reset' | 'stall' | 'short-length' | 'garbage';
  /** Milliseconds to wait before answering. */
  delay?: number;
}

/** What a fault remembers between exchanges of one run. */
export type Memory = Map<string, unknown>;

/** Sends a request of the fault's own to the target (to learn what it holds); its answer is not faulted. */
export type Ask = (request: ProxiedRequest) => Promise<ProxiedAnswer>;

export interface Fault {
  /** Stable, kebab-case. */
  id: string;
  area: 'status' | 'header' | 'body' | 'state' | 'key' | 'limit' | 'auth' | 'list' | 'link' | 'error' | 'wire';
  /** What a developer would say is wrong with the server. */
  what: string;
  /** Keeps the runner waiting: played first, beside others. */
  slow?: boolean;
  /** A changed request, or an answer given without asking the target; undefined leaves it alone. */
  request?(request: ProxiedRequest, memory: Memory): ProxiedRequest | { answer: ProxiedAnswer } | undefined;
  /** A changed answer; undefined leaves it alone. */
  answer?(
    answer: ProxiedAnswer,
    request: ProxiedRequest,
    memory: Memory,
    ask: Ask,
  ): ProxiedAnswer | undefined | Promise<ProxiedAnswer | undefined>;
}
