// What the author of a command meant its arguments to be: `\$` is `$`, `$links` stays, nested quotes stay, wrapped lines are joined.

import { OPTION, readQuoted } from './author-quotes.js';
import { continuationEnd } from './continuation.js';
import { clip } from './mend.js';
import type { CurlProblem } from './problem.js';
import { expansionProblem, quoteProblems } from './quote-problems.js';
import { readShellWords } from './shell-words.js';
import { splitSwallowed } from './swallowed-options.js';
import { straighten, typographicProblems } from './typographic.js';
import { isUrl, type Word } from './word.js';

export interface AuthorReading {
  /** Arguments of curl, its name left out. */
  words: Word[];
  end: number;
  problems: CurlProblem[];
  /** Variables that the author seems to want from the shell (`$TOKEN`). */
  wanted: Set<string>;
  /** What the command reads from its standard input: a here-document, a here-string, or what an `echo` before it writes. */
  input?: string;
}

/**
 * @param original the text of the fence
 * @param start offset behind the word `curl`
 * @param limit offset where the next command starts
 * @param variables set earlier in the same fence
 */
export function readAuthorWords(
  original: string,
  start: number,
  limit: number,
  variables: ReadonlyMap<string, string>,
): AuthorReading {
  return new AuthorReader(original, start, limit, variables).read();
}

class AuthorReader {
  private readonly source: string;
  private readonly words: Word[] = [];
  private readonly problems: CurlProblem[] = [];
  private readonly wanted = new Set<string>();
  private i: number;
  private input: string | undefined;
  /** Offset behind the last line of a here-document. */
  private hereEnd = 0;

  constructor(
    private readonly original: string,
    private readonly start: number,
    private readonly limit: number,
    private readonly variables: ReadonlyMap<string, string>,
  ) {
    this.source = straighten(original, start, limit);
    this.i = start;
  }

  read(): AuthorReading {
    const start = this.i;
    let end = this.i;
    while (this.i < this.limit && this.gap()) {
      const word = this.word();
      if (word) {
        this.words.push(...splitSwallowed(word, this.problems, this.source));
        end = word.end;
      }
    }
    this.problems.push(...typographicProblems(this.original, this.source, this.start, end));
    const input = this.input ?? echoed(this.original.slice(0, start));
    return {
      words: this.words,
      end: Math.max(end, this.hereEnd),
      problems: this.problems,
      wanted: this.wanted,
      ...(input === undefined ? {} : { input }),
    };
  }

  /** Moves to the next argument; false where the command ends. */
  private gap(): boolean {
    for (;;) {
      const char = this.source[this.i];
      if (this.i >= this.limit || char === undefined) return false;
      const joined = continuationEnd(this.source, this.i);
      if (joined !== undefined) {
        if (this.onlyBlank(joined)) {
          this.swallowing(this.i, joined);
          return false;
        }
        this.continuation(this.i, joined);
        this.i = joined;
      } else if (char === '\n' || char === '\r') {
        if (this.hereEnd > 0 || !this.goesOn()) return false;
      } else if (/\s/.test(char)) this.i++;
      else if (char === '#') this.i = lineEnd(this.source, this.i);
      else if ('|;&)'.includes(char)) return false;
      else if (char === '>' || char === '<' || /^2>/.test(this.source.slice(this.i, this.i + 2))) this.redirection();
      else return true;
    }
  }

  private onlyBlank(from: number): boolean {
    return this.source.slice(from, this.limit).trim() === '';
  }

  /** A backslash behind the last argument, with the next command in the line below. */
  private swallowing(from: number, to: number): void {
    if (this.limit >= this.source.length || this.source.slice(to, this.limit).includes('\n')) return;
    if (this.source[from] !== '\\') return;
    this.report('curl/shell-quoting', from, 1, 'the backslash makes the next command a part of this one', {
      help: 'take the backslash out',
      fixes: [{ offset: from, length: 1, text: '' }],
    });
  }

