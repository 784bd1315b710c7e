// What pages say of a kind of thing in front of its operations: "An invoice starts as a draft. Finalizing makes it open."
import { drawnIn } from '../extract/drawn-moves.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { Block } from '../read/document.js';
import type { Group } from './plan.js';
import { tagOf } from './tag.js';

/** Longer ones say much beside that. */
const LONGEST = 2000;

/** An operation of a page: its tag, and where it begins. */
interface Tagged {
  tag: string;
  start: number;
}

/** Tags (OpenAPI, Tag Object) with the text below the heading that all of their operations of a page stand below. */
export function tagDescriptions(
  pages: readonly Page[],
  groups: readonly Group[],
  profile: Profile,
): { tags?: { name: string; description: string }[] } {
  if (!profile.infer.samples) return {};
  const byPage = new Map<Page, Tagged[]>(pages.map((page) => [page, []]));
  for (const group of groups)
    for (const { page, endpoint } of group.sources)
      byPage.get(page)?.push({ tag: tagOf(group), start: endpoint.span.start });
  const found = new Map<string, string[]>();
  for (const [page, operations] of byPage)
    for (const { name, description } of introductions(page, operations, profile))
      found.set(name, [...(found.get(name) ?? []), description]);
  const tags = [...found].map(([name, texts]) => ({ name, description: texts.join('\n\n') }));
  return tags.length > 0 ? { tags } : {};
}

function introductions(
  page: Page,
  operations: readonly Tagged[],
  profile: Profile,
): { name: string; description: string }[] {
  const above = headingsAbove(
    page,
    operations.map(({ start }) => start),
  );
  /** The headings that the operations of a tag stand below, and what is below each. */
  const places = new Map<string, Set<number | undefined>>();
  const sections = new Map<number, { tags: Set<string>; first: number }>();
  for (const [i, { tag, start }] of operations.entries()) {
    const index = above[i];
    places.set(tag, (places.get(tag) ?? new Set()).add(index));
    if (index === undefined) continue;
    const { tags, first } = sections.get(index) ?? { tags: new Set<string>(), first: start };
    sections.set(index, { tags: tags.add(tag), first: Math.min(first, start) });
  }
  return [...sections].flatMap(
    ([
      index,
      {
        tags: [name = '', more],
        first,
      },
    ]) => {
      if (more !== undefined || places.get(name)?.size !== 1) return [];
      const blocks: Block[] = [];
      for (let i = index + 1; (page.document.blocks[i]?.span.start ?? first) < first; i++)
        blocks.push(page.document.blocks[i] as Block);
      const description = textOf(blocks, profile);
      return description === '' || description.length > LONGEST ? [] : [{ name, description }];
    },
  );
}

/** For each operation of a page the heading around it that is no operation's own, by its place among the blocks. */
function headingsAbove({ document, endpoints }: Page, starts: readonly number[]): (number | undefined)[] {
  const titles = new Set(endpoints.map(({ title }) => title));
  const headings = document.blocks.flatMap((block, index) => (block.kind === 'heading' ? [{ ...block, index }] : []));
  const found: (number | undefined)[] = starts.map(() => undefined);
  const inOrder = starts.map((start, i) => ({ start, i })).sort((a, b) => a.start - b.start);
  const open: (typeof headings)[number][] = [];
  let next = 0;
  for (const { start, i } of inOrder) {
    for (let heading = headings[next]; heading && heading.span.start <= start; heading = headings[++next]) {
      const { level } = heading;
      while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
      open.push(heading);
    }
    found[i] = open.findLast(({ text }) => !titles.has(text))?.index;
  }
  return found;
}

/** Paragraphs and items up to the next heading, sample or table; behind that, of the sections that draw moves between states. */
function textOf(blocks: readonly Block[], profile: Profile): string {
  const end = blocks.findIndex(({ kind }) => kind !== 'paragraph' && kind !== 'item');
  const whole = end < 0 ? blocks : blocks.slice(0, end);
  const sections: Block[][] = [];
  for (const block of end < 0 ? [] : blocks.slice(end))
    if (block.kind === 'heading' || sections.length === 0) sections.push([block]);
    else sections.at(-1)?.push(block);
  const drawing = sections.filter((section) => section.some((block) => drawnIn(block, profile).length > 0));
  return [...whole, ...drawing.flat()]
    .flatMap((block) => {
      if (block.kind === 'paragraph') return block.lines.map(({ text }) => text);
      return block.kind === 'item' ? [`- ${block.text}`] : drawnIn(block, profile);
    })
    .join('\n')
    .trim();
}
