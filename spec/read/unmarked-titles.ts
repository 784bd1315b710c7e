// Titles of sections in Markdown that have no heading marks: in bold, or on a line of their own where the page marks no such section.
import type { HeadingHints } from './heading-hints.js';
import { boldLine, headingAt } from './heading-marks.js';
import type { Line } from './lines.js';

/** So many different sections make it a page with sections; fewer may be words by chance. */
const ENOUGH = 3;

export class UnmarkedTitles {
  private readonly plain = new Map<number, number>();

  constructor(
    private readonly lines: readonly Line[],
    first: number,
    private readonly hints: HeadingHints,
  ) {
    if (hints.sectionOf) this.findPlain(first, hints.sectionOf);
  }

  /**
   * Level of the heading that a line without marks is; undefined where it is none.
   *
   * @param above level of the last heading that has marks
   */
  levelAt(i: number, above: number): number | undefined {
    return this.plain.get(i) ?? this.boldLevel(i, above);
  }

  isPlain(i: number): boolean {
    return this.plain.has(i);
  }

  /** A line in bold that stands where other pages have a heading (`**Request URL**`); a title in bold below a section names a part of it. */
  private boldLevel(i: number, above: number): number | undefined {
    const title = boldLine(this.lines[i]?.text ?? '');
    const level = title === undefined ? undefined : this.hints.headingLevel(title.trim());
    if (level === undefined || (level < 3 && above > 1)) return undefined;
    return Math.max(level, above + 1);
  }

  private findPlain(first: number, sectionOf: (text: string) => string | undefined): void {
    const marked = new Set<string>();
    const found: { line: number; title: string; section: string; inside: number }[] = [];
    // Below a heading that is no such section itself (an operation's, on a page with many), they are its parts.
    let inside = 0;
    // How much deeper the page's own headings stand than they usually do.
    let deeper: number | undefined;
    for (let line = first; line < this.lines.length; line++) {
      const { text } = this.lines[line] as Line;
      const heading = headingAt(text);
      // A comment in a command looks like a heading of the first level.
      if (heading && (heading.level > 1 || inside === 0)) inside = heading.level;
      if (text.length > 90) continue;
      const title = (heading ? text.slice(heading.textAt) : (boldLine(text) ?? text)).trim();
      const section = title === '' ? undefined : sectionOf(title);
      if (section === undefined) continue;
      if (heading) {
        deeper ??= heading.level - (this.hints.headingLevel(title) ?? heading.level);
        inside = 0;
      }
      if (heading || title !== text.trim()) marked.add(section);
      else found.push({ line, title, section, inside });
    }
    if (new Set([...marked, ...found.map(({ section }) => section)]).size < ENOUGH) return;
    for (const { line, title, section, inside } of found)
      if (!marked.has(section))
        this.plain.set(line, Math.max(inside + 1, (this.hints.headingLevel(title) ?? 3) + (deeper ?? 0)));
  }
}
