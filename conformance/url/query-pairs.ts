// How a value is written as a query option (OpenAPI 3.2, section 4.12.4, "Style Values").
import type { ApiParameter, JsonValue } from '../../spec/contract/api.js';
import { isObject } from '../../spec/is-object.js';

const SEPARATORS: Readonly<Record<string, string>> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' };

/** `name=value` pairs, encoded: a list repeats its name and an object's members stand for themselves, unless the style says otherwise. */
export function queryPairs(parameter: ApiParameter, value: JsonValue): string[] {
  const { name, style = 'form', explode = style === 'form', mediaType } = parameter;
  const pair = (key: string, one: JsonValue): string => `${encode(key)}=${encode(plain(one))}`;
  if (mediaType !== undefined) return [`${encode(name)}=${encode(JSON.stringify(value))}`];
  if (isObject<JsonValue>(value)) {
    const members = Object.entries(value);
    if (style === 'deepObject') return members.map(([key, one]) => pair(`${name}[${key}]`, one));
    if (explode) return members.map(([key, one]) => pair(key, one));
    return [`${encode(name)}=${joined(members.flat(), style)}`];
  }
  if (!Array.isArray(value)) return [pair(name, value)];
  return explode ? value.map((one) => pair(name, one)) : [`${encode(name)}=${joined(value, style)}`];
}

function joined(parts: JsonValue[], style: string): string {
  return parts.map((part) => encode(plain(part))).join(SEPARATORS[style] ?? ',');
}

/** A `$` stays as it is: servers of OData look for it. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$');
}

function plain(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}
