// A target file: where a server is, which environment variables hold its secrets, what it does not support. No secrets.
import { readYaml } from '../spec/yaml-source.js';
import { OTHERS, type OtherAccount } from './plan/others.js';

/** What a file says; its secrets are in the environment. */
export interface TargetFile {
  url: string;
  name?: string;
  /** Name of the environment variable. */
  token?: string;
  /** Names of environment variables, by the account whose token they hold. */
  accounts: Record<string, string>;
  /** operationIds or case ids. */
  unsupported: string[];
}

/** The secrets that a target file names. */
export interface TargetSecrets {
  token?: string;
  others: Partial<Record<OtherAccount, string>>;
  /** All of them: none is to be seen in a report. */
  all: string[];
}

const KEYS = new Set(['url', 'name', 'token', 'accounts', 'unsupported']);

/**
 * Reads a target file:
 * `url`, `name`, `token: {env: NAME}`, `accounts: {stranger: {env: NAME}}`, `unsupported: [operationId or case id]`.
 *
 * @throws Error with a message for people
 */
export function parseTarget(text: string): TargetFile {
  const { value, broken } = readYaml(text);
  if (broken) throw new Error(`not YAML: ${broken.message}`);
  if (typeof value !== 'object' || value === null) throw new Error('it has no `url:`');
  const file = value as Record<string, unknown>;
  const unknown = Object.keys(file).find((key) => !KEYS.has(key));
  if (unknown !== undefined) throw new Error(`\`${unknown}\` is not known; there are ${[...KEYS].join(', ')}`);
  if (typeof file['url'] !== 'string' || !/^https?:\/\//i.test(file['url']))
    throw new Error('`url` must be http:// or https://');
  const accounts = Object.entries((file['accounts'] ?? {}) as Record<string, unknown>);
  const unsupported = file['unsupported'] ?? [];
  if (!Array.isArray(unsupported) || !unsupported.every((u) => typeof u === 'string'))
    throw new Error('`unsupported` must be a list of ids');
  return {
    url: file['url'],
    ...(typeof file['name'] === 'string' ? { name: file['name'] } : {}),
    ...(file['token'] === undefined ? {} : { token: variable(file['token'], 'token') }),
    accounts: Object.fromEntries(accounts.map(([name, ref]) => [name, variable(ref, `accounts.${name}`)])),
    unsupported,
  };
}

function variable(ref: unknown, where: string): string {
  const name = typeof ref === 'object' && ref !== null ? (ref as { env?: unknown }).env : undefined;
  if (typeof name !== 'string')
    throw new Error(`\`${where}\` must name an environment variable: {env: NAME}; secrets do not belong into the file`);
  return name;
}

/** @throws Error with a message for people where a variable is not set */
export function secretsOf({ token, accounts }: TargetFile, env: Record<string, string | undefined>): TargetSecrets {
  const held = (name: string, where: string): string => {
    const value = env[name];
    if (!value) throw new Error(`the environment variable ${name} (${where}) is not set`);
    return value;
  };
  const own = token === undefined ? undefined : held(token, 'token');
  const named = Object.entries(accounts).map(([name, from]): [string, string] => [
    name,
    held(from, `accounts.${name}`),
  ]);
  return {
    ...(own === undefined ? {} : { token: own }),
    others: Object.fromEntries(named.filter(([name]) => OTHERS.some((known) => known === name))),
    all: [...(own === undefined ? [] : [own]), ...named.map(([, secret]) => secret)],
  };
}
