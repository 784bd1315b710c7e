// Where samples end in copied text, which has no fences: an address, JSON, XML, parts of a multipart body, a form.
import { startsCommand } from './command-lines.js';

/** Lines of a copied page. */
export interface Copied {
  readonly length: number;
  /** Trimmed; empty behind the last one. */
  line(i: number): string;
  /** Whether something begins in a line that no sample goes on behind. */
  stops(i: number): boolean;
  startsTable(i: number): boolean;
}

/** The index of the line behind the address that starts in line `i`; it may be broken over up to six lines. */
export function urlEnd(copied: Copied, i: number): number {
  let depth = parentheses(copied.line(i));
  let k = i + 1;
  while (!copied.stops(k) && copied.line(k) !== '' && k - i < 6) {
    const line = copied.line(k);
    const joins =
      depth > 0 ||
      copied.line(k - 1).endsWith('/') ||
      copied.line(k - 1).endsWith('&') ||
      /^[(?&]/.test(line) ||
      /^\/[$_(]/.test(line);
    // Behind a slash nothing but a base starts an address of its own: `{CellURL}`.
    const starts = copied.line(k - 1).endsWith('/') ? /^\{\w*(?:URL|Url|Uri|URI)\}/ : /^\{/;
    if (!joins || /\s/.test(line) || starts.test(line)) break;
    depth += parentheses(line);
    k++;
  }
  return k;
}

/** The index of the line behind the JSON value that starts in line `i`. */
export function jsonEnd(copied: Copied, i: number): number {
  let depth = 0;
  let inString = false;
  for (let k = i; k < copied.length; k++) {
    if (k > i && !inString && copied.stops(k)) return k;
    const line = copied.line(k);
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
    if (inString && copied.stops(k + 1)) inString = false;
  }
  return copied.length;
}

/** The index of the line behind the XML that starts in line `i`, which may hold several elements below each other. */
export function xmlEnd(copied: Copied, i: number): number {
  let depth = openTags(copied.line(i));
  let k = i + 1;
  while (!copied.stops(k) && copied.line(k) !== '') {
    const line = copied.line(k);
    if (depth <= 0 && copied.line(k - 1).endsWith('>') && !line.startsWith('<')) break;
    if (startsCommand(line) || copied.startsTable(k)) break;
    depth += openTags(line);
    k++;
  }
  return k;
}

/** Behind the line that closes the parts; undefined where none does. */
export function multipartEnd(copied: Copied, i: number): number | undefined {
  const close = `${copied.line(i)}--`;
  for (let k = i + 1; k < copied.length && k - i < 400; k++) if (copied.line(k) === close) return k + 1;
  return undefined;
}

/** The index of the line behind the form that starts in line `i`: `&` joins its lines. */
export function formEnd(copied: Copied, i: number): number {
  let k = i + 1;
  while (
    !copied.stops(k) &&
    (copied.line(k).startsWith('&') || copied.line(k - 1).endsWith('&')) &&
    !copied.line(k).includes(' ')
  )
    k++;
  return k;
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
