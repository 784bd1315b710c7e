// Everything that goes wrong, as the API's error bodies.
import type { Call, Problem, Reply, Unrouted } from '../../../generated/server/index.js';
import { readKeySegment } from '../../../generated/server/runtime/key-segment.js';
import { splitPath } from '../../../generated/server/runtime/path-template.js';
import { GrantError } from '../auth/grant-error.js';
import { DomainError, type ErrorCode } from '../model/catalogue.js';
import { ENTITY_TYPES, isTypeName } from '../model/entity-types.js';
import type { Context } from './context.js';

/** @param realm URL of the cell or unit, for `WWW-Authenticate` (RFC 6750, 3) */
export function failureReply(error: unknown, realm: string): Reply | undefined {
  if (error instanceof GrantError) {
    const challenge = error.status === 401 ? { 'WWW-Authenticate': `Basic realm="${realm}"` } : {};
    const headers = { 'Cache-Control': 'no-store', Pragma: 'no-cache', ...challenge };
    return { status: error.status, contentType: 'application/json', headers, body: error.body };
  }
  if (!(error instanceof DomainError)) return undefined;
  return errorReply(error, error.status === 401 ? { 'WWW-Authenticate': `Bearer realm="${realm}"` } : {});
}

function errorReply({ status, code, message }: DomainError, headers: Record<string, string> = {}): Reply {
  return { status, contentType: 'application/json', headers, body: { code, message: { lang: 'en', value: message } } };
}

/** What does not fit the form of a request: keys in the URL, the syntax and size of the body. */
export function invalidReply(problems: readonly Problem[], call: Call<Context>): Reply {
  const problem = problems[0];
  if (problem?.rule === 'size')
    return {
      ...errorReply(new DomainError('PR400-OD-0001')),
      status: 413,
      headers: { Connection: 'close' },
    };
  if (problem?.in === 'path') {
    const isLink = call.path.includes('/$links/') && !brokenSource(call.path);
    return errorReply(new DomainError(isLink ? 'PR400-OD-0028' : 'PR400-OD-0004'));
  }
  if (call.method === 'ACL' || call.method === 'PROPFIND') return errorReply(new DomainError('PR400-DV-0001'));
  if (call.route.path.endsWith('/__token'))
    return failureReply(new GrantError('PR400-AN-0016', 'grant_type'), '') as Reply;
  return errorReply(new DomainError('PR400-OD-0001'));
}

/** Whether the key before `$links` is what is malformed. */
function brokenSource(path: string): boolean {
  const source = splitPath(path.slice(0, path.indexOf('/$links/'))).at(-1) ?? '';
  try {
    return !readKeySegment(source)?.keys;
  } catch {
    return true;
  }
}

/** A URL that no operation has, or not by this method: why, as far as its form tells. */
export function unroutedReply({ status, path, method }: Unrouted): Reply {
  return errorReply(new DomainError(unroutedCode(status, path, method)));
}

function unroutedCode(status: number, path: string, method: string): ErrorCode {
  const segments = splitPath(path);
  const control = segments.indexOf('__ctl');
  const [first, second, third] = control === 0 || control === 1 ? segments.slice(control + 1) : [];
  // Without the slash of a cell's URL it is no cell's to anybody else than clients of the contract.
  const bare = segments.length === 1;
  if (!first) return status === 405 && !bare ? 'PR405-MC-0001' : 'PR404-MC-0001';
  const [name, hasKey] = nameOf(first);
  const level = control === 0 ? 'UnitCtl' : 'CellCtl';
  if (!isTypeName(name) || ENTITY_TYPES[name].namespace !== level) return 'PR404-OD-0001';
  const type = ENTITY_TYPES[name];
  if (second === undefined || second === '') return status === 405 ? 'PR405-MC-0001' : 'PR404-OD-0000';
  if (!hasKey) return 'PR404-OD-0000';
  const isLinks = decode(second) === '$links';
  const [target, targetKey] = nameOf((isLinks ? third : second) ?? '');
  const navigation = type.navigation.find((one) => one.name === target);
  if (!navigation) return isLinks ? 'PR400-OD-0008' : 'PR404-OD-0003';
  if (!isLinks) return status === 405 && !targetKey ? 'PR405-MC-0001' : 'PR404-OD-0003';
  if (navigation.fixed && method !== 'GET') return 'PR400-OD-0008';
  if (method === 'POST' && targetKey) return 'PR400-OD-0010';
  if ((method === 'PUT' || method === 'DELETE') && !targetKey) return 'PR400-OD-0011';
  return status === 405 ? 'PR405-MC-0001' : 'PR404-OD-0000';
}

function nameOf(segment: string): [name: string, hasKey: boolean] {
  const end = segment.search(/\(|%28/i);
  return end === -1 ? [decode(segment), false] : [decode(segment.slice(0, end)), true];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
