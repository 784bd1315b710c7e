// Names and literals: pleasant for plain input, valid for any.
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { slug } from '../samples/names.js';
import { propertyKey, stringLiteral, valueLiteral } from './literal.js';
import { camelCase, kebabCase, Names, pascalCase } from './names.js';

test.each([
  ['updateRelation', 'UpdateRelation', 'updateRelation', 'update-relation'],
  ['trees.photo.put', 'TreesPhotoPut', 'treesPhotoPut', 'trees-photo-put'],
  ['get /cats/{catId}', 'GetCatsCatId', 'getCatsCatId', 'get-cats-cat-id'],
  ['OAuth2Token', 'OAuth2Token', 'oAuth2Token', 'o-auth2-token'],
  ['delete', 'Delete', 'deleteOperation', 'delete'],
  ['toString', 'ToString', 'toStringOperation', 'to-string'],
  ['unwritten', 'Unwritten', 'unwrittenOperation', 'unwritten'],
  ['2fa', '_2fa', '_2fa', '2fa'],
  ['名前を取得', '名前を取得', '名前を取得', '名前を取得'],
  ['*/', '_', '_', '_'],
  ['Nul', 'Nul', 'nul', 'nul-file'],
])('%s', (text, pascal, camel, kebab) => {
  expect([pascalCase(text), camelCase(text), kebabCase(text)]).toEqual([pascal, camel, kebab]);
});

test('a file has a name that a file system takes, with room for a number and an ending', () => {
  const long = `list ${'界'.repeat(45)} all entries`;
  expect([kebabCase(long), slug(`${'a'.repeat(149)} b`)]).toEqual([
    `list-${'界'.repeat(45)}-all-entri`,
    'a'.repeat(149),
  ]);
  expect([kebabCase('x'.repeat(400)).length, slug('COM1'), slug('console')]).toEqual([150, 'com1-file', 'console']);
});

test('a name is given once, whatever its case; those of the language never', () => {
  const names = Names.ofTypes();
  const given = [
    names.take('Cat'),
    names.take('CAT'),
    names.take('Cat', 'CatSchema'),
    names.take('Cat', 'CatSchema'),
    names.take('Error', 'ErrorSchema'),
  ];
  expect(given).toEqual(['Cat', 'CAT2', 'CatSchema', 'CatSchema2', 'ErrorSchema']);
});

/** What an expression evaluates to, read from its syntax tree. */
function evaluate(node: ts.Expression): unknown {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) return -(evaluate(node.operand) as number);
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword)
    return node.kind === ts.SyntaxKind.TrueKeyword;
  if (node.kind === ts.SyntaxKind.NullKeyword) return null;
  if (ts.isArrayLiteralExpression(node)) return node.elements.map(evaluate);
  if (!ts.isObjectLiteralExpression(node)) throw new Error(`not a literal: ${node.getText()}`);
  const entries = node.properties.map((property): [string, unknown] => {
    if (!ts.isPropertyAssignment(property)) throw new Error('not a plain property');
    const { name } = property;
    const key = ts.isComputedPropertyName(name)
      ? (evaluate(name.expression) as string)
      : (name as ts.Identifier | ts.StringLiteral).text;
    if (!ts.isComputedPropertyName(name) && key === '__proto__') throw new Error('sets the prototype');
    return [key, evaluate(property.initializer)];
  });
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  const source = ts.createSourceFile('x.ts', `x = ${text};`, ts.ScriptTarget.Latest, true);
  const [statement, ...others] = source.statements;
  if (!statement || others.length > 0 || !ts.isExpressionStatement(statement))
    throw new Error(`more than one statement: ${text}`);
  return evaluate((statement.expression as ts.BinaryExpression).right);
}

describe('literals', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom("'", '"', '`', '\\', '\n', '${', '*/', '\u2028', '💡', '__proto__') }),
  );

  test('stand for exactly the string they were made from', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(parsed(stringLiteral(value))).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  test('stand for exactly the value they were made from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(parsed(valueLiteral(value)))).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  test('quote a key only where they must', () => {
    expect(['a', '$top', '名', 'a-b', '1', ''].map(propertyKey)).toEqual(['a', '$top', '名', "'a-b'", "'1'", "''"]);
  });
});
