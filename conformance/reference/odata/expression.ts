// Parses a $filter expression (OData 2.0 URI conventions, 4.5) into a tree. Every node and error knows its position.

export type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';

export type Operand =
  | { kind: 'property'; name: string; at: number }
  | { kind: 'string'; value: string; at: number }
  | { kind: 'number'; value: number; text: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  /** Milliseconds since 1970. */
  | { kind: 'time'; value: number; at: number }
  | { kind: 'null'; at: number };

export type Expression =
  | { kind: 'and' | 'or'; left: Expression; right: Expression; at: number }
  | { kind: 'not'; inner: Expression; at: number }
  | { kind: 'compare'; op: Comparison; left: Operand; right: Operand; at: number }
  | { kind: 'call'; name: 'startswith' | 'substringof'; args: [Operand, Operand]; at: number };

/** What is wrong with an expression, and where: `position` counts characters from 0. */
export class ExpressionError extends Error {
  constructor(
    readonly reason: 'syntax' | 'operator' | 'function' | 'literal',
    readonly position: number,
    message: string,
    /** The text that is not understood. */
    readonly found: string = '',
  ) {
    super(`${message} at position ${position}`);
  }
}

interface Token {
  kind: 'name' | 'string' | 'number' | 'time' | '(' | ')' | ',' | 'end';
  text: string;
  at: number;
}

/** What SQLite's parser takes, which has room for a hundred symbols that wait for their end. */
const MAX_DEPTH = 16;
/** Half of what SQLite takes in one expression. */
const MAX_COMPARISONS = 500;
const COMPARISONS = new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le']);
const ARITHMETIC = new Set(['add', 'sub', 'mul', 'div', 'mod']);
const FUNCTIONS = new Set(['startswith', 'substringof']);

/** @throws ExpressionError */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.or(0);
  parser.expect('end', 'the end of the expression');
  return expression;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token.kind !== 'end') tokens.push(token);
    at = token.at + token.text.length;
  }
  tokens.push({ kind: 'end', text: '', at: text.length });
  return tokens;
}

const SPACES = /\s+/y;
const NAME = /[A-Za-z_][\w.]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?[dDfFlLmM]?(?![\w.])/y;
const STRING = /'(?:[^']|'')*'/y;
const TIME = /datetime(?:offset)?'[^']*'/y;

function tokenAt(text: string, at: number): Token {
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  const spaces = match(SPACES);
  if (spaces !== undefined) return { kind: 'end', text: spaces, at };
  const char = text[at] as string;
  if (char === '(' || char === ')' || char === ',') return { kind: char, text: char, at };
  const time = match(TIME);
  if (time !== undefined) return { kind: 'time', text: time, at };
  const string = match(STRING);
  if (string !== undefined) return { kind: 'string', text: string, at };
  const number = match(NUMBER);
  if (number !== undefined) return { kind: 'number', text: number, at };
  const name = match(NAME);
  if (name !== undefined) return { kind: 'name', text: name, at };
  throw new ExpressionError('syntax', at, char === "'" ? 'a string without its end' : `unexpected ${char}`);
}

class Parser {
  private at = 0;
  private comparisons = 0;

  constructor(private readonly tokens: Token[]) {}

  or(depth: number): Expression {
    let left = this.and(depth);
    while (this.isWord('or')) {
      const { at } = this.next();
      left = { kind: 'or', left, right: this.and(depth), at };
    }
    return left;
  }

  expect(kind: Token['kind'], what: string): Token {
    const token = this.peek();
    if (token.kind !== kind) {
      const isOperator = kind === 'end' && token.kind === 'name' && !COMPARISONS.has(token.text);
      throw new ExpressionError(isOperator ? 'operator' : 'syntax', token.at, `expected ${what}`, token.text);
    }
    return this.next();
  }

  private and(depth: number): Expression {
    let left = this.not(depth);
    while (this.isWord('and')) {
      const { at } = this.next();
      left = { kind: 'and', left, right: this.not(depth), at };
    }
    return left;
  }

