// The $filter parser: trees, positions of errors, and text of any kind.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Expression, ExpressionError, parseExpression } from './expression.js';

/** A tree as an expression with all its parentheses. */
function write(expression: Expression): string {
  const operand = (side: { kind: string; value?: unknown; name?: string; text?: string }): string => {
    if (side.kind === 'property') return side.name ?? '';
    if (side.kind === 'string') return `'${String(side.value).replaceAll("'", "''")}'`;
    if (side.kind === 'time') return `datetimeoffset'${new Date(Number(side.value)).toISOString()}'`;
    return side.kind === 'null' ? 'null' : (side.text ?? String(side.value));
  };
  switch (expression.kind) {
    case 'and':
    case 'or':
      return `(${write(expression.left)} ${expression.kind} ${write(expression.right)})`;
    case 'not':
      return `not (${write(expression.inner)})`;
    case 'compare':
      return `${operand(expression.left)} ${expression.op} ${operand(expression.right)}`;
    case 'call':
      return `${expression.name}(${expression.args.map(operand).join(',')})`;
  }
}

describe('what an expression means', () => {
  it.each([
    ["Name eq 'a'", "Name eq 'a'"],
    ["a eq 'x' or b eq 'y' and c eq 'z'", "(a eq 'x' or (b eq 'y' and c eq 'z'))"],
    ["(a eq 'x' or b eq 'y') and c eq 'z'", "((a eq 'x' or b eq 'y') and c eq 'z')"],
    ["a eq 'x' and b eq 'y' and c eq 'z'", "((a eq 'x' and b eq 'y') and c eq 'z')"],
    ["not a eq 'x' and b eq 'y'", "(not (a eq 'x') and b eq 'y')"],
    ["not not (a eq 'x')", "not (not (a eq 'x'))"],
    ["not eq 'x'", "not eq 'x'"],
    ["((a eq 'x'))", "a eq 'x'"],
    ["a eq 'it''s'", "a eq 'it''s'"],
    ['_Box.Name ne null', '_Box.Name ne null'],
    ['a gt -1.5', 'a gt -1.5'],
    ['a eq true', 'a eq true'],
    ["a lt datetime'2020-01-02T03:04:05'", "a lt datetimeoffset'2020-01-02T03:04:05.000Z'"],
    ["a lt datetimeoffset'2020-01-02T03:04:05+09:00'", "a lt datetimeoffset'2020-01-01T18:04:05.000Z'"],
    ["startswith(a, 'x') eq false", "not (startswith(a,'x'))"],
    ["substringof('x',a) ne false", "substringof('x',a)"],
  ])('%s', (given, want) => {
    expect(write(parseExpression(given))).toBe(want);
  });
});

describe('where an expression is wrong', () => {
  it.each([
    ['', 'syntax', 0],
    ["Name eq 'a", 'syntax', 8],
    ['Name eq', 'syntax', 7],
    ["Name like 'a'", 'operator', 5],
    ["Name eq 'a' xor b eq 'c'", 'operator', 12],
    ["length(Name) eq 'a'", 'function', 0],
    ["(Name eq 'a'", 'syntax', 12],
    ["Name eq 'a')", 'syntax', 11],
    ["Name eq datetime'now'", 'literal', 8],
    ['Name eq ; drop', 'syntax', 8],
  ])('%s', (given, reason, position) => {
    const error = (() => {
      try {
        return parseExpression(given);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(ExpressionError);
    expect(error).toMatchObject({ reason, position });
  });

  it('ends early where parentheses are deep', () => {
    expect(() => parseExpression(`${'('.repeat(10_000)}a eq 'x'${')'.repeat(10_000)}`)).toThrow('nested too deep');
    expect(() => parseExpression(`${'not '.repeat(10_000)}a eq 'x'`)).toThrow('nested too deep');
  });
});

const operand = fc.oneof(
  fc.constantFrom('Name', '_Box.Name', '__published', 'null', 'true', '5', '-2.5'),
  fc.string().map((text) => `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`),
);
const comparison = fc
  .tuple(operand, fc.constantFrom('eq', 'ne', 'gt', 'ge', 'lt', 'le'), operand)
  .map((parts) => parts.join(' '));
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    comparison,
    fc.tuple(tie('expression'), fc.constantFrom('and', 'or'), tie('expression')).map((p) => `(${p.join(' ')})`),
    tie('expression').map((inner) => `not (${inner})`),
  ),
}));

describe('any text', () => {
  it('written out and read again is the same tree', () => {
    fc.assert(
      fc.property(expression, (text) => {
        const once = write(parseExpression(text));
        expect(write(parseExpression(once))).toBe(once);
      }),
    );
  });

  it('gives a tree or an ExpressionError inside the text', () => {
    const pieces = fc.array(
      fc.oneof(fc.constantFrom('(', ')', ',', "'", 'eq', 'not', 'and', ' ', 'datetime'), fc.string()),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        try {
          parseExpression(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
          expect((error as ExpressionError).position).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
