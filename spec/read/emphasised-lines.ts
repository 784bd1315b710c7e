// Titles of copied text that a chat shows in its own marks, `*Request URL*` → the titles. Blanks stand in place of the marks, so that every offset stays.
import type { HeadingHints } from './heading-hints.js';

const EMPHASISED = /^([ \t]{0,3})(\*{1,3}|_{1,3})(?=[^\s*_])([^*\n]{0,80}[^\s*_])\2([ \t]*[:：]?[ \t]*)$/;
/** So many titles of the profile in marks; fewer may be words that somebody stressed. */
const FEWEST = 3;

/** The text as it is where no such lines are titles. */
export function withoutEmphasisedLines(text: string, { headingLevel }: HeadingHints): string {
  const lines = text.split('\n');
  const titles = lines.filter((line) => {
    const title = EMPHASISED.exec(line)?.[3];
    return title !== undefined && headingLevel(title) !== undefined;
  });
  if (titles.length < FEWEST) return text;
  return lines
    .map((line) =>
      line.replace(EMPHASISED, (_, indent: string, marks: string, title: string, rest: string) =>
        `${indent}${' '.repeat(marks.length)}${title}`.padEnd(
          indent.length + 2 * marks.length + title.length + rest.length,
        ),
      ),
    )
    .join('\n');
}
