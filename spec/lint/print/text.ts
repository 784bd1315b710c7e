// Findings for people: grouped by page, each with its line, a caret below, and one line of help; a summary at the end.
import { createColors } from 'picocolors';
import type { Diagnostic, Severity } from '../../diagnostic.js';
import { many } from '../../many.js';
import { lineLookup, type Source } from './sources.js';

export interface TextOptions {
  colour?: boolean;
  /** Columns of the terminal; long source lines are cut around the place. */
  width?: number;
  /** Ends the summary: "12 pages". */
  pages?: number;
  suppressed?: number;
  /** False leaves the summary to the caller. */
  summary?: boolean;
}

/** All findings as text, each group starting with its page; ends with a summary line. */
export function printText(
  diagnostics: readonly Diagnostic[],
  sources: readonly Source[],
  options: TextOptions = {},
): string {
  const line = lineLookup(sources);
  const c = createColors(options.colour ?? false);
  const paint: Record<Severity, (text: string) => string> = { error: c.red, warning: c.yellow, info: c.cyan };
  const out: string[] = [];
  let group: string | undefined;
  for (const d of diagnostics) {
    if (d.file !== group) {
      if (group !== undefined) out.push('');
      out.push(c.bold(c.underline(d.page && !d.file.includes(d.page) ? `${d.file} (${d.page})` : d.file)));
      group = d.file;
    }
    out.push(
      `${d.file}:${d.line}:${d.column}: ${paint[d.severity](d.severity)} ${c.dim(d.code)}: ${visible(d.message)}`,
    );
    const source = d.sourceLine ?? line(d.file, d.line);
    if (source !== undefined && source.trim() !== '')
      out.push(...caret(source, d, options.width ?? 120).map((text, i) => (i === 1 ? paint[d.severity](text) : text)));
    if (d.help) out.push(`  ${c.green('help:')} ${visible(d.help)}`);
  }
  if (diagnostics.length > 0) out.push('');
  if (options.summary !== false) out.push(summary(diagnostics, options));
  if (out.length === 0) return '';
  return `${out.join('\n')}\n`;
}

/** The source line and a caret line, cut around the place. */
export function caret(source: string, d: Pick<Diagnostic, 'column' | 'endColumn'>, width: number): string[] {
  const room = Math.max(40, width - 4);
  const start = d.column - 1;
  const from = source.length <= room ? 0 : Math.max(0, Math.min(start - 20, source.length - room));
  const shown = visible(source.slice(from, from + room).replaceAll('\t', ' '));
  const length = Math.max(
    1,
    Math.min((d.endColumn ?? d.column + 1) - d.column, from + room - start, source.length - start),
  );
  return [
    `  ${shown}`,
    `  ${' '.repeat(widthOf(source.slice(from, start)))}${'^'.repeat(widthOf(source.slice(start, start + length)) || length)}`,
  ];
}

/** Cells that a text takes in a terminal: East Asian wide characters and pictures take two, marks on a letter none. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : NO_WIDTH.test(char) ? 0 : 1;
  return width;
}

const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}|[\u{20000}-\u{3FFFD}]/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\u200B-\u200D\u2060\uFEFF]/u;

/** Control characters never reach a terminal, nor do those that turn the direction of a text. */
function visible(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .replaceAll('\n', ' ');
}

function summary(diagnostics: readonly Diagnostic[], { pages, suppressed }: TextOptions): string {
  const of = pages === undefined ? '' : ` on ${many(pages, 'page')}`;
  const also = suppressed ? `, ${suppressed} suppressed` : '';
  if (diagnostics.length === 0) return `no findings${of}${also}`;
  const count = (severity: Severity, name: string): string[] => {
    const n = diagnostics.filter((d) => d.severity === severity).length;
    return n === 0 ? [] : [many(n, name)];
  };
  return `${[...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'remark')].join(', ')}${of}${also}`;
}
