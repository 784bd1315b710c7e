// Reads the URI of an entity, as bodies of `$links` give it.
import { readKeySegment, type Key as UrlKey } from '../../../generated/server/runtime/key-segment.js';
import { DomainError } from '../model/catalogue.js';
import { ENTITY_TYPES, type EntityType, isTypeName } from '../model/entity-types.js';
import type { Key } from '../service/entity.js';
import type { EntityRef } from '../service/links.js';

const MAX_URI = 1024;

/**
 * The entity that `{"uri": …}` names.
 *
 * @param base URL of the cell that it has to be in
 * @throws DomainError 400
 */
export function readLinkBody(body: unknown, base: string): EntityRef {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new DomainError('PR400-OD-0001');
  const { uri = null, ...others } = body as Record<string, unknown>;
  const [stranger] = Object.keys(others);
  if (uri === null) throw new DomainError('PR400-OD-0009', 'uri');
  if (stranger !== undefined) throw new DomainError('PR400-OD-0007', stranger);
  const ref = typeof uri === 'string' && uri.length <= MAX_URI ? readEntityUri(uri, base) : undefined;
  if (!ref) throw new DomainError('PR400-OD-0006', 'uri');
  return ref;
}

/** `https://unit/cell/` and `https://cell.unit/` are two spellings of one cell; by which host it is reached does not matter. */
function cellIn(url: string): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/.:]*)[^/]*(.*)$/.exec(url) ?? [];
  const name = path.split('/').findLast((segment) => segment !== '');
  return name === undefined ? host : decoded(name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readEntityUri(uri: string, base: string): EntityRef | undefined {
  const control = '/__ctl/';
  const at = uri.indexOf(control);
  if (!/^https?:\/\/[^/]/.test(uri) || at === -1) return undefined;
  if (cellIn(uri.slice(0, at)) !== cellIn(base)) return undefined;
  let segment: ReturnType<typeof readKeySegment>;
  try {
    segment = readKeySegment(uri.slice(at + control.length));
  } catch {
    return undefined;
  }
  if (!segment?.keys || !isTypeName(segment.set)) return undefined;
  const type = ENTITY_TYPES[segment.set];
  const key = normalKey(type, segment.keys);
  return key && { type, key };
}

/** The short form gives its value to every key that can't be null; keys left out are null. */
function normalKey(type: EntityType, given: readonly UrlKey[]): Key | undefined {
  const short = given.length === 1 && given[0]?.name === '' ? given[0] : undefined;
  if (given.some(({ name, value }) => (name !== '' && !type.keys.includes(name)) || value?.includes('\0')))
    return undefined;
  const key: Key = {};
  for (const name of type.keys) {
    const isRequired = type.properties.find((property) => property.name === name)?.required === true;
    const meant = short ? (isRequired ? short : undefined) : given.find((one) => one.name === name);
    if (isRequired && (meant?.value ?? null) === null) return undefined;
    key[name] = meant?.value ?? null;
  }
  return key;
}
