// What a copy of a rendered page takes along around its text: the way to the page above its title, and the list of its own titles.
import type { HeadingHints } from './heading-hints.js';

/** Between the steps of a way: `Home > API > Boxes`. */
const STEP = /^[>›»/|·•→]+$/;
const STEPS = /\s[>›»→]\s/;
const MAX_TITLE = 70;
const MOST_AROUND = 60;
/** A sentence tells of the page, and is not its name. */
const SENTENCE = /[.。!！?？:：]$/;
/** So many lines are a list of titles, with so many titles of the profile among them. */
const FEWEST_LINES = 4;
const FEWEST_TITLES = 3;

interface Lines {
  length: number;
  line(i: number): string;
  levelOf(i: number): number | undefined;
}

export interface PageFrame {
  /** Lines of the list of titles ("On this page"): each stands again where its section is. */
  listed: ReadonlySet<number>;
  /** The line with the page's title; undefined where a section comes first. */
  title: number | undefined;
}

export function pageFrame(page: Lines, first: number, hints: HeadingHints): PageFrame {
  const filled: number[] = [];
  for (let i = first; i < page.length; i++) if (page.line(i) !== '') filled.push(i);
  const opening = filled.find((i) => page.levelOf(i) !== undefined);
  const listed = opening === undefined ? new Set<number>() : listedTitles(page, filled, opening);
  return { listed, title: titleLine(page, filled, listed, hints) };
}

/** The list begins with the title of the page's first section, as the sections do; it stands in front of them or behind. */
function listedTitles(page: Lines, filled: readonly number[], opening: number): Set<number> {
  const starts = [...filled.keys()].filter((k) => page.line(filled[k] as number) === page.line(opening));
  const [first, second] = starts;
  const [before, last] = starts.slice(-2);
  if (first === undefined || second === undefined || before === undefined || last === undefined) return new Set();
  const above = runOf(page, filled.slice(first, second), filled.slice(second));
  const below = runOf(page, filled.slice(last), filled.slice(before, last));
  return new Set([above, below].filter((run) => isList(page, run)).flatMap(({ lines }) => lines));
}

function isList(page: Lines, { lines, apart }: Run): boolean {
  const titles = lines.filter((i) => page.levelOf(i) !== undefined);
  return lines.length >= FEWEST_LINES && Math.min(titles.length, apart) >= FEWEST_TITLES;
}

interface Run {
  lines: readonly number[];
  /** How many of them have lines between themselves and the next one where they stand again: a second operation has none. */
  apart: number;
}

/** The first lines of `list` that stand in the same order in `text`, with anything between them. */
function runOf(page: Lines, list: readonly number[], text: readonly number[]): Run {
  let [at, apart] = [0, 0];
  const end = list.findIndex((i) => {
    const from = at;
    while (at < text.length && page.line(text[at] as number) !== page.line(i)) at++;
    if (at > from && at < text.length) apart++;
    return at++ >= text.length;
  });
  return { lines: end < 0 ? list : list.slice(0, end), apart };
}

/** The first line; where the way to the page stands above its title, the last one in front of the first section. */
function titleLine(
  page: Lines,
  filled: readonly number[],
  listed: ReadonlySet<number>,
  { isAround }: HeadingHints,
): number | undefined {
  const sections = filled.findIndex((i) => page.levelOf(i) !== undefined && !listed.has(i));
  const front = filled.slice(0, Math.max(0, sections)).filter((i) => !listed.has(i));
  if (sections < 0) return page.levelOf(filled[0] ?? 0) === undefined ? filled[0] : undefined;
  if (front.length > MOST_AROUND) return front[0];
  const isWay = (line: string): boolean => STEP.test(line) || STEPS.test(line) || isAround?.(line) === true;
  const names = front.filter((i) => {
    const line = page.line(i);
    return line.length <= MAX_TITLE && !SENTENCE.test(line) && !isWay(line);
  });
  const name = names.at(-1);
  const led = front.some((i) => isWay(page.line(i)) || (i !== name && page.line(i) === page.line(name ?? i)));
  return led ? (name ?? front[0]) : front[0];
}
