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

export type BodyKind = 'none' | 'json' | 'derivedJson' | 'text' | 'binary' | 'any';

/** What the runtime is told about a response's body, and the media types whose schemas are its type. */
export function responseKind(response: ApiResponse): { kind: BodyKind; json: ApiMedia[]; isText: boolean } {
  const kinds = new Set(response.content.map((m) => mediaKind(m.type)));
  const json = response.content.filter((m) => mediaKind(m.type) === 'json');
  if (kinds.size === 0) return { kind: 'none', json, isText: false };
  if (json.length > 0 && kinds.size === 1)
    return { kind: response.docs.derived ? 'derivedJson' : 'json', json, isText: false };
  if (json.length > 0) return { kind: 'any', json, isText: true };
  return kinds.has('binary') || kinds.has('multipart')
    ? { kind: 'binary', json, isText: false }
    : { kind: 'text', json, isText: true };
}
