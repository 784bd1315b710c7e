// Lines of a text and its front matter.
import { clip } from '../clip.js';
import type { FrontMatter } from './document.js';

export interface Line {
  /** Without its line break. */
  text: string;
  start: number;
}

/** CRLF and lone CR as LF. A checkout on Windows gives the same contract, and what is copied from a rendered page has no CR either. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Splits at LF. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    lines.push({ text: text.slice(start, end), start });
    start = end + 1;
  }
  lines.push({ text: text.slice(start), start });
  return lines;
}

/** The lines as they stand in the text. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text).join('\n');
}

export interface FrontMatterReading {
  values: FrontMatter;
  /** Index of the first line after it. */
  next: number;
  /** Line (from 0) that cannot be read, and why. */
  problem?: { line: number; message: string };
}

const KEY = /^([A-Za-z_][\w.-]*):(?:[ \t]+(.*))?$/;

/**
 * Reads `key: value` lines between two `---` lines at the top. Docusaurus writes titles with colons and `$` unquoted, which YAML
 * itself would refuse, so values are taken to the end of the line; quotes around a whole value are removed.
 */
export function readFrontMatter(lines: Line[]): FrontMatterReading {
  const first = lines[0]?.text.replace(/^\uFEFF/, '').trimEnd();
  if (first !== '---') return { values: {}, next: 0 };
  const values: FrontMatter = {};
  for (let i = 1; i < lines.length; i++) {
    const line = (lines[i]?.text ?? '').trimEnd();
    if (line === '---' || line === '...') return { values, next: i + 1 };
    if (line === '' || line.startsWith('#') || /^\s|^- /.test(line)) continue;
    const match = KEY.exec(line);
    if (!match)
      return { values, next: i, problem: { line: i, message: `front matter line without a key: "${clip(line)}"` } };
    const value = (match[2] ?? '').trim();
    if (isUnclosed(value))
      return {
        values,
        next: i,
        problem: { line: i, message: `front matter value that is not closed: "${clip(line)}"` },
      };
    if (match[1]) values[match[1]] = unquote(value);
  }
  return { values, next: lines.length, problem: { line: 0, message: 'front matter has no closing "---"' } };
}

/** Begins a YAML quote or collection that does not end on its line; nothing of the page can be trusted then. */
function isUnclosed(value: string): boolean {
  const closing = { '[': ']', '{': '}', '"': '"', "'": "'" }[value[0] ?? ''];
  return closing !== undefined && (value.length === 1 || !value.replace(/(?<!\s)\s+#.*$/, '').includes(closing, 1));
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? (quoted[2] ?? '') : value;
}
