// Options that pages tell of all lists at once, below the heading of no operation: "All lists take `page` and `per_page`".
import { withCode, withCodeMarks } from '../extract/code-marks.js';
import { bullet, readAttribute, readBullet } from '../extract/operations/attributes.js';
import { behindName, spokenQueries } from '../extract/operations/spoken-queries.js';
import type { Page, ParameterFact } from '../extract/page.js';
import { columnsOf } from '../extract/table-columns.js';
import { isObject } from '../is-object.js';
import { mentions } from '../profiles/mentions.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Block, Inline } from '../read/document.js';
import { rememberedFor } from '../remember.js';
import { blocksAboutAll, textsOf } from './error-format.js';
import { aroundLists, isMembers, isOfAnswer, isWhole, shownBy } from './list-envelope.js';
import type { Group } from './plan.js';

/** Names that lists have for their parts, whatever they list. */
export const PAGING =
  /^(?:page(?:_?(?:number|no|size|token))?|per_?page|limit|offset|cursor|starting_?after|ending_?before|max_?results|par_?page|limite|seite|pro_?seite)$/i;
/** How many, which page: numbers. */
const COUNTS =
  /^(?:page(?:_?(?:number|no|size))?|per_?page|limit|offset|max_?results|par_?page|limite|seite|pro_?seite)$/i;
const MAX_TEXT = 4000;

export function toldOptions(page: Page, profile: Profile): ParameterFact[] {
  return optionsBy(profile)(page);
}

/** Whether operations of other pages may depend on this one. */
export function tellsOfOptions(page: Page, profile: Profile): boolean {
  return toldOptions(page, profile).length > 0;
}

/** @returns the options that a group has as a list */
export function commonOptions(
  pages: readonly Page[],
  groups: readonly Group[],
  profile: Profile,
): (group: Group) => readonly ParameterFact[] {
  const told = pages.flatMap((page) => optionsBy(profile)(page));
  if (told.length === 0) return () => [];
  const once = told.filter(({ name }, i) => told.findIndex((one) => one.name === name) === i);
  const around = new Set(pages.flatMap((page) => aroundLists(sectionsOf(page, profile), profile)));
  const names = new Set(once.map(({ name }) => name));
  const lists = groups.filter((group) => isList(group) && !isWhole(group, around, profile));
  // Where lists name them again beside their own options, one that names but others has none of them.
  const repeats = lists.some((group) => queriesOf(group).some((name) => names.has(name)));
  const leavesOut = (group: Group): boolean => {
    const own = queriesOf(group);
    return own.length > 0 && !own.some((name) => names.has(name));
  };
  const having = new Set(lists.filter((group) => !(repeats && leavesOut(group))));
  return (group) => (having.has(group) ? once : []);
}

function queriesOf({ sources }: Group): string[] {
  return sources.flatMap(({ endpoint }) =>
    endpoint.parameters.flatMap((one) => (one.in === 'query' ? [one.name] : [])),
  );
}

const optionsBy = rememberedFor((profile: Profile) =>
  rememberedFor((page: Page): ParameterFact[] => {
    const blocks = sectionsOf(page, profile);
    const own = blocks.filter((_, i) => !isOfAnswer(blocks, i, profile));
    const told = own.flatMap((block) => inBlock(block, page, profile));
    // What a table or list describes counts more than what a sentence names.
    return told.sort((a, b) => Number(a.aside !== undefined) - Number(b.aside !== undefined));
  }),
);

/** Sentences that say of all lists in which order they come: "All lists return the newest first." */
export function orderOfLists(pages: readonly Page[], profile: Profile): string[] {
  const asking = (['passes', 'passesFirst'] as const).flatMap((kind) => wordsOf(profile, kind));
  const told = sentencesOfLists(pages, profile).filter((one) => {
    // "Use `sort` to get the newest first" says what may be asked for.
    const asks = asking.some((word) => one.toLowerCase().startsWith(`${word} `));
    return mentions(one, 'sorted', profile) && !asks;
  });
  return [...new Set(told)].slice(0, MAX_SENTENCES);
}

const MAX_SENTENCES = 3;

/** Sentences that say of all lists how their pages follow each other: "On the last page `next` is null." */
export function pagesOfLists(pages: readonly Page[], profile: Profile): string[] {
  const told = sentencesOfLists(pages, profile).filter((one) => mentions(one, 'pageOfList', profile));
  return [...new Set(told)].slice(0, MAX_OF_PAGES);
}

const MAX_OF_PAGES = 8;

function sentencesOfLists(pages: readonly Page[], profile: Profile): string[] {
  const blocks = pages.flatMap((page) => sectionsOf(page, profile));
  // A paragraph goes on with the next line.
  const texts = blocks.map((block) => textsOf(block).join(' ').slice(0, MAX_TEXT));
  return texts.flatMap((text) => text.split(/(?<=[.!?])\s+|(?<=。)/)).filter((one) => one !== '');
}

