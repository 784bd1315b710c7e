// Pages that document several operations one below the other: what each of them is told by, what all of them share.
import { roleOf } from '../profiles/near-title.js';
import type { Profile, Role } from '../profiles/profile.js';
import type { Block, Document, HeadingBlock, Span } from '../read/document.js';

/** What one operation of a page is told by. */
export interface PagePart {
  /** Its title, where the heading is not merely the name of a section. */
  title?: string;
  /** Words below its heading. */
  introduction: string;
  /** Its own blocks and those that stand outside all parts. */
  blocks: Block[];
  /** Of its own blocks. */
  span: Span;
}

/** Sections that say what comes back. */
const ANSWERS: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['response', 'status', 'responseBody']);

/** What all parts share is read with each: a page with more than this is read as one. */
const MAX_PARTS = 100;

interface Section {
  heading: HeadingBlock;
  role: Role | undefined;
  /** Sections around it, outermost first, and itself. */
  chain: Section[];
  /** Indexes of its first block and of the first behind it. */
  from: number;
  to: number;
}

/** The parts of a page; one where it documents one operation, or none. */
export function partsOf(document: Document, profile: Profile): [PagePart, ...PagePart[]] {
  const { blocks } = document;
  const starts = startsOf(blocks, profile);
  const [first, second] = starts;
  if (!first || !second || starts.length > MAX_PARTS)
    return [{ introduction: '', blocks, span: { start: document.bodyStart, end: document.text.length } }];
  const end = starts.at(-1)?.to ?? blocks.length;
  const between = starts.flatMap((start, i) => blocks.slice(start.to, starts[i + 1]?.from ?? start.to));
  const partOf = ({ heading, role, from, to }: Section): PagePart => ({
    ...(role === undefined ? { title: heading.text } : {}),
    introduction: role === undefined ? introduction(blocks.slice(from + 1, to)) : '',
    blocks: [...blocks.slice(0, first.from), ...blocks.slice(from, to), ...between, ...blocks.slice(end)],
    span: { start: heading.span.start, end: blocks[to]?.span.start ?? document.text.length },
  });
  return [partOf(first), partOf(second), ...starts.slice(2).map(partOf)];
}

/**
 * The sections that hold one operation each: beside one another, each with a method and an answer of its own. None where
 * the methods of a page stand together, or their answers do.
 */
function startsOf(blocks: Block[], profile: Profile): Section[] {
  const sections = sectionsOf(blocks, profile);
  const methods = sections.filter(({ role }) => role === 'method');
  const [one] = methods;
  if (!one || methods.length < 2) return [];
  const depth = one.chain.findIndex((section, i) => methods.some(({ chain }) => chain[i] !== section));
  const starts = [...new Set(methods.flatMap(({ chain }) => chain[depth] ?? []))];
  const [first] = starts;
  if (!first || starts.length < 2 || (first.role !== undefined && first.role !== 'request')) return [];
  if (starts.some(({ role, heading }) => role !== first.role || heading.level !== first.heading.level)) return [];
  // A request ends where the next begins: its response stands beside it.
  const whole =
    first.role === undefined
      ? starts
      : starts.map((start, i) => ({
          ...start,
          to: starts[i + 1]?.from ?? endOfAnswer(start, sections, blocks.length),
        }));
  const answers = sections.filter(({ role }) => ANSWERS.has(role));
  return whole.every(({ from, to }) => answers.some((answer) => answer.from > from && answer.from < to)) ? whole : [];
}

/** Where the answers to the last request end: where something else begins beside them, or the section around them ends. */
function endOfAnswer(request: Section, sections: Section[], end: number): number {
  const behind = sections.filter(({ from }) => from >= request.to);
  return behind.find(({ chain }) => !chain.some((one) => ANSWERS.has(one.role)))?.from ?? end;
}

function sectionsOf(blocks: Block[], profile: Profile): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'heading') return;
    for (let last = open.at(-1); last && last.heading.level >= block.level; last = open.at(-1)) {
      last.to = i;
      open.pop();
    }
    const role = roleOf(block.text, profile);
    const section: Section = { heading: block, role, chain: [], from: i, to: blocks.length };
    open.push(section);
    section.chain.push(...open);
    sections.push(section);
  });
  return sections;
}

/** The paragraphs between a heading and the next. */
function introduction(blocks: Block[]): string {
  const next = blocks.findIndex((block) => block.kind === 'heading');
  return blocks
    .slice(0, next < 0 ? blocks.length : next)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.lines.map((line) => line.text).join('\n')] : []))
    .join('\n\n');
}
