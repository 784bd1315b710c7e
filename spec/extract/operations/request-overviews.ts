// Overviews of the requests of a page, a line or a row each: what sections document below is no operation there, what they leave out is one.
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, HeadingBlock, Row, Span } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';
import { formOf } from './prose-requests.js';
import { readRequestLine, requestLines } from './request-line.js';

interface Listed {
  method: string;
  url: string;
  /** What the overview says of it. */
  title: string;
  span: Span;
}

/** The overviews of a document; what else it has. */
export interface Parted {
  document: Document;
  listed: Listed[];
}

/** Takes out lists of requests that stand in sections of their own, and reads tables with a row for each. */
export function withoutOverviews(document: Document, profile: Profile): Parted {
  const inBlocks = new Map(document.blocks.map((block) => [block, formsIn(block, profile)]));
  const times = new Map<string, number>();
  for (const forms of inBlocks.values()) for (const form of new Set(forms)) times.set(form, (times.get(form) ?? 0) + 1);
  const listed: Listed[] = [];
  const blocks = document.blocks.filter((block) => {
    if (block.kind === 'table') listed.push(...rowsOf(block.rows));
    const forms = new Set(inBlocks.get(block));
    const others = [...forms].filter((form) => (times.get(form) ?? 0) > 1).length;
    if (others < FEWEST || others * 2 <= forms.size) return true;
    listed.push(...requestLines(block, profile).map((line) => ({ ...line, title: '' })));
    return false;
  });
  return { document: blocks.length === document.blocks.length ? document : { ...document, blocks }, listed };
}

/** With an operation at the end for each listed one that no line documents. */
export function withListed(document: Document, listed: readonly Listed[], profile: Profile): Document {
  const told = new Set(document.blocks.flatMap((block) => formsIn(block, profile)));
  const blocks = listed.flatMap(({ method, url, title, span }): Block[] => {
    const form = `${method} ${formOf(url)}`;
    if (told.has(form)) return [];
    told.add(form);
    const heading: HeadingBlock = {
      kind: 'heading',
      level: LEVEL,
      flattened: true,
      inProse: true,
      text: title === '' ? `${method} ${url}` : title,
      span,
      links: [],
    };
    return [heading, { kind: 'paragraph', lines: [{ text: `${method} ${url}`, span, links: [] }], span }];
  });
  return blocks.length === 0 ? document : { ...document, blocks: [...document.blocks, ...blocks] };
}

/** So many requests that others document make a list of requests an overview. */
const FEWEST = 2;
const LEVEL = 2;
const MAX_TITLE = 120;

function formsIn(block: Block, profile: Profile): string[] {
  return requestLines(block, profile).map(({ method, url }) => `${method} ${formOf(url)}`);
}

/** Of a table in which every row has a request; none where rows lead to other pages. */
function rowsOf(rows: readonly Row[]): Listed[] {
  const found = rows.flatMap((row) => requestIn(row) ?? []);
  return found.length === rows.length ? found : [];
}

function requestIn({ cells, span }: Row): Listed | undefined {
  if (cells.some(({ links }) => links.some(({ href }) => !href.startsWith('#')))) return undefined;
  const whole = cells.find(({ text }) => readRequestLine(text));
  const method = cells.find(({ text }) => isMethod(text.trim().toUpperCase()));
  const url = cells.find(({ text }) => isUrl(text.trim()));
  const request = whole
    ? readRequestLine(whole.text)
    : method && url && readRequestLine(`${method.text.trim().toUpperCase()} ${url.text.trim()}`);
  if (!request) return undefined;
  const [longest = ''] = cells
    .filter((cell) => cell !== whole && cell !== method && cell !== url)
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .sort((a, b) => b.length - a.length);
  return { ...request, title: longest.length <= MAX_TITLE ? longest : '', span };
}
