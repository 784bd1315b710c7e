// Code blocks in HTML, `<pre><code class="language-json">…</code></pre>`: their lines as a reader sees them, each in its place.
import { decodeEntities } from './inline.js';
import type { Line } from './lines.js';

const OPENING = /^ {0,3}<pre(?:\s[^<>]{0,300})?>[ \t]{0,20}(?:<code(?:\s[^<>]{0,300})?>)?/i;
const LANGUAGE = /\b(?:language|lang|brush:\s?)[-:]?([a-z]{2,12})\b/i;
const CLOSING = /(?:<\/code>[ \t]{0,20})?<\/pre>/i;
/** Sites colour code word by word. */
const COLOUR = /<\/?(?:span|code)(?:\s[^<>]{0,300})?>/gi;
const MAX_LINES = 2000;

export interface PreCode {
  info: string;
  lines: Line[];
  /** Index of the line behind it. */
  next: number;
}

export function startsPre(line: string): boolean {
  return OPENING.test(line);
}

/** The code block that starts in line `i`; undefined where nothing closes it. */
export function preCode(lines: readonly Line[], i: number): PreCode | undefined {
  const opening = OPENING.exec(lines[i]?.text ?? '')?.[0];
  if (opening === undefined) return undefined;
  const code: Line[] = [];
  for (let k = i; k < Math.min(lines.length, i + MAX_LINES); k++) {
    const { text, start } = lines[k] as Line;
    const from = k === i ? opening.length : 0;
    const closing = CLOSING.exec(text.slice(from));
    const end = closing ? from + closing.index : text.length;
    const seen = decodeEntities(text.slice(from, end).replace(COLOUR, ''));
    // What closes or opens alone in a line leaves no line of code.
    if (seen.trim() !== '' || (k > i && !closing)) code.push({ text: seen, start: start + from });
    if (closing) return { info: (LANGUAGE.exec(opening)?.[1] ?? '').toLowerCase(), lines: code, next: k + 1 };
  }
  return undefined;
}
