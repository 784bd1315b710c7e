// Numbers of lines that a copy of rendered code takes along: `1	{`, `2	  "Name": …`.
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
  const out = [...lines];
  let found = false;
  for (let i = 0; i < lines.length; i++) {
    if (!startsCode(codeOf(lines[i], 1)?.trim() ?? '')) continue;
    const from = i;
    for (let code = codeOf(lines[i], 1); code !== undefined; code = codeOf(lines[i], i - from + 1)) {
      const { start, text: written } = lines[i] as Line;
      out[i] = { start, text: code.padStart(written.length) };
      i++;
    }
    found = true;
    i--;
  }
  return { text: found ? out.map((line) => line.text).join('\n') : text, lines: out };
}

/** What stands behind the number of a line, where it is `count`. */
function codeOf(line: Line | undefined, count: number): string | undefined {
  const found = NUMBERED.exec(line?.text ?? '');
  return Number(found?.[2]) === count ? found?.[3] : undefined;
}
