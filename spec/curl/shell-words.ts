// What a POSIX shell makes of a command: unbash gives the syntax tree, this file evaluates its words. Nothing is run.
import { type Command, type DoubleQuotedChild, parse, type Word as ShellWord, type WordPart } from 'unbash';
import { plainWord, type Word } from './word.js';

export interface ShellReading {
  /** Arguments of curl, its name left out. */
  words: Word[];
  /** Offset behind the command. */
  end: number;
}

/** Why a shell's arguments cannot be told. */
export type ShellRefusal = 'syntax' | 'substitution' | 'not-a-command';

class Refused extends Error {
  constructor(readonly why: ShellRefusal) {
    super(why);
  }
}

/**
 * The arguments that a shell passes to the first simple command of `source` behind `start`, with no variables set but `variables`.
 *
 * @returns a refusal where the shell reports a syntax error, or where it would run another command to know
 */
export function readShellWords(
  source: string,
  start: number,
  variables: ReadonlyMap<string, string> = new Map(),
): ShellReading | ShellRefusal {
  const script = parse(source.slice(start));
  const command = firstCommand(script.commands[0]?.command);
  if (!command) return 'not-a-command';
  const end = Math.max(command.end, ...command.redirects.map((r) => r.end));
  if (script.errors?.some((e) => e.pos <= (script.commands[0]?.end ?? end) || isUnclosed(e.message))) return 'syntax';
  try {
    const words = command.args.flatMap((arg) => {
      if (arg.type !== 'Word') return [plainWord(arg.text, start + arg.pos)];
      return evaluate(arg, variables).map((text) => located(text, arg, start));
    });
    return { words, end: start + end };
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

function isUnclosed(message: string): boolean {
  return /unclosed|unterminated|expected/i.test(message);
}

function firstCommand(node: unknown): Command | undefined {
  let current = node as { type?: string; commands?: unknown[] } | undefined;
  for (let depth = 0; depth < 8 && current; depth++) {
    if (current.type === 'Command') return current as unknown as Command;
    current = current.commands?.[0] as typeof current;
  }
  return undefined;
}

function located(text: string, word: ShellWord, base: number): Word {
  const start = base + word.pos;
  const end = base + word.end;
  return { text, at: Array.from({ length: text.length }, () => start), start, end };
}

/** Fields of a word: none where it is an empty unquoted expansion, several where an expansion holds blanks. */
function evaluate(word: ShellWord, variables: ReadonlyMap<string, string>): string[] {
  if (word.text.startsWith('~')) throw new Refused('substitution');
  if (!word.parts) return [word.value];
  let text = '';
  let quoted = false;
  let literal = false;
  for (const part of word.parts) {
    const value = partValue(part, variables);
    if (QUOTED.has(part.type)) quoted = true;
    if (value !== '' && part.type !== 'SimpleExpansion' && part.type !== 'ParameterExpansion') literal = true;
    text += value;
  }
  if (text === '' && !quoted) return [];
  const onlyExpansion = !quoted && !literal;
  if (onlyExpansion) return text.split(/[ \t\n]+/).filter((field) => field !== '');
  return [text];
}

const QUOTED = new Set(['SingleQuoted', 'DoubleQuoted', 'AnsiCQuoted', 'LocaleString']);

function partValue(part: WordPart | DoubleQuotedChild, variables: ReadonlyMap<string, string>): string {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value;
    case 'Glob':
    case 'ExtendedGlob':
      return 'value' in part ? part.value : part.text;
    case 'BraceExpansion':
      throw new Refused('syntax');
    case 'DoubleQuoted':
    case 'LocaleString':
      return part.parts.map((p) => partValue(p, variables)).join('');
    case 'SimpleExpansion':
      return variable(part.text.slice(1), variables);
    case 'ParameterExpansion': {
      const value = variable(part.parameter, variables);
      if (part.prefix === '#') return String(value.length);
      const operation = part.operation;
      if (operation?.type === 'Default' && /^:?[-=]$/.test(operation.operator))
        return value || evaluate(operation.operand, variables).join(' ');
      return value;
    }
    case 'CommandExpansion':
    case 'ProcessSubstitution':
    case 'ArithmeticExpansion':
      throw new Refused('substitution');
  }
}

/** Value of `$name`: special parameters as in a fresh shell without arguments. */
function variable(name: string, variables: ReadonlyMap<string, string>): string {
  if (name === '$' || name === '!' || name === '-' || name === '0' || name === '_') throw new Refused('substitution');
  if (name === '?' || name === '#') return '0';
  return variables.get(name) ?? '';
}
