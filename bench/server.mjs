// Load figures of the reference server, as ratios to a bare node:http server that answers a constant of the same size.
//
//   npm run bench -- server      (ENTITIES of them, 100,000 where unset; DATABASE_URL for PostgreSQL)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { row } from './measuring.mjs';

const CONNECTIONS = 16;
const SECONDS = 4;
const isMain = process.argv[1] === fileURLToPath(import.meta.url);
const entities = Number((isMain ? process.argv[2] : undefined) ?? process.env.ENTITIES ?? 100_000);
const main = fileURLToPath(new URL('../dist/bin/docproof.js', import.meta.url));

/** What a request may cost: a part of what a server that does nothing does. */
const WANTED = {
  create: 0.1,
  retrieve: 0.25,
  'list of 25': 0.1,
  'newest 25': 0.1,
  'find by name': 0.1,
  link: 0.1,
};

/** Resident memory with all the entities, in MB. */
const WANTED_MEMORY = 300;

if (isMain && process.argv[2] === 'bare') await serveConstant(Number(process.argv[3]));

/** The floor: the same headers' worth of work, none of the server's. */
async function serveConstant(bytes) {
  const body = JSON.stringify({ d: 'x'.repeat(Math.max(0, bytes - 8)) });
  const server = createServer((incoming, response) => {
    incoming.resume();
    response.setHeader('content-type', 'application/json');
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () =>
    console.log(JSON.stringify({ unitUrl: `http://127.0.0.1:${server.address().port}/` })),
  );
  process.once('SIGTERM', () => process.exit(0));
  await once(server, 'close');
}

export async function measure() {
  const server = await start([main, 'serve', '--port', '0', '--token', 'unit-token']);
  const idle = memory(server);
  await send(server, 'POST', '/__ctl/Cell', '{"Name":"bench"}');
  await send(server, 'POST', '/bench/__ctl/Relation', '{"Name":"rel"}');
  await send(server, 'POST', '/bench/__ctl/Box', '{"Name":"box1"}');

  const rows = [];
  const compare = async (...given) => rows.push(await compared(...given));
  let next = 0;
  await compare(server, 'create', () => ['POST', '/bench/__ctl/Role', `{"Name":"r${next++}"}`], { count: entities });
  const full = memory(server);
  const pick = () => Math.floor(Math.random() * entities);
  await compare(server, 'retrieve', () => ['GET', `/bench/__ctl/Role('r${pick()}')`]);
  await compare(server, 'list of 25', () => ['GET', '/bench/__ctl/Role']);
  await compare(server, 'newest 25', () => ['GET', '/bench/__ctl/Role?$orderby=__updated%20desc']);
  await compare(server, 'find by name', () => ['GET', `/bench/__ctl/Role?$filter=Name%20eq%20'r${pick()}'`]);
  let linked = 0;
  const uri = (n) => JSON.stringify({ uri: `${server.unitUrl}bench/__ctl/Role('r${n}')` });
  await compare(server, 'link', () => ['POST', "/bench/__ctl/Relation('rel')/$links/_Role", uri(linked++)]);
  const counted = '/bench/__ctl/Role?$orderby=__updated%20desc&$filter=Name%20gt%20%27r5%27&$inlinecount=allpages';
  await load(server, () => ['GET', counted], { count: 100 });
  const last = memory(server);
  await stop(server);
  for (const one of rows) one.how += `; ${entities} entities, ${CONNECTIONS} connections`;
  const used = Math.max(full, last);
  const how = `${idle} MB before the first, ${full} MB after the last, ${last} MB after the reads`;
  return [
    ...rows,
    row(`reference server, memory with ${entities} entities`, used, { atMost: WANTED_MEMORY }, 'MB', how),
  ];
}

/** The bare server is measured right after, since a machine is never as busy twice. */
async function compared(server, name, make, options) {
  const { perSecond, bytes } = await load(server, make, options);
  const bare = await start([fileURLToPath(import.meta.url), 'bare', String(bytes)]);
  const floor = await load(bare, () => ['GET', '/']);
  await stop(bare);
  return row(
    `reference server, ${name} ÷ a bare server of constants`,
    perSecond / floor.perSecond,
    { atLeast: WANTED[name] },
    '×',
    `${Math.round(perSecond)}/s against ${Math.round(floor.perSecond)}/s, ${bytes} bytes`,
  );
}

async function start(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const { unitUrl } = JSON.parse(String(line));
  const { hostname, port } = new URL(unitUrl);
  return { child, unitUrl, hostname, port, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) };
}

async function stop({ child, agent }) {
  agent.destroy();
  child.kill('SIGTERM');
  await once(child, 'close');
}

function send({ hostname, port, agent }, method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: 'Bearer unit-token',
      ...(body ? { 'content-length': Buffer.byteLength(body) } : {}),
    };
    const outgoing = request({ hostname, port, agent, method, path, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode, bytes }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Requests until `count` are answered, or for some seconds after a warm-up. A status of 400 or more ends the run. */
async function load(server, make, { count = Number.POSITIVE_INFINITY } = {}) {
  const run = async (until, limit) => {
    let done = 0;
    let bytes = 0;
    const started = performance.now();
    const worker = async () => {
      while (performance.now() < until && done < limit) {
        done++;
        const answer = await send(server, ...make());
        if (answer.status >= 400) throw new Error(`answered ${answer.status}`);
        bytes = Math.max(bytes, answer.bytes);
      }
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    return { perSecond: done / ((performance.now() - started) / 1000), bytes };
  };
  if (Number.isFinite(count)) return run(Number.POSITIVE_INFINITY, count);
  await run(performance.now() + 1000, count);
  return run(performance.now() + SECONDS * 1000, count);
}

/** Resident memory in MB (Linux; 0 elsewhere). */
function memory({ child }) {
  try {
    const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
