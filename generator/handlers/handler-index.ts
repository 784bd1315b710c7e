// The index that puts handler files together: made once, then only missing operations and imports are added.
import { ts } from 'ts-morph';
import { moduleName } from './handler-plan.js';
import { importSplices, newImport } from './imports.js';
import { type Splice, splice } from './source-text.js';

/** Where the handler of an operation is: its file, and the name it is exported by. */
export interface HandlerPlace {
  id: string;
  file: string;
  name: string;
}

/** `updateRelation: relation.updateRelation,` */
export function indexEntry({ id, file, name }: HandlerPlace): string {
  const value = `${moduleName(file)}.${name},`;
  return `  ${id}: ${value}`.length <= 120 ? `${id}: ${value}` : `${id}:\n    ${value}`;
}

/** The import of a handler file. */
export function fileImport(file: string): string {
  return `import * as ${moduleName(file)} from './${file.replace(/\.ts$/, '.js')}';`;
}

/**
 * The index with an entry for every place that has none, and entries of renamed functions corrected.
 *
 * @param fresh operations whose function was made in this run: only these are added beside a spread, which may hold others
 * @returns undefined where no object of handlers is found
 */
export function updateIndex(
  source: ts.SourceFile,
  places: readonly HandlerPlace[],
  fresh: ReadonlySet<string>,
  from: string,
): string | undefined {
  const object = handlersObject(source);
  if (!object) return undefined;
  const entries = new Map(object.properties.map((property) => [propertyName(property), property]));
  const spread = object.properties.some((property) => ts.isSpreadAssignment(property));
  const missing = places.filter(({ id }) => !entries.has(id) && (!spread || fresh.has(id)));
  const splices: Splice[] = [];
  if (missing.length > 0) splices.push(insertion(source, object, missing.map(indexEntry)));
  for (const place of places) {
    const value = entries.get(place.id);
    const access = value && ts.isPropertyAssignment(value) ? value.initializer : undefined;
    if (!access || !ts.isPropertyAccessExpression(access) || access.expression.getText() !== moduleName(place.file))
      continue;
    if (access.name.text === place.id && place.name !== place.id)
      splices.push({ start: access.name.getStart(), end: access.name.getEnd(), text: place.name });
  }
  const imports = [...new Set(missing.map((place) => place.file))].filter((file) => !isImported(source, file));
  if (imports.length > 0) splices.push(newImport(source, undefined, imports.map(fileImport).join('\n')));
  return splice(source.text, [...splices, ...importSplices(source, from, [], [])]);
}

function handlersObject(source: ts.SourceFile): ts.ObjectLiteralExpression | undefined {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      const typed = type !== undefined && /\bHandlers\b/.test(type.getText());
      if (!typed && name.getText() !== 'handlers') continue;
      const value = initializer && unwrapped(initializer);
      if (value && ts.isObjectLiteralExpression(value)) return value;
    }
  }
  return undefined;
}

function unwrapped(expression: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? unwrapped(expression.expression)
    : expression;
}

function propertyName(property: ts.ObjectLiteralElementLike): string {
  return property.name && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))
    ? property.name.text
    : '';
}

function isImported(source: ts.SourceFile, file: string): boolean {
  return source.statements.some(
    (s) => ts.isImportDeclaration(s) && s.importClause?.namedBindings?.getText() === `* as ${moduleName(file)}`,
  );
}

function insertion(source: ts.SourceFile, object: ts.ObjectLiteralExpression, lines: readonly string[]): Splice {
  const last = object.properties.at(-1);
  if (!last)
    return {
      start: object.getStart() + 1,
      end: object.getEnd() - 1,
      text: `\n${lines.map((l) => `  ${l}`).join('\n')}\n`,
    };
  const comma = object.properties.hasTrailingComma ? source.text.indexOf(',', last.getEnd()) + 1 : last.getEnd();
  const text = `${object.properties.hasTrailingComma ? '' : ','}${lines.map((line) => `\n  ${line}`).join('')}`;
  return { start: comma, end: comma, text };
}
