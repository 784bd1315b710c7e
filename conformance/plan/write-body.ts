// Writes a value as a request body of a media type: JSON, form fields, multipart parts, or text.
import type { Api, JsonValue, Schema } from '../../spec/contract/api.js';
import { BOUNDARY, fileName } from '../../spec/curl/form-body.js';
import { mergedSchema } from '../../spec/fitting/merged-schema.js';
import { isObject } from '../../spec/is-object.js';
import { writeForm } from './body.js';
import { markedFile } from './sent-files.js';

/** The media type as a header says it: what is sent in parts names what stands between them. */
export function contentTypeOf(media: string): string {
  return isMultipart(media) && !/boundary=/i.test(media) ? `${media}; boundary=${BOUNDARY}` : media;
}

/**
 * Undefined where a value cannot be written in this type.
 *
 * @param files members that are sent as files, where the type has parts
 */
export function writeBody(value: JsonValue, media: string | undefined, files = new Set<string>()): string | undefined {
  if (media === undefined || isJson(media) || media.includes('*')) return JSON.stringify(value);
  if (/x-www-form-urlencoded/i.test(media)) return isObject(value) ? writeForm([...formFields(value)]) : undefined;
  if (isMultipart(media)) return isObject(value) ? multipart(value, files) : undefined;
  if (typeof value === 'string') return value;
  return /^text\//i.test(media) ? JSON.stringify(value) : undefined;
}

export function isJson(media: string): boolean {
  return /^[^;]*[/+]json\b/i.test(media);
}

/** Members of a body whose content is bytes (`format: binary` of 3.0, `contentMediaType` since 3.1). */
export function filesOf(api: Api, schema: Schema | undefined): Set<string> {
  return new Set(
    Object.entries(schema?.properties ?? {}).flatMap(([name, raw]) => {
      const property = mergedSchema(api, raw);
      const { contentMediaType, contentEncoding } = property;
      const bytes = property.format === 'binary' || (contentMediaType !== undefined && contentEncoding === undefined);
      return bytes ? [name] : [];
    }),
  );
}

export function isMultipart(media: string): boolean {
  return /^multipart\//i.test(media);
}

/** Nested members by brackets, as most form readers take them. */
function* formFields(value: { [key: string]: JsonValue }, within = ''): Generator<[string, string]> {
  for (const [name, inner] of Object.entries(value)) {
    const key = within === '' ? name : `${within}[${name}]`;
    if (Array.isArray(inner)) for (const one of inner) yield [key, plain(one)];
    else if (isObject(inner)) yield* formFields(inner, key);
    else yield [key, plain(inner)];
  }
}

/** RFC 7578: one part per member. A file whose content is known goes as that file, another as a text. */
function multipart(value: { [key: string]: JsonValue }, files: Set<string>): string {
  const parts = Object.entries(value).map(([name, inner]) => {
    const file = markedFile(inner) ?? (files.has(name) ? { name: 'docproof.txt', type: 'text/plain' } : undefined);
    const head = file ? `${fileName(file.name)}\r\nContent-Type: ${file.type}` : '';
    return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"${head}\r\n\r\n${plain(inner)}\r\n`;
  });
  return `${parts.join('')}--${BOUNDARY}--\r\n`;
}

function plain(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
