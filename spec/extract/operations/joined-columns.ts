// Attributes whose name, type and description stand below each other, under one title or none: the table "Name, Type, Description" of one
// column, and what is left of such tables and lists in copied text → tables.
import type { Profile, Role } from '../../profiles/profile.js';
import type { Block, Document, Inline, Row, Span, TableBlock } from '../../read/document.js';
import { readRequired } from '../table-rows.js';
import { REQUEST_ROLES, titledSection } from './section.js';
import { isTyping } from './type-words.js';

const NAME = /^[A-Za-z_$][\w$.[\]-]{0,80}$/;
/** Lines of a description. */
const MOST = 12;

interface Attribute {
  name: string;
  typing: string[];
  notes: string[];
  span: Span;
}

/** The document with a table for each run of such attributes. */
export function withJoinedColumns(document: Document, profile: Profile): Document {
  const blocks: Block[] = [];
  let role: Role | undefined;
  for (let i = 0; i < document.blocks.length; ) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'heading') role = titledSection(block.text, profile)?.role;
    const named = role !== undefined && (REQUEST_ROLES.has(role) || role === 'responseBody');
    const run = document.flattened && named ? copied(document.blocks, i, profile) : undefined;
    blocks.push(run ? tableOf(run.attributes) : block.kind === 'table' ? apart(block, profile) : block);
    i += run?.blocks ?? 1;
  }
  return { ...document, blocks };
}

/** "Name, Type, Description" over cells with a line for each. */
function apart(table: TableBlock, profile: Profile): TableBlock {
  const [title, ...others] = table.header?.cells ?? [];
  const titles = title?.text.split(/,\s/) ?? [];
  const joined = others.length === 0 && titles.length > 1 && titles.every((text) => profile.columns.match(text));
  const attributes = joined ? table.rows.map((row) => attributeIn(row, profile)) : [];
  return attributes.length > 0 && attributes.every((one) => one !== undefined) ? tableOf(attributes) : table;
}

function attributeIn({ cells: [cell], span }: Row, profile: Profile): Attribute | undefined {
  const [first = '', ...notes] = cell?.text.split('\n') ?? [];
  const found = inLine(first, profile);
  return found && { ...found, notes, span };
}

/** Lines with a name and its type, each with what tells of it below. */
function copied(
  blocks: readonly Block[],
  at: number,
  profile: Profile,
): { attributes: Attribute[]; blocks: number } | undefined {
  const attributes: Attribute[] = [];
  let i = at;
  for (;;) {
    const start = startAt(blocks, i, profile);
    const last = attributes.at(-1);
    const line = lineOf(blocks[i]);
    if (start) {
      attributes.push({ ...start.attribute, notes: [] });
      i += start.blocks;
    } else if (last && line !== undefined && last.notes.length < MOST) {
      last.notes.push(line);
      i++;
    } else break;
  }
  return attributes.length > 0 ? { attributes, blocks: i - at } : undefined;
}

type Start = { attribute: Omit<Attribute, 'notes'>; blocks: number };

function startAt(blocks: readonly Block[], i: number, profile: Profile): Start | undefined {
  const [line, below, third] = [lineOf(blocks[i]), lineOf(blocks[i + 1]), lineOf(blocks[i + 2])];
  const span = blocks[i]?.span;
  if (line === undefined || !span) return undefined;
  const found = inLine(line, profile);
  if (found) return { attribute: { ...found, span }, blocks: 1 };
  if (!NAME.test(line) || below === undefined || !isTyping(below, profile)) return undefined;
  const mark = third !== undefined && readRequired(third, profile) !== undefined ? [third] : [];
  return { attribute: { name: line, typing: [below, ...mark], span }, blocks: 2 + mark.length };
}

/** `size integer Required` */
function inLine(line: string, profile: Profile): Omit<Attribute, 'notes' | 'span'> | undefined {
  const [name = '', ...words] = line.replace(/`/g, '').trim().split(/\s+/);
  if (!NAME.test(name) || words.length === 0 || words.length > 6) return undefined;
  const marked = words.length > 1 && readRequired(words.at(-1) as string, profile) !== undefined;
  const type = (marked ? words.slice(0, -1) : words).join(' ');
  return isTyping(type, profile) ? { name, typing: marked ? [type, words.at(-1) as string] : [type] } : undefined;
}

function lineOf(block: Block | undefined): string | undefined {
  return block?.kind === 'paragraph' && block.lines.length === 1 ? block.lines[0]?.text.trim() : undefined;
}

function tableOf(attributes: readonly Attribute[]): TableBlock {
  const rowOf = (span: Span, ...texts: string[]): Row => ({
    kind: 'row',
    cells: texts.map((text): Inline => ({ text, span, links: [] })),
    span,
    closed: true,
  });
  const [first, last] = [attributes[0], attributes.at(-1)] as [Attribute, Attribute];
  const span = { start: first.span.start, end: last.span.end };
  const rows = attributes.map((one) => rowOf(one.span, one.name, one.typing.join(', '), one.notes.join('\n')));
  return {
    kind: 'table',
    header: rowOf({ start: span.start, end: span.start }, 'Name', 'Type', 'Description'),
    rows,
    span,
  };
}
