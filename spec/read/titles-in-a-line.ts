// Tables of copied text whose cells have a single blank between them, as a PDF gives them: their titles alone can be told.
import type { TableBlock } from './document.js';
import type { HeadingHints } from './heading-hints.js';
import { readInline } from './inline.js';
import type { Line } from './lines.js';
import { MOST_COLUMNS, MOST_TABLE_LINES } from './table-lines.js';

const FEWEST_COLUMNS = 3;
const MOST_WORDS_OF_TITLE = 4;
const MOST_WORDS = MOST_COLUMNS * MOST_WORDS_OF_TITLE;
/** The words of a link to an option stand below the last row. */
const OPTION = /^\$[a-z]+\s/;
const REFERENCE = /^[{｛]\s?[\d０-９]{1,3}\s?[}｝]/;

export class TitlesInALine {
  /** @param isSample whether a line begins a command or a sample */
  constructor(
    private readonly text: string,
    private readonly lines: readonly Line[],
    private readonly page: { hints: HeadingHints; isSample(line: string): boolean },
  ) {}

  /** The table whose titles line `i` is, and the next line that is none of its lines: nobody can tell their cells. */
  read(i: number): { block: TableBlock; next: number } | undefined {
    const titles = this.titles(i);
    if (!titles || this.line(i + 1) === '' || this.ends(i + 1)) return undefined;
    let next = i + 1;
    while (next < Math.min(this.lines.length, i + MOST_TABLE_LINES) && !this.ends(next)) next++;
    const { start, text } = this.lines[i] as Line;
    const span = { start, end: start + text.length };
    const cells = titles.map(({ from, to }) => readInline(this.text, start + from, start + to));
    const header: TableBlock['header'] = { kind: 'row', cells, span, closed: true };
    return { block: { kind: 'table', header, rows: [], span, uneven: true }, next };
  }

  private ends(k: number): boolean {
    const line = this.line(k);
    if (REFERENCE.test(line)) return false;
    if (this.page.isSample(line) || OPTION.test(line) || this.titles(k) !== undefined) return true;
    // The last words of a cell may be worded as a title: "method."
    return !/[.,;]$|^\p{Ll}/u.test(line) && this.page.hints.headingLevel(line) !== undefined;
  }

  /** Where the titles stand that a line has, and nothing else; each of another column. */
  private titles(i: number): { from: number; to: number }[] | undefined {
    const { columnOf, headingLevel } = this.page.hints;
    const text = this.lines[i]?.text ?? '';
    if (!columnOf || text.length > 200 || headingLevel(text.trim()) !== undefined) return undefined;
    const words = [...text.matchAll(/\S+/g)].map((word) => ({ from: word.index, to: word.index + word[0].length }));
    if (words.length > MOST_WORDS) return undefined;
    const found: { from: number; to: number }[] = [];
    const fields = new Set<string>();
    for (let at = 0; at < words.length; ) {
      const { from } = words[at] as { from: number };
      const ends = words.slice(at, at + MOST_WORDS_OF_TITLE).reverse();
      const end = ends.find(({ to }) => columnOf(text.slice(from, to)) !== undefined);
      const field = end && columnOf(text.slice(from, end.to));
      if (!end || field === undefined || fields.has(field)) return undefined;
      fields.add(field);
      found.push({ from, to: end.to });
      at = words.indexOf(end) + 1;
    }
    // A line that begins with a status tells enough: `207 Multi-Status`.
    const isTable = found.length >= FEWEST_COLUMNS && found.length <= MOST_COLUMNS && !fields.has('status');
    return isTable ? found : undefined;
  }

  private line(i: number): string {
    return (this.lines[i]?.text ?? '').trim();
  }
}
