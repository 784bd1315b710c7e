// Text of a file → document: front matter, then markdown or flattened text, whichever it is.
import type { Diagnostic } from '../diagnostic.js';
import { type Block, type Document, placeOf } from './document.js';
import { withPlainTables } from './drawn-tables.js';
import { withoutEmphasisedLines } from './emphasised-lines.js';
import { isFenceMark } from './fence-marks.js';
import { readFlattened } from './flattened.js';
import type { HeadingHints } from './heading-hints.js';
import { headingAt } from './heading-marks.js';
import { type Line, readFrontMatter, splitLines, withLineFeeds } from './lines.js';
import { readMarkdown } from './markdown.js';
import { withoutPageBreaks } from './page-breaks.js';
import { unquotedPage } from './quoted-page.js';
import { withoutWikiMarks } from './wiki-marks.js';

export interface DocumentReading {
  document: Document;
  /** Set where the file cannot be used at all (broken front matter, not text). */
  unreadable?: Diagnostic;
}

/**
 * Reads one page.
 *
 * @param file name for places
 * @param written decoded; a NUL character means that the file is no text
 * @param hints which lines are titles where no mark tells
 * @returns a document whose text has line feeds, however the file breaks its lines: offsets count those
 */
export function readDocument(file: string, written: string, hints: HeadingHints): DocumentReading {
  const copied = withLineFeeds(written);
  const copiedLines = splitLines(copied);
  const lineStarts = copiedLines.map((line) => line.start);
  const front = readFrontMatter(copiedLines);
  const unquoted = unquotedPage(copied, copiedLines, front.next) ?? copied;
  const given = withoutWikiMarks(withPlainTables(unquoted));
  const givenLines = given === copied ? copiedLines : splitLines(given);
  const bodyStart = givenLines[front.next]?.start ?? given.length;
  const flattened = isFlattened(givenLines, front.next, hints);
  // A rendered page has no-break spaces to keep words together; its author wrote blanks.
  const spaced = flattened && given.includes('\u00a0');
  const paged = flattened ? withoutEmphasisedLines(spaced ? given.replaceAll('\u00a0', ' ') : given, hints) : given;
  const pagedLines = paged === given ? givenLines : splitLines(paged);
  const { text, lines } = flattened
    ? withoutPageBreaks(paged, pagedLines, front.next)
    : { text: paged, lines: pagedLines };
  const document: Document = { file, text, lineStarts, frontMatter: front.values, bodyStart, flattened, blocks: [] };
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return {
      document,
      unreadable: unreadable(document, nul, 'doc/not-text', 'a NUL character: this is not a text file'),
    };
  if (front.problem) {
    const offset = lineStarts[front.problem.line] ?? 0;
    return { document, unreadable: unreadable(document, offset, 'doc/broken-front-matter', front.problem.message) };
  }
  const blocks: Block[] = flattened
    ? readFlattened(text, lines, front.next, hints)
    : readMarkdown(text, lines, front.next, hints);
  return { document: { ...document, blocks } };
}

function unreadable(document: Document, offset: number, code: string, message: string): Diagnostic {
  const help =
    code === 'doc/not-text'
      ? 'save the page as UTF-8 text, or leave the file out'
      : 'write `key: value` lines between two lines `---`';
  return { code, severity: 'error', ...placeOf(document, offset), message, help };
}

/**
 * No heading marks, no fences: what is left when a rendered page is copied. Somebody may have put a `# Title` or front matter on top; then
 * titles of sections on lines of their own must tell.
 */
function isFlattened(lines: Line[], first: number, hints: HeadingHints): boolean {
  const top = lines.findIndex(({ text }, i) => i >= first && text.trim() !== '');
  const titled = headingAt(lines[top]?.text ?? '')?.level === 1;
  const marked = lines.some(
    ({ text }, i) =>
      i >= first &&
      !(titled && i === top) &&
      (headingAt(text) !== undefined || (text.includes('```') && isFenceMark(text))),
  );
  if (marked) return false;
  if (!titled && first === 0) return true;
  let titles = 0;
  for (let i = top + 1; i < lines.length && titles < 3; i++)
    if (hints.headingLevel((lines[i] as Line).text.trim()) !== undefined) titles++;
  return titles === 3;
}
