// The target `client`: types of the contract, a function per operation, the error list, and a small runtime.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { distinctIds } from '../distinct-ids.js';
import { HEADER } from '../server/header.js';
import type { GeneratedFile, Render, Target } from '../target.js';
import { stringLiteral, valueLiteral } from '../typescript/literal.js';
import { camelCase, kebabCase, Names, pascalCase } from '../typescript/names.js';
import { type NamedOperation, operationView } from './operation-view.js';
import { typesText } from './types-file.js';

const RUNTIME = ['credentials.ts', 'error.ts', 'etag.ts', 'http.ts', 'path.ts', 'query.ts'];

/** What the runtime exports, and what a function of the client can't be called. */
const TAKEN =
  `send segment key nullableKey queryText simpleParts entriesOf plainText QueryStyle unwrap hasCode errorCode isErrorCode errorEntry etagOf ifMatch ifNoneMatch ERRORS
  credentialsOf Credentials Secret SecretSource SecurityScheme ErrorEntry ErrorCode ApiError UnexpectedAnswer Fetch FetchInit Payload Client CallOptions Answer AnyAnswer BodyKind
  OperationRequest InformationStatus SuccessStatus RedirectStatus ClientErrorStatus ServerErrorStatus AnyStatus
  components operations paths Operation client input fetch globalThis NaN Infinity JSON Math Object Array String Number
  Boolean Symbol Date Error Promise Map Set Proxy Reflect escape unescape isNaN isFinite parseInt parseFloat decodeURI
  encodeURI Headers FormData Blob Exclude NonNullable`.split(/\s+/);

export const clientTarget: Target = {
  name: 'client',
  async generate(api, render) {
    const named = nameOperations(api);
    const text = await types(api, named);
    const files: GeneratedFile[] = [
      { path: 'types.ts', text },
      { path: 'errors.ts', text: render('client/errors', { header: HEADER, entries: errorEntries(api) }) },
      { path: 'index.ts', text: render('client/index', { header: HEADER, exports: exported(named) }) },
      ...RUNTIME.map((file) => ({
        path: `runtime/${file}`,
        text: `${HEADER}\n${render(`client/runtime/${file}`, {})}`,
      })),
      ...named.map((n) => ({ path: `operations/${n.file}.ts`, text: operationText(api, n, render) })),
    ];
    return {
      files: files.map((file) => ({ ...file, path: `client/${file.path}` })),
      diagnostics: [],
    };
  },
};

function operationText(api: Api, named: NamedOperation, render: Render): string {
  return render('client/operation', operationView(api, named));
}

function nameOperations(api: Api): NamedOperation[] {
  const keys = new Set<string>();
  const names = new Names(TAKEN);
  const files = new Names(['index']);
  const ids = distinctIds(api.operations);
  return api.operations.map((operation) => {
    const id = ids.get(operation) ?? operation.id;
    const name = names.take(camelCase(id), `${camelCase(id)}Operation`);
    const typeName = pascalCase(name);
    for (const suffix of ['Input', 'InputCommon', 'Answer']) names.take(`${typeName}${suffix}`);
    return { operation, name, typeName, typeKey: uniqueKey(id, keys), file: files.take(kebabCase(name)) };
  });
}

/** Foreign contracts may give an operationId twice. */
function uniqueKey(id: string, taken: Set<string>): string {
  let key = id;
  for (let n = 2; taken.has(key); n++) key = `${id}${n}`;
  taken.add(key);
  return key;
}

async function types(api: Api, named: NamedOperation[]): Promise<string> {
  const keys = new Map<ApiOperation, string>(named.map((n) => [n.operation, n.typeKey]));
  const text = await typesText(api, (operation) => keys.get(operation) ?? operation.id);
  return `${HEADER}\n${text}`;
}

function errorEntries(api: Api): string {
  const entries = (api.docs.errors ?? []).map(({ code, status, message }) => [code, { status, message }] as const);
  return valueLiteral(Object.fromEntries(entries));
}

const ORDER = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function exported(named: NamedOperation[]): string[] {
  const modules = [
    'errors',
    ...named.map((n) => `operations/${n.file}`),
    ...RUNTIME.map((f) => `runtime/${f.slice(0, -3)}`),
  ];
  return modules.sort(ORDER.compare).map((module) => stringLiteral(`./${module}.js`));
}
