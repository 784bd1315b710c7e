// What pages say of a kind of thing in front of its operations: "An invoice starts as a draft. Finalizing makes it open."
import { drawnIn } from '../extract/drawn-moves.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { Block } from '../read/document.js';
import type { Group } from './plan.js';
import { tagOf } from './tag.js';

/** Longer ones say much beside that. */
const LONGEST = 2000;

/** Tags (OpenAPI, Tag Object) with the text below the heading that all of their operations of a page stand below. */
export function tagDescriptions(
  pages: readonly Page[],
  groups: readonly Group[],
  profile: Profile,
): { tags?: { name: string; description: string }[] } {
  if (!profile.infer.samples) return {};
  const found = new Map<string, string[]>();
  for (const page of pages)
    for (const { name, description } of introductions(page, groups, profile))
      found.set(name, [...(found.get(name) ?? []), description]);
  const tags = [...found].map(([name, texts]) => ({ name, description: texts.join('\n\n') }));
  return tags.length > 0 ? { tags } : {};
}

function introductions(
  page: Page,
  groups: readonly Group[],
  profile: Profile,
): { name: string; description: string }[] {
  const operations = groups.flatMap((group) =>
    group.sources.flatMap((source) =>
      source.page === page ? [{ tag: tagOf(group), span: source.endpoint.span }] : [],
    ),
  );
  const above = headingsAbove(
    page,
    operations.map(({ span }) => span.start),
  );
  const sections = new Map<number, Set<string>>();
  for (const [i, { tag }] of operations.entries()) {
    const index = above[i];
    if (index !== undefined) sections.set(index, (sections.get(index) ?? new Set()).add(tag));
  }
  return [...sections].flatMap(([index, [name = '', more]]) => {
    const all = operations.every(({ tag }, i) => tag !== name || above[i] === index);
    const first = Math.min(...operations.flatMap(({ span }, i) => (above[i] === index ? [span.start] : [])));
    const blocks = page.document.blocks.slice(index + 1).filter(({ span }) => span.start < first);
    const description = all && more === undefined ? textOf(blocks, profile) : '';
    return description === '' || description.length > LONGEST ? [] : [{ name, description }];
  });
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
