// Pages whose requests stand in sentences alone: "Create one with `POST /boats`. `GET /boats` lists all." → a heading for each.
import type { Profile } from '../../profiles/profile.js';
import { wordsOf } from '../../profiles/running-words.js';
import type { Block, Document, HeadingBlock, ItemBlock, ParagraphBlock, Span } from '../../read/document.js';
import { readInline } from '../../read/inline.js';
import { isMethod } from '../page-text.js';
import { givesUrl, type RequestLine, requestLines } from './request-line.js';
import { isExampleOf } from './shown-requests.js';
import { partsOf } from './spoken-requests.js';
import { leavesOut } from './told-scope.js';

/** A method and a path, in code together or each by itself, with a few words between them where the path is in code. */
const REQUEST =
  /(?<![\w`/-])`?([A-Z]{3,7})`?(?:(?: [^\s`.,;:()/]{1,20}){1,3} (?=`)| )`?(\/[^\s`]{0,300}|https?:\/\/[^\s`]{1,300})/g;

/** Behind a sentence, with its blank; a point inside of code or a number ends none. */
const SENTENCE_END = /[.!?](?=\s)\s{0,4}|[。！？]/g;

/** The end of what is said of a request, where a word may join the next one to it. */
const LAST = /[\s,;]{1,8}(\p{L}{0,8})\s{0,8}$/u;

interface Spoken {
  block: ParagraphBlock | ItemBlock;
  method: string;
  url: string;
  /** Where what the page says of it begins. */
  start: number;
  /** How much of the text around is about it. */
  weight: number;
  /** A request line for it stands right below. */
  shows: boolean;
  /** No request line documents it. */
  isNew: boolean;
}

/**
 * The document with a heading in front of what sentences say of a request, where no request line documents it: in pages that have
 * none, and between those of a page that shows only some of its requests as lines of their own.
 */
export function withProseRequests(document: Document, profile: Profile): Document {
  const { blocks, text } = document;
  const spoken = chosenOf(
    blocks.flatMap((block, i) => spokenIn(block, text, { next: blocks[i + 1], profile })),
    blocks.flatMap((block) => requestLines(block, profile)),
  );
  // A page that shows nothing only speaks of what others document.
  const speaks = spoken.some(({ isNew }) => isNew) && blocks.some(({ kind }) => kind === 'fence');
  if (!speaks || blocks.some((block) => givesUrl(block, profile))) return document;
  const inBlocks = new Map<Block, Spoken[]>();
  for (const one of spoken) inBlocks.set(one.block, [...(inBlocks.get(one.block) ?? []), one]);
  const parts = partsOf(blocks, profile);
  return { ...document, blocks: parts.flatMap((part) => withHeadings(part, inBlocks, text, profile)) };
}

/** Of each request the place that says most of it; those that a line documents count where that line stands right below. */
function chosenOf(all: readonly Spoken[], lines: readonly RequestLine[]): Spoken[] {
  const documented = new Set(lines.map(({ method, url }) => `${method} ${formOf(url)}`));
  const places = new Set(lines.map(({ url }) => placeOf(url)));
  const forms = formsAmong([...lines, ...all]);
  const chosen = new Map<string, Spoken>();
  for (const one of all) {
    const key = `${one.method} ${formOf(one.url)}`;
    const isNew = !documented.has(key);
    // `GET /boats/b-17` shows one of `GET /boats/{id}`.
    if (forms.some(({ method, url }) => method === one.method && isExampleOf(one.url, url))) continue;
    const counts = isNew ? documented.size === 0 || places.has(placeOf(one.url)) : one.shows;
    if (counts && one.weight > (chosen.get(key)?.weight ?? -1)) chosen.set(key, { ...one, isNew });
  }
  return [...chosen.values()];
}

/** The different ones, those that stand for many addresses first; so many of them are compared with each of the others. */
function formsAmong(requests: readonly { method: string; url: string }[]): { method: string; url: string }[] {
  const forms = new Map(requests.map(({ method, url }) => [`${method} ${formOf(url)}`, { method, url }]));
  const all = [...forms].sort(([a], [b]) => Number(b.includes('{}')) - Number(a.includes('{}')));
  return all.slice(0, MOST_FORMS).map(([, request]) => request);
}

/** What stands below a heading, with one more for each request, if a sentence alone tells of any of them. */
function withHeadings(
  part: readonly Block[],
  spoken: ReadonlyMap<Block, readonly Spoken[]>,
  text: string,
  profile: Profile,
): Block[] {
  if (!part.some((block) => spoken.get(block)?.some(({ isNew }) => isNew))) return [...part];
  const level = part[0]?.kind === 'heading' ? part[0].level : 1;
  let last: string | undefined;
  return part.flatMap((block): Block[] => {
    const here = (spoken.get(block) ?? []).toSorted((a, b) => a.start - b.start);
    if (here.length > 0) {
      const { method, url } = here.at(-1) as Spoken;
      last = `${method} ${formOf(url)}`;
      return cut(block.span, here, level + 1, (place) => paragraph(text, place, profile));
    }
    const [line] = block.kind === 'heading' ? [] : requestLines(block, profile);
    // A request line behind such a heading is another operation.
    if (last === undefined || !line || `${line.method} ${formOf(line.url)}` === last) return [block];
    last = `${line.method} ${formOf(line.url)}`;
    return [heading(line, block.span, level + 1), block];
  });
}

function heading({ method, url }: { method: string; url: string }, span: Span, level: number): HeadingBlock {
  return { kind: 'heading', level, flattened: true, text: `${method} ${url}`, span, links: [] };
}

/** The block cut where each of the requests begins, with a heading there. */
function cut(span: Span, own: readonly Spoken[], level: number, paragraphs: (place: Span) => Block[]): Block[] {
  const bounds = [...own.map(({ start }) => start), span.end];
  return [
    ...paragraphs({ start: span.start, end: bounds[0] as number }),
    ...own.flatMap((one, i): Block[] => {
      const place = { start: one.start, end: bounds[i + 1] as number };
      return [{ ...heading(one, place, level), ...(one.isNew ? { inProse: true } : {}) }, ...paragraphs(place)];
    }),
  ];
}

function paragraph(text: string, { start, end }: Span, profile: Profile): ParagraphBlock[] {
  const [last = '', word = ''] = LAST.exec(text.slice(Math.max(start, end - NEAR), end)) ?? [];
  const joins = word === '' || (['and', 'or'] as const).some((kind) => wordsOf(profile, kind).includes(word));
  const line = readInline(text, start, joins ? end - last.length : end);
  return line.text === '' ? [] : [{ kind: 'paragraph', lines: [line], span: line.span }];
}

function spokenIn(
  block: Block,
  text: string,
  { next, profile }: { next: Block | undefined; profile: Profile },
): Spoken[] {
  if (block.kind !== 'paragraph' && block.kind !== 'item') return [];
  if (requestLines(block, profile).length > 0) return [];
  const { start, end } = block.span;
  const raw = text.slice(start, Math.min(end, start + MOST));
  const from = block.kind === 'item' ? start + raw.search(/[^\s*+-]/) : start;
  const ends = [...raw.matchAll(SENTENCE_END)].map((found) => start + found.index + found[0].length);
  // "Every request needs a token, except `POST /sessions`" tells of all the others.
  const isLeftOut = (written: string, at: number): boolean => {
    const sentence = text.slice(ends.findLast((stop) => stop <= at) ?? from, ends.find((stop) => stop > at) ?? end);
    return leavesOut(sentence, written.trim(), profile);
  };
  const found = [...raw.matchAll(REQUEST)].filter(
    ({ 0: written, 1: method = '', index }) => isMethod(method) && !isLeftOut(written, start + index),
  );
  const below = next?.kind === 'fence' ? requestLines(next, profile) : [];
  return found.map(([, method = '', address = ''], i): Spoken => {
    const url = plain(address);
    const at = start + (found[i]?.index ?? 0);
    const sentence = ends.findLast((stop) => stop <= at) ?? from;
    const before = i === 0 ? -1 : start + (found[i - 1]?.index ?? 0);
    // Another request before it in the sentence: it begins where it stands.
    const begins = before >= sentence ? at : sentence;
    const leads = i === found.length - 1 && next?.kind === 'fence';
    const shows = leads && below.some((line) => line.method === method && formOf(line.url) === formOf(url));
    const weight = leads ? 2 : at === begins ? 1 : 0;
    return { block, method, url, start: begins, weight, shows, isNew: false };
  });
}

/** Signs at the end of a path that stands in a sentence without marks are the sentence's. */
function plain(url: string): string {
  return url.replace(/[.,;:!?)]{1,3}$/, '');
}

/** One form for the path of a URL, however it calls its variables. */
export function formOf(url: string): string {
  const [path = ''] = url.replace(/^https?:\/\/[^/]*/, '').split('?', 1);
  return path.replace(/\{[^{}/]{0,80}\}|:\w{1,80}|<[^<>/]{0,80}>/g, '{}').replace(/(?<=.)\/$/, '');
}

/** The first name in a path: what its operations are about. */
function placeOf(url: string): string {
  return /^\/([^/{:<]+)/.exec(formOf(url))?.[1] ?? '';
}

/** How far from the end of a part a word may stand that joins it to the next. */
const NEAR = 20;

const MOST_FORMS = 500;

/** A block is looked at so far. */
const MOST = 10_000;
