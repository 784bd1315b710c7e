// Where a fence ends, on pages where its closing mark may be missing, shorter than the opening one, or that of another fence.
import { readFenceMark } from './fence-marks.js';
import type { Line } from './lines.js';

const STRUCTURE = /^#{2,6}[ \t]/;

export class FenceEnds {
  private readonly marks: FenceMarks;
  private structure = -1;

  constructor(private readonly lines: Line[]) {
    this.marks = new FenceMarks(lines);
  }

  /** Index of the line that closes a fence: as long as the opening mark, or shorter where the page's structure would go on otherwise. */
  closing(from: number, mark: string, structure: number): number | undefined {
    const proper = this.marks.find(from, mark.length, mark[0] as string);
    if (proper !== undefined && proper < structure) return proper;
    const shorter = this.marks.find(from, 3, mark[0] as string);
    return shorter !== undefined && shorter < structure ? shorter : proper;
  }

  /** Whether a fence with a word behind its mark starts on one of the lines. */
  opensBetween(from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (readFenceMark(this.line(k))?.info) return true;
    return false;
  }

  /** First line from `from` on that is a heading of level 2 or deeper; the number of lines where there is none. */
  structureAfter(from: number): number {
    if (this.structure < from) {
      let k = from;
      while (k < this.lines.length && !STRUCTURE.test(this.line(k))) k++;
      this.structure = k;
    }
    return this.structure;
  }

  private line(i: number): string {
    return this.lines[i]?.text ?? '';
  }
}

/** Lines of nothing but fence marks, found once and then looked up, so that many broken fences stay linear. */
class FenceMarks {
  private marks: { line: number; length: number; char: string }[] | undefined;

  constructor(private readonly lines: Line[]) {}

  find(from: number, length: number, char: string): number | undefined {
    this.marks ??= this.lines.flatMap(({ text }, line) => {
      const trimmed = text.trim();
      const first = trimmed[0];
      return trimmed.length >= 3 && (first === '`' || first === '~') && isAll(trimmed, first)
        ? [{ line, length: trimmed.length, char: first }]
        : [];
    });
    let low = 0;
    for (let high = this.marks.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((this.marks[middle]?.line ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    for (let k = low; k < Math.min(low + 200, this.marks.length); k++) {
      const mark = this.marks[k];
      if (mark && mark.char === char && mark.length >= length) return mark.line;
    }
    return undefined;
  }
}

function isAll(text: string, char: string): boolean {
  for (let i = 0; i < text.length; i++) if (text[i] !== char) return false;
  return true;
}
