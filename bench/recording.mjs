// A server that answers rightly and in constant time: it gives the answers that another gave to the same requests.
//
//   node bench/recording.mjs FILE PORT [LATENCY_MS]     replays; prints a line when it listens, its processor time on SIGTERM
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { fileURLToPath } from 'node:url';

/** Headers that do not tell two requests apart. */
const SAME = new Set(['host', 'connection', 'user-agent', 'content-length', 'accept-encoding', 'cache-control']);
const LENGTHS = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'date']);

function keyOf(incoming, body) {
  let key = `${incoming.method} ${incoming.url}`;
  const { headers } = incoming;
  for (const name of Object.keys(headers).sort()) if (!SAME.has(name)) key += `\n${name}:${headers[name]}`;
  return `${key}\n\n${body}`;
}

async function bodyOf(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Stands before a server and keeps what goes through, until `stop`. */
export async function record(upstream) {
  const { hostname, port } = new URL(upstream);
  const exchanges = [];
  const proxy = createServer(async (incoming, response) => {
    const body = await bodyOf(incoming);
    const { method, url, headers } = incoming;
    const outgoing = request({ hostname, port, method, path: url, headers });
    outgoing.end(body);
    const [answer] = await once(outgoing, 'response');
    const text = (await bodyOf(answer)).toString();
    const kept = [];
    for (let i = 0; i < answer.rawHeaders.length; i += 2)
      if (!LENGTHS.has(answer.rawHeaders[i].toLowerCase())) kept.push(answer.rawHeaders[i], answer.rawHeaders[i + 1]);
    exchanges.push({
      key: keyOf(incoming, body),
      request: { method, path: url, headers, body: body.toString() },
      answer: { status: answer.statusCode, headers: kept, body: text },
    });
    response.writeHead(answer.statusCode, kept);
    response.end(text);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const stop = async () => {
    proxy.closeAllConnections();
    proxy.close();
    await once(proxy, 'close');
  };
  return { port: proxy.address().port, exchanges, stop };
}

/** A request that comes more than once gets its answers in the order in which they were given, then from the first again. */
async function replay(file, port, latency) {
  const answers = new Map();
  for (const { key, answer } of JSON.parse(readFileSync(file, 'utf8'))) {
    const ready = { ...answer, headers: [...answer.headers, 'Content-Length', String(Buffer.byteLength(answer.body))] };
    if (answer.status === 204) ready.headers.splice(-2);
    const queue = answers.get(key) ?? { next: 0, all: [] };
    queue.all.push(ready);
    answers.set(key, queue);
  }
  let unknown = 0;
  const server = createServer((incoming, response) => {
    const chunks = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const queue = answers.get(keyOf(incoming, chunks.length === 0 ? '' : Buffer.concat(chunks)));
      if (!queue) unknown++;
      const answer = queue?.all[queue.next++ % queue.all.length] ?? { status: 599, headers: [], body: '' };
      const send = () => {
        response.writeHead(answer.status, answer.headers);
        response.end(answer.body);
      };
      if (latency > 0) setTimeout(send, latency);
      else send();
    });
  });
  process.once('SIGTERM', () => {
    console.log(JSON.stringify({ unknown }));
    process.exit(0);
  });
  server.listen(port, '127.0.0.1', () => console.log('{}'));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await replay(process.argv[2], Number(process.argv[3]), Number(process.argv[4] ?? 0));
