// What `docproof mock` does: listens until it is told to stop.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServer } from '../generator/mock/mock-server.js';
import { nodeListener } from '../templates/server/runtime/adapters/node.js';
import { Failure } from './failure.js';
import { readSpec } from './generation.js';
import { EXIT, type Io } from './io.js';
import { untilStopped } from './until-stopped.js';

export interface MockFlags {
  spec: string;
  port: number;
  host: string;
  validation: boolean;
  methodOverride?: string;
}

/** Runs the mock; ends with the Io's signal, after requests in flight. */
export async function runMock({ spec, port, host, validation, methodOverride }: MockFlags, io: Io): Promise<number> {
  const options = { validate: validation, ...(methodOverride === undefined ? {} : { methodOverride }) };
  const listener = nodeListener(mockServer(readSpec(io.cwd, spec), options));
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Failure(`port ${port} is in use`, 'choose another with --port, or --port 0 for a free one')
          : new Failure(`the mock can't listen on ${host}:${port}: ${error.message}`),
      ),
    );
    server.listen(port, host, resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  const stopped = untilStopped(io.signal);
  io.out(`${JSON.stringify({ url: `http://${host.includes(':') ? `[${host}]` : host}:${own}/` })}\n`);
  await stopped;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  return EXIT.ok;
}
