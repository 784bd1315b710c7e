// Writes values into the paths of URLs, so that none can end its place or change another's.

/** One segment, or a part of one. An empty segment or one of dots would name another resource, so it is refused. */
export function segment(value: unknown): string {
  const text = plainText(value);
  if (text === '' || text === '.' || text === '..')
    throw new TypeError(`${JSON.stringify(text)} can't be a part of a path`);
  return encode(text);
}

/** A key as OData writes it: in quotes, a quote in it doubled (OData 2.0, "URI Conventions", section 2.2), then encoded. */
export function key(value: unknown): string {
  return `'${encode(plainText(value).replaceAll("'", "''"))}'`;
}

/** A key, or the bare word `null` for "none". */
export function nullableKey(value: unknown): string {
  return value === null ? 'null' : key(value);
}

function plainText(value: unknown): string {
  if (value === undefined || value === null) throw new TypeError(`${value} can't be a part of a path`);
  if (Array.isArray(value)) return value.map(plainText).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
