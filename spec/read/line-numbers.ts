// Numbers of lines that a copy of rendered code takes along: `1	{`, `2	  "Name": …`, or each on a line above the one that it counts.
import type { Line } from './lines.js';

const NUMBERED = /^([ \t]*(\d{1,4})(?:[ \t]|$))(.*)$/;

/**
 * The text with blanks in place of the numbers, so that every offset stays.
 *
 * @param startsCode whether a line without its number is the first of a sample, a command or an address
 */
export function withoutLineNumbers(
  text: string,
  lines: readonly Line[],
  startsCode: (line: string) => boolean,
): { text: string; lines: Line[] } {
  const out: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const apart = isNumber(lines[i], 1) && startsCode(lines[i + 1]?.text.trim() ?? '');
    const numbered = startsCode(codeOf(lines[i], 1)?.trim() ?? '');
    const from = out.length;
    for (let n = 1; apart && isNumber(lines[i], n) && lines[i + 1]; n++, i += 2)
      out.push(merged(lines[i] as Line, lines[i + 1] as Line));
    for (let n = 1; numbered && codeOf(lines[i], n) !== undefined; n++, i++) {
      const { start, text: written } = lines[i] as Line;
      out.push({ start, text: (codeOf(lines[i], n) as string).padStart(written.length) });
    }
    if (out.length === from) out.push(lines[i++] as Line);
  }
  const found = out.length < lines.length || out.some((line, i) => line !== lines[i]);
  return { text: found ? out.map((line) => line.text).join('\n') : text, lines: out };
}

/** A number on a line of its own, above the one that it counts. */
function isNumber(line: Line | undefined, count: number): boolean {
  return line?.text.trim() === String(count);
}

function merged({ start, text }: Line, code: Line): Line {
  return { start, text: `${' '.repeat(text.length + 1)}${code.text}` };
}

/** What stands behind the number of a line, where it is `count`. */
function codeOf(line: Line | undefined, count: number): string | undefined {
  const found = NUMBERED.exec(line?.text ?? '');
  return Number(found?.[2]) === count ? found?.[3] : undefined;
}
