// Lists whose items are names, with the titles of columns below each (`* Name`, `    * Required: Yes`), and definitions of that kind
// (`Name`, `: Required: Yes`) → tables.
import type { Field, Profile } from '../profiles/profile.js';
import type { Block, Document, Inline, ItemBlock, Row, TableBlock } from '../read/document.js';

/** A name, what brackets say of it, and what it is. */
const NAME = /^([\p{L}\p{N}_$@.:[\]{}-]{1,80})(?:\s?[:：]|\s[–—-](?=\s)|$)\s{0,3}([^\n]{0,2000})$/u;
const TITLED = /^([^:：\n]{2,40}?)\s{0,3}[:：]\s{0,3}(\S[\s\S]{0,4000})$/;
/** Titles that only what is sent or answered has. */
const TELLING: ReadonlySet<Field> = new Set<Field>(['type', 'required', 'effective', 'overview', 'notes', 'default']);

interface Entry {
  name: Inline;
  overview: Inline | undefined;
  values: Map<Field, Inline>;
  span: { start: number; end: number };
}

/** The document with a table for every list of that kind. */
export function withListedTables(document: Document, profile: Profile): Document {
  const blocks: Block[] = [];
  let entries: Entry[] = [];
  const flush = (): void => {
    if (entries.length > 0) blocks.push(tableOf(entries, profile));
    entries = [];
  };
  for (let i = 0; i < document.blocks.length; ) {
    const block = document.blocks[i] as Block;
    const found = block.kind === 'item' ? listed(document.blocks, i, profile) : defined(block, profile);
    if (found) entries.push(found.entry);
    else flush();
    if (!found) blocks.push(block);
    i += found?.blocks ?? 1;
  }
  flush();
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}

/** An item and those below it. */
function listed(blocks: readonly Block[], at: number, profile: Profile): { entry: Entry; blocks: number } | undefined {
  const top = blocks[at] as ItemBlock;
  const below: ItemBlock[] = [];
  for (
    let next = blocks[at + 1];
    next?.kind === 'item' && next.indent > top.indent;
    next = blocks[at + 1 + below.length]
  )
    below.push(next);
  const entry = entryOf(top, below, profile);
  return entry && { entry, blocks: below.length + 1 };
}

/** A line with a name, and lines below that begin with a colon. */
function defined(block: Block, profile: Profile): { entry: Entry; blocks: number } | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const [top, ...below] = block.lines;
  if (!top || below.length === 0 || !below.every(({ text }) => /^[:：]\s/.test(text))) return undefined;
  const entry = entryOf(
    top,
    below.map((line) => ({ ...line, text: line.text.replace(/^[:：]\s{0,8}/, '') })),
    profile,
  );
  return entry && { entry, blocks: 1 };
}

function entryOf(top: Inline, below: readonly Inline[], profile: Profile): Entry | undefined {
  const [, name, words = ''] = NAME.exec(top.text.trim()) ?? [];
  if (!name || below.length === 0) return undefined;
  const values = new Map<Field, Inline>();
  for (const line of below) {
    const [, title = '', text = ''] = TITLED.exec(line.text.trim()) ?? [];
    const field = profile.columns.match(title)?.value;
    if (field === undefined || values.has(field)) return undefined;
    values.set(field, { ...line, text });
  }
  if (![...values.keys()].some((field) => TELLING.has(field))) return undefined;
  const span = { start: top.span.start, end: below.at(-1)?.span.end ?? top.span.end };
  return { name: { ...top, text: name }, overview: words === '' ? undefined : { ...top, text: words }, values, span };
}

function tableOf(entries: readonly Entry[], profile: Profile): TableBlock {
  const statuses = entries.every(({ name }) => /^[1-5]\d\d$/.test(name.text));
  const told = new Set(
    entries.flatMap(({ values, overview }) => [...(overview ? ['overview' as const] : []), ...values.keys()]),
  );
  // Names below belong to what is named above.
  const first = statuses ? 'status' : told.has('name') ? 'parent' : 'name';
  const columns: Field[] = [first, ...told];
  const { start } = entries[0]?.span ?? { start: 0 };
  const top = { start, end: start };
  const none: Inline = { text: '', span: top, links: [] };
  const titleOf = (column: Field): string =>
    profile.columns.phrases.find(({ value }) => value === column)?.text ?? column;
  const header = columns.map((column) => ({ ...none, text: titleOf(column) }));
  const rows = entries.map(({ name, overview, values, span }): Row => {
    const cells = columns.map((column, i) =>
      i === 0 ? name : (values.get(column) ?? (column === 'overview' ? overview : undefined) ?? none),
    );
    return { kind: 'row', cells, span, closed: true };
  });
  return {
    kind: 'table',
    header: { kind: 'row', cells: header, span: top, closed: true },
    rows,
    span: { start, end: entries.at(-1)?.span.end ?? start },
  };
}
