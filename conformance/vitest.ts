// `docproof/vitest`: every case of a spec as a vitest test, sent by supertest to an app inside the test process.
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Api } from '../spec/contract/api.js';
import type { SourceRef } from '../spec/contract/docproof.js';
import { loadApi } from '../spec/contract/load.js';
import { certify } from './certify.js';
import { type OtherAccount, othersAmong } from './plan/others.js';
import type { Suite } from './plan/subject.js';
import { type CaseGroup, casesOf, select, suiteOf } from './plan/suite.js';
import { brief, place } from './report/text.js';
import type { Journal } from './run/journal.js';
import type { CaseResult, Exchange, Run } from './run.js';
import { openCourier } from './send/courier.js';
import { sendingFiles } from './send/sending-files.js';
import { supertestSender } from './send/supertest.js';
import { plainPath, serverPath } from './url/server-path.js';

/** An app with a web-standard handler, such as Hono's. */
export interface FetchApp {
  fetch(request: Request): Response | Promise<Response>;
}

/** Fastify, and whatever else has a server that is ready later. */
export interface ServerApp {
  server: Server;
  ready(): PromiseLike<unknown>;
}

/** Express apps and plain listeners are functions; servers may listen already or not. */
export type App = RequestListener | Server | FetchApp | ServerApp;

export interface ConformanceOptions {
  /** File of the OpenAPI spec to judge by. */
  spec: string;
  /** A second spec, used only to prepare and clean up. */
  setup?: string;
  /** Content of the files that documented commands send (`@photo.png`), by their names. */
  files?: Record<string, Buffer>;
  /** Path that the app serves the API under; without it that of the spec's first server, where the app answers there. */
  basePath?: string;
  /** Access token that the app accepts for everything. */
  token?: string;
  /** Tokens of accounts that may do nothing with what `token` makes (`stranger`), or read it and change nothing (`reader`). */
  accounts?: Partial<Record<OtherAccount, string>>;
  /** Whether what the spec has no way to remove may be made, and stay; without it its cases fail as untested. */
  allowLeftovers?: boolean;
  /** Also change what there is one of, such as settings, and put it back as it was. */
  allowSettings?: boolean;
  /** Only cases whose id has this text; `*` stands for anything. */
  only?: string;
  /** operationIds and case ids that the app does not offer: skipped. */
  unsupported?: string[];
  /** Milliseconds for the whole suite; one minute without. */
  timeout?: number;
}

const MINUTE_MS = 60_000;

/**
 * Registers every case as a test. The suite runs once, before the first of them; each test tells its own case.
 *
 * @throws Error at once where the spec cannot be read or no case is selected: nothing tested is never green
 */
export function conformance(app: App, options: ConformanceOptions): void {
  const plan = planOf(options);
  const cases = plan.groups.flatMap((group) => group.cases);

  describe(`conformance with ${plan.spec.title}`, () => {
    const stop = new AbortController();
    let opened: Opened | undefined;
    let results = new Map<string, CaseResult>();

    beforeAll(async () => {
      opened = await open(app);
      const run = await runOn(opened, plan, options, stop.signal);
      results = new Map(run.cases.map((c) => [c.id, c]));
    }, options.timeout ?? MINUTE_MS);

    afterAll(async () => {
      stop.abort();
      await opened?.close();
    });

    for (const one of cases)
      test(`${one.id}: ${one.title}`, (context) => {
        const result = results.get(one.id);
        if (result?.outcome === 'inapplicable') return context.skip(result.reason);
        // By message, not by comparison: reporters that show no difference (JSON, dot) tell the reason, too.
        const against = told(result);
        if (against.length > 0) expect.fail(against.join('\n'));
      });
  });
}

/** The cases of a spec, and those of them that are asked for. */
interface Plan {
  spec: Api;
  sha256: string;
  suite: Suite;
  all: CaseGroup[];
  groups: CaseGroup[];
}

function planOf(options: ConformanceOptions): Plan {
  const { spec: file, setup, files = {}, accounts = {}, only, allowLeftovers = false, allowSettings = false } = options;
  const text = readFileSync(file, 'utf8');
  const spec = apiOf(text, file);
  const other = setup === undefined ? undefined : apiOf(readFileSync(setup, 'utf8'), setup);
  const suite = suiteOf(spec, other, {
    leavesThings: allowLeftovers,
    changesSettings: allowSettings,
    files: new Set(Object.keys(files)),
    others: othersAmong(Object.keys(accounts)),
  });
  const all = casesOf(suite, { pasted: false });
  const groups = select(all, only === undefined ? {} : { only });
  if (groups.every((group) => group.cases.length === 0))
    throw new Error(`${file}: no case${only === undefined ? '' : ` has "${only}" in its id`}`);
  return { spec, sha256: createHash('sha256').update(text).digest('hex'), suite, all, groups };
}

