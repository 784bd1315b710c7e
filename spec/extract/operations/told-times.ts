// A page that tells of one timestamp that it is a number means it of all that it calls so.
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, Inline } from '../../read/document.js';

/** A name, and the type behind it, in brackets or not: "`made_at` (timestamp)", "made_at nullable timestamp". */
const TYPED = /^([`*]{0,3}[\w.[\]-]{1,80}[`*]{0,3}[\s:]{0,3}[(（]?(?:[a-z]{1,10} )?)timestamp(?![\w-])/i;
/** A cell of a table. */
const CELL = /^timestamp(?![\w-])/i;
const TEXT = /\bISO[ -]?8601\b|\bRFC[ -]?3339\b/i;

/** The document with "unix timestamp" for every type "timestamp", where one is told to be such and none to be a text. */
export function withToldTimes(document: Document, { wording }: Profile): Document {
  if (!/timestamp/i.test(document.text)) return document;
  const told = document.blocks.flatMap(timesIn);
  if (!told.some((text) => wording.unixTime.test(text)) || told.some((text) => TEXT.test(text))) return document;
  return { ...document, blocks: document.blocks.map(named) };
}

/** Words that tell of what is typed so. */
function timesIn(block: Block): string[] {
  if (block.kind === 'item') return TYPED.test(block.text) ? [block.text] : [];
  const rows = block.kind === 'table' ? block.rows : [];
  return rows.flatMap(({ cells }) =>
    cells.some(({ text }) => CELL.test(text)) ? [cells.map(({ text }) => text).join('\n')] : [],
  );
}

function named(block: Block): Block {
  if (block.kind === 'item') return { ...block, text: block.text.replace(TYPED, '$1unix timestamp') };
  if (block.kind !== 'table') return block;
  const cell = (one: Inline): Inline => (CELL.test(one.text) ? { ...one, text: `unix ${one.text}` } : one);
  return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(cell) })) };
}
