// Lines that are headings by their marks: `##`, or bold from end to end.

const HEADING = /^ {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^#\s!]))(.*)$/;
/** Closing marks of a heading, or the id that Docusaurus puts behind it (`{#request-url}`). */
const HEADING_END = /(?:[ \t]+#+|[ \t]*\{(?:\/\*[ \t]*)?#[\w.-]+(?:[ \t]*\*\/)?\})[ \t]*$/;
const BOLD = /^ {0,3}(\*\*|__)(?=\S)([^*_]{1,80})\1[ \t]*[:：]?[ \t]*$/;

/** Whether a line is an ATX heading; the marks need a space except where two or more `#` leave no doubt. */
export function headingAt(line: string): { level: number; textAt: number } | undefined {
  if (!line.includes('#')) return undefined;
  const match = HEADING.exec(line);
  if (!match?.[1]) return undefined;
  const textAt = line.length - (match[2] ?? '').length;
  const spaced = /\s/.test(line[textAt - 1] ?? '');
  return spaced || match[1].length > 1 || match[2] === '' ? { level: match[1].length, textAt } : undefined;
}

/** Length of a heading's line without its closing marks or id. */
export function headingEnd(line: string): number {
  return line.replace(HEADING_END, '').length;
}

/** The text of a line that is in bold from end to end. */
export function boldLine(line: string): string | undefined {
  return BOLD.exec(line)?.[2];
}
