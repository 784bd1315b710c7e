// Turns a parsed $filter into a condition in SQL, every value a parameter.
import { type RawBuilder, sql } from 'kysely';
import { DomainError } from '../model/catalogue.js';
import { type EntityType, propertyOf } from '../model/entity-types.js';
import type { Flavour } from '../storage/migrations.js';
import { type Comparison, type Expression, ExpressionError, type Operand, parseExpression } from './expression.js';

export type Condition = RawBuilder<unknown>;

interface Column {
  sql: RawBuilder<unknown>;
  kind: 'text' | 'boolean' | 'time';
  /** It is a column of the type's own table. */
  own: boolean;
  /** It may be null. */
  nullable: boolean;
}

export interface Filter {
  /** Only columns of the type's own table are looked at. */
  own: boolean;
  /** Undefined where nothing is left: properties that a type does not have are ignored, with their comparison. */
  condition?: Condition | undefined;
  /** Few entities are left, since the key's first part is given: an index finds them. */
  narrow: boolean;
}

/** @throws DomainError 400 */
export function readFilter(type: EntityType, text: string, flavour: Flavour): Filter {
  try {
    const expression = parseExpression(text);
    const narrow = isNarrow(expression, type);
    const own = propertiesOf(expression).every((name) => columnOf(type, name)?.own ?? true);
    return { condition: compile(expression, type, { flavour, narrow }), narrow, own };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw refused(error);
  }
}

function propertiesOf(expression: Expression): string[] {
  const nameOf = (operand: Operand): string[] => (operand.kind === 'property' ? [operand.name] : []);
  if (expression.kind === 'not') return propertiesOf(expression.inner);
  if (expression.kind === 'call') return expression.args.flatMap(nameOf);
  if (expression.kind === 'compare') return [expression.left, expression.right].flatMap(nameOf);
  return [expression.left, expression.right].flatMap(propertiesOf);
}

function isNarrow(expression: Expression, type: EntityType): boolean {
  if (expression.kind === 'or') return isNarrow(expression.left, type) && isNarrow(expression.right, type);
  if (expression.kind === 'and') return isNarrow(expression.left, type) || isNarrow(expression.right, type);
  if (expression.kind !== 'compare' || expression.op !== 'eq') return false;
  const sides = [expression.left, expression.right];
  const names = sides.some((side) => side.kind === 'property' && side.name === type.keys[0]);
  return names && sides.some((side) => side.kind === 'string');
}

function refused(error: ExpressionError): DomainError {
  const codes = {
    syntax: 'PR400-OD-0003',
    operator: 'PR400-OD-0043',
    function: 'PR400-OD-0044',
    literal: 'PR400-OD-0048',
  } as const;
  const refusal = new DomainError(codes[error.reason], error.found);
  refusal.cause = error;
  return refusal;
}

interface How {
  flavour: Flavour;
  narrow: boolean;
}

function compile(expression: Expression, type: EntityType, how: How): Condition | undefined {
  switch (expression.kind) {
    case 'and':
    case 'or': {
      const parts = chain(expression).map((part) => compile(part, type, how));
      const conditions = parts.filter((part) => part !== undefined);
      if (conditions.length < 2) return conditions[0];
      return sql`(${sql.join(conditions, expression.kind === 'and' ? sql` and ` : sql` or `)})`;
    }
    case 'not': {
      const inner = compile(expression.inner, type, how);
      return inner && sql`not (${inner})`;
    }
    case 'call':
      return call(expression, type, how.flavour);
    case 'compare':
      return compare(expression, type, how.narrow);
  }
}

/** `a or b or c` as three, not as one in another: parentheses are what a database soon has too many of. */
function chain(expression: Extract<Expression, { kind: 'and' | 'or' }>): Expression[] {
  const { kind, left, right } = expression;
  return [left, right].flatMap((part) => (part.kind === kind ? chain(part as typeof expression) : [part]));
}

function call(
  { name, args }: Extract<Expression, { kind: 'call' }>,
  type: EntityType,
  flavour: Flavour,
): Condition | undefined {
  const [property, literal] = name === 'startswith' ? args : [args[1], args[0]];
  if (property.kind !== 'property' || literal.kind !== 'string') throw new DomainError('PR400-OD-0046', name);
  const column = columnOf(type, property.name);
  if (!column) return undefined;
  if (column.kind !== 'text') throw new DomainError('PR400-OD-0046', property.name);
  // Not LIKE: it ignores case on the embedded database, and has signs of its own.
  if (name === 'startswith')
    return present(column, sql`substr(${column.sql}, 1, ${integer([...literal.value].length)}) = ${literal.value}`);
  return present(
    column,
    flavour === 'postgres'
      ? sql`strpos(${column.sql}, ${literal.value}) > 0`
      : sql`instr(${column.sql}, ${literal.value}) > 0`,
  );
}

