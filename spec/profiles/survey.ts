// Counts what a folder of unknown documents is made of: headings, table columns, request lines, and what stands under and in them.
import { operationStarts } from '../extract/operations/operation-starts.js';
import { requestLines } from '../extract/operations/request-line.js';
import { isMethod } from '../extract/page-text.js';
import { isUrl } from '../extract/urls.js';
import type { Block, Document, TableBlock } from '../read/document.js';
import { placeOf } from '../read/document.js';
import type { Field, ProfileFile, Role } from './profile.js';
import { normalise } from './words.js';

/** One spelling of a heading or a column, however often it occurs. */
export interface Tally<T extends string> {
  text: string;
  count: number;
  /** First place, for people. */
  where: string;
  /** What its content looks like, by meaning. */
  looks: Map<T, number>;
}

export interface Survey {
  pages: number;
  tables: number;
  fences: number;
  commands: number;
  /** Request lines (`GET /things`), and pages with more than one. */
  requests: number;
  manyOperations: number;
  headings: Tally<Role>[];
  columns: Tally<Field>[];
  /** Hosts of commands, most used first. */
  hosts: string[];
}

/** @param profile the nearest known profile: its words tell which headings are parts of an operation */
export function survey(documents: readonly Document[], profile: ProfileFile): Survey {
  const surveyor = new Surveyor(profile);
  for (const document of documents) surveyor.look(document);
  return surveyor.survey(documents.length);
}

class Surveyor {
  private readonly headings = new Map<string, Tally<Role>>();
  private readonly columns = new Map<string, Tally<Field>>();
  private readonly hosts = new Map<string, number>();
  private readonly counts = { tables: 0, fences: 0, commands: 0, requests: 0, manyOperations: 0 };

  constructor(private readonly profile: ProfileFile) {}

  look(document: Document): void {
    const starts = operationStarts(document.blocks, this.profile);
    this.counts.requests += starts.size;
    if (starts.size > 1) this.counts.manyOperations++;
    const where = (offset: number): string => {
      const { file, line } = placeOf(document, offset);
      return `${file}:${line}`;
    };
    document.blocks.forEach((block, i) => {
      if (block.kind === 'table') this.table(block, where);
      else if (block.kind === 'fence') this.fence(block.text);
      else if (block.kind === 'heading' && block.level > 1 && !starts.has(block)) {
        if (requestLines(block, this.profile).length > 0) return;
        const tally = count(this.headings, block.text, where(block.span.start));
        for (const role of looksOfSection(document.blocks, i)) tally.looks.set(role, (tally.looks.get(role) ?? 0) + 1);
      }
    });
  }

  private table(table: TableBlock, where: (offset: number) => string): void {
    this.counts.tables++;
    table.header?.cells.forEach((cell, column) => {
      if (cell.text === '') return;
      const tally = count(this.columns, cell.text, where(cell.span.start));
      const look = lookOfColumn(table, column);
      if (look) tally.looks.set(look, (tally.looks.get(look) ?? 0) + 1);
    });
  }

  private fence(text: string): void {
    this.counts.fences++;
    if (/^[^\S\n]*(?:\$\s+)?curl\s/m.test(text)) this.counts.commands++;
    const host = /\bcurl\b[\s\S]{0,2000}?https?:\/\/([^\s/"'?#]{1,200})/.exec(text.slice(0, 4000))?.[1];
    if (host) this.hosts.set(host, (this.hosts.get(host) ?? 0) + 1);
  }

  survey(pages: number): Survey {
    return {
      pages,
      ...this.counts,
      headings: mostUsed(this.headings),
      columns: mostUsed(this.columns),
      hosts: [...this.hosts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([host]) => host),
    };
  }
}

function mostUsed<T extends string>(tallies: Map<string, Tally<T>>): Tally<T>[] {
  return [...tallies.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

function count<T extends string>(map: Map<string, Tally<T>>, text: string, where: string): Tally<T> {
  const key = normalise(text);
  const tally: Tally<T> = map.get(key) ?? { text: text.trim(), count: 0, where, looks: new Map() };
  tally.count++;
  map.set(key, tally);
  return tally;
}

/** What the blocks below a heading, up to the next one, look like. */
function looksOfSection(blocks: readonly Block[], at: number): Set<Role> {
  const looks = new Set<Role>();
  for (let i = at + 1; i < blocks.length && blocks[i]?.kind !== 'heading'; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'fence') {
      const text = block.text.trim();
      if (/^(?:\$\s+)?curl\s/m.test(text)) looks.add('curl');
      else if (isUrl(text.split('\n')[0] ?? '')) looks.add('url');
      else if (/^[[{]/.test(text)) looks.add('sample');
    } else if (block.kind === 'paragraph' && block.lines.length === 1) {
      const text = block.lines[0]?.text.trim() ?? '';
      if (isMethod(text)) looks.add('method');
      else if (/^[1-5]\d\d(?:\s|$)/.test(text)) looks.add('status');
      else if (isUrl(text)) looks.add('url');
    } else if (block.kind === 'table') {
      const names = block.rows.map((row) => row.cells[0]?.text ?? '');
      if (most(names, (n) => /^[1-5]\d\d$/.test(n))) looks.add('status');
      else if (most(names, (n) => /^(?:[A-Z][a-z]+-)+[A-Z]?[a-z]+$|^(?:Authorization|Accept|Location|ETag)$/.test(n)))
        looks.add('requestHeader');
      else if (most(names, (n) => /^[\w$.[\]{}:-]{1,60}$/.test(n))) looks.add('parameters');
    }
  }
  return looks;
}

const TYPE = /^(?:string|integer|int|number|boolean|bool|object|array|float|double|date|datetime|file|hash)\b/i;

function lookOfColumn(table: TableBlock, column: number): Field | undefined {
  const cells = table.rows.map((row) => row.cells[column]?.text ?? '').filter((text) => text !== '');
  if (cells.length < 2) return undefined;
  if (most(cells, (c) => /^[1-5]\d\d$/.test(c))) return 'status';
  if (most(cells, (c) => TYPE.test(c))) return 'type';
  if (most(cells, (c) => c.length <= 12) && new Set(cells.map(normalise)).size <= 2 && cells.length > 2)
    return 'required';
  if (column === 0 && most(cells, (c) => /^[\w$.[\]{}:-]{1,60}$/.test(c))) return 'name';
  return most(cells, (c) => /\s/.test(c)) ? 'overview' : undefined;
}

function most(texts: readonly string[], fits: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(fits).length * 3 >= texts.length * 2;
}
