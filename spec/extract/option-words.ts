// What a page about a query option says of it in words: limits, what is refused, what is passed over.
import type { Profile, Role } from '../profiles/profile.js';
import type { Document, HeadingBlock, ItemBlock, ParagraphBlock, Row } from '../read/document.js';
import { showsOption } from './option-facts.js';

/** Sections that show the option in use. */
const SHOWS: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['curl', 'requestSample', 'responseSample']);

export interface OptionWords {
  /** In Markdown: each section but the overview below its title. */
  text: string;
  /** The list items and rows that are in it; paragraphs are no units of an account. */
  items: (ItemBlock | Row)[];
}

/** @param told rows that tell the option's value, or are examples of it */
export function optionWords(
  document: Document,
  name: string,
  profile: Profile,
  told: ReadonlySet<Row> = new Set(),
): OptionWords {
  const parts: string[] = [];
  const items: OptionWords['items'] = [];
  let title: string | undefined;
  let skipped: HeadingBlock | undefined;
  let listed = false;
  const add = (text: string, item: boolean): void => {
    if (title !== undefined) parts.push(`**${title}**`);
    title = undefined;
    parts.push(listed && item ? `${parts.pop()}\n${text}` : text);
    listed = item;
  };
  for (const block of document.blocks) {
    if (block.kind === 'heading') {
      const role = profile.titles.match(block.text)?.value;
      if (skipped && (block.level <= skipped.level || role !== undefined)) skipped = undefined;
      if (SHOWS.has(role)) skipped = block;
      title = block.level === 1 || role === 'overview' ? undefined : block.text;
      listed = false;
    } else if (skipped) continue;
    else if (block.kind === 'paragraph') {
      const words = wordsOf(block, name);
      if (words !== '') add(words, false);
    } else if (block.kind === 'item') {
      items.push(block);
      add(asItem(block), true);
    } else if (block.kind === 'table') {
      const rows = block.rows.filter((row) => !told.has(row));
      for (const row of rows) add(asListed(row), true);
      items.push(...rows);
      listed = false;
    } else listed = false;
  }
  return { text: parts.join('\n\n'), items };
}

function asItem({ text, indent }: ItemBlock): string {
  const [first, ...others] = text.split('\n').map((line) => line.trim());
  return [`${' '.repeat(indent)}* ${first}`, ...others.map((line) => `${' '.repeat(indent + 2)}${line}`)].join('\n');
}

/** `Date: datetime'2017-12-15T09:39:10'; Without an offset it is UTC`. */
function asListed({ cells }: Row): string {
  const [first = '', ...others] = cells.map(({ text }) => text.trim().replaceAll('\n', ', ')).filter(Boolean);
  return `* ${others.length > 0 ? `${first}: ${others.join('; ')}` : first}`;
}

/** Without the lines that show how the option is written, as text copied from a rendered page has them. */
function wordsOf({ lines }: ParagraphBlock, name: string): string {
  return lines
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '' && !showsOption(text, name))
    .join('\n');
}