function compare(
  { op, left, right }: Extract<Expression, { kind: 'compare' }>,
  type: EntityType,
  narrow: boolean,
): Condition | undefined {
  if (left.kind === 'property') return compareProperty(left.name, op, right, type, narrow);
  if (right.kind !== 'property') throw new DomainError('PR400-OD-0047', op);
  return compareProperty(right.name, MIRRORED[op], left, type, narrow);
}

const MIRRORED: Record<Comparison, Comparison> = { eq: 'eq', ne: 'ne', gt: 'lt', ge: 'le', lt: 'gt', le: 'ge' };
const SIGNS: Record<Comparison, RawBuilder<unknown>> = {
  eq: sql.raw('='),
  ne: sql.raw('<>'),
  gt: sql.raw('>'),
  ge: sql.raw('>='),
  lt: sql.raw('<'),
  le: sql.raw('<='),
};

function compareProperty(
  name: string,
  op: Comparison,
  value: Operand,
  type: EntityType,
  narrow: boolean,
): Condition | undefined {
  const column = columnOf(type, name);
  if (!column) return undefined;
  if (value.kind === 'property') {
    const other = columnOf(type, value.name);
    if (!other) return undefined;
    if (other.kind !== column.kind) throw new DomainError('PR400-OD-0046', name);
    return sql`(${column.sql} is not null and ${other.sql} is not null and ${column.sql} ${SIGNS[op]} ${other.sql})`;
  }
  if (value.kind === 'null') {
    if (op === 'eq') return sql`${column.sql} is null`;
    if (op === 'ne') return sql`${column.sql} is not null`;
    throw new DomainError('PR400-OD-0046', name);
  }
  // `+` keeps the embedded database from taking the index of times where the key's leads to the few at once.
  const left = narrow && column.kind === 'time' ? sql`+${column.sql}` : column.sql;
  const comparison = sql`${left} ${SIGNS[op]} ${comparable(column, name, op, value)}`;
  // A property without a value differs from every value.
  return op === 'ne' && column.nullable ? sql`(${column.sql} is null or ${comparison})` : present(column, comparison);
}

function comparable(
  column: Column,
  name: string,
  op: Comparison,
  value: Exclude<Operand, { kind: 'property' | 'null' }>,
): RawBuilder<unknown> {
  if (column.kind === 'boolean') {
    if (value.kind !== 'boolean' || (op !== 'eq' && op !== 'ne')) throw new DomainError('PR400-OD-0046', name);
    return integer(Number(value.value));
  }
  if (column.kind === 'time') {
    if (value.kind !== 'time' && !(value.kind === 'number' && Number.isSafeInteger(value.value)))
      throw new DomainError('PR400-OD-0046', name);
    return integer(value.value);
  }
  if (value.kind === 'time') throw new DomainError('PR400-OD-0046', name);
  return sql`${value.kind === 'number' ? value.text : String(value.value)}`;
}

/** A number made here, written out: PostgreSQL wants to know that it is one. */
function integer(value: number): RawBuilder<unknown> {
  return sql.raw(String(Math.trunc(value)));
}

/** False, not unknown, where there is no value: `not` then means what it says. */
function present(column: Column, condition: RawBuilder<unknown>): Condition {
  // Said where it can't be otherwise, it would hide from the database that an index serves.
  return column.nullable ? sql`(${column.sql} is not null and ${condition})` : condition;
}

/** Where a property is read; undefined where the type has none of this name. */
export function columnOf(type: EntityType, name: string): Column | undefined {
  const time = { kind: 'time', own: true, nullable: false } as const;
  if (name === '__published') return { ...time, sql: sql.raw('t.published') };
  if (name === '__updated') return { ...time, sql: sql.raw('t.updated') };
  const property = propertyOf(type, name);
  if (!property) return undefined;
  const [kind, own] = [property.boolean ? 'boolean' : 'text', property.column !== undefined] as const;
  return { sql: sql.raw(property.sql), kind, own, nullable: !property.required };
}
