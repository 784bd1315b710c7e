// Brings an existing handler file up to the contract: new functions, signatures, imports. Bodies and comments stay as they are.
import { ts } from 'ts-morph';
import type { WantedHandler } from './handler-plan.js';
import { importedNames, importSplices } from './imports.js';
import { lineAt, type Splice, splice } from './source-text.js';

/** A function, or something that stands for one, that carries out an operation. */
export interface FoundHandler {
  /** operationId. */
  id: string;
  /** Name that it is exported by. */
  name: string;
  line: number;
  node: ts.Node;
}

/** Finds the handlers of a file: by the `@operation` tag of their comment, else by their name. */
export function findHandlers(source: ts.SourceFile, ids: ReadonlySet<string>): FoundHandler[] {
  const found: FoundHandler[] = [];
  const visit = (node: ts.Node, depth: number): void => {
    const name = declaredName(node);
    if (name !== undefined) {
      const tag = operationTag(node);
      const id = tag ?? (ids.has(name) ? name : undefined);
      if (id !== undefined) found.push({ id, name, line: lineAt(source, node.getStart(source)), node });
    }
    // Members of classes and of objects at the top of the file may be handlers, too; what stands in bodies is not.
    if (depth < 4 && !ts.isFunctionLike(node)) ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  ts.forEachChild(source, (child) => visit(child, 0));
  return found;
}

function declaredName(node: ts.Node): string | undefined {
  const named =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    (ts.isVariableDeclaration(node) && node.initializer !== undefined) ||
    (ts.isPropertyAssignment(node) && ts.isFunctionLike(node.initializer)) ||
    (ts.isPropertyDeclaration(node) && node.initializer !== undefined);
  const name = named ? node.name : undefined;
  return name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : undefined;
}

function operationTag(node: ts.Node): string | undefined {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  for (const tag of ts.getJSDocTags(holder)) {
    if (tag.tagName.text !== 'operation') continue;
    const text = typeof tag.comment === 'string' ? tag.comment : (ts.getTextOfJSDocComment(tag.comment) ?? '');
    return text.trim().split(/\s/, 1)[0];
  }
  return undefined;
}

/**
 * The file with its handlers' signatures as the contract has them, and the functions of `added` at its end.
 *
 * @param from module specifier of the generated server
 * @param render text of one new function
 */
export function updateHandlerFile(
  source: ts.SourceFile,
  existing: readonly { found: FoundHandler; wanted: WantedHandler }[],
  added: readonly WantedHandler[],
  from: string,
  render: (wanted: WantedHandler) => string,
): string {
  const imported = importedNames(source, from);
  const renames = existing.flatMap(({ found, wanted }) => signatureSplices(found.node, wanted, imported));
  const text = source.text;
  const end = text.length;
  const functions = added.map((wanted) => `\n${render(wanted)}`).join('');
  const append: Splice[] =
    added.length > 0 ? [{ start: end, end, text: (/\n$/.test(text) || text === '' ? '' : '\n') + functions }] : [];
  const needed = [
    ...renames.map((rename) => rename.text),
    ...added.flatMap(({ input, reply }) => [input, reply]),
    ...(added.length > 0 ? ['Call', 'unwritten'] : []),
  ];
  const gone = renames
    .map((rename) => rename.old)
    .filter((name) => occurrences(source, name) <= 2 && !needed.includes(name));
  return splice(text, [...renames, ...importSplices(source, from, needed, [...new Set(gone)]), ...append]);
}

/** Type names of a signature that are the generated server's, but no longer the right ones. */
function signatureSplices(
  node: ts.Node,
  wanted: WantedHandler,
  imported: ReadonlySet<string>,
): (Splice & { old: string })[] {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return [];
  const pairs = [
    { type: node.parameters[0]?.type, want: wanted.input },
    { type: node.type, want: wanted.reply },
  ];
  return pairs.flatMap(({ type, want }) => {
    const name = type && innermost(type);
    if (!name || name.text === want || !imported.has(name.text)) return [];
    return [{ start: name.getStart(), end: name.getEnd(), text: want, old: name.text }];
  });
}

/** The one type name in `Name`, `Promise<Name>` or `Awaitable<Name>`. */
function innermost(type: ts.TypeNode): ts.Identifier | undefined {
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return undefined;
  const [only, ...others] = type.typeArguments ?? [];
  if (only && others.length === 0 && ['Promise', 'Awaitable'].includes(type.typeName.text)) return innermost(only);
  return only ? undefined : type.typeName;
}

function occurrences(source: ts.SourceFile, name: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name) count++;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}
