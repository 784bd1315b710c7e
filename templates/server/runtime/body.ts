// Reads and parses request bodies: JSON, forms, text and bytes, never more than the limit.
import type { Incoming, Problem } from './http.js';
import { essence, FORM, isJson, isText, MULTIPART_FORM, matchesMedia } from './media-type.js';
import { fromText } from './parameters.js';
import type { JsonSchema, RouteBody, RouteMedia } from './route.js';
import { type Definitions, schemaItems, schemaKind, schemaProperties } from './schema-kind.js';

export interface ReadBody {
  /** The documented media that the body is read as. */
  media: RouteMedia;
  /** Media type of the body, without parameters. */
  contentType: string;
  value: unknown;
}

export type BodyResult = { body?: ReadBody; problem?: undefined } | { problem: Problem };

/**
 * Reads the body that a route documents. JSON and forms become values, text and XML a string, `multipart/form-data`
 * a FormData, everything else a Uint8Array. A request without a body gives neither body nor problem.
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
  const media = chooseMedia(documented.content, header);
  if (!media) {
    const types = documented.content.map((m) => m.type).join(', ');
    return problem('mediaType', `${essence(header)} is not taken here; send ${types}`, { allowed: types });
  }
  const contentType = matchesMedia(media.type, header) ? essence(header) : essence(media.type);
  try {
    return { body: { media, contentType, value: await parse(bytes, contentType, header, media.schema, definitions) } };
  } catch (error) {
    return problem('syntax', `the body is not valid ${contentType}: ${(error as Error).message}`);
  }
}

function problem(rule: string, message: string, details?: Record<string, unknown>): BodyResult {
  return { problem: { in: 'body', at: '', rule, message, ...(details ? { details } : {}) } };
}

function chooseMedia(content: readonly RouteMedia[], header: string): RouteMedia | undefined {
  const exact = content.find((media) => essence(media.type) === essence(header));
  const matching = exact ?? content.find((media) => matchesMedia(media.type, header));
  if (matching) return matching;
  return ['', FORM, 'text/plain'].includes(essence(header)) ? content[0] : undefined;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

async function parse(
  bytes: Uint8Array,
  type: string,
  header: string,
  schema: JsonSchema,
  definitions: Definitions,
): Promise<unknown> {
  if (isJson(type)) return JSON.parse(UTF8.decode(bytes)) as unknown;
  if (type === FORM) return parseForm(UTF8.decode(bytes), schema, definitions);
  if (type === MULTIPART_FORM)
    return await new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': header } }).formData();
  if (isText(type)) return UTF8.decode(bytes);
  return bytes;
}

function parseForm(text: string, schema: JsonSchema, definitions: Definitions): Record<string, unknown> {
  const properties = schemaProperties(schema, definitions);
  const fields = new URLSearchParams(text);
  const value = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(fields.keys())) {
    const property = Object.hasOwn(properties, name) ? (properties[name] ?? true) : true;
    const texts = fields.getAll(name);
    const isList = schemaKind(property, definitions) === 'array';
    const items = isList ? schemaItems(property, definitions) : property;
    const values = texts.map((field) => fromText(field, items, definitions));
    value[name] = isList ? values : values[0];
  }
  return value;
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
