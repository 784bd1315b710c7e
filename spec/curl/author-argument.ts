// One argument as its author meant it: quotes, escapes, variables, and URLs that no quotes protect.

import { clip } from '../clip.js';
import { AuthorCursor } from './author-cursor.js';
import { OPTION, readQuoted } from './author-quotes.js';
import { bareJson } from './bare-json.js';
import { continuationEnd } from './continuation.js';
import { expansionProblem, quoteProblems } from './quote-problems.js';
import { shellText } from './shell-words.js';
import { isUrl, type Word } from './word.js';

export class ArgumentReader extends AuthorCursor {
  protected readonly wanted = new Set<string>();

  constructor(
    original: string,
    start: number,
    limit: number,
    private readonly variables: ReadonlyMap<string, string>,
  ) {
    super(original, start, limit);
  }

  protected word(): Word | undefined {
    const start = this.i;
    const word: Word = { text: '', at: [], start, end: start };
    if (this.json(word)) return word;
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

  /** `-d {"a": 1}`: a shell drops the quotes of what no quotes are around. */
  private json(word: Word): boolean {
    const raw = bareJson(this.source, this.i, this.limit);
    if (raw === undefined) return false;
    const end = this.i + raw.length;
    this.report('curl/shell-quoting', this.i, raw.length, 'JSON without quotes around it: a shell drops its own', {
      help: 'put it in single quotes',
      fixes: raw.includes("'") ? [] : [this.i, end].map((offset) => ({ offset, length: 0, text: "'" })),
    });
    while (this.i < end) append(word, this.source[this.i] as string, this.i++);
    word.end = end;
    return true;
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