async function runOn(opened: Opened, plan: Plan, options: ConformanceOptions, signal: AbortSignal): Promise<Run> {
  const { spec, sha256, suite, all, groups } = plan;
  const { only, token, accounts = {}, files = {} } = options;
  const basePath = options.basePath ?? (await basePathOf(opened, spec));
  const now = (): number => performance.now();
  const sleep = async (ms: number): Promise<void> => void (await wait(ms));
  return certify({
    suite,
    groups,
    selection: {
      suite: all.flatMap((g) => g.cases.map((c) => c.id)).sort(),
      ...(only === undefined ? {} : { only }),
    },
    spec: { file: options.spec, title: spec.title, version: spec.version, sha256 },
    target: { url: opened.url + basePath.replace(/^\/+/, ''), embedded: false },
    courier: openCourier(sendingFiles(supertestSender(opened.server), new Map(Object.entries(files))), {
      rate: 0,
      patience: 5,
      sleep,
      now,
    }),
    journal: FORGETFUL,
    runId: `t${randomBytes(4).toString('hex')}`,
    ...(token === undefined ? {} : { token }),
    others: accounts,
    password: `P${randomBytes(8).toString('hex')}`,
    parallel: 4,
    signal,
    version: '0',
    now,
    today: () => new Date().toISOString(),
    pasted: false,
    allowOutbound: false,
    unsupported: options.unsupported ?? [],
  });
}

/** What speaks against a case, each with the request that shows it; nothing where every MUST holds, as `certify` has it. */
function told(result: CaseResult | undefined): string[] {
  if (result === undefined) return ['the case did not run'];
  const failed = result.assertions.filter((a) => a.outcome === 'failed');
  const broken = failed
    .filter((a) => a.level === 'MUST')
    .flatMap((a) => [
      `${a.level} ${a.id}: expected ${a.expected}, got ${a.actual}${whereTold(a.source ?? result.source)}`,
      ...sentFor(result.exchanges[a.exchange]),
    ]);
  if (result.outcome === 'passed' || (result.outcome === 'failed' && failed.length > 0)) return [...new Set(broken)];
  return broken.length > 0 ? [...new Set(broken)] : [`${result.outcome}: ${result.reason ?? ''}`];
}

/** The request that shows it, and what was answered: no command, for nothing listens at the app's address any more. */
function sentFor(exchange: Exchange | undefined): string[] {
  if (exchange?.response === undefined) return [];
  const { request, response } = exchange;
  const { pathname, search } = new URL(request.url);
  const lines = [
    [request.method, pathname + search, request.body],
    ['→', String(response.status), response.body],
  ];
  return [lines.map((words) => `  ${brief(words.filter(Boolean).join(' '))}`).join('\n')];
}

/** Where a promise stands; plain specs tell it of some only. */
function whereTold(source: SourceRef | undefined): string {
  return source === undefined ? '' : `, see ${place(source)}`;
}

function apiOf(text: string, file: string) {
  const { api, diagnostics } = loadApi(text, file);
  if (api === undefined)
    throw new Error(diagnostics.map((d) => `${d.file}:${d.line}:${d.column}: ${d.message}`).join('\n'));
  return api;
}

/** The app dies with the test process: what a run makes in it needs no journal. */
const FORGETFUL: Journal = {
  intent: () => 0,
  made: () => {},
  refused: () => {},
  removed: () => {},
  kept: () => 0,
  restored: () => {},
  close: () => {},
};

interface Opened {
  server: Server;
  url: string;
  close(): Promise<void>;
}

/** Asked of the app, once: a spec names the path under which it is reached, and an app may be mounted there later. */
async function basePathOf({ url }: Opened, spec: Api): Promise<string> {
  const base = serverPath(spec);
  const path = plainPath(spec);
  if (base === '' || path === undefined) return base;
  const answer = await fetch(url + base.slice(1) + path, { redirect: 'manual' }).catch(() => undefined);
  await answer?.body?.cancel();
  return answer === undefined || answer.status === 404 ? '' : base;
}

async function open(app: App): Promise<Opened> {
  if ('ready' in app && 'server' in app) await app.ready();
  const server =
    app instanceof Server ? app : 'server' in app ? app.server : createServer('fetch' in app ? listener(app) : app);
  const own = !server.listening;
  if (own) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    if (own) await new Promise((resolve) => server.close(resolve));
  };
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}

function listener(app: FetchApp): RequestListener {
  return async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = Object.entries(incoming.headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((v): [string, string] => [name, v]),
    );
    const method = incoming.method ?? 'GET';
    const body = method === 'GET' || method === 'HEAD' || chunks.length === 0 ? undefined : Buffer.concat(chunks);
    const response = await app.fetch(
      new Request(`http://${incoming.headers.host}${incoming.url}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
      }),
    );
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  };
}
