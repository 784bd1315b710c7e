// The line to a target: connections, proxy, TLS, rate, and where the token comes from.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Courier, openCourier } from '../conformance/send/courier.js';
import { type HttpOptions, openSender } from '../conformance/send/http.js';
import { proxyFor } from '../conformance/send/proxy.js';
import { sendingFiles } from '../conformance/send/sending-files.js';
import { packageVersion } from '../spec/package-root.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { reasonOf } from './read-text.js';

const MAX_BODY = 10 * 1024 * 1024;
/** Longest Retry-After that is waited for, in seconds. */
const PATIENCE = 60;

export interface LineFlags {
  connections: number;
  /** Seconds. */
  timeout: number;
  rate: number;
  ca?: string;
  clientCert?: string;
  clientKey?: string;
  insecure?: boolean;
}

/**
 * Opens a line to an origin; requests to any other are refused.
 *
 * @param files content of the files that bodies have marks for
 */
export function openLine(
  origin: string,
  flags: LineFlags,
  io: Io,
  files: ReadonlyMap<string, Buffer> = new Map(),
): { courier: Courier; close(): void } {
  const proxy = proxyFor(origin, io.env);
  const sender = openSender({
    origin,
    connections: Math.max(1, flags.connections),
    timeout: flags.timeout * 1000,
    maxBody: MAX_BODY,
    userAgent: `docproof/${packageVersion()}`,
    tls: readTls(flags, io),
    ...(proxy ? { proxy } : {}),
  });
  const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => {});
  };
  const now = (): number => performance.now();
  return {
    courier: openCourier(sendingFiles(sender, files), { rate: flags.rate, patience: PATIENCE, sleep, now }),
    close: () => sender.close(),
  };
}

function readTls({ ca, clientCert, clientKey, insecure }: LineFlags, io: Io): NonNullable<HttpOptions['tls']> {
  if ((clientCert === undefined) !== (clientKey === undefined))
    throw new Failure('--client-cert and --client-key go together: give both, or none');
  return {
    ...(ca ? { ca: readPem('--ca', ca, io, (pem) => new X509Certificate(pem)) } : {}),
    ...(clientCert ? { cert: readPem('--client-cert', clientCert, io, (pem) => new X509Certificate(pem)) } : {}),
    ...(clientKey ? { key: readPem('--client-key', clientKey, io, createPrivateKey) } : {}),
    insecure: insecure === true,
  };
}

/** @param parse throws where the text is not what the flag wants; its message is not shown, it could hold the key */
function readPem(flag: string, file: string, io: Io, parse: (pem: string) => unknown): string {
  let pem: string;
  try {
    pem = readFileSync(resolve(io.cwd, file), 'utf8');
  } catch (error) {
    throw new Failure(`${flag}: cannot read ${file}: ${reasonOf(error)}`);
  }
  try {
    parse(pem);
  } catch {
    const what = flag === '--client-key' ? 'an unencrypted private key' : 'a certificate';
    throw new Failure(`${flag}: ${file} does not hold ${what} in PEM form`);
  }
  return pem;
}

/** `--token`, else `--token-file`, else DOCPROOF_TOKEN. */
export function readToken(flags: { token?: string; tokenFile?: string }, io: Io): string | undefined {
  if (flags.token !== undefined && flags.tokenFile !== undefined)
    throw new Failure(
      '--token and --token-file are both given',
      'give one of them; a file does not show in process lists',
    );
  if (flags.token !== undefined) return usableToken(flags.token, '--token');
  if (flags.tokenFile === undefined) return usableToken(io.env['DOCPROOF_TOKEN'] || undefined, 'DOCPROOF_TOKEN');
  try {
    return usableToken(readFileSync(resolve(io.cwd, flags.tokenFile), 'utf8').trim(), flags.tokenFile);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot read the token file ${flags.tokenFile}: ${reasonOf(error)}`);
  }
}

/** A token as a header can carry it, with a scheme before it or not (RFC 9110, section 11.4); the message never holds it. */
export function usableToken(token: string | undefined, from: string): string | undefined {
  if (token === undefined || /^(?:[\w-]+ )?[\x21-\x7e]+$/.test(token)) return token;
  throw new Failure(
    `the token of ${from} ${token === '' ? 'is empty' : 'has spaces or characters that no header can carry'}`,
    'give the token alone, or its scheme, one space and the token: Token abc',
  );
}
