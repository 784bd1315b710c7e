// A target file: where a server is, which environment variables hold its secrets, what it does not support. No secrets.
import { readYaml } from '../spec/yaml-source.js';

export interface TargetFile {
  url: string;
  name?: string;
  token?: string;
  /** Values that must not be seen in a report. */
  secrets: string[];
  /** operationIds or case ids. */
  unsupported: string[];
}

const KEYS = new Set(['url', 'name', 'token', 'accounts', 'unsupported']);

/**
 * Reads a target file:
 * `url`, `name`, `token: {env: NAME}`, `accounts: {admin: {env: NAME}}`, `unsupported: [operationId or case id]`.
 *
 * @throws Error with a message for people
 */
export function parseTarget(text: string, env: Record<string, string | undefined>): TargetFile {
  const { value, broken } = readYaml(text);
  if (broken) throw new Error(`not YAML: ${broken.message}`);
  if (typeof value !== 'object' || value === null) throw new Error('it has no `url:`');
  const file = value as Record<string, unknown>;
  const unknown = Object.keys(file).find((key) => !KEYS.has(key));
  if (unknown !== undefined) throw new Error(`\`${unknown}\` is not known; there are ${[...KEYS].join(', ')}`);
  if (typeof file['url'] !== 'string' || !/^https?:\/\//i.test(file['url']))
    throw new Error('`url` must be http:// or https://');
  const token = file['token'] === undefined ? undefined : secret(file['token'], 'token', env);
  const accounts = Object.entries((file['accounts'] ?? {}) as Record<string, unknown>).map(([name, ref]) =>
    secret(ref, `accounts.${name}`, env),
  );
  const unsupported = file['unsupported'] ?? [];
  if (!Array.isArray(unsupported) || !unsupported.every((u) => typeof u === 'string'))
    throw new Error('`unsupported` must be a list of ids');
  return {
    url: file['url'],
    ...(typeof file['name'] === 'string' ? { name: file['name'] } : {}),
    ...(token === undefined ? {} : { token }),
    secrets: [...(token === undefined ? [] : [token]), ...accounts],
    unsupported,
  };
}

function secret(ref: unknown, where: string, env: Record<string, string | undefined>): string {
  const name = typeof ref === 'object' && ref !== null ? (ref as { env?: unknown }).env : undefined;
  if (typeof name !== 'string')
    throw new Error(`\`${where}\` must name an environment variable: {env: NAME}; secrets do not belong into the file`);
  const value = env[name];
  if (!value) throw new Error(`the environment variable ${name} (${where}) is not set`);
  return value;
}