  private continuation(from: number, to: number): void {
    const mark = this.source[from];
    if (mark === '\\' && /^\\\r?\n$/.test(this.source.slice(from, to))) return;
    if (mark === '\\')
      this.report('curl/shell-quoting', from, 1, 'a blank behind the backslash ends the command at this line', {
        help: 'remove the blanks at the end of the line',
        fixes: [{ offset: from, length: to - from, text: '\\\n' }],
      });
    else
      this.report(
        'curl/missing-continuation',
        from,
        1,
        `"${mark}" continues a line in ${mark === '^' ? 'a Windows prompt' : 'PowerShell'} only`,
        {
          help: 'write a backslash at the end of the line',
        },
      );
  }

  /** A line break without a backslash: the author goes on where the next line starts like an argument. */
  private goesOn(): boolean {
    const rest = /^\s*/.exec(this.source.slice(this.i, this.limit))?.[0] ?? '';
    const next = this.i + rest.length;
    if (next >= this.limit || /\n[ \t]*\r?\n/.test(rest)) return false;
    const text = this.source.slice(next, next + 40);
    const isUrl = /^['"]?(?:https?:\/\/|\{[A-Z])/.test(text);
    const hasUrl = this.words.some((w) => /^(?:https?:\/\/|\{[A-Z])/.test(w.text));
    const isOption = /^-{1,2}[A-Za-z]/.test(text);
    const wantsValue = /^-(?:[XHduFAebT]|-request|-header|-data(?:-\w+)?|-json|-url)$/.test(
      this.words.at(-1)?.text ?? '',
    );
    if (!isOption && !(isUrl && !hasUrl) && !(wantsValue && /^['"]/.test(text))) return false;
    if (this.mistakenMark()) {
      this.i = next;
      return true;
    }
    this.report(
      'curl/missing-continuation',
      this.i > 0 ? this.i - 1 : 0,
      1,
      'the line ends without a backslash, so a shell ends the command here',
      {
        help: 'end the line with " \\"',
        fixes: [{ offset: this.source[this.i] === '\r' ? this.i : this.i, length: 0, text: ' \\' }],
      },
    );
    this.i = next;
    return true;
  }

  /** `/`, `¥`, `＼` or `\\\\` at the line's end, where a backslash was meant. */
  private mistakenMark(): boolean {
    const last = this.words.at(-1);
    const raw = last ? this.source.slice(last.start, last.end) : '';
    if (!last || !/^(?:\/|\u00a5|\uff3c|\\\\)$/.test(raw)) return false;
    this.words.pop();
    this.report(
      'curl/missing-continuation',
      last.start,
      raw.length,
      `"${raw}" continues no line, so a shell ends the command here`,
      {
        help: 'end the line with one backslash',
        fixes: [{ offset: last.start, length: raw.length, text: '\\' }],
      },
    );
    return true;
  }

  private redirection(): void {
    if (this.hereDocument()) return;
    const hereString = this.source.startsWith('<<<', this.i);
    while (this.i < this.limit && /[\d<>&]/.test(this.source[this.i] ?? '')) this.i++;
    while (this.source[this.i] === ' ') this.i++;
    const word = this.word();
    if (hereString && word) this.input = word.text;
  }

  /** `<<EOF`: the lines behind this one, up to the word alone. */
  private hereDocument(): boolean {
    const mark = /^<<-?[ \t]*(['"]?)([A-Za-z_]\w{0,40})\1/.exec(this.source.slice(this.i, this.i + 60));
    if (!mark) return false;
    const from = lineEnd(this.source, this.i) + 1;
    const close = new RegExp(`^[ \\t]*${mark[2]}[ \\t]*$`, 'm').exec(this.source.slice(from, from + 20_000));
    if (!close) return false;
    this.input = this.source.slice(from, from + close.index).replace(/\n$/, '');
    this.hereEnd = from + close.index + close[0].length;
    this.i += mark[0].length;
    return true;
  }

  private word(): Word | undefined {
    const start = this.i;
    const word: Word = { text: '', at: [], start, end: start };
    while (this.i < this.limit) {
      const char = this.source[this.i] as string;
      const joined = continuationEnd(this.source, this.i);
      if (joined !== undefined) {
        if (this.breaksAt(joined, word)) break;
        this.continuation(this.i, joined);
        this.i = joined;
        if (/[ \t]/.test(this.source[this.i] ?? ' ')) break;
      } else if (/\s/.test(char)) break;
      else if ((char === "'" || char === '"') && this.closesNothing(word)) this.unopened(word, char);
      else if ((char === "'" || char === '"') && !this.literalInUrl(word, char)) {
        this.quoted(word);
        if (this.missesBlank()) break;
      } else if ('|;&<>()'.includes(char) && !this.operatorInUrl(word)) {
        if (this.i === start) this.i++;
        break;
      } else this.bare(word, char);
    }
    word.end = this.i;
    return this.i > start ? word : undefined;
  }

  /** `-H 'A: 1'-X GET`: a shell glues the option to the quoted text. */
  private missesBlank(): boolean {
    const option = OPTION.exec(this.source.slice(this.i, this.i + 40))?.[0];
    if (option === undefined) return false;
    this.report(
      'curl/shell-quoting',
      this.i,
      option.length,
      `no blank before ${option}: a shell reads it as part of what stands before`,
      {
        help: 'put a blank before it',
        fixes: [{ offset: this.i, length: 0, text: ' ' }],
      },
    );
    return true;
  }

  /** `-X GET\` and an option on the next line: a shell glues the two together. */
  private breaksAt(joined: number, word: Word): boolean {
    if (word.text === '' || !/^-{1,2}[A-Za-z]/.test(this.source.slice(joined, joined + 3))) return false;
    this.report(
      'curl/shell-quoting',
      this.i,
      1,
      `no blank before the backslash: a shell reads "${clip(`${word.text}${this.source.slice(joined, joined + 2)}`)}" as one word`,
      {
        help: 'put a blank before the backslash',
        fixes: [{ offset: this.i, length: 0, text: ' ' }],
      },
    );
    return true;
  }

  private bare(word: Word, char: string): void {
    if (char === '\\') {
      const next = this.source[this.i + 1] ?? '';
      append(word, next, this.i + 1);
      this.i += 1 + next.length;
      return;
    }
    if ((char === '`' || char === '$') && this.substitution(word)) return;
    if (char === '$') {
      if (this.ansiQuoted(word)) return;
      const name = /^\$(?:[A-Za-z_]\w*|\{[A-Za-z_]\w*\})/.exec(this.source.slice(this.i, this.i + 80))?.[0];
      if (name) {
        this.expansions([{ offset: this.i, text: name }], 'outside quotes');
        this.substituted(word, name, this.i);
        this.i += name.length;
        return;
      }
    }
    append(word, char, this.i);
    this.i++;
  }

  /** `$(date)` and `` `date` ``: what a shell would run is taken as it stands. */
  private substitution(word: Word): boolean {
    const raw = /^(?:\$\([^()\n]{1,400}\)|`[^`\n]{1,400}`)/.exec(this.source.slice(this.i, this.limit))?.[0];
    if (!raw) return false;
    this.report('curl/command-substitution', this.i, raw.length, 'a shell would run what stands here as a command', {
      help: 'put the argument in single quotes',
    });
    for (const char of raw) append(word, char, this.i++);
    return true;
  }

  /** `$'a\\tb'`: the author wants what bash makes of it. */
  private ansiQuoted(word: Word): boolean {
    const raw = /^\$'(?:[^'\\]|\\[\s\S]){0,20000}'/.exec(this.source.slice(this.i, this.limit))?.[0];
    const text = raw && shellText(raw);
    if (!raw || text === undefined) return false;
    for (const char of text) append(word, char, this.i);
    this.i += raw.length;
    return true;
  }

  /** A quote behind a bare word and before a blank: the one that should have opened the argument is missing. */
  private closesNothing(word: Word): boolean {
    const quote = this.source[this.i] as string;
    if (this.i === word.start || /\S/.test(this.source[this.i + 1] ?? ' ')) return false;
    const before = this.source.slice(word.start, this.i);
    if (/['"=:\\]$/.test(before) || before.includes(quote)) return false;
    return isUrl(before) ? before.split(quote === '"' ? "'" : '"').length % 2 === 1 : !/['"]/.test(before);
  }

  private unopened(word: Word, quote: string): void {
    // That the bare word has characters special to a shell is the same slip.
    const last = this.problems.at(-1);
    if (last?.code === 'curl/shell-quoting' && last.offset === word.start) this.problems.pop();
    this.report('curl/shell-quoting', word.start, 1, `no opening ${quote} for the one behind "${clip(word.text)}"`, {
      help: `write ${clip(`${quote}${word.text}${quote}`, 120)}`,
      fixes: [{ offset: word.start, length: 0, text: quote }],
    });
    this.i++;
  }

  /** `https://host/Role('r1')` without quotes around it: the author means the quotes. */
  private literalInUrl(word: Word, char: string): boolean {
    return char === "'" && isUrl(word.text) && /[(=,]|\w/.test(word.text.at(-1) ?? '') && this.unquotedUrl(word);
  }

  private operatorInUrl(word: Word): boolean {
    const next = this.source[this.i + 1] ?? ' ';
    return isUrl(word.text) && (!/\s/.test(next) || this.source[this.i] === ')') && this.unquotedUrl(word);
  }

  private unquotedUrl(word: Word): boolean {
    const rest = /^[^\s\\]*/.exec(this.source.slice(word.start, this.limit))?.[0] ?? '';
    if (this.source[word.start] === '"' || this.source[word.start] === "'") return false;
    if (!this.problems.some((p) => p.offset === word.start))
      this.report(
        'curl/shell-quoting',
        word.start,
        rest.length,
        `a shell does not read "${clip(rest)}" as one word: it has characters special to it`,
        {
          help: 'put the URL in double quotes',
        },
      );
    return true;
  }

  private quoted(word: Word): void {
    const open = this.i;
    const quote = this.source[open] as string;
    const text = readQuoted(this.source, open, this.limit);
    const from = word.text.length;
    let last = 0;
    for (const e of text.expansions) {
      const at = text.at.indexOf(e.offset, last);
      if (at < 0) continue;
      appendAll(word, text.text.slice(last, at), text.at.slice(last, at));
      this.substituted(word, e.text, e.offset);
      last = at + e.text.length;
    }
    appendAll(word, text.text.slice(last), text.at.slice(last));
    this.i = text.end;
    this.problems.push(...quoteProblems(text, open, quote, word.text.slice(from), this.source));
    if (quote === '"') this.expansions(text.expansions, 'inside double quotes');
    else for (const e of text.expansions) this.wanted.add(e.text.replace(/[${}]/g, ''));
  }

  /** One finding per argument; capitals (`$TOKEN`) are taken as variables that the reader is to set. */
  private expansions(found: { offset: number; text: string }[], where: string): void {
    const names = found
      .map((e) => ({ ...e, name: e.text.replace(/[${}]/g, '') }))
      .filter((e) => !this.variables.has(e.name));
    for (const e of names.filter((n) => isConventional(n.name))) this.wanted.add(e.name);
    const problem = expansionProblem(
      names.filter((e) => !isConventional(e.name)),
      where,
    );
    if (problem) this.problems.push(problem);
  }

  private substituted(word: Word, name: string, offset: number): void {
    const value = this.variables.get(name.replace(/[${}]/g, ''));
    append(word, value ?? name, offset);
  }

  private report(
    code: CurlProblem['code'],
    offset: number,
    length: number,
    message: string,
    more: Pick<CurlProblem, 'help' | 'fixes'> = {},
  ): void {
    this.problems.push({ code, message, offset, length: Math.max(1, length), ...more });
  }
}

function append(word: Word, text: string, offset: number): void {
  for (let k = 0; k < text.length; k++) word.at.push(offset + k);
  word.text += text;
}

function appendAll(word: Word, text: string, at: number[]): void {
  for (const offset of at) word.at.push(offset);
  word.text += text;
}

function isConventional(name: string): boolean {
  return /^[A-Z_][A-Z0-9_]*$/.test(name);
}

function lineEnd(source: string, i: number): number {
  const end = source.indexOf('\n', i);
  return end < 0 ? source.length : end;
}

/** What an `echo` in front of a pipe writes. */
function echoed(before: string): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const found = /(?:^|[\s$])(?:echo|printf)(?:\s+-[neE]+)?\s+('[^']*'|"(?:[^"\\]|\\.)*")\s*\|\s*curl$/.exec(line);
  return found?.[1] && shellText(found[1]);
}

/** What a shell makes of one word. */
function shellText(raw: string): string | undefined {
  const reading = readShellWords(`curl ${raw}`, 0);
  return typeof reading === 'string' ? undefined : reading.words[0]?.text;
}
