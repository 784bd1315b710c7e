// Writes query parameters as the contract says (OpenAPI 3.2, section 4.12.4, "Style Values").

/** How a value of several parts is written. Without a style, a list repeats the parameter's name. */
export type QueryStyle = 'comma' | 'space' | 'pipe' | 'spread' | 'deepObject' | 'json';

/** `?$top=1&tag=a&tag=b`; an empty text without parameters. */
export function queryText(query: object | undefined, styles: Readonly<Record<string, QueryStyle>> = {}): string {
  const pairs = entriesOf(query).flatMap(([name, value]) =>
    pairsOf(name, value, Object.hasOwn(styles, name) ? styles[name] : undefined),
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

const SEPARATORS: Readonly<Record<string, string>> = { comma: ',', space: '%20', pipe: '%7C' };

function pairsOf(name: string, value: unknown, style: QueryStyle | undefined): string[] {
  if (style === 'json') return [`${encode(name)}=${encode(JSON.stringify(value))}`];
  const separator = style === undefined ? undefined : SEPARATORS[style];
  if (separator !== undefined) return [`${encode(name)}=${partsOf(value).map(encode).join(separator)}`];
  if (style === 'deepObject' && isObject(value))
    return entriesOf(value).flatMap(([key, inner]) =>
      pairsOf(`${name}[${key}]`, inner, isPlainList(inner) ? undefined : style),
    );
  if (style === 'deepObject' && Array.isArray(value))
    return value.flatMap((inner, index) => pairsOf(`${name}[${index}]`, inner, style));
  if (style === 'spread' && isObject(value))
    return entriesOf(value).flatMap(([key, inner]) => pairsOf(key, inner, undefined));
  return [value].flat().map((one) => `${encode(name)}=${encode(plainText(one))}`);
}

/** A list's items, an object's names and values in turn. */
function partsOf(value: unknown): string[] {
  return (isObject(value) ? entriesOf(value).flat() : [value].flat()).map(plainText);
}

/** An object in a path or a header (the style `simple`): names and values in turn, or `name=value` where it explodes. */
export function simpleParts(value: object | null | undefined, explode: boolean): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const pairs = entriesOf(value).map(([name, part]) => [name, plainText(part)]);
  return explode ? pairs.map((pair) => pair.join('=')) : pairs.flat();
}

/** A `$` stays as it is: servers of OData look for it. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%24', '$');
}

/** What is `undefined` is left out. */
export function entriesOf(values: object | undefined): [string, unknown][] {
  return Object.entries(values ?? {}).filter(([, value]) => value !== undefined);
}

export function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join(',');
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** A member of an object that is a list of texts repeats its name. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !value.some((one) => typeof one === 'object' && one !== null);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