  private not(depth: number): Expression {
    if (depth > MAX_DEPTH) throw new ExpressionError('syntax', this.peek().at, 'nested too deep');
    if (this.isWord('not') && this.startsOperand(this.tokens[this.at + 1])) {
      const { at } = this.next();
      return { kind: 'not', inner: this.not(depth + 1), at };
    }
    if (this.peek().kind === '(') {
      this.next();
      const inner = this.or(depth + 1);
      this.expect(')', 'a closing parenthesis');
      return inner;
    }
    return this.comparison();
  }

  private comparison(): Expression {
    const { kind, at, text } = this.peek();
    if (++this.comparisons > MAX_COMPARISONS) throw new ExpressionError('syntax', at, 'too many comparisons');
    if (kind === 'name' && this.tokens[this.at + 1]?.kind === '(') return this.call(text, at);
    const left = this.operand();
    const operator = this.peek();
    if (operator.kind !== 'name') throw new ExpressionError('syntax', operator.at, 'expected an operator');
    if (!COMPARISONS.has(operator.text)) {
      const reason = ARITHMETIC.has(operator.text) || /^[a-z]+$/.test(operator.text) ? 'operator' : 'syntax';
      throw new ExpressionError(reason, operator.at, `${operator.text} is no operator here`, operator.text);
    }
    this.next();
    return { kind: 'compare', op: operator.text as Comparison, left, right: this.operand(), at };
  }

  private call(name: string, at: number): Expression {
    if (!FUNCTIONS.has(name)) throw new ExpressionError('function', at, `${name} is not supported`, name);
    this.next();
    this.expect('(', 'an opening parenthesis');
    const first = this.operand();
    this.expect(',', 'a comma');
    const second = this.operand();
    this.expect(')', 'a closing parenthesis');
    const call: Expression = { kind: 'call', name: name as 'startswith' | 'substringof', args: [first, second], at };
    const wanted = this.isWord('eq') || this.isWord('ne') ? this.next() : undefined;
    if (!wanted) return call;
    const truth = this.operand();
    if (truth.kind !== 'boolean') throw new ExpressionError('syntax', truth.at, 'expected true or false');
    return (wanted.text === 'eq') === truth.value ? call : { kind: 'not', inner: call, at };
  }

  private operand(): Operand {
    const token = this.next();
    const { kind, text, at } = token;
    if (text.includes('\0')) throw new ExpressionError('literal', at, 'a character that no value has');
    if (kind === 'string') return { kind: 'string', value: text.slice(1, -1).replaceAll("''", "'"), at };
    if (kind === 'number') return { kind: 'number', value: Number.parseFloat(text), text, at };
    if (kind === 'time') return { kind: 'time', value: readTime(token), at };
    if (kind !== 'name') throw new ExpressionError('syntax', at, 'expected a property or a value', text);
    if (text === 'null') return { kind: 'null', at };
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', at };
    return { kind: 'property', name: text, at };
  }

  private startsOperand(token: Token | undefined): boolean {
    return token !== undefined && (token.kind === '(' || token.kind === 'name') && !COMPARISONS.has(token.text);
  }

  private isWord(word: string): boolean {
    return this.peek().kind === 'name' && this.peek().text === word;
  }

  private peek(): Token {
    return this.tokens[this.at] as Token;
  }

  private next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.at++;
    return token;
  }
}

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?$/;
const OFFSET = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)?$/;

/** A datetime has no offset and is UTC; a datetimeoffset without one is UTC too. */
function readTime({ text, at }: Token): number {
  const isOffset = text.startsWith('datetimeoffset');
  const value = text.slice(text.indexOf("'") + 1, -1);
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`;
  const time = (isOffset ? OFFSET : LOCAL).test(value) ? Date.parse(zoned) : Number.NaN;
  if (Number.isNaN(time)) throw new ExpressionError('literal', at, `${text} is no point in time`, text);
  return time;
}
