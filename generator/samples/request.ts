// Makes the sample requests of a contract: one per documented command, one from the schemas where a page shows none.
import type { Api, ApiOperation, ApiParameter, JsonValue } from '../../spec/contract/api.js';
import type { CaseExtension, DocumentedRequest } from '../../spec/contract/docproof.js';
import { plainText, queryText } from '../../templates/client/runtime/query.js';
import { queryStyles } from '../query-style.js';
import { baseOfPath, baseOfUrl } from './base-variable.js';
import { exampleValue } from './example-value.js';
import { commentText, uniqueSlug } from './names.js';
import { fieldParts, headerParts, Variables } from './placeholder.js';
import { type Part, replaceByVariable, type SampleRequest, tidy } from './sample.js';
import { bodyOfSchema } from './schema-body.js';
import { urlText } from './url-text.js';

/** In the order of the spec. Alias forms have a sample only where a command shows one. */
export function sampleRequests(api: Api): SampleRequest[] {
  const taken = new Set<string>();
  return api.operations.flatMap((operation) => {
    const cases = operation.docs.cases ?? [];
    if (cases.length > 0) return cases.map((c) => fromCase(api, operation, c, taken));
    return operation.docs.aliasOf === undefined ? [fromSchema(api, operation, taken)] : [];
  });
}

function fromCase(api: Api, operation: ApiOperation, documented: CaseExtension, taken: Set<string>): SampleRequest {
  const { request } = documented;
  const url = urlText(documentedUrl(api, operation, request.url));
  const base = baseOfUrl(api, operation, url);
  const variables = new Variables(base);
  const placeholders = api.docs.placeholders;
  const [path = '', ...query] = url.split('?');
  const withBase = (parts: Part[]): Part[] => replaceByVariable(parts, base.value, base.name);
  const target: Part[] = [
    { variable: base.name },
    { text: path.slice(base.value.length) },
    ...(query.length > 0 ? [{ text: '?' }, ...fieldParts(query.join('?'), 'query', placeholders, variables)] : []),
  ];
  const isForm = Object.entries(request.headers).some(
    ([name, value]) => name.toLowerCase() === 'content-type' && value.includes('form-urlencoded'),
  );
  const body =
    request.body === undefined
      ? undefined
      : isForm
        ? fieldParts(request.body, 'form', placeholders, variables)
        : withBase([{ text: request.body }]);
  return {
    operationId: operation.id,
    slug: uniqueSlug(operation.id, taken),
    title: titleOf(operation, documented.title),
    caseId: commentText(documented.id),
    source: documented.source,
    method: request.method.toUpperCase(),
    url: tidy(target),
    headers: caseHeaders(operation, request).map(([name, value]) => ({
      name,
      value: tidy(withBase(headerParts(name, value, placeholders, variables))),
    })),
    ...(body === undefined ? sentFile(request) : { body: tidy(body) }),
    variables: variables.list,
    expected: successes(operation),
  };
}

/** A command without a body of its own may name a file that is one; files may be headers or cookies elsewhere. */
function sentFile({ method, files: [file] = [] }: DocumentedRequest): Pick<SampleRequest, 'file'> {
  return file !== undefined && ['PUT', 'POST', 'PATCH'].includes(method.toUpperCase()) ? { file } : {};
}

/** The URL of a command; where a page shows only its form (`{CellURL}__ctl/Box('{Name}')`), with values in it. */
function documentedUrl(api: Api, operation: ApiOperation, url: string): string {
  const base = /^\{[^{}]*\}\/?/.exec(url)?.[0];
  if (base === undefined) return url;
  const spelled = (name: string): string => variableText(api, operation, name);
  const rest = url.slice(base.length).replace(/\{([^{}]*)\}/g, (_, name: string) => encodeURIComponent(spelled(name)));
  return `${baseOfPath(api, operation, spelled).variable.value}/${rest}`;
}

/** A value for a variable of the path. */
function variableText(api: Api, operation: ApiOperation, name: string): string {
  const parameter = operation.parameters.find((p) => p.in === 'path' && p.name === name);
  return parameter ? simpleText(parameter, parameterValue(api, parameter)) : `${name.toLowerCase()}1`;
}

/** One line for people, never empty. */
function titleOf(operation: ApiOperation, ofCase = ''): string {
  const summary = commentText(operation.summary ?? '') || commentText(operation.id) || operation.method;
  return [...new Set([summary, commentText(ofCase)])].filter((text) => text !== '').join(': ');
}

/** Every client computes these itself, and several refuse to be told. */
const OF_THE_CLIENT = new Set(['content-length', 'connection', 'transfer-encoding', 'expect', 'host']);

/** The documented headers, and the body's type where the command leaves it to curl (whose own guess is a form). */
function caseHeaders(operation: ApiOperation, request: DocumentedRequest): [string, string][] {
  const headers = Object.entries(request.headers).filter(([name]) => !OF_THE_CLIENT.has(name.toLowerCase()));
  const isTyped = headers.some(([name]) => name.toLowerCase() === 'content-type');
  const type = operation.body?.content[0]?.type ?? 'application/json';
  return request.body === undefined || isTyped ? headers : [...headers, ['Content-Type', type]];
}

