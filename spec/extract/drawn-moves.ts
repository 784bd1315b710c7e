// Moves between states that pages draw: with arrows, in diagrams, in tables of what may follow what.
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Block, TableBlock } from '../read/document.js';

const ARROW = /→|⇒|➔|➜|-{1,2}>|=>/;
/** Code has arrows, too. */
const CODE = /[{}();"'$]|^\s*(?:curl|http)\b/;

/** Lines of a block that draw moves. */
export function drawnIn(block: Block, profile: Profile): string[] {
  if (block.kind === 'table') return movesOfTable(block, profile);
  if (block.kind === 'fence') return block.text.split('\n').filter((line) => ARROW.test(line) && !CODE.test(line));
  if (block.kind === 'item') return ARROW.test(block.text) ? [`- ${block.text}`] : [];
  return block.kind === 'paragraph' ? block.lines.map(({ text }) => text).filter((text) => ARROW.test(text)) : [];
}

/** `| From | To |`: a line with an arrow for each row that has both; none where the titles of the columns say something else. */
export function movesOfTable({ header, rows }: TableBlock, profile: Profile): string[] {
  const titles = (header?.cells ?? []).map(({ text }) => text.trim().toLowerCase());
  const [before, behind] = (['movesFrom', 'movesTo'] as const).map((kind) => {
    const words = wordsOf(profile, kind);
    return titles.findIndex((title) => words.includes(title));
  });
  if (before === undefined || behind === undefined || before < 0 || behind < 0 || before === behind) return [];
  return rows.flatMap(({ cells }) => {
    const [from, to] = [before, behind].map((i) => cells[i]?.text.replace(/\s+/g, ' ').trim() ?? '');
    return from && to ? [`${from} → ${to}`] : [];
  });
}
