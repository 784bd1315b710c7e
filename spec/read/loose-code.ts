// Code in Markdown that nobody put into a code block: a command, JSON, XML.
import { commandEnd, startsCall } from './command-lines.js';
import { isFenceMark } from './fence-marks.js';
import { type Copied, jsonEnd, xmlEnd } from './flattened-samples.js';
import { headingAt } from './heading-marks.js';
import type { Line } from './lines.js';
import { startsTable } from './table.js';

const JSON_START = /^(?:\{|\[)\s*(?:$|["“”{[])/;
const JSON_END = /[}\]]\s*$/;
/** HTML belongs to Markdown; a declaration, a prefix or a namespace tells XML. */
const XML_START = /^<(?:\?xml\s|!(?:ELEMENT|ATTLIST|DOCTYPE)\s|[A-Za-z][\w.-]*:[A-Za-z]|[A-Za-z][\w.-]*\s+xmlns[:=])/;

export interface LooseBlock {
  info: 'sh' | 'json' | 'xml' | 'dtd';
  /** Index of the line behind it. */
  next: number;
}

export class LooseCode implements Copied {
  /** Up to this line nothing closes the JSON that starts above; it is not looked for again. */
  private unended = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly isTitle: (i: number) => boolean,
  ) {}

  get length(): number {
    return this.lines.length;
  }

  line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }

  stops(i: number): boolean {
    const line = this.lines[i]?.text;
    return line === undefined || headingAt(line) !== undefined || isFenceMark(line) || this.isTitle(i);
  }

  startsTable(i: number): boolean {
    return startsTable(this.line(i), this.line(i + 1));
  }

  /** Whether code starts in a line, so that the paragraph above ends. */
  startsAt(i: number): boolean {
    const line = this.lines[i]?.text ?? '';
    return (i >= this.unended && JSON_START.test(line)) || XML_START.test(line) || this.startsCommand(i);
  }

  /** The code that starts in line `i`; undefined where none does, or where it never ends. */
  at(i: number): LooseBlock | undefined {
    const line = this.lines[i]?.text ?? '';
    if (this.startsCommand(i)) return { info: 'sh', next: this.commandEnd(i) };
    if (JSON_START.test(line)) return this.json(i);
    if (!XML_START.test(line)) return undefined;
    return { info: /^<!(?:ELEMENT|ATTLIST)/.test(line) ? 'dtd' : 'xml', next: xmlEnd(this, i) };
  }

  private json(i: number): LooseBlock | undefined {
    if (i < this.unended) return undefined;
    const next = jsonEnd(this, i);
    if (JSON_END.test(this.line(next - 1))) return { info: 'json', next };
    this.unended = next;
    return undefined;
  }

  /** A line with nothing but the command's name starts one where arguments follow. */
  private startsCommand(i: number): boolean {
    return (
      startsCall(this.lines[i]?.text ?? '') ||
      (this.line(i) === 'curl' && /^(?:["'“”‘’]|-|https?:)/.test(this.line(i + 1)))
    );
  }

  private commandEnd(i: number): number {
    return commandEnd(
      i,
      (k) => this.line(k),
      (k) => this.stops(k) || this.line(k) === '',
    );
  }
}