function fromSchema(api: Api, operation: ApiOperation, taken: Set<string>): SampleRequest {
  const spelled = (name: string): string => variableText(api, operation, name);
  const { variable, rest } = baseOfPath(api, operation, spelled);
  const variables = new Variables(variable);
  const isQuoted = api.docs.keySyntax === 'odata';
  const path = rest.replace(/('?)\{([^{}]*)\}/g, (_, quote: string, name: string) => {
    const value = spelled(name);
    return quote + encodeURIComponent(isQuoted && quote !== '' ? value.replaceAll("'", "''") : value);
  });
  const asked = operation.parameters.filter((p) => p.in === 'query' && p.required);
  const query = queryText(
    Object.fromEntries(asked.map((p) => [p.name, parameterValue(api, p)])),
    queryStyles(asked, api),
  );
  const media = operation.body?.content[0];
  const made = media && bodyOfSchema(api, media);
  const credentials = credentialHeaders(api, operation, variables);
  const headers = [
    ...withCookies(api, operation, credentials),
    ...operation.parameters
      .filter((p) => p.in === 'header' && p.required)
      .map((p) => ({
        name: p.name,
        value: headerParts(p.name, simpleText(p, parameterValue(api, p)), api.docs.placeholders, variables),
      })),
    ...(made?.headers ?? []),
  ];
  return {
    operationId: operation.id,
    slug: uniqueSlug(operation.id, taken),
    title: titleOf(operation),
    ...(operation.docs.source ? { source: operation.docs.source } : {}),
    method: operation.method,
    url: tidy([
      { variable: variable.name },
      { text: urlText(path + query) },
      ...keyInQuery(api, operation, variables, query),
    ]),
    headers,
    ...(made?.body ? { body: made.body } : {}),
    ...(made?.form ? { form: made.form } : {}),
    variables: variables.list,
    expected: successes(operation),
  };
}

function parameterValue(api: Api, parameter: ApiParameter): JsonValue {
  return parameter.example ?? exampleValue(api, parameter.schema, parameter.name);
}

/** OpenAPI 3.1, "Style Values": a header's parts stand between commas, those of an object as `name=value` where it explodes. */
function simpleText(parameter: ApiParameter, value: JsonValue): string {
  if (parameter.mediaType !== undefined) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return plainText(value);
  const pairs = Object.entries(value).map(([name, part]) => [name, plainText(part)]);
  return pairs.map((pair) => pair.join(parameter.explode ? '=' : ',')).join(',');
}

/** The headers of credentials, and the cookies that an operation requires: all in one header (RFC 6265, section 5.4). */
function withCookies(
  api: Api,
  operation: ApiOperation,
  credentials: SampleRequest['headers'],
): SampleRequest['headers'] {
  const required = operation.parameters.filter((p) => p.in === 'cookie' && p.required);
  const cookies = [
    ...credentials.filter((h) => h.name === 'Cookie').map((h) => h.value),
    ...required.map((p) => [{ text: `${p.name}=${encodeURIComponent(plainText(parameterValue(api, p)))}` }]),
  ];
  if (cookies.length === 0) return credentials;
  const value = tidy(cookies.flatMap((cookie, i) => (i === 0 ? cookie : [{ text: '; ' }, ...cookie])));
  return [...credentials.filter((h) => h.name !== 'Cookie'), { name: 'Cookie', value }];
}

function credentialHeaders(api: Api, operation: ApiOperation, variables: Variables): SampleRequest['headers'] {
  return (operation.security[0] ?? []).flatMap((name) => {
    const scheme = api.securitySchemes[name];
    if (!scheme) return [];
    if (scheme.type === 'apiKey' && !['header', 'cookie'].includes(scheme.in ?? '')) return [];
    const token = { variable: variables.named('token', '') };
    if (scheme.type === 'apiKey')
      return scheme.in === 'header'
        ? [{ name: scheme.name ?? name, value: [token] }]
        : [{ name: 'Cookie', value: [{ text: `${scheme.name ?? name}=` }, token] }];
    const word = scheme.scheme?.toLowerCase() === 'basic' ? 'Basic ' : 'Bearer ';
    return [{ name: 'Authorization', value: [{ text: word }, token] }];
  });
}

/** An API key that the query has, behind what it has already. */
function keyInQuery(api: Api, operation: ApiOperation, variables: Variables, query: string): Part[] {
  const keys = (operation.security[0] ?? []).flatMap((name) => {
    const scheme = api.securitySchemes[name];
    return scheme?.type === 'apiKey' && scheme.in === 'query' ? [scheme.name ?? name] : [];
  });
  return keys.flatMap((name, index): Part[] => {
    const before = index === 0 && query === '' ? '?' : '&';
    return [{ text: `${before}${encodeURIComponent(name)}=` }, { variable: variables.named('token', '') }];
  });
}

function successes(operation: ApiOperation): number[] {
  return operation.responses.map((r) => Number(r.status)).filter((status) => status >= 200 && status < 400);
}
