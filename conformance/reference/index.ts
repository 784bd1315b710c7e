// Starts and stops the reference server.
import { randomBytes } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import type { Incoming, Outgoing } from '../../generated/server/index.js';
import { withoutEnd } from '../../spec/without-end.js';
import type { ReferenceOptions, RunningReference } from '../reference-server.js';
import { createApplication } from './http/application.js';
import type { Unit } from './http/context.js';
import { createDocs } from './http/docs-page.js';
import { ADDRESS_HEADER, createListener } from './http/listener.js';
import { Memory } from './storage/memory.js';
import { openStore, storeSecret } from './storage/store.js';

export { FileInUse } from './storage/file-lock.js';

const LIMITS = { maxHeaderSize: 50 * 1024, headersTimeout: 30_000, requestTimeout: 60_000, keepAliveTimeout: 10_000 };

/** How long requests in flight may take to finish when the server stops. */
const STOP_MS = 5_000;

/** @throws FileInUse, or the error of the port or database that could not be opened */
export async function startReference(options: ReferenceOptions): Promise<RunningReference> {
  const { port, host = '127.0.0.1', data, databaseUrl, log } = options;
  const store = await openStore({ data, databaseUrl });
  try {
    const token = options.token ?? randomBytes(24).toString('base64url');
    const signing = await storeSecret(store, 'signing', () => randomBytes(32).toString('base64url'));
    const publicUrl = options.publicUrl === undefined ? undefined : `${withoutEnd(options.publicUrl, '/')}/`;
    const keys = { unit: token, signing };
    const [cells, privileges] = [new Memory<{ id?: number }>(store), new Memory<ReadonlySet<string>>(store)];
    const unit: Unit = { store, keys, cells, privileges, publicUrl, clock: Date.now };
    const application = createApplication({
      unit,
      addressHeader: ADDRESS_HEADER,
      onBug: (error) => log?.(JSON.stringify({ bug: error instanceof Error ? error.stack : String(error) })),
    });
    const docs = createDocs();
    const aside = (incoming: Incoming) => health(unit, incoming) ?? docs(incoming);
    const listener = createListener({ application, aside, log, token, clock: Date.now });
    const server = createServer(LIMITS, listener);
    await listen(server, port, host);
    const at = server.address() as AddressInfo;
    const name = at.family === 'IPv6' ? `[${at.address}]` : at.address;
    return {
      unitUrl: `http://${name}:${at.port}/`,
      token,
      close: async () => {
        await stop(server);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** `GET /`: whether the server and its database answer. */
function health({ store }: Unit, { method, url }: Incoming): Promise<Outgoing> | undefined {
  if ((method !== 'GET' && method !== 'HEAD') || !/^[a-z]+:\/\/[^/]*\/?(\?.*)?$/.test(url)) return undefined;
  const answer = (status: number, text: string): Outgoing => ({
    status,
    headers: [['content-type', 'application/json']],
    body: JSON.stringify({ status: text }),
  });
  return sql`select 1`.execute(store.db).then(
    () => answer(200, 'ok'),
    () => answer(503, 'no database'),
  );
}

function listen(server: HttpServer, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function stop(server: HttpServer): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const last = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearTimeout(last);
}
