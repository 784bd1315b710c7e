// Code that is indented as a whole, in an item of a list or by a pager, is read without the indent; what is found keeps its place in the text.
import type { CurlProblem } from './problem.js';
import type { CurlReading } from './read-curl.js';

/** What every line with something in it begins with; empty where the first one has no indent. */
export function commonIndent(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  let indent = /^[ \t]*/.exec(lines[0] ?? '')?.[0] ?? '';
  for (const line of lines) while (!line.startsWith(indent)) indent = indent.slice(0, -1);
  return indent;
}

export function withoutIndent(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** Readings of the text without its indent, at their places in the text that has it. */
export function withIndent(readings: readonly CurlReading[], text: string, indent: string): CurlReading[] {
  const starts = [0];
  const gone: number[] = [];
  let removed = 0;
  for (const line of text.split('\n')) {
    removed += line.startsWith(indent) ? indent.length : 0;
    gone.push(removed);
    starts.push((starts.at(-1) as number) + line.length + 1 - (line.startsWith(indent) ? indent.length : 0));
  }
  const lineStarts = new Set(starts);
  let line = 0;
  const placed = (offset: number): number => {
    while (line > 0 && offset < (starts[line] as number)) line--;
    while (line + 1 < gone.length && offset >= (starts[line + 1] as number)) line++;
    return offset + (gone[line] as number);
  };
  const at = (span: { offset: number; length: number }): { offset: number; length: number } => {
    const offset = placed(span.offset);
    const end = span.offset + span.length;
    // What ends with a line takes the indent of the next one along.
    const placedEnd = lineStarts.has(end) ? placed(end) : placed(end - 1) + 1;
    return { offset, length: span.length === 0 ? 0 : placedEnd - offset };
  };
  const moved = ({ fixes, ...problem }: CurlProblem): CurlProblem => ({
    ...problem,
    ...at(problem),
    ...(fixes ? { fixes: fixes.map((fix) => ({ ...at(fix), text: fix.text.replaceAll('\n', `\n${indent}`) })) } : {}),
  });
  return readings.map((reading) => ({ ...reading, ...at(reading), problems: reading.problems.map(moved) }));
}
