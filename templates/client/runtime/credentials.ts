// Which credentials go with a request, and where (OpenAPI 3.2, sections 4.27 and 4.30).

/** A key or a token; of HTTP's basic scheme a name and a password, or both with a colon between them. */
export type Secret = string | { username: string; password: string };

/** A secret, or what fetches it for each call. */
export type SecretSource = Secret | (() => Secret | Promise<Secret>);

/** How the secret of a security scheme is sent. */
export type SecurityScheme =
  | { scheme: string; in: 'header' | 'query' | 'cookie'; name: string }
  | { scheme: string; in: 'basic' | 'bearer' };

/** What the secrets become of a request. */
export interface Credentials {
  headers: Record<string, string>;
  query: Record<string, string>;
  cookies: Record<string, string>;
}

/** What a client has. */
interface Owner {
  token?: string | (() => string | Promise<string>);
  credentials?: Readonly<Record<string, SecretSource>>;
}

const BEARER: readonly (readonly SecurityScheme[])[] = [[{ scheme: '', in: 'bearer' }]];

/** The credentials of the first of the ways for which the client has all that it takes; none where it has them for no way. */
export async function credentialsOf(
  client: Owner,
  secured: boolean | readonly (readonly SecurityScheme[])[],
): Promise<Credentials> {
  const found: Credentials = { headers: {}, query: {}, cookies: {} };
  const ways = typeof secured === 'boolean' ? (secured ? BEARER : []) : secured;
  const way = ways.find((schemes) => schemes.length > 0 && schemes.every((one) => sourceOf(client, one) !== undefined));
  for (const one of way ?? []) {
    const source = sourceOf(client, one);
    const secret = typeof source === 'function' ? await source() : source;
    if (secret !== undefined) put(found, one, secret);
  }
  return found;
}

function sourceOf({ credentials = {}, token }: Owner, { scheme, in: place }: SecurityScheme): SecretSource | undefined {
  const own = Object.hasOwn(credentials, scheme) ? credentials[scheme] : undefined;
  return own ?? (place === 'bearer' ? token : undefined);
}

function put({ headers, query, cookies }: Credentials, scheme: SecurityScheme, secret: Secret): void {
  const text = typeof secret === 'string' ? secret : `${secret.username}:${secret.password}`;
  if (scheme.in === 'bearer') headers['Authorization'] = `Bearer ${text}`;
  else if (scheme.in === 'basic') headers['Authorization'] = `Basic ${base64(text)}`;
  else if ('name' in scheme) ({ header: headers, query, cookie: cookies })[scheme.in][scheme.name] = text;
}

/** Of the text in UTF-8 (RFC 7617, section 2.1). */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
