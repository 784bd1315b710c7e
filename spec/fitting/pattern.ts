// Reads a regular expression (ECMA-262) into what can stand where, so that texts it matches can be made.
import { rememberedText } from '../remember.js';

export type Pattern =
  | { kind: 'one'; chars: readonly string[] }
  | { kind: 'row'; parts: readonly Pattern[] }
  | { kind: 'either'; options: readonly Pattern[] }
  | { kind: 'repeat'; part: Pattern; min: number; max: number };

const LOWER = letters('a', 'z');
const UPPER = letters('A', 'Z');
const DIGITS = [...letters('1', '9'), '0'];
const MARKS = [...'-_.:/+@!$*=~#%&\'"(),;<>?[]^`{|}\\ '];
/** Characters that a set is looked up among, the plainest first. */
const ALPHABET = [...LOWER, ...UPPER, ...DIGITS, ...MARKS, 'é', 'ж', '日'];

const CLASSES: Record<string, (c: string) => boolean> = {
  d: (c) => /\d/.test(c),
  w: (c) => /\w/.test(c),
  s: (c) => /\s/.test(c),
  D: (c) => /\D/.test(c),
  W: (c) => /\W/.test(c),
  S: (c) => /\S/.test(c),
};
const CONTROLS: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f', v: '\v', 0: '\0' };

const NOTHING: Pattern = { kind: 'row', parts: [] };

/** Undefined where it has something that is not read here (back references). */
export const readPattern = rememberedText((source): Pattern | undefined => {
  const reader = new Reader(source);
  const found = reader.either();
  return reader.at === source.length && !reader.strange ? found : undefined;
}, 500);

class Reader {
  at = 0;
  strange = false;

  constructor(private readonly source: string) {}

  either(): Pattern {
    const options = [this.row()];
    while (this.take('|')) options.push(this.row());
    return options.length === 1 && options[0] ? options[0] : { kind: 'either', options };
  }

  private row(): Pattern {
    const parts: Pattern[] = [];
    while (this.at < this.source.length && !this.strange) {
      const next = this.source[this.at];
      if (next === '|' || next === ')') break;
      parts.push(this.repeated(this.atom()));
    }
    return { kind: 'row', parts };
  }

  private repeated(part: Pattern): Pattern {
    const [whole, symbol, from, comma, to] = /^(?:([*+?])|\{(\d{1,6})(,)?(\d{1,6})?\})\??/.exec(this.rest()) ?? [];
    if (whole === undefined) return part;
    this.at += whole.length;
    const many = Number.POSITIVE_INFINITY;
    if (symbol !== undefined)
      return { kind: 'repeat', part, min: symbol === '+' ? 1 : 0, max: symbol === '?' ? 1 : many };
    const min = Number(from);
    return { kind: 'repeat', part, min, max: comma === undefined ? min : to === undefined ? many : Number(to) };
  }

  private atom(): Pattern {
    if (this.take('^') || this.take('$')) return NOTHING;
    if (this.take('.')) return one(ALPHABET);
    if (this.take('(')) return this.group();
    if (this.take('[')) return this.set();
    if (this.take('\\')) return this.escape();
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return one([char]);
  }

  /** What a look-ahead or look-behind asks for is left to the test of the made text. */
  private group(): Pattern {
    const look = /^\?<?[=!]/.exec(this.rest());
    const head = look ?? /^\?(?::|<[^>]{1,80}>)/.exec(this.rest());
    this.at += head?.[0].length ?? 0;
    const inner = this.either();
    if (!this.take(')')) this.strange = true;
    return look ? NOTHING : inner;
  }

  private escape(): Pattern {
    const next = this.source[this.at] ?? '';
    if (next === 'b' || next === 'B') {
      this.at++;
      return NOTHING;
    }
    if (/[1-9k]/.test(next)) this.strange = true;
    const meant = this.escaped();
    return one(typeof meant === 'string' ? [meant] : ALPHABET.filter(meant));
  }

  /** What an escape stands for: one character, or a test. */
  private escaped(): string | ((c: string) => boolean) {
    const [whole, name, hex, property] =
      /^(?:([dDwWsStnrfv0])|(?:x([0-9a-fA-F]{2}))|([pP]\{[^}]{1,60}\}))/.exec(this.rest()) ?? [];
    const unicode = /^u(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{4}))/.exec(this.rest());
    this.at += whole?.length ?? unicode?.[0].length ?? 1;
    const code = hex ?? unicode?.[1] ?? unicode?.[2];
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    if (property !== undefined) return withProperty(property);
    if (name !== undefined && CLASSES[name]) return CLASSES[name];
    if (name !== undefined) return CONTROLS[name] ?? '';
    return this.source[this.at - 1] ?? '';
  }

  private set(): Pattern {
    const negated = this.take('^');
    const tests: ((c: string) => boolean)[] = [];
    const exact: string[] = [];
    while (this.at < this.source.length && this.source[this.at] !== ']') {
      const from = this.member();
      const range = this.source[this.at] === '-' && this.source[this.at + 1] !== ']';
      if (typeof from === 'string' && range) {
        this.at++;
        const to = this.member();
        const last = typeof to === 'string' ? to : from;
        exact.push(from);
        tests.push((c) => c >= from && c <= last);
      } else if (typeof from === 'string') {
        exact.push(from);
        tests.push(exactly(from));
      } else tests.push(from);
    }
    if (!this.take(']')) this.strange = true;
    const within = ALPHABET.filter((c) => tests.some((test) => test(c)) !== negated);
    return one(within.length > 0 || negated ? within : exact);
  }

  private member(): string | ((c: string) => boolean) {
    if (this.take('\\')) return this.escaped();
    const char = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += char.length;
    return char;
  }

  private take(text: string): boolean {
    const there = this.source.startsWith(text, this.at);
    if (there) this.at += text.length;
    return there;
  }

  private rest(): string {
    return this.source.slice(this.at, this.at + 100);
  }
}

function one(chars: readonly string[]): Pattern {
  return { kind: 'one', chars };
}

function exactly(wanted: string): (c: string) => boolean {
  return (c) => c === wanted;
}

function withProperty(name: string): (c: string) => boolean {
  try {
    const pattern = new RegExp(`\\${name}`, 'u');
    return (c) => pattern.test(c);
  } catch {
    return () => false;
  }
}

function letters(from: string, to: string): string[] {
  const first = from.charCodeAt(0);
  return Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, i) => String.fromCharCode(first + i));
}
