// Turns a documented command into the call of the client that means the same, as source text.
import type { Api, ApiOperation, JsonValue } from '../../../spec/contract/api.js';
import type { CaseExtension, DocumentedRequest } from '../../../spec/contract/docproof.js';
import { valueLiteral } from '../../typescript/literal.js';

export interface CaseCall {
  documented: CaseExtension;
  operation: ApiOperation;
  /** `input` of the call. */
  input: Record<string, unknown>;
  /** Path and query as documented, with its base as the contract's paths have it. */
  target: string;
}

/** The calls of all cases, and why a case has none. */
export function caseCalls(api: Api): { calls: CaseCall[]; without: string[] } {
  const calls: CaseCall[] = [];
  const without: string[] = [];
  for (const documented of api.operations.flatMap((operation) => operation.docs.cases ?? [])) {
    const call = caseCall(api, documented);
    if (call) calls.push(call);
    else without.push(documented.id);
  }
  return { calls, without };
}

/** The source of a call: `updateRelation(client, {…})`. */
export function callText(name: string, input: Record<string, unknown>): string {
  return `${name}(client, ${valueLiteral(input)})`;
}

function caseCall(api: Api, documented: CaseExtension): CaseCall | undefined {
  const { request } = documented;
  const target = withoutSlash(pathBased(request.url));
  const call = request.files ? undefined : requestCall(api, request, target);
  return call && { documented, ...call, target };
}

/** The call that sends a request; `target` is its path and query, as the contract's paths have them. */
export function requestCall(
  api: Api,
  request: Omit<DocumentedRequest, 'url'>,
  target: string,
): { operation: ApiOperation; input: Record<string, unknown> } | undefined {
  const [path = '', query = ''] = withoutSlash(target).split('?');
  for (const operation of api.operations.filter((o) => o.method === request.method)) {
    const variables = match(operation.path, path);
    if (!variables) continue;
    const input = {
      ...pathInput(operation, variables),
      ...headerInput(api, operation, request.headers),
      ...queryInput(api, operation, query),
      ...bodyInput(operation, request),
    };
    return { operation, input };
  }
  return undefined;
}

/** The contract's paths have no slash at the end, where documents write the address of a container with one. */
function withoutSlash(target: string): string {
  return target.replace(/(?<=[^/])\/(?=\?|$)/, '');
}

/** `https://cell1.unit1.example/x` and `https://unit1.example/cell1/x` are the same place. */
function pathBased(url: string): string {
  const [, host = '', rest = ''] = /^https:\/\/([^/]+)(.*)$/.exec(url) ?? [];
  const [cell = '', ...unit] = host.split('.');
  return unit.length > 1 ? `/${cell}${rest}` : rest;
}

function match(template: string, path: string): Record<string, string | null> | undefined {
  const pattern = template
    .split(/('?\{[^{}]*\}'?)/)
    .map((part) =>
      /^'\{/.test(part)
        ? "(null|'(?:[^']|'')*')"
        : part.startsWith('{')
          ? '([^/?]+)'
          : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  const found = new RegExp(`^${pattern}$`).exec(path);
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map((m) => m[1] ?? '');
  return found ? Object.fromEntries(names.map((name, i) => [name, value(found[i + 1] ?? '')])) : undefined;
}

function value(text: string): string | null {
  if (text === 'null') return null;
  return decodeURIComponent(text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text);
}

function pathInput(operation: ApiOperation, variables: Record<string, string | null>): object {
  return operation.path.includes('{') ? { path: variables } : {};
}

function headerInput(api: Api, operation: ApiOperation, headers: Record<string, string>): object {
  const others = Object.entries(headers).filter(([name]) => !/^(authorization|content-type|accept)$/i.test(name));
  const names = new Map(
    operation.parameters.filter((p) => p.in === 'header').map((p) => [p.name.toLowerCase(), p.name]),
  );
  const known = others
    .filter(([name]) => names.has(name.toLowerCase()))
    .map(([name, v]) => [names.get(name.toLowerCase()) ?? name, v] as const)
    .map(([name, v]) => [name, typed(api, operation, 'header', name, v)] as const);
  const extra = others.filter(([name]) => !names.has(name.toLowerCase()));
  return {
    ...(known.length > 0 ? { headers: Object.fromEntries(known) } : {}),
    ...(extra.length > 0 ? { extraHeaders: Object.fromEntries(extra) } : {}),
  };
}

function queryInput(api: Api, operation: ApiOperation, query: string): object {
  if (query === '') return {};
  const pairs = [...new URLSearchParams(query)].map(([name, text]) => [
    name,
    typed(api, operation, 'query', name, text),
  ]);
  return { query: Object.fromEntries(pairs) };
}

/** A parameter's text as its schema's type. */
function typed(api: Api, operation: ApiOperation, where: 'query' | 'header', name: string, text: string): JsonValue {
  const parameter = operation.parameters.find((p) => p.in === where && p.name === name);
  const types = parameter ? [api.resolve(parameter.schema).type].flat() : [];
  return types.includes('integer') || types.includes('boolean') ? (JSON.parse(text) as JsonValue) : text;
}

function bodyInput(operation: ApiOperation, request: Omit<DocumentedRequest, 'url'>): object {
  if (request.body === undefined) return {};
  const types = operation.body?.content.map((m) => m.type) ?? [];
  const type =
    Object.entries(request.headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? types[0] ?? '';
  const chosen = types.find((t) => t.split(';')[0] === type.split(';')[0]) ?? types[0] ?? '';
  const body = /form-urlencoded/.test(chosen)
    ? Object.fromEntries(new URLSearchParams(request.body))
    : /json/.test(chosen)
      ? (JSON.parse(request.body) as JsonValue)
      : request.body;
  return { body, ...(types.length > 1 ? { type: chosen } : {}) };
}
