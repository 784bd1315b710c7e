// What a POSIX shell makes of a command: unbash gives the syntax tree, this file evaluates its words. Nothing is run.
import { type Command, type DoubleQuotedChild, parse, type Word as ShellWord, type WordPart } from 'unbash';
import { braceAlternatives } from './brace-expansion.js';
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
  if (script.errors?.length && isRefused(source.slice(start), script.commands[0]?.end ?? end)) return 'syntax';
  if (hasStrayBracket(source.slice(start, start + 2000))) return 'syntax';
  try {
    const budget = { words: MOST_WORDS };
    const words = command.args.flatMap((arg) => {
      if (arg.type !== 'Word') return [plainWord(arg.text, start + arg.pos)];
      return evaluate(arg, variables, budget).map((text) => located(text, arg, start));
    });
    return { words, end: start + end };
  } catch (error) {
    if (error instanceof Refused) return error.why;
    throw error;
  }
}

/** What a shell makes of one word. */
export function shellText(raw: string): string | undefined {
  const reading = readShellWords(`curl ${raw}`, 0);
  return typeof reading === 'string' ? undefined : reading.words[0]?.text;
}

/** Words that braces may grow to, all in all. */
const MOST_WORDS = 1000;

/** A shell reads line by line: what is wrong below the lines of the first command does not keep that from running. */
function isRefused(source: string, end: number): boolean {
  let lineEnd = end - 1;
  for (let lines = 0; lines < MOST_LINES; lines++) {
    lineEnd = source.indexOf('\n', lineEnd + 1);
    if (lineEnd < 0) return true;
    if (isContinued(source, lineEnd)) continue;
    // A quote that opened before this line end may close behind it.
    if (!parse(source.slice(0, lineEnd)).errors?.length) return false;
  }
  return true;
}

/** Lines behind a command that may still belong to its list: beyond them it counts as wrong. */
const MOST_LINES = 40;

/** A backslash ends the line, and not that of a comment: there a quote would have no meaning either. */
function isContinued(source: string, lineEnd: number): boolean {
  const [backslashes = ''] = /\\*$/.exec(source.slice(Math.max(0, lineEnd - 100), lineEnd)) ?? [];
  if (backslashes.length % 2 === 0) return false;
  return (parse(`${source.slice(0, lineEnd - 1)}'`).errors?.length ?? 0) > 0;
}

/** `curl (…`: the parser skips the bracket, a shell stumbles over it. */
function hasStrayBracket(source: string): boolean {
  return /^\w+(?:[ \t]|\\\n)*[()]/.test(source);
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

interface Budget {
  words: number;
  /** Braces inside and behind braces that are open at once. */
  depth?: number;
}

const MOST_BRACES = 12;

/** Fields of a word: none where it is an empty unquoted expansion, several where an expansion holds blanks, or for braces. */
function evaluate(word: ShellWord, variables: ReadonlyMap<string, string>, budget: Budget): string[] {
  if (word.text.startsWith('~') || NAME_BROKEN_BY_LINE.test(word.text)) throw new Refused('substitution');
  if (!word.parts) return [word.value];
  const braces = word.parts.find((part) => part.type === 'BraceExpansion');
  if (braces) return braced(word, braces, variables, budget);
  let text = '';
  let quoted = false;
  for (const part of word.parts) {
    const value = partValue(part, variables);
    // "$@" without arguments is no argument, not an empty one.
    if (QUOTED.has(part.type) && part.text !== '"$@"') quoted = true;
    const splits = part.type === 'SimpleExpansion' || part.type === 'ParameterExpansion';
    text += splits ? value.replace(/[ \t\n]+/g, FIELD_END) : value;
  }
  if (text === '' && !quoted) return [];
  const fields = text.split(FIELD_END);
  return fields.length === 1 ? fields : fields.filter((field) => field !== '');
}

/** A variable's name that goes on behind a continued line: the parser ends it there, a shell does not. */
const NAME_BROKEN_BY_LINE = /\$\w+\\\n[\w{]/;

/** Stands where an unquoted expansion parts two words; no word of a shell holds it. */
const FIELD_END = '\u0000';

/** The word once for each alternative of its first braces; those behind them are expanded in turn. */
function braced(word: ShellWord, braces: WordPart, variables: ReadonlyMap<string, string>, budget: Budget): string[] {
  const alternatives = braceAlternatives(braces.text);
  const depth = (budget.depth ?? 0) + 1;
  if (!alternatives || !('pos' in braces) || depth > MOST_BRACES) throw new Refused('substitution');
  budget.depth = depth;
  const [from, to] = [braces.pos - word.pos, braces.end - word.pos];
  const words = alternatives.flatMap((alternative) => {
    if (--budget.words < 0) throw new Refused('substitution');
    const own = firstCommand(
      parse(`curl ${word.text.slice(0, from)}${alternative}${word.text.slice(to)}`).commands[0]?.command,
    );
    return (own?.args ?? []).flatMap((arg) => (arg.type === 'Word' ? evaluate(arg, variables, budget) : [arg.text]));
  });
  budget.depth = depth - 1;
  return words;
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
      if (!/^\$\{[!#]?(?:\w+|[@*#?$!-])(?:[[:=?+%#/^,@-][\s\S]*)?\}$/.test(part.text)) throw new Refused('syntax');
      const value = variable(part.parameter, variables);
      if (part.prefix === '#') return String(value.length);
      const operation = part.operation;
      // `${x:=y}` sets the variable for what follows.
      if (operation?.type === 'Default' && operation.operator.endsWith('=')) throw new Refused('substitution');
      if (operation?.type === 'Default' && /^:?-$/.test(operation.operator))
        return value || evaluate(operation.operand, variables, { words: 0 }).join(' ');
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
