// Things that pages tell of below the heading of no operation ("The zone object"): what they are called, what they have, a sample.
import { withCodeMarks } from '../extract/code-marks.js';
import { readAttribute, readBullet } from '../extract/operations/attributes.js';
import { BulletNesting } from '../extract/operations/bullet-nesting.js';
import { sampleInText } from '../extract/operations/code-blocks.js';
import type { FieldRow, Page, Sample } from '../extract/page.js';
import { columnsOf } from '../extract/table-columns.js';
import { isObject } from '../is-object.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Block, FenceBlock, HeadingBlock, ItemBlock, TableBlock } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { singular } from '../singular.js';
import { sampleValue } from './body-schema.js';
import { blocksOfNoOperation } from './error-format.js';

export interface Thing {
  /** In small letters, one of it: `zone`; empty where no heading names it. */
  name: string;
  /** Members of objects by their whole names: `address.city`. */
  rows: FieldRow[];
  /** A column of its own says which of them must be sent. */
  inColumn: boolean;
  sample?: Sample;
}

/** A thing, and the page that tells of it. */
export type Known = Thing & { page: Page };

/** Fewer fields than this are a table of anything, unless an address has the name of what the table is about. */
export const FEWEST = 3;
const FEWEST_OF_PLACE = 2;

export const thingsOf = (page: Page, profile: Profile): Thing[] => thingsBy(profile)(page);

const thingsBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): Thing[] => {
    if (!profile.infer.samples) return [];
    const places = placesOf(page);
    const named = new Set([...places].map(singular));
    return sectionsOf(blocksOfNoOperation(page), places, profile).flatMap(({ name, blocks }): Thing[] => {
      const fewest = named.has(name) ? FEWEST_OF_PLACE : FEWEST;
      const shown = blocks.flatMap((block) => (block.kind === 'fence' ? (sampleOf(block) ?? []) : []));
      const described = listsIn(blocks).flatMap((list): Thing[] => {
        const rows = rowsOfList(list, page, profile);
        const sample = shown.find(({ value }) => rows.filter((row) => row.name in value).length >= fewest);
        const typed = rows
          .map((row) => (row.type === '' ? { ...row, type: typeOf(sample?.value[row.name]) } : row))
          .filter(({ type, name: field }) => type !== '' || (sample && field in sample.value));
        const inColumn = list.some((block) => block.kind === 'table' && columnsIn(block, profile).includes('required'));
        return typed.length < fewest
          ? []
          : [{ name, rows: typed, inColumn, ...(sample ? { sample: sample.sample } : {}) }];
      });
      const alone = described.length === 0 && named.has(name) ? shown.find(showsOne) : undefined;
      return alone ? [{ name, rows: [], inColumn: false, sample: alone.sample }] : described;
    });
  }),
);

function showsOne({ value }: { value: object }): boolean {
  return Object.keys(value).length >= FEWEST;
}

/** What stands below each heading, up to the next. */
function sectionsOf(
  blocks: Block[],
  places: ReadonlySet<string>,
  profile: Profile,
): { name: string; blocks: Block[] }[] {
  const sections: { name: string; blocks: Block[] }[] = [{ name: '', blocks: [] }];
  const above: { level: number; name: string }[] = [];
  for (const block of blocks) {
    if (block.kind !== 'heading') {
      sections.at(-1)?.blocks.push(block);
      continue;
    }
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop();
    const name = nameIn(block, places, profile) || (above.at(-1)?.name ?? '');
    above.push({ level: block.level, name });
    sections.push({ name, blocks: [] });
  }
  return sections;
}

/** Words of a title that do not name what it is about. */
const SAYS_NOTHING =
  /^(?:the|an?|of|objects?|resources?|models?|entity|entities|representation|schema|properties|fields|attributes|members|structure|l|les?|la|une?|de|du|des|objets?|ressources?|modèles?|champs|attributs|propriétés|das|der|die|objekt|ressource|felder|eigenschaften)$/;