const sectionsOf = (page: Page, profile: Profile): Block[] => sectionsAbout(blocksAboutAll(page, profile), profile);

/** Blocks below headings about lists, or that begin with words about them: "**Lists** are JSON arrays". */
function sectionsAbout(blocks: readonly Block[], profile: Profile): Block[] {
  let about = false;
  return blocks.filter((block) => {
    if (block.kind === 'heading') about = mentions(block.text, 'lists', profile);
    const [first = ''] = textsOf(block);
    return block.kind !== 'heading' && (about || mentions(first.split(/[ .]/, 2).join(' '), 'lists', profile));
  });
}

function inBlock(block: Block, page: Page, profile: Profile): ParameterFact[] {
  const source = page.document.text;
  if (block.kind === 'table') {
    const { columns, rows } = columnsOf(block, { role: 'query', side: 'request' }, profile);
    const read = rows.flatMap((row) => readAttribute(withCodeMarks(row, source), columns, profile) ?? []);
    return columns.includes('name') && read.some(({ name }) => PAGING.test(name)) ? read.map(asQuery) : [];
  }
  if (block.kind === 'item') {
    const one = readBullet(block, profile, source);
    return one && PAGING.test(one.name) ? [asQuery(one)] : named({ ...block }, source, profile);
  }
  if (block.kind !== 'paragraph') return [];
  const text = block.lines.map((line) => line.text).join('\n');
  return named({ text, span: block.span, links: [] }, source, profile);
}

function asQuery(field: ReturnType<typeof bullet>): ParameterFact {
  return { ...field, in: 'query', required: false, requiredText: '' };
}

/** Of a text: those of its addresses, and names that lists have for their parts. */
function named(line: Inline, source: string, profile: Profile): ParameterFact[] {
  const { text } = withCode(line, source);
  if (text.length > MAX_TEXT) return [];
  const shown = spokenQueries(text, profile).filter(({ name }) => PAGING.test(name));
  const words = sentences(text).flatMap((sentence) =>
    [...sentence.matchAll(/`([\w-]{1,40})`/g)].flatMap(([, name = '']) =>
      PAGING.test(name) ? [{ name, sentence: sentence.replaceAll('`', '') }] : [],
    ),
  );
  const all = [...shown, ...words].map((one) => ({ ...one, sentence: withRest(one.sentence, text) }));
  return all.map(({ name, sentence }) => {
    const type = COUNTS.test(name) ? 'integer' : '';
    const behind = behindName(name, text);
    const row = bullet({ ...line, kind: 'item', indent: 0 }, name, type, '', profile);
    const aside = { ...(COUNTS.test(name) ? { value: '1' } : {}), ...(behind === undefined ? {} : { behind }) };
    return { ...asQuery(row), type, notes: sentence, aside };
  });
}

/** A sentence, and those behind it that name no other option: "It is null on the last part." */
function withRest(sentence: string, text: string): string {
  const all = sentences(text);
  const at = all.findIndex((one) => one.replaceAll('`', '') === sentence);
  const behind = at < 0 ? [] : all.slice(at + 1);
  const names = ({ length }: RegExpMatchArray | []): boolean => length > 0;
  const end = behind.findIndex((one) => names(one.match(OPTION) ?? []));
  return [sentence, ...(end < 0 ? behind : behind.slice(0, end))].join(' ').replaceAll('`', '');
}

/** A name of a part of a list, or an address with one. */
const OPTION = /`(?:\??(?:page|per_?page|limit|offset|cursor)\b)/i;

function sentences(text: string): string[] {
  return text.replace(/\s+/g, ' ').split(/(?<=[.!?]) |(?<=。)/);
}

/** A list, alone or as the only one in an object; OData has one more object around it. */
function showsList(value: unknown, place: string): boolean {
  if (!isObject(value)) return Array.isArray(value);
  const members = Object.entries(value);
  const [name, only] = members[0] ?? [];
  if (members.length === 1 && name === 'd') return showsList(only, place);
  const [list, another] = members.filter(([, one]) => Array.isArray(one));
  if (!list || another) return false;
  // "notices": [] of the state of a server is none of what its address is called.
  return (list[1] as unknown[]).length > 0 || isMembers(list[0]) || list[0].toLowerCase() === place;
}

/** A read that shows a list, alone or in an envelope. */
function isList({ method, main, sources }: Group): boolean {
  if (method !== 'GET' || /\}(?:'?\))?\/?$/.test(main.shape.path)) return false;
  const [, place = ''] = /([\w-]+)\/?$/.exec(main.shape.path) ?? [];
  return shownBy(sources).some((value) => showsList(value, place.toLowerCase()));
}
