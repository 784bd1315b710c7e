// The account of a page: every heading, row, list item, fence and link is used, ignored by a named rule, or reported. Nothing is lost silently.
import type { Diagnostic } from '../diagnostic.js';
import {
  type Block,
  type Document,
  type FenceBlock,
  type HeadingBlock,
  type ItemBlock,
  type Link,
  linksOf,
  placeOf,
  type Row,
  type Span,
} from '../read/document.js';

export type UnitKind = 'heading' | 'row' | 'item' | 'fence' | 'link';
export type Fate = 'used' | 'ignored' | 'reported';

export interface Entry {
  kind: UnitKind;
  fate: Fate;
  /** What it is used as, the rule that ignores it, or the code that reports it. */
  by: string;
  span: Span;
  text: string;
}

type Unit = HeadingBlock | Row | ItemBlock | FenceBlock | Link;

export interface Settlement {
  entries: Entry[];
  lost: { kind: UnitKind; unit: Unit }[];
}

export class Account {
  private readonly fates = new Map<Unit, { fate: Fate; by: string }>();
  /** The last settlement, while nothing has been added since. */
  private settled: Settlement | undefined;

  use(unit: Unit, as: string): void {
    this.fates.set(unit, { fate: 'used', by: as });
    this.settled = undefined;
  }

  ignore(unit: Unit, rule: string): void {
    if (!this.fates.has(unit)) this.fates.set(unit, { fate: 'ignored', by: rule });
    this.settled = undefined;
  }

  report(unit: Unit, code: string): void {
    this.fates.set(unit, { fate: 'reported', by: code });
    this.settled = undefined;
  }

  has(unit: Unit): boolean {
    return this.fates.has(unit);
  }

  /** Every unit of the document with its fate; those without one are in `lost`. */
  settle(document: Document): Settlement {
    if (this.settled) return this.settled;
    const entries: Entry[] = [];
    const lost: { kind: UnitKind; unit: Unit }[] = [];
    for (const { kind, unit } of unitsOf(document.blocks)) {
      const fate = this.fates.get(unit);
      if (fate) entries.push({ kind, ...fate, span: unit.span, text: textOf(unit) });
      else lost.push({ kind, unit });
    }
    this.settled = { entries, lost };
    return this.settled;
  }
}

/** A finding for each unit of a page that nothing took: with it, all are settled. */
export function reportLost(account: Account, document: Document, page: { id: string; lang: string }): Diagnostic[] {
  return account.settle(document).lost.map(({ kind, unit }) => {
    account.report(unit, 'doc/unaccounted');
    return {
      code: 'doc/unaccounted',
      severity: 'warning',
      page: page.id,
      lang: page.lang,
      ...placeOf(document, unit.span.start),
      message: `${kind} not understood`,
      help: 'see `docproof inspect` for what was understood of the page',
    };
  });
}

/** Everything that an account must settle, in the order of the page. */
export function unitsOf(blocks: Block[]): { kind: UnitKind; unit: Unit }[] {
  const units: { kind: UnitKind; unit: Unit }[] = [];
  const links = (found: readonly Link[]): void => {
    for (const unit of found) units.push({ kind: 'link', unit });
  };
  for (const block of blocks) {
    if (block.kind === 'heading') units.push({ kind: 'heading', unit: block });
    else if (block.kind === 'item') units.push({ kind: 'item', unit: block });
    else if (block.kind === 'fence') units.push({ kind: 'fence', unit: block });
    else if (block.kind === 'table') {
      for (const row of block.header ? [block.header, ...block.rows] : block.rows) {
        units.push({ kind: 'row', unit: row });
        for (const cell of row.cells) links(cell.links);
      }
      continue;
    }
    links(linksOf(block));
  }
  return units;
}

function textOf(unit: Unit): string {
  if ('cells' in unit) return unit.cells.map((cell) => cell.text).join(' | ');
  if ('href' in unit) return `[${unit.text}](${unit.href})`;
  return unit.text;
}
