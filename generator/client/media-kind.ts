// How the client reads and writes a media type.
import type { ApiMedia, ApiResponse } from '../../spec/contract/api.js';

export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** By the essence of the type (RFC 9110, section 8.3.1); parameters don't matter. */
export function mediaKind(type: string): MediaKind {
  const essence = (type.split(';')[0] ?? '').trim().toLowerCase();
  if (/[/+]json$/.test(essence)) return 'json';
  if (essence === 'application/x-www-form-urlencoded') return 'form';
  if (essence.startsWith('multipart/')) return 'multipart';
  if (/^text\/|[/+]xml$|[/+]yaml$|javascript|graphql/.test(essence)) return 'text';
  return 'binary';
}

export type BodyKind = 'none' | 'json' | 'derivedJson' | 'text' | 'binary' | 'any' | 'mixed';

interface ResponseKind {
  kind: BodyKind;
  json: ApiMedia[];
  isText: boolean;
  isBinary: boolean;
}

/** What the runtime is told about a response's body, and of what its type is made: schemas of JSON, texts, bytes. */
export function responseKind(response: ApiResponse): ResponseKind {
  const kinds = new Set(response.content.map((m) => mediaKind(m.type)));
  const json = response.content.filter((m) => mediaKind(m.type) === 'json');
  const isBinary = kinds.has('binary') || kinds.has('multipart');
  if (kinds.size === 0) return { kind: 'none', json, isText: false, isBinary };
  if (json.length > 0 && kinds.size === 1)
    return { kind: response.docs.derived ? 'derivedJson' : 'json', json, isText: false, isBinary };
  // A range of types (RFC 9110, section 12.5.1) may be of texts as well.
  const isText = kinds.has('text') || kinds.has('form') || response.content.some((m) => m.type.includes('*'));
  if (json.length > 0) return { kind: isBinary ? 'mixed' : 'any', json, isText, isBinary };
  return isBinary ? { kind: 'binary', json, isText: false, isBinary } : { kind: 'text', json, isText: true, isBinary };
}
