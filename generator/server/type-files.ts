// Files of types: component schemas, one file per operation, and the interface of all handlers.
import type { Api } from '../../spec/contract/api.js';
import { type Mark, oneWay } from '../../spec/contract/one-way.js';
import { compareText } from '../../spec/diagnostic.js';
import { pointerPart } from '../../spec/json-pointer.js';
import type { GeneratedFile, Render } from '../target.js';
import { Declarations } from '../typescript/declarations.js';
import { commentLines, docComment } from '../typescript/literal.js';
import { kebabCase, Names, pascalCase } from '../typescript/names.js';
import { HEADER } from './header.js';
import { declareOperation } from './operation-types.js';
import type { RoutedOperation, RouteTable } from './route-table.js';
import { twoWaySchemas } from './two-way-schemas.js';

/** An operation with the names that its types and its file got. */
export interface NamedOperation extends RoutedOperation {
  /** Of `operations/FILE.ts`. */
  file: string;
  input: string;
  reply: string;
}

/** Makes a module of a file without types, wherever `.ts` alone does not (`moduleResolution: bundler`). */
const NO_TYPES = 'export {};\n';

/** The files, relative to the target's folder. */
export function typeFiles(
  api: Api,
  table: RouteTable,
  render: Render,
): { files: GeneratedFile[]; operations: NamedOperation[] } {
  const names = Names.ofTypes();
  const schemas = declareSchemas(api, names);
  const fileNames = new Names();
  const files: GeneratedFile[] = [];
  const operations = table.operations.map((routed): NamedOperation => {
    const base = names.take(pascalCase(routed.route.id), `${pascalCase(routed.route.id)}Operation`);
    const declarations = {
      input: new Declarations(schemas.inRequests, names),
      reply: new Declarations(schemas.inResponses, names),
    };
    const types = declareOperation(routed, base, declarations, table.definitions);
    const { input, reply } = declarations;
    const file = fileNames.take(kebabCase(routed.route.id));
    const imports = [
      ...typeImport(types.runtime, '../runtime/http.js'),
      ...typeImport([...new Set([...input.used, ...reply.used])], '../schemas.js'),
    ];
    const view = { header: HEADER, imports, declarations: [...input.texts, ...reply.texts] };
    files.push({ path: `operations/${file}.ts`, text: render('server/operation', view) });
    return { ...routed, file, input: types.input, reply: types.reply };
  });
  const schemaView = {
    header: HEADER,
    imports: [],
    declarations: schemas.texts.length > 0 ? schemas.texts : [NO_TYPES],
  };
  files.push({ path: 'schemas.ts', text: render('server/operation', schemaView) });
  files.push({ path: 'handlers.ts', text: render('server/handlers', handlersView(operations)) });
  return { files, operations };
}

interface Schemas {
  /** Type names by the `$ref`s that mean them. */
  inRequests: Map<string, string>;
  inResponses: Map<string, string>;
  texts: string[];
}

/** Declares the component schemas; those that are another type in requests have a second name for it. */
function declareSchemas(api: Api, names: Names): Schemas {
  const twoWay = twoWaySchemas(api);
  const all = Object.entries(api.schemas);
  const nameOf = (name: string): string => names.take(pascalCase(name), `${pascalCase(name)}Schema`);
  const inResponses = new Map(all.map(([name]) => [schemaRef(name), nameOf(name)]));
  const second = all.filter(([name]) => twoWay.has(name));
  const inRequests = new Map([
    ...inResponses,
    ...second.map(([name]): [string, string] => [schemaRef(name), nameOf(`${name} request`)]),
  ]);
  const declare = (types: ReadonlyMap<string, string>, schemas: typeof all, absent: Mark): string[] => {
    const declarations = new Declarations(types, names);
    for (const [name, schema] of schemas)
      declarations.declare(types.get(schemaRef(name)) ?? name, oneWay(schema, absent, api.resolve), schema.description);
    declarations.breakCycles();
    return declarations.texts;
  };
  const texts = [...declare(inResponses, all, 'writeOnly'), ...declare(inRequests, second, 'readOnly')];
  return { inRequests, inResponses, texts };
}

/** The `$ref` of a component schema, as documents write it. */
function schemaRef(name: string): string {
  return `#/components/schemas/${pointerPart(name)}`;
}

/** An import of types in biome's layout; none where there is nothing to import. */
function typeImport(names: readonly string[], from: string): string[] {
  if (names.length === 0) return [];
  const sorted = [...names].sort(naturally);
  const line = `import type { ${sorted.join(', ')} } from '${from}';`;
  if (line.length <= 120) return [line];
  return [`import type {\n${sorted.map((name) => `  ${name},`).join('\n')}\n} from '${from}';`];
}

/** The order in which biome sorts names, and paths without their ending: digits as numbers, `A` before `a` before `B`. */
export function naturally(a: string, b: string): number {
  const left = pieces(a);
  const right = pieces(b);
  for (const [index, piece] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (piece === other) continue;
    if (/^\d/.test(piece) && /^\d/.test(other)) return Number(piece) - Number(other) || piece.length - other.length;
    return compareText(piece.toLowerCase(), other.toLowerCase()) || compareText(piece, other);
  }
  return left.length - right.length;
}

function pieces(name: string): string[] {
  return name.replace(/\.js$/, '').match(/\d+|./gsu) ?? [];
}

function handlersView(operations: readonly NamedOperation[]): object {
  const imports = [
    ...operations.map(({ file, input, reply }) => ({
      path: `./operations/${file}.js`,
      names: [input, reply],
    })),
    { path: './runtime/http.js', names: operations.length > 0 ? ['Call'] : [] },
    { path: './runtime/server.js', names: operations.length > 0 ? ['Awaitable'] : [] },
  ].sort((a, b) => naturally(a.path, b.path));
  return {
    header: HEADER,
    imports: imports.flatMap(({ path, names }) => typeImport(names, path)),
    declaration: handlersDeclaration(operations),
  };
}

function handlersDeclaration(operations: readonly NamedOperation[]): string {
  if (operations.length === 0) return 'export type Handlers<_Context = unknown> = Record<string, never>;';
  const methods = operations.map((one) => `${docComment(operationComment(one), 2)}${signature(one)}\n`);
  return `export interface Handlers<Context = unknown> {\n${methods.join('\n')}}`;
}

/** What a handler's comment says: summary, method and URL forms, page. */
export function operationComment({ operation, aliases }: RoutedOperation): string[] {
  const forms = [operation, ...aliases].map((form) => `- \`${form.path}\``);
  const url =
    aliases.length > 0 ? `\`${operation.method}\`\n${forms.join('\n')}` : `\`${operation.method} ${operation.path}\``;
  const { source } = operation.docs;
  // Without its line: each line above it that comes or goes would change the comment.
  const at = source && `Documented in ${source.file}.`;
  return commentLines(operation.summary, operation.deprecated ? '@deprecated' : undefined, url, at);
}

function signature({ route, input, reply }: NamedOperation): string {
  const line = `  ${route.id}(input: ${input}, call: Call<Context>): Awaitable<${reply}>;`;
  if (line.length <= 120) return line;
  return `  ${route.id}(\n    input: ${input},\n    call: Call<Context>,\n  ): Awaitable<${reply}>;`;
}
