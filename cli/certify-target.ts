// The server that a run certifies: a URL, a target file, or the embedded one; and which of them are refused.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unimplemented } from '../conformance/plan/implemented.js';
import type { OtherAccount } from '../conformance/plan/others.js';
import type { Suite } from '../conformance/plan/subject.js';
import { casesOf } from '../conformance/plan/suite.js';
import { bareToken } from '../conformance/run/secrets/credentials.js';
import { isLoopback } from '../conformance/send/loopback.js';
import type { TargetFile, TargetSecrets } from '../conformance/target.js';
import type { Api } from '../spec/contract/api.js';
import { nearNames } from '../spec/near-names.js';
import { packageRoot } from '../spec/package-root.js';
import { readToken, usableToken } from './certify-line.js';
import { readSpec } from './certify-spec.js';
import type { CertifyFlags } from './commands/certify.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { reasonOf } from './read-text.js';

export interface Target extends Pick<TargetFile, 'url' | 'name' | 'unsupported'> {
  embedded: boolean;
  token?: string;
  /** Tokens of other accounts. */
  others: Partial<Record<OtherAccount, string>>;
  /** What must not be seen in a report. */
  secrets: string[];
  close(): Promise<void>;
}

/** The embedded server; what it does not implement of the spec is declared unsupported, and all of it is wrong usage. */
export async function openEmbedded(flags: CertifyFlags, spec: Api, io: Io): Promise<Target> {
  const unsupported =
    flags.spec === undefined ? [] : unimplemented(spec, readSpec(join(packageRoot(), 'spec', 'openapi.yaml'), io).api);
  if (unsupported.length === spec.operations.length)
    throw new Failure(
      `the embedded server implements no operation of ${flags.spec}`,
      'give your server with --target URL, or run `docproof mock --spec` and certify that',
    );
  const given = readToken(flags, io);
  const { startBeside } = await import('../conformance/reference-server.js');
  const options = { port: 0, ...(given === undefined ? {} : { token: bareToken(given) }) };
  const running = await startBeside(options).catch((error: unknown) => {
    throw new Failure(
      `the embedded server cannot be loaded: ${(error as Error).message}`,
      'give a server with --target',
    );
  });
  return {
    url: running.unitUrl,
    token: running.token,
    embedded: true,
    others: {},
    secrets: [],
    unsupported,
    close: () => running.close(),
  };
}

/** What is said of a target, by a URL or in a file; undefined for the embedded server. */
export async function describedTarget({ target }: CertifyFlags, io: Io): Promise<TargetFile | undefined> {
  if (target === undefined) return undefined;
  if (target.trim() === '')
    throw new Failure('--target is empty', 'give a URL or a target file; is a variable that it is made of unset?');
  return /^https?:\/\//i.test(target)
    ? { url: target, accounts: {}, unsupported: [] }
    : inFile(target, async () => {
        const { parseTarget } = await import('../conformance/target.js');
        return parseTarget(readTarget(target, io));
      });
}

export async function openTarget(file: TargetFile, flags: CertifyFlags, io: Io): Promise<Target> {
  const given = readToken(flags, io);
  refuseUnusable(file.url);
  const { token: ofFile, others, all } = await secretsIn(file, flags, io);
  const token = given ?? usableToken(ofFile, flags.target ?? '');
  for (const secret of Object.values(others)) usableToken(secret, flags.target ?? '');
  const { name, unsupported } = file;
  return {
    url: plainUrl(file.url),
    ...(name === undefined ? {} : { name }),
    ...(token === undefined ? {} : { token }),
    others,
    secrets: all,
    unsupported,
    embedded: false,
    close: async () => {},
  };
}

async function secretsIn(file: TargetFile, { target = '' }: CertifyFlags, io: Io): Promise<TargetSecrets> {
  if (file.token === undefined && Object.keys(file.accounts).length === 0) return { others: {}, all: [] };
  const { secretsOf } = await import('../conformance/target.js');
  return inFile(target, async () => secretsOf(file, io.env));
}

/** As URLs are compared and cut: `http://127.1:80/api` is `http://127.0.0.1/api` (WHATWG URL, host and port serialising). */
function plainUrl(url: string): string {
  const { origin, pathname } = new URL(url);
  return pathname === '/' && !url.endsWith('/') ? origin : `${origin}${pathname}`;
}

/** What is said of the URL is said without it: there may be a password in it. */
function refuseUnusable(url: string): void {
  if (!URL.canParse(url)) throw new Failure('--target is not a URL', 'give the base URL: https://unit1.example/');
  const { username, password, search, hash, origin, pathname } = new URL(url);
  if (username !== '' || password !== '')
    throw new Failure(
      'the target URL holds a user or a password, which would show in every report',
      `give ${origin}${pathname} and the token by --token-file`,
    );
  if (search !== '' || hash !== '')
    throw new Failure('the target URL has a query or a fragment, and is to be a base URL', `give ${origin}${pathname}`);
}

async function inFile<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`target ${file}: ${reasonOf(error)}`, 'a target is a URL (https://…) or a YAML file with `url:`');
  }
}

function readTarget(file: string, io: Io): string {
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(file) ?? [];
  if (scheme !== undefined && !existsSync(resolve(io.cwd, file)))
    throw new Failure(
      `--target ${file}: ${rest?.startsWith('//') ? `${scheme}: is not spoken here` : 'neither a URL nor a file'}`,
      rest?.startsWith('//') ? 'give a URL that begins with http:// or https://' : `as a URL it is http://${file}`,
    );
  return readFileSync(resolve(io.cwd, file), 'utf8');
}

/** Somebody else's machine is not written to unless that is said. */
export function refuseUnsafe(target: Target, flags: CertifyFlags): void {
  if (isLoopback(new URL(target.url).hostname) || flags.allowWrites) return;
  throw new Failure(
    `${new URL(target.url).origin} is not on this machine, and certifying creates and removes things there`,
    'look at the plan with --dry-run, then allow it with --allow-writes',
  );
}

/** What a target declares unsupported by a name that nothing has would be judged all the same. */
export function refuseUnknown(target: Target, suite: Suite, flags: CertifyFlags, spec: string): void {
  if (target.embedded || target.unsupported.length === 0) return;
  const operations = suite.model.operations.flatMap(({ op, judged }) => (judged ? [op.id] : []));
  const known = new Set(operations);
  if (target.unsupported.every((id) => known.has(id))) return;
  const groups = casesOf(suite, { pasted: flags.pasted === true });
  for (const { cases } of groups) for (const { id } of cases) known.add(id);
  const unknown = target.unsupported.find((id) => !known.has(id));
  if (unknown === undefined) return;
  const near = nearNames(unknown, [...known]);
  throw new Failure(
    `target ${flags.target}: \`unsupported\`: ${unknown} is neither an operation nor a case of ${spec}`,
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : 'give an operationId of the spec, or a case id as --dry-run lists them',
  );
}