/** Words of the paths of a page: what is called like one may be a thing, whatever else its name means. */
function placesOf({ endpoints }: Page): ReadonlySet<string> {
  return new Set(endpoints.flatMap(({ urls }) => urls.flatMap(({ text }) => text.toLowerCase().split(/[/?]/))));
}

/** `customer` of "The customer object", `meter` of "Meters"; empty for a title of many words. */
export function nameIn({ text }: HeadingBlock, places: ReadonlySet<string>, profile: Profile): string {
  const ends = wordsOf(profile, 'objectEnds');
  /** In one word with the name: `品目オブジェクト`. */
  const bare = (word: string): string => {
    const end = ends.find((one) => word.length > one.length && word.endsWith(one));
    return end === undefined ? word : word.slice(0, -end.length);
  };
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/\s+/)
    .map(bare)
    .filter((word) => word !== '' && (!SAYS_NOTHING.test(word) || places.has(word)));
  return words.length > 2 ? '' : singular(words.join(' '));
}

/** Tables, and items with nothing but items between them. */
function listsIn(blocks: Block[]): Block[][] {
  const lists: Block[][] = [];
  blocks.forEach((block, i) => {
    if (block.kind === 'table') lists.push([block]);
    else if (block.kind === 'item' && blocks[i - 1]?.kind === 'item') lists.at(-1)?.push(block);
    else if (block.kind === 'item') lists.push([block]);
  });
  return lists;
}

/** Items inside an object or a list are its members; inside anything else they tell of something else. */
function rowsOfList(list: Block[], page: Page, profile: Profile): FieldRow[] {
  const nesting = new BulletNesting(profile.wording);
  let closed: number | undefined;
  return list.flatMap((block) => {
    const rows = fieldsOf(block, page, profile);
    if (block.kind !== 'item') return rows;
    if (closed !== undefined && block.indent > closed) return [];
    closed = rows.some(({ type }) => profile.wording.tellsOfFields.test(type)) ? undefined : block.indent;
    return rows.map((row) => ({ ...row, name: nesting.nameOf(block.indent, row) }));
  });
}

function sampleOf(fence: FenceBlock): { sample: Sample; value: { [name: string]: unknown } } | undefined {
  if (!/^(?:json.*)?$/.test(fence.info)) return undefined;
  const value = sampleValue(fence.text);
  return isObject(value) ? { sample: { ...sampleInText(fence.text, fence.start, ''), fence }, value } : undefined;
}

/** Word for the type of a value in a sample; empty for one that tells of none. */
function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return value === undefined || value === null ? '' : typeof value;
}

/** `paid_at, voided_at (timestamp)`: names that share what is said of them. */
const SHARED = /^([\w.-]{1,60}(?:, [\w.-]{1,60}){1,9})(?=\s{0,3}[(:：–—-])/;

function fieldsOf(block: Block, page: Page, profile: Profile): FieldRow[] {
  const { text } = page.document;
  if (block.kind === 'table') return rowsOf(block, text, profile);
  if (block.kind !== 'item') return [];
  const shared = SHARED.exec(block.text)?.[1];
  const items = shared?.split(', ').map((name) => ({ ...block, text: name + block.text.slice(shared.length) }));
  return (items ?? [block]).flatMap((item: ItemBlock) => readBullet(item, profile, text) ?? []);
}

function columnsIn(table: TableBlock, profile: Profile): readonly (string | undefined)[] {
  return columnsOf(table, { role: 'responseBody', side: 'response' }, profile).columns;
}

function rowsOf(table: TableBlock, text: string, profile: Profile): FieldRow[] {
  const { columns, rows } = columnsOf(table, { role: 'responseBody', side: 'response' }, profile);
  if (!columns.includes('name') || !columns.includes('type')) return [];
  return rows.flatMap((row) => readAttribute(withCodeMarks(row, text), columns, profile) ?? []);
}
