// What a copy of a PDF has between its pages: numbers of pages ("Page 3 of 12"), running titles, form feeds → blanks in their place,
// so that every offset stays.
import { type Line, splitLines } from './lines.js';

/** The number of a page and of all, with or without words: `Page 3 of 12`, `Guide 3 / 12`, `3/12`. */
const NUMBERED = /^(.{0,80}?)(?<!\d)(\d{1,4}) ?(?:\p{L}{2,4}|[/／]) ?(\d{1,4})((?: ?\p{L}{1,8}\.?)?)$/u;
/** By itself, which only a form feed beside it makes the number of a page: `3`, `- 3 -`. */
const ALONE = /^(\p{L}{1,8} |[-–] ?)?(\d{1,4})( ?[-–])?$/u;
/** In front of the number: nothing, a word for a page, or a title with a gap behind it; "Step 1 of 3" counts something else. */
const OF_PAGES = /^$|(?:^|[^\p{L}])(?:page|pg\.?|p\.|seite) ?$|[|·•–—-] ?$| {2,}$|\t$|[^\p{sc=Latin}\s] ?$/iu;
/** A line that goes on behind a break: a row of a table, a command, or what JSON has not ended with. */
const GOES_ON = /[|\t]|[,{[:\\]$/;
/** A line with columns, or what goes on below the first of them. */
const IN_COLUMNS = /\S {3,}\S|^ {8,}\S/;

interface Break {
  /** Index of the line with the number. */
  at: number;
  page: number;
  /** A form feed stands beside the number, and words around it that it is of a page and of how many. */
  sure: boolean;
  /** What all breaks of a copy have in common. */
  form: string;
}

/** The text and the lines of it that are left; the same where it has no such breaks. */
export function withoutPageBreaks(
  text: string,
  given: readonly Line[],
  first: number,
): { text: string; lines: Line[] } {
  const gone = furniture(given, first);
  if (gone.size === 0 && !text.includes('\f')) return { text, lines: [...given] };
  const blank = (line: Line, i: number): string =>
    gone.has(i) ? ' '.repeat(line.text.length) : line.text.replaceAll('\f', ' ');
  const blanked = given.map(blank);
  const gaps = [...gone].map((i) => gapAt(blanked, i));
  const joined = new Set(gaps.flatMap(({ lines, inColumns }) => (inColumns ? [] : lines)));
  // Behind blanks the next row would not stand in its columns.
  const dropped = [...gone, ...gaps.flatMap(({ lines, inColumns }) => (inColumns ? lines : []))];
  // Of a gap the first line feed alone is left: a command would end at an empty line.
  const left = blanked.map((line, i) => line + (i === blanked.length - 1 ? '' : joined.has(i) ? ' ' : '\n')).join('');
  const starts = new Set(dropped.flatMap((i) => (joined.has(i) ? [] : (given[i]?.start ?? []))));
  const lines = splitLines(left).filter(({ start }) => !starts.has(start));
  return { text: left, lines: lines.map((line) => (text[line.start] === '\f' ? behindFeed(line) : line)) };
}

/** A form feed in front of a line takes no room in it. */
function behindFeed({ start, text }: Line): Line {
  return { start: start + 1, text: text.slice(1) };
}

/** Lines around a break in which nothing is, where a table, a sample or a command goes on behind it. */
function gapAt(lines: readonly string[], at: number): { lines: number[]; inColumns: boolean } {
  const ends = [-1, 1].map((step) => {
    let i = at;
    while (lines[i]?.trim() === '') i += step;
    return i;
  });
  const [before = 0, behind = 0] = ends;
  const [last, next] = [lines[before]?.trimEnd() ?? '', lines[behind]];
  const inColumns = IN_COLUMNS.test(last) && next !== undefined && IN_COLUMNS.test(next);
  const goesOn = GOES_ON.test(last) && next !== undefined && (!last.includes('|') || next.includes('|'));
  const length = inColumns || goesOn ? behind - before - 1 : 0;
  return { lines: Array.from({ length }, (_, k) => before + 1 + k), inColumns };
}

function furniture(lines: readonly Line[], first: number): Set<number> {
  const breaks = inOrder(lines.flatMap((_, i) => (i < first ? [] : breakAt(lines, i))));
  const gone = new Set(breaks.map(({ at }) => at));
  for (const step of [-1, 1]) for (const at of running(lines, breaks, step)) gone.add(at);
  return gone;
}

function breakAt(lines: readonly Line[], at: number): Break[] {
  const written = lines[at]?.text ?? '';
  // What stands at the other side of the page has a wide gap between.
  const text = written.replaceAll('\f', '').trim().replace(/ {3,}/g, '  ');
  if (text === '' || text.length > 120) return [];
  const isFed = written.includes('\f') || nearest(lines, at, 1)?.includes('\f') === true;
  const [, before = '', page = '', all = '', behind = ''] = NUMBERED.exec(text) ?? [];
  if (page !== '' && Number(page) <= Number(all) && (isFed || OF_PAGES.test(before)))
    return [{ at, page: Number(page), form: `${before}|${all}${behind}`, sure: isFed && OF_PAGES.test(before) }];
  const [, mark = '', number, end = ''] = isFed ? (ALONE.exec(text) ?? []) : [];
  return number === undefined ? [] : [{ at, page: Number(number), form: `${mark}|${end}`, sure: false }];
}

/** Of one form, each the page behind the one before it; a text of two pages may have the number of the first one alone. */
function inOrder(all: readonly Break[]): Break[] {
  const forms = new Map<string, Break[]>();
  for (const one of all) forms.set(one.form, [...(forms.get(one.form) ?? []), one]);
  return [...forms.values()].flatMap((some) =>
    some.filter(
      (one, i) =>
        some[i - 1]?.page === one.page - 1 ||
        some[i + 1]?.page === one.page + 1 ||
        (some.length === 1 && one.sure && one.page === 1),
    ),
  );
}

/** Lines beside the numbers that say the same at each of them. */
function running(lines: readonly Line[], breaks: readonly Break[], step: number): number[] {
  const beside = breaks.flatMap(({ at }) => {
    let i = at + step;
    while (lines[i]?.text.trim() === '') i += step;
    const text = lines[i]?.text.replaceAll('\f', '').trim() ?? '';
    return text === '' ? [] : [{ at: i, text }];
  });
  const often = (text: string): boolean => {
    const count = beside.filter((one) => one.text === text).length;
    return count > 1 && count >= breaks.length - 1;
  };
  return beside.filter(({ text }) => often(text)).map(({ at }) => at);
}

function nearest(lines: readonly Line[], at: number, step: number): string | undefined {
  let i = at + step;
  while (lines[i] !== undefined && lines[i]?.text.replaceAll('\f', '').trim() === '' && !lines[i]?.text.includes('\f'))
    i += step;
  return lines[i]?.text;
}
