// How the client reads and writes a media type.
import type { Api, ApiMedia, ApiResponse } from '../../spec/contract/api.js';
import { essence } from '../../spec/media-type.js';
import { type Definitions, type Kind, schemaKinds } from '../../templates/server/runtime/schema-kind.js';

export type MediaKind = 'json' | 'form' | 'multipart' | 'text' | 'binary';

/** By the essence of the type; parameters don't matter. */
export function mediaKind(type: string): MediaKind {
  const plain = essence(type);
  if (/[/+]json$/.test(plain)) return 'json';
  if (plain === 'application/x-www-form-urlencoded') return 'form';
  if (plain.startsWith('multipart/')) return 'multipart';
  if (/^text\/|[/+]xml$|[/+]yaml$|javascript|graphql/.test(plain)) return 'text';
  return 'binary';
}

/** The kind of a media type, or of its schema where the type is any at all, as several tools write it: values are JSON. */
export function valueKind(api: Api, media: ApiMedia): MediaKind {
  if (media.type.trim() !== '*/*') return mediaKind(media.type);
  const kinds = kindsOf(api, media);
  if (kinds.size > 0 && !kinds.has('string')) return 'json';
  const { format, contentEncoding } = api.resolve(media.schema);
  return kinds.size === 1 && format !== 'binary' && contentEncoding === undefined ? 'text' : 'binary';
}

function kindsOf(api: Api, { schema }: ApiMedia): Set<Kind> {
  return schemaKinds(schema, api.schemas as Definitions);
}

/** Whether a text is described as an object or a list: it is the JSON of a spec that names every type its framework could send. */
function isNoText(api: Api, media: ApiMedia): boolean {
  const kinds = kindsOf(api, media);
  return mediaKind(media.type) === 'text' && kinds.size > 0 && [...kinds].every((k) => k === 'object' || k === 'array');
}

export type BodyKind = 'none' | 'json' | 'derivedJson' | 'text' | 'binary' | 'any' | 'mixed';

interface ResponseKind {
  kind: BodyKind;
  json: ApiMedia[];
  isText: boolean;
  isBinary: boolean;
}

/** What the runtime is told about a response's body, and of what its type is made: schemas of JSON, texts, bytes. */
export function responseKind(api: Api, response: ApiResponse): ResponseKind {
  const json = response.content.filter((m) => valueKind(api, m) === 'json');
  const content = response.content.filter(
    (m) => json.length === 0 || !/^text\/plain\b/i.test(m.type) || !isNoText(api, m),
  );
  const kinds = new Set(content.map((m) => valueKind(api, m)));
  const isBinary = kinds.has('binary') || kinds.has('multipart');
  if (kinds.size === 0) return { kind: 'none', json, isText: false, isBinary };
  if (json.length > 0 && kinds.size === 1)
    return { kind: response.docs.derived ? 'derivedJson' : 'json', json, isText: false, isBinary };
  // A range of types (RFC 9110, section 12.5.1) may be of texts as well.
  const isText = kinds.has('text') || kinds.has('form') || content.some((m) => m.type.includes('*'));
  if (json.length > 0) return { kind: isBinary ? 'mixed' : 'any', json, isText, isBinary };
  return isBinary ? { kind: 'binary', json, isText: false, isBinary } : { kind: 'text', json, isText: true, isBinary };
}
