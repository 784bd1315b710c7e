// Files of data: route table, schemas for validation, errors, and the index that puts the server together.
import type { Api } from '../../spec/contract/api.js';
import type { Route, RouteParameter } from '../../templates/server/runtime/route.js';
import type { GeneratedFile, Render } from '../target.js';
import { Identifier, stringLiteral, valueLiteral } from '../typescript/literal.js';
import { camelCase, Names } from '../typescript/names.js';
import { errorShape } from './error-shape.js';
import { HEADER } from './header.js';
import type { RouteTable } from './route-table.js';
import type { NamedOperation } from './type-files.js';
import { naturally } from './type-files.js';

/** The files, relative to the target's folder. */
export function dataFiles(
  api: Api,
  table: RouteTable,
  operations: readonly NamedOperation[],
  render: Render,
): GeneratedFile[] {
  return [
    { path: 'definitions.ts', text: render('server/definitions', definitionsView(table)) },
    { path: 'errors.ts', text: render('server/errors', errorsView(api)) },
    { path: 'index.ts', text: render('server/index', indexView(api, table, operations)) },
    { path: 'routes.ts', text: render('server/routes', routesView(table)) },
  ];
}

function definitionsView(table: RouteTable): object {
  const definitions = valueLiteral(table.definitions);
  return { header: dataHeader(definitions), definitions };
}

/** The header, with a word to linters about what they would misunderstand. */
function dataHeader(text: string): string {
  const lines = [HEADER];
  if (/^[^\S\n]*then: /m.test(text))
    lines.push('// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema');
  if (/\$\{.*\}/.test(text))
    lines.push('// biome-ignore-all lint/suspicious/noTemplateCurlyInString: documented like this');
  return lines.join('\n');
}

/** Parameters that several operations share are written once, under a name. */
function routesView(table: RouteTable): object {
  const names = new Names(['routes', 'route', 'RouteParameter']);
  const named = new Map<string, { name: string; value: string }>();
  const identifier = (parameter: RouteParameter): Identifier => {
    const key = JSON.stringify(parameter);
    const known = named.get(key) ?? {
      name: names.take(camelCase(parameter.name, 'Parameter')),
      value: valueLiteral(parameter),
    };
    named.set(key, known);
    return new Identifier(known.name);
  };
  const routes = table.operations.map(({ route }: { route: Route }) => ({
    ...route,
    parameters: route.parameters.map(identifier),
  }));
  const text = valueLiteral(routes);
  const types = named.size > 0 ? 'Route, RouteParameter' : 'Route';
  return {
    header: dataHeader([...[...named.values()].map((p) => p.value), text].join('\n')),
    imports: `import type { ${types} } from './runtime/route.js';`,
    parameters: [...named.values()],
    routes: text,
  };
}

function errorsView(api: Api): object {
  const entries = api.docs.errors ?? [];
  const catalogue = Object.fromEntries(entries.map(({ code, status, message }) => [code, { status, message }]));
  const codes = new Map<number, string>();
  for (const { code, status } of entries) if (!codes.has(status)) codes.set(status, code);
  const shape = errorShape(api);
  const body = valueLiteral(shape.body, 4, 10);
  const constants = [
    ...(/\bcode\b(?!['":])/.test(body) ? ['  const code = codes[status] ?? String(status);'] : []),
    ...(/\bstatusText\b/.test(body) ? ['  const statusText = String(status);'] : []),
  ];
  return {
    header: HEADER,
    catalogue: valueLiteral(catalogue),
    codes: /\bcode\b(?!['":])/.test(body) ? [valueLiteral(Object.fromEntries(codes))] : [],
    constants,
    // Compilers of users may refuse what is not used.
    message: /\bmessage\b(?!['":])/.test(body) ? 'message' : '_message',
    contentType: stringLiteral(shape.contentType),
    body,
  };
}

function indexView(api: Api, table: RouteTable, operations: readonly NamedOperation[]): object {
  const modules = [
    { path: './errors.js', text: `export { type ErrorCode, errorReply, errors } from './errors.js';` },
    { path: './handlers.js', text: `export type { Handlers } from './handlers.js';` },
    ...operations
      .map(({ file }) => `./operations/${file}.js`)
      .map((path) => ({ path, text: `export type * from '${path}';` })),
    { path: './routes.js', text: `export { routes } from './routes.js';` },
    ...RUNTIME_EXPORTS,
    { path: './schemas.js', text: `export type * from './schemas.js';` },
  ];
  return {
    header: HEADER,
    title: api.title.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' '),
    exports: modules.sort((a, b) => naturally(a.path, b.path)).map((module) => module.text),
    basePath: stringLiteral(table.basePath),
  };
}

const RUNTIME_EXPORTS = [
  { path: './runtime/adapters/express.js', text: `export { expressMiddleware } from './runtime/adapters/express.js';` },
  { path: './runtime/adapters/fastify.js', text: `export { fastifyPlugin } from './runtime/adapters/fastify.js';` },
  { path: './runtime/adapters/hono.js', text: `export { honoHandler } from './runtime/adapters/hono.js';` },
  { path: './runtime/adapters/node.js', text: `export { nodeListener } from './runtime/adapters/node.js';` },
  {
    path: './runtime/http.js',
    text: `export type { Call, Incoming, Outgoing, Problem, Reply, ReplyHeaders } from './runtime/http.js';`,
  },
  { path: './runtime/route.js', text: `export type { Route } from './runtime/route.js';` },
  {
    path: './runtime/server.js',
    text: `export { type Awaitable, type Server, type ServerOptions, type Unrouted, unwritten } from './runtime/server.js';`,
  },
];
