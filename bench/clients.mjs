// The clients that are compared, each in a process of its own: the runner, the bare `node:http` client, newman.
//
//   node bench/clients.mjs runner|bare|newman ORIGIN [RECORDING]     prints one line of JSON
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { certify } from '../dist/conformance/certify.js';
import { casesOf, suiteOf } from '../dist/conformance/plan/suite.js';
import { openCourier } from '../dist/conformance/send/courier.js';
import { openSender } from '../dist/conformance/send/http.js';
import { loadApi } from '../dist/spec/contract/load.js';
import { spec } from './measuring.mjs';

const CONNECTIONS = 10;
const TOKEN = 'bench-unit-token';
/** newman sends one after the other: a part tells its rate. */
const NEWMAN_REQUESTS = 2_000;

/** Certifies with names and passwords that are the same each time, so that the requests are. */
export async function runner(origin) {
  const { api } = loadApi(readFileSync(spec, 'utf8'), 'spec/openapi.yaml');
  const suite = suiteOf(api);
  const groups = casesOf(suite, { pasted: false });
  const sender = openSender({ origin, connections: CONNECTIONS, timeout: 30_000, maxBody: 1e7, userAgent: 'docproof' });
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const now = () => performance.now();
  const none = () => {};
  let journaled = 0;
  const cpu = process.cpuUsage();
  const run = await certify({
    suite,
    groups,
    selection: { suite: groups.flatMap((g) => g.cases.map((c) => c.id)) },
    spec: { file: 'spec/openapi.yaml', title: api.title, version: api.version, sha256: '0'.repeat(64) },
    target: { url: `${origin}/`, embedded: false },
    courier: openCourier(sender, { rate: 0, patience: 60, sleep, now }),
    journal: { intent: () => ++journaled, made: none, refused: none, removed: none, close: none },
    runId: 'rbench001',
    token: TOKEN,
    password: 'Pbench0123456789',
    parallel: CONNECTIONS,
    signal: new AbortController().signal,
    version: '0.0.0',
    now,
    today: () => new Date(0).toISOString(),
    pasted: false,
    allowOutbound: false,
    unsupported: [],
  });
  const processor = spent(cpu);
  sender.close();
  const sent = new Map(run.cases.map((c) => [c.id, c.exchanges.length]));
  const longest = Math.max(...groups.map((g) => g.cases.reduce((sum, c) => sum + (sent.get(c.id) ?? 0), 0)));
  const { exchanges, ms, assertions } = run.totals;
  return { exchanges, ms, cpu: processor, assertions, verdict: run.verdict, counts: run.counts, longest };
}

/** The floor: the same requests over the same number of connections, the answers read and thrown away. */
async function bare(origin, file) {
  const requests = JSON.parse(readFileSync(file, 'utf8')).map((exchange) => exchange.request);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port } = new URL(origin);
  const cpu = process.cpuUsage();
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let one = requests[next++]; one; one = requests[next++]) {
      const { connection: _, ...headers } = one.headers;
      const outgoing = request({ hostname, port, agent, method: one.method, path: one.path, headers });
      outgoing.end(one.body);
      const [answer] = await once(outgoing, 'response');
      answer.resume();
      await once(answer, 'end');
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return { exchanges: requests.length, ms: performance.now() - started, cpu: spent(cpu) };
}

/** newman over the same requests, one assertion each: its status. */
async function newman(origin, file) {
  const { run } = createRequire(import.meta.url)(process.env.NEWMAN);
  const exchanges = JSON.parse(readFileSync(file, 'utf8')).slice(0, NEWMAN_REQUESTS);
  const item = exchanges.map(({ request: { method, path, headers, body }, answer }, n) => ({
    name: String(n),
    request: {
      method,
      url: origin + path,
      header: Object.entries(headers)
        .filter(([name]) => !['host', 'connection', 'content-length'].includes(name))
        .map(([key, value]) => ({ key, value })),
      body: { mode: 'raw', raw: body },
    },
    event: [
      { listen: 'test', script: { exec: [`pm.test('status', () => pm.response.to.have.status(${answer.status}))`] } },
    ],
  }));
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const cpu = process.cpuUsage();
  const summary = await new Promise((resolve, reject) =>
    run({ collection: { info: { name: 'bench', schema }, item }, reporters: [] }, (error, done) =>
      error ? reject(error) : resolve(done),
    ),
  );
  const { started, completed } = summary.run.timings;
  return { exchanges: exchanges.length, ms: completed - started, cpu: spent(cpu) };
}

function spent(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const clients = { runner, bare, newman };
const [, script, name, origin, file] = process.argv;
if (script?.endsWith('clients.mjs')) {
  console.log(JSON.stringify(await clients[name](origin, file)));
  process.exit(0);
}
