// JSON (RFC 8259) with places: where every member stands, and the exact character that breaks a text.
import type { JsonValue } from '../contract/api.js';
import { pointerPart } from '../json-pointer.js';
import { nothingYet } from '../nothing-yet.js';

export interface JsonPlace {
  /** Offset of the member's key; that of the value for array elements. */
  key: number;
  start: number;
  end: number;
}

export type JsonReading =
  | { ok: true; value: JsonValue /** By JSON pointer (RFC 6901). */; places: Map<string, JsonPlace> }
  | { ok: false; offset: number; message: string; help?: string };

const MAX_DEPTH = 400;

class Broken extends Error {
  constructor(
    readonly offset: number,
    message: string,
    readonly help?: string,
  ) {
    super(message);
  }
}

/**
 * Reads one JSON value; blanks around it are allowed. Never throws.
 *
 * @param loose also takes what a reader understands: line breaks in strings, surplus or missing commas, unknown escapes
 */
export function readJsonText(text: string, loose = false): JsonReading {
  const reader = new JsonReader(text, loose);
  try {
    const value = reader.document();
    return { ok: true, value, places: reader.places };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { ok: false, offset: error.offset, message: error.message, ...(error.help ? { help: error.help } : {}) };
  }
}

class JsonReader {
  readonly places = new Map<string, JsonPlace>();
  private i = 0;

  constructor(
    private readonly text: string,
    private readonly loose: boolean,
  ) {}

  document(): JsonValue {
    this.blank();
    const value = this.value('', this.i, 0);
    this.blank();
    if (this.i < this.text.length)
      throw new Broken(this.i, `${this.shown()} behind the end of the value`, 'one sample holds one JSON value');
    return value;
  }

  private blank(): void {
    while (this.i < this.text.length && ' \t\r\n\uFEFF'.includes(this.text[this.i] as string)) this.i++;
  }

  private shown(): string {
    const char = this.text[this.i];
    if (char === undefined) return 'end of the sample';
    return char === '\n' || char === '\r' ? 'line break' : `"${char}"`;
  }

  private value(pointer: string, key: number, depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw new Broken(this.i, `nested deeper than ${MAX_DEPTH} levels`);
    const start = this.i;
    const value = this.plainValue(pointer, depth);
    this.places.set(pointer, { key, start, end: this.i });
    return value;
  }

  private plainValue(pointer: string, depth: number): JsonValue {
    const char = this.text[this.i];
    if (char === '{') return this.object(pointer, depth);
    if (char === '[') return this.array(pointer, depth);
    if (char === '"') return this.string();
    const word = /^[A-Za-z]+/.exec(this.text.slice(this.i, this.i + 20))?.[0];
    if (word === 'true' || word === 'false' || word === 'null') {
      this.i += word.length;
      return word === 'null' ? null : word === 'true';
    }
    const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(this.text.slice(this.i, this.i + 400))?.[0];
    if (number) {
      this.i += number.length;
      if (/[\w.]/.test(this.text[this.i] ?? '')) throw new Broken(this.i, `${this.shown()} in a number`);
      return Number(number);
    }
    if (char === "'" || char === '\u2018' || char === '\u201C')
      throw new Broken(this.i, `${this.shown()} where a value starts`, 'JSON strings stand in straight double quotes');
    throw new Broken(
      this.i,
      `${this.shown()} where a value starts`,
      word ? 'put the value in double quotes' : missingHelp(char),
    );
  }

  private object(pointer: string, depth: number): JsonValue {
    const out = nothingYet<JsonValue>();
    this.i++;
    this.blank();
    if (this.text[this.i] === '}') return this.close(out);
    for (;;) {
      this.blank();
      const key = this.i;
      if (this.text[this.i] === '}' && this.loose) return this.close(out);
      if (this.text[this.i] === '}') throw new Broken(this.i, '"}" behind a comma', 'take the comma before it out');
      if (this.text[this.i] !== '"')
        throw new Broken(this.i, `${this.shown()} where a name starts`, 'names stand in double quotes');
      const name = this.string();
      // RFC 8259, section 4: names should be unique; what a parser does with the second is its own affair.
      if (name in out && !this.loose)
        throw new Broken(key, `the name "${name}" stands a second time in its object`, 'keep one of the two');
      this.blank();
      if (this.text[this.i] !== ':') throw new Broken(this.i, `${this.shown()} where ":" belongs`);
      this.i++;
      this.blank();
      out[name] = this.value(`${pointer}/${pointerPart(name)}`, key, depth + 1);
      this.blank();
      if (this.text[this.i] === '}') return this.close(out);
      this.comma('}');
    }
  }

  private array(pointer: string, depth: number): JsonValue {
    const out: JsonValue[] = [];
    this.i++;
    this.blank();
    if (this.text[this.i] === ']') return this.close(out);
    for (;;) {
      this.blank();
      if (this.text[this.i] === ']' && this.loose) return this.close(out);
      if (this.text[this.i] === ']') throw new Broken(this.i, '"]" behind a comma', 'take the comma before it out');
      out.push(this.value(`${pointer}/${out.length}`, this.i, depth + 1));
      this.blank();
      if (this.text[this.i] === ']') return this.close(out);
      this.comma(']');
    }
  }

  private close<T>(value: T): T {
    this.i++;
    return value;
  }

  private comma(end: string): void {
    if (this.text[this.i] === ',') {
      this.i++;
      return;
    }
    if (this.loose && /["{[]/.test(this.text[this.i] ?? '')) return;
    throw new Broken(
      this.i,
      `${this.shown()} where "," or "${end}" belongs`,
      'put a comma between members, and close what is open',
    );
  }

  private string(): string {
    const open = this.i;
    let out = '';
    for (let i = open + 1; i < this.text.length; i++) {
      const char = this.text[i] as string;
      if (char === '"') {
        this.i = i + 1;
        return out;
      }
      if (char < ' ' && this.loose) {
        while (/\s/.test(this.text[i + 1] ?? '')) i++;
        continue;
      }
      if (char < ' ')
        throw new Broken(
          i,
          `${char === '\n' || char === '\r' ? 'a line break' : 'a control character'} inside a string`,
          'write \\n, or keep the string on one line',
        );
      if (char !== '\\') {
        out += char;
        continue;
      }
      const mark = this.text[++i] ?? '';
      const simple = ESCAPES[mark];
      if (simple !== undefined) out += simple;
      else if (mark === 'u' && /^[0-9a-fA-F]{4}$/.test(this.text.slice(i + 1, i + 5))) {
        out += String.fromCharCode(Number.parseInt(this.text.slice(i + 1, i + 5), 16));
        i += 4;
      } else if (this.loose) out += mark.trim();
      else
        throw new Broken(
          i - 1,
          mark === '\n' || mark === '\r' ? 'a backslash before a line break' : `"\\${mark}" is no escape of JSON`,
          'write \\\\ for a backslash, or take it out',
        );
    }
    throw new Broken(open, 'a string without its closing quote');
  }
}

const ESCAPES: Record<string, string> = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** A value that is not there at all. */
function missingHelp(char: string | undefined): string | undefined {
  return char === undefined || /[,}\]]/.test(char) ? 'write a value, or take the name out' : undefined;
}
