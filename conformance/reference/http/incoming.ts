// The request as the API wants it read: overridden headers, and media types that hold whatever a client says.
import type { IncomingMessage } from 'node:http';
import type { Incoming } from '../../../generated/server/index.js';
import { fromNodeRequest } from '../../../generated/server/runtime/adapters/node.js';
import { DomainError } from '../model/catalogue.js';

/**
 * @param request node's; `X-Override: Name:Value` replaces the header of that name, once for each
 * @param addressHeader pseudo header that gives the caller's address
 */
export function readIncoming(request: IncomingMessage, addressHeader: string): Incoming {
  const { method, url, headers, body, readAll = async () => undefined } = fromNodeRequest(request);
  const overrides = request.headers['x-override'] === undefined ? undefined : readOverrides(request.rawHeaders);
  const type = fixedType(method, request.url ?? '');
  const get = (name: string): string | null => {
    const key = name.toLowerCase();
    if (key === 'content-type' && type) return type;
    if (key === addressHeader) return request.socket.remoteAddress ?? '';
    return overrides?.get(key) ?? headers.get(key);
  };
  // Whoever sent half a body has hung up: nothing of this server failed.
  const readWhole = (limit: number) =>
    readAll(limit).catch(() => {
      throw new DomainError('PR408-MC-0001');
    });
  return { method, url, headers: { get }, body, readAll: readWhole };
}

/** Headers by lower-case name. What delimits or routes the request itself is not for overriding. */
function readOverrides(raw: readonly string[]): Map<string, string> {
  const overrides = new Map<string, string>();
  for (let index = 0; index < raw.length; index += 2) {
    if (raw[index]?.toLowerCase() !== 'x-override') continue;
    const [, name = '', value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(raw[index + 1] ?? '') ?? [];
    if (name === '' || FRAMING.has(name.toLowerCase())) continue;
    overrides.set(name.toLowerCase(), value);
  }
  return overrides;
}

const FRAMING = new Set([
  'host',
  'content-length',
  'transfer-encoding',
  'connection',
  'upgrade',
  'expect',
  'x-override',
]);

/** Control objects are JSON, ACLs XML, and the token endpoint takes forms, whatever `Content-Type` says. */
function fixedType(method: string, url: string): string | undefined {
  if (method === 'ACL') return 'application/xml';
  const path = url.split('?', 1)[0] ?? '';
  if (path.includes('/__ctl/')) return 'application/json';
  return path.endsWith('/__token') ? 'application/x-www-form-urlencoded' : undefined;
}
