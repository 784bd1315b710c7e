// Makes the body of a request from its media type: JSON, text, or the fields of a form.
import type { Api, ApiMedia, JsonValue, Schema } from '../../spec/contract/api.js';
import { sendable } from '../../spec/fitting/one-way-values.js';
import { isObject } from '../../spec/is-object.js';
import { plainText, queryText } from '../../templates/client/runtime/query.js';
import { formStyles, propertyOf } from '../query-style.js';
import { exampleValue } from './example-value.js';
import { writtenForm } from './multipart.js';
import { type FormField, type Part, type SampleRequest, tidy } from './sample.js';

type Made = Pick<SampleRequest, 'body' | 'form'> & { headers: { name: string; value: Part[] }[] };

/** The body and the headers that it needs. */
export function bodyOfSchema(api: Api, media: ApiMedia): Made {
  const value = sendable(api, media.schema, media.examples[0]?.value ?? exampleValue(api, media.schema));
  const typed = (type: string, text: string): Made => ({
    body: tidy([{ text }]),
    headers: [{ name: 'Content-Type', value: [{ text: type }] }],
  });
  if (isObject<JsonValue>(value) && /^multipart\//i.test(media.type)) {
    const form = fields(api, media, value);
    if (/^multipart\/form-data\b/i.test(media.type)) return { form, headers: [] };
    const { type, text } = writtenForm(form, media.type);
    return typed(type, text);
  }
  if (isObject<JsonValue>(value) && /form-urlencoded/.test(media.type))
    return typed(media.type, queryText(value, formStyles(media, api)).slice(1));
  return typed(media.type, typeof value === 'string' && !/json/.test(media.type) ? value : JSON.stringify(value));
}

/** OpenAPI 3.1, "Encoding Object", for multipart: each item of a list is a field, an object is JSON, what is binary is a file. */
function fields(api: Api, media: ApiMedia, value: Record<string, JsonValue>): FormField[] {
  return Object.entries(value).flatMap(([name, given]): FormField[] => {
    const schema = propertyOf(api, media.schema, name);
    const own = media.encoding?.[name]?.contentType?.split(',')[0]?.trim();
    if (Array.isArray(given)) return given.map((one) => field(name, one, api.resolve(schema.items ?? {}), own));
    return [field(name, given, schema, own)];
  });
}

function field(name: string, value: JsonValue, schema: Schema, own: string | undefined): FormField {
  const inner = schema['contentMediaType'];
  const isFile = schema.format === 'binary' || (typeof inner === 'string' && schema['contentEncoding'] === undefined);
  const type = own ?? (typeof inner === 'string' ? inner : isObject<JsonValue>(value) ? 'application/json' : undefined);
  const text = { name, value: plainText(value) };
  if (isFile)
    return {
      ...text,
      type: type?.includes('*') ? 'application/octet-stream' : (type ?? 'application/octet-stream'),
      fileName: `${name.replace(/\W/g, '') || 'file'}.bin`,
    };
  return { ...text, ...(type === undefined ? {} : { type }) };
}
