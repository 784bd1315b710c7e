// `docproof serve`: the reference server, until it is told to stop.
import { type Command, InvalidArgumentError } from 'commander';
import type { DefineCommand } from '../command.js';
import { Failure } from '../failure.js';
import { EXIT, type Io } from '../io.js';
import { untilStopped } from '../until-stopped.js';

interface ServeFlags {
  port: number;
  host: string;
  data?: string;
  token?: string;
  tokenFile?: string;
  publicUrl?: string;
  log?: boolean;
}

export const defineServe: DefineCommand = (program: Command, io: Io, finish) => {
  program
    .command('serve')
    .description(
      'Runs the reference server of the documented API. When it is ready, one line of JSON goes to standard output: ' +
        '{"unitUrl":"http://127.0.0.1:PORT/","token":"…"}. Stops on SIGINT, SIGTERM and SIGHUP, after requests in flight.',
    )
    .option('--port <n>', 'port to listen on; 0 picks a free one', readPort, 8080)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <file>', 'keep the data in this file (in memory otherwise); DATABASE_URL=postgres://… wins over it')
    .option('--token-file <file>', "file that holds the unit administrator's token (or set DOCPROOF_TOKEN)")
    .option('--token <token>', 'the same as an argument, which others on this machine can see; a random one if absent')
    .option('--public-url <url>', "base of URLs in answers; from each request's Host header if absent")
    .option('--log', 'write one line of JSON per request to standard error; tokens are taken out')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: ServeFlags) => finish(await serve(flags, io)));
};

const EXAMPLES = `
Examples:
  docproof serve --port 8080
  DOCPROOF_TOKEN=secret docproof serve --port 0 --data unit.db --log
  DATABASE_URL=postgres://localhost/unit docproof serve --public-url https://unit1.example/
`;

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

async function serve(flags: ServeFlags, io: Io): Promise<number> {
  if (flags.publicUrl !== undefined && !/^https?:\/\/[^/?#\s]+/.test(flags.publicUrl))
    throw new Failure(`${flags.publicUrl} is not an http or https URL`, 'Example: --public-url https://unit1.example/');
  const { readToken } = await import('../certify-line.js');
  const token = readToken(flags, io);
  const running = await start(flags, token, io);
  const stopped = untilStopped(io.signal);
  io.out(`${JSON.stringify({ unitUrl: running.unitUrl, token: running.token })}\n`);
  await stopped;
  await running.close();
  return EXIT.ok;
}

async function start({ port, host, data, publicUrl, log }: ServeFlags, token: string | undefined, io: Io) {
  const { loadReference } = await import('../../conformance/reference-server.js');
  const { resolve } = await import('node:path');
  const databaseUrl = io.env['DATABASE_URL'];
  if (databaseUrl && !/^postgres(?:ql)?:/.test(databaseUrl))
    throw new Failure('DATABASE_URL is not of PostgreSQL', 'it begins with postgres://, or is not set');
  const reference = await loadReference().catch((error: Error) => {
    throw new Failure(`the reference server can't be loaded: ${error.message}`, 'Run `npm run build` first.');
  });
  try {
    return await reference.startReference({
      port,
      host,
      ...(data ? { data: resolve(io.cwd, data) } : {}),
      ...(databaseUrl ? { databaseUrl } : {}),
      ...(token ? { token } : {}),
      ...(publicUrl ? { publicUrl } : {}),
      ...(log ? { log: (line: string) => io.err(`${line}\n`) } : {}),
    });
  } catch (error) {
    throw startFailure(error as NodeJS.ErrnoException & { hostname?: string }, port, host);
  }
}

function startFailure(error: NodeJS.ErrnoException & { hostname?: string }, port: number, host: string): unknown {
  if (error.name === 'FileInUse') return new Failure(error.message);
  if (error.code === 'EADDRINUSE')
    return new Failure(`port ${port} is in use`, 'choose another with --port, or --port 0 for a free one');
  if (error.code === 'EACCES') return new Failure(`port ${port} can't be opened: ${error.message}`);
  // The host of the database may be the one that is not found.
  if ((error.code === 'ENOTFOUND' && error.hostname === host) || error.code === 'EADDRNOTAVAIL')
    return new Failure(`the server can't listen: ${error.message}`, 'give an address of this machine with --host');
  return new Failure(`the server can't start: ${error.message}`, 'is the data file or DATABASE_URL right?');
}
