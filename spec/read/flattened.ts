// Flattened text (copied from a rendered page: no heading marks, no fences, no leading pipes) → the same blocks as markdown gives.
// What a heading or a sample was is told by the profile's titles and by the shape of the lines.
import type { Block, FenceBlock, TableBlock } from './document.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';
import { isDelimiter, readRow } from './table.js';

export interface FlattenedHints {
  /** Level of a line that is a heading by the profile's titles; undefined for any other line. */
  headingLevel(text: string): number | undefined;
}

const URL_LINE = /^(?:\{[A-Za-z]\w*\}[^\s"]*|(?:https?|wss?):\/\/\S+|\/[^\s"]*)$/;
const FORM_LINE = /^[\w.$-]+=[^\s=&][^\s]*$|^[\w.$-]+=(?:&\S*)?$/;
const JSON_START = /^[[{]\s*(?:$|["'{[\]}\d-])/;
const XML_START = /^<[!?/]?[A-Za-z]/;

export function readFlattened(text: string, lines: Line[], first: number, hints: FlattenedHints): Block[] {
  return new FlattenedReader(text, lines, hints).read(first);
}

class FlattenedReader {
  private readonly blocks: Block[] = [];

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
    private readonly hints: FlattenedHints,
  ) {}

  read(first: number): Block[] {
    let i = first;
    while (i < this.lines.length && this.line(i) === '') i++;
    if (i < this.lines.length && this.hints.headingLevel(this.line(i)) === undefined) i = this.heading(i, 1);
    while (i < this.lines.length) i = this.block(i);
    return this.blocks;
  }

  private line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }

  private span(from: number, to: number): { start: number; end: number } {
    const last = this.lines[to] as Line;
    return { start: (this.lines[from] as Line).start, end: last.start + last.text.length };
  }

  private block(i: number): number {
    const line = this.line(i);
    if (line === '') return i + 1;
    if (this.startsTable(i)) return this.table(i);
    // A command whose first line is its name alone looks like the title "cURL".
    if (line === 'curl' && /^(?:["']|-|https?:)/.test(this.line(i + 1))) return this.fence(i, this.commandEnd(i), 'sh');
    const level = this.hints.headingLevel(line);
    if (level !== undefined) return this.heading(i, level);
    if (/^curl(?:\s|$)/.test(line)) return this.fence(i, this.commandEnd(i), 'sh');
    if (URL_LINE.test(line)) return this.fence(i, this.urlEnd(i), '');
    if (JSON_START.test(line)) return this.fence(i, this.jsonEnd(i), 'json');
    if (XML_START.test(line))
      return this.fence(
        i,
        this.xmlEnd(i),
        line.startsWith('<!ELEMENT') || line.startsWith('<!ATTLIST') ? 'dtd' : 'xml',
      );
    if (FORM_LINE.test(line)) return this.fence(i, this.formEnd(i), '');
    const item = /^[-*•+]\s+(?=\S)/.exec(line);
    const { start, text } = this.lines[i] as Line;
    if (item) {
      const at = start + text.indexOf(line) + item[0].length;
      this.blocks.push({ kind: 'item', indent: 0, ...readInline(this.text, at, start + text.length) });
    } else
      this.blocks.push({
        kind: 'paragraph',
        lines: [readInline(this.text, start, start + text.length)],
        span: this.span(i, i),
      });
    return i + 1;
  }

  private heading(i: number, level: number): number {
    const { start, text } = this.lines[i] as Line;
    this.blocks.push({ kind: 'heading', level, flattened: true, ...readInline(this.text, start, start + text.length) });
    return i + 1;
  }

  private startsTable(i: number): boolean {
    const line = this.line(i);
    if (!line.includes('|')) return false;
    return isDelimiter(this.line(i + 1)) || (line.endsWith('|') && line.indexOf('|') < line.length - 1);
  }

  private table(i: number): number {
    const headed = isDelimiter(this.line(i + 1));
    let k = headed ? i + 2 : i;
    const spaced = /\S \| \S/.test(this.line(i));
    const rows: TableBlock['rows'] = [];
    for (; k < this.lines.length && this.isRow(k); k++) rows.push(readRow(this.text, this.lines[k] as Line, spaced));
    this.blocks.push({
      kind: 'table',
      ...(headed ? { header: readRow(this.text, this.lines[i] as Line) } : {}),
      rows,
      span: this.span(i, k - 1),
    });
    return k;
  }

  private isRow(k: number): boolean {
    const line = this.line(k);
    if (!line.includes('|') || isDelimiter(this.line(k + 1))) return false;
    return line.endsWith('|') || line.includes(' | ');
  }

  private fence(from: number, to: number, info: string): number {
    const span = this.span(from, to - 1);
    const fence: FenceBlock = {
      kind: 'fence',
      info,
      text: this.text.slice(span.start, span.end),
      start: span.start,
      span,
      form: 'flattened',
    };
    this.blocks.push(fence);
    return to;
  }

  private stops(k: number): boolean {
    return k >= this.lines.length || this.hints.headingLevel(this.line(k)) !== undefined;
  }

  private commandEnd(i: number): number {
    const quotes = new QuoteState();
    let k = i;
    for (;;) {
      const line = this.line(k);
      const open = quotes.feed(line) || line === 'curl';
      k++;
      if (this.stops(k) || !(open || line.endsWith('\\')) || /^curl(?:\s|$)/.test(this.line(k))) return k;
    }
  }

  private urlEnd(i: number): number {
    let depth = parentheses(this.line(i));
    let k = i + 1;
    while (!this.stops(k) && this.line(k) !== '' && k - i < 6) {
      const line = this.line(k);
      const joins =
        depth > 0 ||
        this.line(k - 1).endsWith('/') ||
        this.line(k - 1).endsWith('&') ||
        /^[(?&]/.test(line) ||
        /^\/[$_(]/.test(line);
      if (!joins || /\s/.test(line) || line.startsWith('{')) break;
      depth += parentheses(line);
      k++;
    }
    return k;
  }

  private jsonEnd(i: number): number {
    let depth = 0;
    let inString = false;
    for (let k = i; k < this.lines.length; k++) {
      if (k > i && !inString && this.stops(k)) return k;
      const line = this.line(k);
      for (let c = 0; c < line.length; c++) {
        const char = line[c];
        if (inString) {
          if (char === '\\') c++;
          else if (char === '"') inString = false;
        } else if (char === '"') inString = true;
        else if (char === '{' || char === '[') depth++;
        else if (char === '}' || char === ']') depth--;
      }
      if (depth <= 0) return k + 1;
      if (inString && this.stops(k + 1)) inString = false;
    }
    return this.lines.length;
  }

  private xmlEnd(i: number): number {
    let depth = openTags(this.line(i));
    let k = i + 1;
    while (!this.stops(k) && this.line(k) !== '') {
      const line = this.line(k);
      if (depth <= 0 && this.line(k - 1).endsWith('>') && !line.startsWith('<')) break;
      if (/^curl(?:\s|$)/.test(line) || this.startsTable(k)) break;
      depth += openTags(line);
      k++;
    }
    return k;
  }

  private formEnd(i: number): number {
    let k = i + 1;
    while (
      !this.stops(k) &&
      (this.line(k).startsWith('&') || this.line(k - 1).endsWith('&')) &&
      !this.line(k).includes(' ')
    )
      k++;
    return k;
  }
}

/** Whether quotes are open at the end of what was fed, as a shell counts them. */
class QuoteState {
  private quote = '';

  feed(line: string): boolean {
    for (let i = 0; i < line.length; i++) {
      const char = line[i] as string;
      if (this.quote === "'") {
        if (char === "'") this.quote = '';
      } else if (char === '\\') i++;
      else if (this.quote === '"') {
        if (char === '"') this.quote = '';
      } else if (char === '"' || char === "'") this.quote = char;
    }
    return this.quote !== '';
  }
}

/** Elements that a line opens and does not close. */
function openTags(line: string): number {
  const count = (pattern: RegExp): number => line.match(pattern)?.length ?? 0;
  return count(/<[A-Za-z]/g) - count(/<\//g) - count(/\/>/g);
}

function parentheses(line: string): number {
  let depth = 0;
  for (const char of line)
    if (char === '(') depth++;
    else if (char === ')') depth--;
  return depth;
}
