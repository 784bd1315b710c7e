// Everything the template of one operation needs: names, types, imports and the request, as TypeScript source.
import type { Api, ApiOperation } from '../../spec/contract/api.js';
import { commentText } from '../samples/names.js';
import { urlText } from '../samples/url-text.js';
import { HEADER } from '../server/header.js';
import { commentLines, docComment, propertyKey, stringLiteral, textWidth } from '../typescript/literal.js';
import { answerType } from './answer-type.js';
import { inputType } from './input-type.js';
import { pathPieces } from './path-template.js';
import { securedCode } from './security.js';
import { memberAccess, valueCode } from './value-code.js';

/** An operation with the names that it got in the client. */
export interface NamedOperation {
  operation: ApiOperation;
  /** Key in `operations` of types.ts. */
  typeKey: string;
  /** Of the function. */
  name: string;
  /** Of its types, before `Input` and `Answer`. */
  typeName: string;
  /** Of the file, without its ending. */
  file: string;
}

export interface OperationView {
  header: string;
  comment: string;
  imports: string[];
  /** Whether any type comes from types.ts. */
  usesOperation: boolean;
  typeKey: string;
  inputType: string;
  answerType: string;
  answerName: string;
  doc: string;
  name: string;
  parameters: string;
  body: string;
}

const WIDTH = 120;

export function operationView(api: Api, named: NamedOperation): OperationView {
  const { operation, name, typeName, typeKey } = named;
  const input = inputType(api, operation, `${typeName}Input`);
  const answer = answerType(api, operation, `${typeName}Answer`);
  const path = pathCode(api, operation);
  const members = input.members.flat().join('\n');
  const callArguments = `client: Client, input: ${typeName}Input${input.isRequired ? '' : ' = {}'}`;
  const signature = `export function ${name}(${callArguments}): Promise<${typeName}Answer> {`;
  const types = ['CallOptions', 'Client', ...input.uses, ...answer.uses];
  const usesOperation = `${input.text}${answer.text}`.includes('Operation[');
  return {
    header: HEADER,
    comment: commentText(`${operation.method} ${operation.path}`),
    imports: [
      importLine([...types.map((type) => `type ${type}`), 'send'], '../runtime/http.js'),
      ...(path.uses.length > 0 ? [importLine(path.uses, '../runtime/path.js')] : []),
      ...(`${path.code}${members}`.includes('simpleParts(')
        ? ["import { simpleParts } from '../runtime/query.js';"]
        : []),
      ...(usesOperation ? ["import type { operations } from '../types.js';"] : []),
    ],
    usesOperation,
    typeKey: stringLiteral(typeKey),
    inputType: input.text,
    answerType: answer.text,
    answerName: `${typeName}Answer`,
    doc: docComment(documentation(operation)),
    name,
    parameters: textWidth(signature) <= WIDTH ? callArguments : `\n  ${callArguments.replace(', ', ',\n  ')},\n`,
    body: callCode(api, operation, typeName, path.code, input.members, answer.answers),
  };
}

function documentation(operation: ApiOperation): string[] {
  // Without its line: each line above it that comes or goes would change the file.
  const where = operation.docs.source?.file;
  return [
    ...commentLines(
      operation.summary,
      operation.description === operation.summary ? undefined : operation.description,
      where,
    ),
    ...(operation.deprecated ? ['@deprecated'] : []),
  ];
}

/** Names in the order in which biome sorts them: by letter, capitals before small ones. */
function importLine(names: readonly string[], from: string): string {
  const bare = (name: string): string => name.replace(/^type /, '');
  const rank = (name: string): string =>
    [...bare(name)].map((c) => c.toLowerCase() + (c === c.toLowerCase() ? '1' : '0')).join('');
  const sorted = [...new Set(names)].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const line = `import { ${sorted.join(', ')} } from '${from}';`;
  return line.length <= WIDTH ? line : `import {\n${sorted.map((name) => `  ${name},\n`).join('')}} from '${from}';`;
}

function pathCode(api: Api, operation: ApiOperation): { code: string; uses: string[] } {
  const pieces = pathPieces(api, operation);
  const functions = { segment: 'segment', key: 'key', nullableKey: 'nullableKey' } as const;
  const uses = pieces.flatMap((piece) => ('variable' in piece ? [functions[piece.as]] : []));
  if (uses.length === 0) return { code: stringLiteral(urlText(operation.path)), uses };
  const code = pieces.map((piece) => {
    if ('text' in piece) return urlText(piece.text).replace(/[`\\]|\$\{/g, '\\$&');
    const value = `input.path${memberAccess(piece.variable)}`;
    const parameter = operation.parameters.find((p) => p.in === 'path' && p.name === piece.variable);
    const written = piece.as === 'segment' ? valueCode(api, parameter, value) : undefined;
    return `\${${functions[piece.as]}(${written ?? value})}`;
  });
  return { code: `\`${code.join('')}\``, uses };
}

function callCode(
  api: Api,
  operation: ApiOperation,
  typeName: string,
  path: string,
  members: readonly (readonly [string, string])[],
  answers: readonly (readonly [string, string])[],
): string {
  const entries = answers.map(
    ([status, kind]) => `${/^[1-9]\d*$/.test(status) ? status : propertyKey(status)}: '${kind}'`,
  );
  const line = `    answers: { ${entries.join(', ')} },`;
  return [
    `  return send<${typeName}Answer>(client, input, {`,
    `    method: ${stringLiteral(operation.method)},`,
    `    path: ${path},`,
    ...members.map(([name, value]) => `    ${name}: ${value},`),
    `    secured: ${securedCode(api, operation)},`,
    ...(isRedirection(operation) ? ["    redirect: 'manual',"] : []),
    line.length <= WIDTH ? line : `    answers: {\n${entries.map((entry) => `      ${entry},\n`).join('')}    },`,
    '  });',
  ].join('\n');
}

/** Whether the documents promise a redirection, and no success that following it would lead to (RFC 9110, section 15.4). */
function isRedirection(operation: ApiOperation): boolean {
  const has = (status: RegExp): boolean => operation.responses.some((r) => status.test(r.status));
  return has(/^3(?!04)/) && !has(/^2/);
}
