// Brings the imports of a handler file from the generated server up to date, touching nothing else.
import { ts } from 'ts-morph';
import { naturally } from '../server/type-files.js';
import type { Splice } from './source-text.js';

/** A name to import; `unwritten` is a value, all others are types. */
const VALUES = new Set(['unwritten']);

/** The import of `names` for a new file. */
export function importText(names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort(naturally);
  const types = sorted.every((name) => !VALUES.has(name));
  const words = sorted.map((name) => (types || VALUES.has(name) ? name : `type ${name}`));
  const head = types ? 'import type' : 'import';
  const line = `${head} { ${words.join(', ')} } from '${from}';`;
  return line.length <= 120 ? line : `${head} {\n${words.map((word) => `  ${word},`).join('\n')}\n} from '${from}';`;
}

/** Imports of a file that come from the generated server: their specifier is, or ends like, the one wanted. */
function generatedImports(source: ts.SourceFile, from: string): ts.ImportDeclaration[] {
  return source.statements.filter(
    (statement): statement is ts.ImportDeclaration =>
      ts.isImportDeclaration(statement) &&
      ts.isStringLiteral(statement.moduleSpecifier) &&
      (statement.moduleSpecifier.text === from || statement.moduleSpecifier.text.endsWith('/server/index.js')),
  );
}

/** Names that a file has from the generated server. */
export function importedNames(source: ts.SourceFile, from: string): Set<string> {
  const elements = generatedImports(source, from).flatMap((declaration) => namedImports(declaration)?.elements ?? []);
  return new Set(elements.map((element) => element.name.text));
}

function namedImports(declaration: ts.ImportDeclaration): ts.NamedImports | undefined {
  const bindings = declaration.importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings : undefined;
}

/** Splices that import `add`, forget `drop`, and correct the path of what is imported from the generated server. */
export function importSplices(
  source: ts.SourceFile,
  from: string,
  add: readonly string[],
  drop: readonly string[],
): Splice[] {
  const declarations = generatedImports(source, from);
  const have = importedNames(source, from);
  const missing = [...new Set(add)].filter((name) => !have.has(name));
  const splices = declarations.flatMap((declaration): Splice[] => {
    const specifier = declaration.moduleSpecifier as ts.StringLiteral;
    if (specifier.text === from) return [];
    const quote = source.text[specifier.getStart()] ?? "'";
    return [{ start: specifier.getStart(), end: specifier.getEnd(), text: `${quote}${from}${quote}` }];
  });
  const host = declarations.find((d) => {
    const isType = d.importClause?.isTypeOnly === true;
    return namedImports(d) !== undefined && !(isType && missing.some((name) => VALUES.has(name)));
  });
  const named = host && namedImports(host);
  if (named && (missing.length > 0 || drop.length > 0))
    splices.push(rewrite(source, named, host.importClause?.isTypeOnly === true, missing, drop));
  else if (!named && missing.length > 0)
    splices.push(newImport(source, declarations.at(-1), importText(missing, from)));
  return splices;
}

/** The braces of an import, with names added in their place and names dropped. */
function rewrite(
  source: ts.SourceFile,
  named: ts.NamedImports,
  typeOnly: boolean,
  add: readonly string[],
  drop: readonly string[],
): Splice {
  const kept = named.elements
    .filter((element) => !drop.includes(element.name.text))
    .map((element) => element.getText());
  const words = [...kept];
  for (const name of add) {
    const word = typeOnly || VALUES.has(name) ? name : `type ${name}`;
    const before = words.findIndex((other) => naturally(bare(other), name) > 0);
    words.splice(before === -1 ? words.length : before, 0, word);
  }
  const statement = named.parent.parent;
  const line = `{ ${words.join(', ')} }`;
  const rest = statement.getWidth() - named.getWidth();
  const wide = source.text.slice(named.getStart(), named.getEnd()).includes('\n') || rest + line.length > 120;
  const text = wide ? `{\n${words.map((word) => `  ${word},`).join('\n')}\n}` : line;
  return { start: named.getStart(), end: named.getEnd(), text };
}

function bare(word: string): string {
  return word.replace(/^type\s+/, '').replace(/\s.*$/s, '');
}

/** A new import after the file's other imports, or after the comment it starts with. */
export function newImport(source: ts.SourceFile, after: ts.ImportDeclaration | undefined, text: string): Splice {
  const last = after ?? source.statements.filter(ts.isImportDeclaration).at(-1);
  if (last) return { start: last.getEnd(), end: last.getEnd(), text: `\n${text}` };
  const [first] = source.statements;
  const at = first ? first.getStart(source, true) : source.text.length;
  return { start: at, end: at, text: `${text}\n\n` };
}
