// Where an operation's server is: its own servers, those of its path or those of the whole contract.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { firstServer } from '../../spec/contract/first-server.js';
import { withoutEnd } from '../../spec/without-end.js';

type Json = Record<string, unknown>;

/** The first server, absolute, its variables as their defaults; whether it is not the contract's own (OpenAPI 3.1, "Server Object"). */
export function serverUrl(api: Api, operation: ApiOperation): { url: string; isOwn: boolean } {
  const paths = api.document['paths'] as Record<string, Json> | undefined;
  const item: Json = api.resolve(paths?.[operation.path] ?? {});
  const additional = (item['additionalOperations'] ?? item['x-additionalOperations'] ?? {}) as Record<string, Json>;
  const own = (item[operation.method.toLowerCase()] ?? additional[operation.method]) as Json | undefined;
  const general = absolute(api.document['servers']) ?? 'https://api.example';
  const url = absolute(own?.['servers']) ?? absolute(item['servers']) ?? general;
  return { url, isOwn: url !== general };
}

function absolute(servers: unknown): string | undefined {
  const url = firstServer(servers)?.replace(/\{([^{}]*)\}/g, '$1');
  if (url === undefined) return undefined;
  const bare = withoutEnd(url, '/');
  return /^https?:\/\/[^{}]+$/.test(bare) ? bare : `https://api.example${bare.startsWith('/') ? bare : ''}`;
}
