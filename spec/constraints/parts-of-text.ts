// Lines that tell of parts of a value, one behind the other: they limit nothing by what they say of each.
import type { Wording } from './wording.js';

const PLACEHOLDER = /^\$?\{[^{}\n]{1,60}\} ?[:=]/;

/**
 * The text with something else in place of lines about parts ("3 letters followed by 5 digits", "a plus sign and 6 digits") or of a
 * placeholder (`{from}: 0 or more`).
 */
export function withoutParts(text: string, wording: Wording, instead: (line: string) => string): string {
  return text
    .split('\n')
    .map((line) => (isOfParts(line, wording) ? instead(line) : line))
    .join('\n');
}

function isOfParts(line: string, { sequence, signThen, count }: Wording): boolean {
  if (PLACEHOLDER.test(line)) return true;
  const [found, sign] = [sequence.exec(line), signThen.exec(line)];
  if (sign && count.test(behind(line, sign))) return true;
  const before = line.slice(0, found?.index);
  return found !== null && (count.test(before) || FIRST_PART.test(before)) && count.test(behind(line, found));
}

/** A word in front of what follows it: "prefix then 5 digits". */
const FIRST_PART = /(?:^|[;,])\s*\p{L}{3,20}\s*$/u;

function behind(text: string, found: RegExpExecArray): string {
  return text.slice(found.index + found[0].length);
}
