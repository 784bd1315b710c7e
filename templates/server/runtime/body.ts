// Reads and parses request bodies: JSON, forms, text and bytes, never more than the limit.

import { formValue, urlencodedValue } from './form.js';
import type { Incoming, Problem } from './http.js';
import {
  chooseMedia,
  essence,
  FORM,
  isJson,
  isText,
  isXml,
  MULTIPART_FORM,
  matchesMedia,
  mediaName,
  mediaParameters,
} from './media-type.js';
import type { JsonSchema, RouteBody, RouteMedia } from './route.js';
import { type Definitions, resolveSchema, schemaKinds } from './schema-kind.js';
import { fromText } from './text-value.js';

export interface ReadBody {
  /** The documented media that the body is read as. */
  media: RouteMedia;
  /** Media type of the body, without parameters unless these tell documented types from each other. */
  contentType: string;
  value: unknown;
  /** What the media's schema is about; undefined where it can't be checked against what was sent: XML, bytes. */
  checked: unknown;
}

export type BodyResult = { body?: ReadBody; problem?: undefined } | { problem: Problem };

/**
 * Reads the body that a route documents. JSON and forms become values, text what its schema says (a string, a number),
 * XML a string, `multipart/form-data` a FormData, everything else a Uint8Array. A request without a body gives neither body nor problem.
 *
 * A missing Content-Type, and those that `curl -d` and `fetch` send on their own, stand for the first documented type.
 */
export async function readBody(
  request: Incoming,
  documented: RouteBody,
  limit: number,
  definitions: Definitions,
): Promise<BodyResult> {
  const length = Number(request.headers.get('content-length') ?? 0);
  const bytes = length > limit ? undefined : await bytesOf(request, limit);
  if (!bytes) return problem('size', `the body is larger than ${limit} bytes`, { limit });
  const header = request.headers.get('content-type') ?? '';
  if (bytes.length === 0) return {};
  const media = mediaOf(documented.content, header);
  if (!media) {
    const types = documented.content.map((m) => m.type).join(', ');
    return problem('mediaType', `${header} is not taken here; send ${types}`, { allowed: types });
  }
  const type = matchesMedia(media.type, header) ? essence(header) : essence(media.type);
  const name = mediaName(media.type, documented.content);
  const contentType = essence(name) === type ? name : type;
  const decoder = decoderOf(header);
  if (!decoder) return problem('mediaType', `${header} is not taken here; send it in UTF-8`, { allowed: 'UTF-8' });
  try {
    return { body: { media, contentType, ...(await parse(bytes, type, header, media, decoder, definitions)) } };
  } catch (error) {
    return problem('syntax', `the body is not valid ${type}: ${(error as Error).message}`);
  }
}

function problem(rule: string, message: string, details?: Record<string, unknown>): BodyResult {
  return { problem: { in: 'body', at: '', rule, message, ...(details ? { details } : {}) } };
}

function mediaOf(content: readonly RouteMedia[], header: string): RouteMedia | undefined {
  const media = chooseMedia(content, header);
  return media ?? (['', FORM, 'text/plain'].includes(essence(header)) ? content[0] : undefined);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });
type Decoder = typeof UTF8;

/** Of the header's charset, UTF-8 without one; undefined for one that nobody knows. */
function decoderOf(header: string): Decoder | undefined {
  const charset = mediaParameters(header).get('charset') ?? 'utf-8';
  if (/^utf-?8$/i.test(charset)) return UTF8;
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    return undefined;
  }
}

async function parse(
  bytes: Uint8Array,
  type: string,
  header: string,
  media: RouteMedia,
  decoder: Decoder,
  definitions: Definitions,
): Promise<Pick<ReadBody, 'value' | 'checked'>> {
  const { schema } = media;
  if (type === MULTIPART_FORM) {
    const headers = { 'content-type': header };
    const form = await new Response(bytes as Uint8Array<ArrayBuffer>, { headers }).formData();
    return { value: form, checked: await formValue(form, schema, definitions) };
  }
  if (!isJson(type) && type !== FORM && !isText(type)) return { value: bytes, checked: undefined };
  const text = decoder.decode(bytes);
  if (isXml(type)) return { value: text, checked: undefined };
  const value = isJson(type)
    ? (JSON.parse(text) as unknown)
    : type === FORM
      ? await urlencodedValue(text, media, definitions)
      : fromText(text, schema, definitions);
  return { value, checked: describes(schema, type, definitions) ? value : undefined };
}

/** Whether a schema can be about what was sent: `format: binary` means bytes, whatever they are; text is no object. */
function describes(schema: JsonSchema, type: string, definitions: Definitions): boolean {
  const resolved = resolveSchema(schema, definitions);
  if (typeof resolved === 'object' && resolved['format'] === 'binary') return false;
  const kinds = schemaKinds(schema, definitions);
  return !isText(type) || !(kinds.has('array') || kinds.has('object'));
}

async function bytesOf({ body, readAll }: Incoming, limit: number): Promise<Uint8Array | undefined> {
  if (!body) return new Uint8Array();
  if (readAll) return readAll(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const only = chunks.length === 1 ? chunks[0] : undefined;
  if (only) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
