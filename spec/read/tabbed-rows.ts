// Tables in Markdown whose cells have tabs between them, as a spreadsheet or a browser copies them: their titles tell.
import type { TableBlock } from './document.js';
import { isFenceMark } from './fence-marks.js';
import type { HeadingHints } from './heading-hints.js';
import { headingAt } from './heading-marks.js';
import type { Line } from './lines.js';
import { TabTables } from './tab-tables.js';

export class TabbedRows {
  private tabs: TabTables | undefined;

  constructor(
    private readonly text: string,
    private readonly lines: Line[],
    private readonly hints: HeadingHints,
  ) {}

  /** The table that starts in line `i` with titles of columns, and the line behind it; undefined where none does. */
  read(i: number): { block: TableBlock; next: number } | undefined {
    const line = this.lines[i]?.text ?? '';
    if (!line.includes('\t') || !this.hints.isColumnTitle) return undefined;
    const known = line
      .trim()
      .split('\t')
      .filter((cell) => this.hints.isColumnTitle?.(cell.trim()));
    if (known.length < 2) return undefined;
    this.tabs ??= new TabTables(this.text, this.lines, {
      isTitle: (k) => headingAt(this.lines[k]?.text ?? '') !== undefined,
      isSample: isFenceMark,
      ...this.hints,
    });
    return this.tabs.start(i) ? this.tabs.read(i) : undefined;
  }
}
