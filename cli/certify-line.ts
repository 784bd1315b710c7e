// The line to a target: connections, proxy, TLS, rate, and where the token comes from.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Courier, openCourier } from '../conformance/send/courier.js';
import { openSender, proxyFor } from '../conformance/send/http.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { packageVersion } from './package-root.js';

const MAX_BODY = 10 * 1024 * 1024;
/** Longest Retry-After that is waited for, in seconds. */
const PATIENCE = 60;

export interface LineFlags {
  connections: number;
  /** Seconds. */
  timeout: number;
  rate: number;
  ca?: string;
  insecure?: boolean;
}

/** Opens a line to an origin; requests to any other are refused. */
export function openLine(origin: string, flags: LineFlags, io: Io): { courier: Courier; close(): void } {
  const proxy = proxyFor(origin, io.env);
  const sender = openSender({
    origin,
    connections: Math.max(1, flags.connections),
    timeout: flags.timeout * 1000,
    maxBody: MAX_BODY,
    userAgent: `docproof/${packageVersion()}`,
    tls: { ...(flags.ca ? { ca: readCa(flags.ca, io) } : {}), insecure: flags.insecure === true },
    ...(proxy ? { proxy } : {}),
  });
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => {});
  };
  const now = (): number => performance.now();
  return {
    courier: openCourier(sender, { rate: flags.rate, patience: PATIENCE, sleep, now }),
    close: () => sender.close(),
  };
}

function readCa(file: string, io: Io): string {
  try {
    return readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw new Failure(`cannot read the certificate authority ${file}: ${reason(error)}`);
  }
}

/** `--token`, else `--token-file`, else DOCPROOF_TOKEN. */
export function readToken(flags: { token?: string; tokenFile?: string }, io: Io): string | undefined {
  if (flags.token !== undefined) return flags.token;
  if (flags.tokenFile === undefined) return io.env['DOCPROOF_TOKEN'] || undefined;
  try {
    return readFileSync(resolve(io.cwd, flags.tokenFile), 'utf8').trim();
  } catch (error) {
    throw new Failure(`cannot read the token file ${flags.tokenFile}: ${reason(error)}`);
  }
}

/** Why a file could not be read, for people. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : (code ?? message);
}
