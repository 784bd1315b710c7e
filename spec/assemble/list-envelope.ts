// What stands around the members of lists that come in parts: how many there are, where the next part is.

import { plainKey } from '../constraints/wording-lists.js';
import type { Page } from '../extract/page.js';
import { columnsOf } from '../extract/table-columns.js';
import { isObject } from '../is-object.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import type { Block, TableBlock } from '../read/document.js';
import { sampleValue } from './body-schema.js';
import { textsOf } from './error-format.js';
import type { Group } from './plan.js';

/** What envelopes call the members of a list, whatever it lists. */
const MEMBERS = /^(?:data|items|results?|records|entries|elements|content|objects|rows|list|values)$/i;
/** What only an answer says of a part. */
const SIGNS =
  /^(?:total\w*|(?:total|item|result|record)_?count|count|has_?(?:more|next|prev\w*)|next\w*|prev\w*|page_?count|pages|links|meta|last_?page)$/i;
/** A name in an object of running text: `{"items": [...], "next_cursor": "..."}`. */
const NAME = /"([\w-]{1,40})"\s{0,3}:/g;
const MAX_TEXT = 4000;

export function isMembers(name: string): boolean {
  return MEMBERS.test(name);
}

/** Whether a table tells of what comes back, not of what is asked for. */
export function isOfAnswer(blocks: readonly Block[], index: number, profile: Profile): boolean {
  const block = blocks[index];
  if (block?.kind !== 'table') return false;
  const before = blocks[index - 1];
  const lead = before?.kind === 'paragraph' ? textsOf(before).join(' ') : '';
  const isAnnounced = mentions(lead, 'comesBack', profile) && !mentions(lead, 'options', profile);
  const rows = fieldsOf(block, profile);
  const lists = rows.filter(({ type }) => isListType(type, profile));
  return isAnnounced
    ? lists.length > 0 || rows.some(({ name }) => SIGNS.test(name) || MEMBERS.test(name))
    : lists.some(({ name }) => MEMBERS.test(name));
}

/** Names of what blocks show around the members of lists; none where they show no list or nothing around one. */
export function aroundLists(blocks: readonly Block[], profile: Profile): string[] {
  const shown = blocks.flatMap((block, i) => {
    if (block.kind === 'table')
      return isOfAnswer(blocks, i, profile) ? [fieldsOf(block, profile).map(({ name }) => name)] : [];
    const texts = block.kind === 'fence' ? [block.text] : textsOf(block);
    return texts.map((text) => (text.length > MAX_TEXT ? [] : [...text.matchAll(NAME)].map(([, name = '']) => name)));
  });
  return shown.flatMap((names) =>
    names.some((name) => MEMBERS.test(name)) ? names.filter((name) => !MEMBERS.test(name)) : [],
  );
}

/** A list that comes at once: its page says so, or shows nothing of what stands around the lists that come in parts. */
export function isWhole({ sources }: Group, around: ReadonlySet<string>, profile: Profile): boolean {
  const texts = sources.flatMap(({ endpoint }) => [
    endpoint.description ?? '',
    ...(endpoint.said ?? []).map(({ value }) => value),
    ...(endpoint.returns ?? []),
  ]);
  if (texts.some((text) => mentions(text, 'unpaged', profile))) return true;
  const shown = shownBy(sources).filter((value) => isObject(value));
  return around.size > 0 && shown.length > 0 && shown.every((value) => Object.keys(value).length === 1);
}

/** What the samples of the answers of operations show. */
export function shownBy(sources: readonly { endpoint: Page['endpoints'][number] }[]): unknown[] {
  const samples = sources.flatMap(({ endpoint }) => endpoint.responses.flatMap(({ body }) => body.samples));
  return samples.map(({ text }) => sampleValue(text));
}

function fieldsOf(table: TableBlock, profile: Profile): { name: string; type: string }[] {
  const { columns, rows } = columnsOf(table, { role: 'responseBody', side: 'response' }, profile);
  const [name, type] = [columns.indexOf('name'), columns.indexOf('type')];
  if (name < 0) return [];
  return rows.map(({ cells }) => ({ name: cells[name]?.text ?? '', type: cells[type]?.text ?? '' }));
}

function isListType(type: string, { wording }: Profile): boolean {
  return wording.types.get(plainKey(type))?.type === 'array' || wording.isArrayOf.test(type) || /\[\]$/.test(type);
}
