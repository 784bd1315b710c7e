// What the author of a command meant its arguments to be: `\$` is `$`, `$links` stays, nested quotes stay, wrapped lines are joined.
import { ArgumentReader } from './author-argument.js';
import { continuationEnd } from './continuation.js';
import type { CurlProblem } from './problem.js';
import { shellText } from './shell-words.js';
import { splitSwallowed } from './swallowed-options.js';
import { typographicProblems } from './typographic.js';
import type { Word } from './word.js';

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

class AuthorReader extends ArgumentReader {
  private readonly words: Word[] = [];
  private input: string | undefined;
  /** Offset behind the last line of a here-document. */
  private hereEnd = 0;
  /** The word that ends the here-document of a `cat` in front of the pipe. */
  private piped: string | undefined;

  read(): AuthorReading {
    const start = this.i;
    this.piped = /(?:^|[\s$])cat[ \t]+<<-?[ \t]*(['"]?)([A-Za-z_]\w{0,40})\1[ \t]*\|[ \t]*curl$/.exec(
      lineBefore(this.original, start),
    )?.[2];
    let end = this.i;
    while (this.i < this.limit && this.gap()) {
      const word = this.word();
      if (word) {
        this.words.push(...splitSwallowed(word, this.problems, this.source));
        end = word.end;
      }
    }
    this.problems.push(...typographicProblems(this.original, this.source, this.start, end));
    if (this.piped !== undefined) this.document(this.piped, end);
    const input = this.input ?? echoed(lineBefore(this.original, start));
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
        if (this.hereEnd > 0 || this.piped !== undefined || !this.goesOn()) return false;
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
    const isValue = (wantsValue && /^['"]/.test(text)) || (wantsMethod(this.words) && /^[A-Z]{3,12}\b/.test(text));
    if (!isOption && !(isUrl && !hasUrl) && !isValue) return false;
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
    if (!mark?.[2] || !this.document(mark[2], this.i)) return false;
    this.i += mark[0].length;
    return true;
  }

  /** Takes the lines behind the one of `at`, up to `word`, for what the command reads. */
  private document(word: string, at: number): boolean {
    const from = lineEnd(this.source, at) + 1;
    const close = new RegExp(`^[ \\t]*${word}[ \\t]*$`, 'm').exec(this.source.slice(from, from + 20_000));
    if (!close) return false;
    this.input = this.source.slice(from, from + close.index).replace(/\n$/, '');
    this.hereEnd = from + close.index + close[0].length;
    return true;
  }
}

function wantsMethod(words: readonly Word[]): boolean {
  return /^(?:-X|--request)$/.test(words.at(-1)?.text ?? '');
}

function lineEnd(source: string, i: number): number {
  const end = source.indexOf('\n', i);
  return end < 0 ? source.length : end;
}

/** The line up to `at`, or the end of it where it is long. */
function lineBefore(source: string, at: number): string {
  return source.slice(Math.max(source.lastIndexOf('\n', at - 1) + 1, at - 2000), at);
}

/** What an `echo` in front of a pipe writes. */
function echoed(line: string): string | undefined {
  const found = /(?:^|[\s$])(?:echo|printf)(?:\s+-[neE]+)?\s+('[^']*'|"(?:[^"\\]|\\.)*")\s*\|\s*curl$/.exec(line);
  return found?.[1] && shellText(found[1]);
}
