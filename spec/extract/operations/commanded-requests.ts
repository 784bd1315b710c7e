// Pages that show their requests as commands alone: `curl -X POST https://api.example/v1/boats/17/launch` → a request line in front
// of it, with a variable for each part of the path that is the key of something: `POST /boats/{boat_id}/launch`.
import { readCurlFence } from '../../curl/read-curl.js';
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, FenceBlock, ParagraphBlock } from '../../read/document.js';
import { singular } from '../../singular.js';
import { givesUrl, requestLines } from './request-line.js';

interface Commanded {
  fence: FenceBlock;
  method: string;
  parts: string[];
}

/** The document with a line for each request that only a command shows; unchanged where any request is written otherwise. */
export function withCommandedRequests(document: Document, profile: Profile): Document {
  const { blocks } = document;
  if (blocks.some((block) => requestLines(block, profile).length > 0 || givesUrl(block, profile))) return document;
  const parted = blocks.flatMap((block): Block[] => (block.kind === 'fence' ? apart(block) : [block]));
  const commands = parted.flatMap((block) => (block.kind === 'fence' ? commandIn(block) : []));
  if (commands.length === 0) return document;
  const base = baseOf(commands);
  const keys = keysShown(parted);
  const lines = new Map<Block, ParagraphBlock>();
  for (const { fence, method, parts } of commands) {
    const path = pathOf(parts.slice(base), keys);
    if (path === undefined) continue;
    const { span } = fence;
    const line = { text: `${method} ${path}`, span: { start: span.start, end: span.start }, links: [] };
    lines.set(fence, { kind: 'paragraph', lines: [line], span: line.span, ofCommand: true });
  }
  return {
    ...document,
    blocks: parted.flatMap((block) => {
      const line = lines.get(block);
      return line ? [line, block] : [block];
    }),
  };
}

/** A fence with several commands as one for each. */
function apart(fence: FenceBlock): FenceBlock[] {
  const readings = readCurlFence(fence.text).filter(({ meant }) => meant);
  if (readings.length < 2) return [fence];
  return readings.map(({ offset }, i) => {
    const from = i === 0 ? 0 : offset;
    const to = readings[i + 1]?.offset ?? fence.text.length;
    const start = fence.start + from;
    const span = {
      start: i === 0 ? fence.span.start : start,
      end: to === fence.text.length ? fence.span.end : fence.start + to,
    };
    return { ...fence, text: fence.text.slice(from, to).trimEnd(), start, span };
  });
}

function commandIn(fence: FenceBlock): Commanded[] {
  const meant = readCurlFence(fence.text)[0]?.meant;
  // `$HOST/v1/boats`: whatever stands in front of the first slash is where the API lies.
  const [, path] = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)?[^/?#]{0,300}(\/[^?#]{1,1000})/i.exec(meant?.url ?? '') ?? [];
  if (!meant || !path) return [];
  return [{ fence, method: meant.method, parts: path.split('/').filter(Boolean).map(decoded) }];
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const BASE = /^(?:api|rest|v\d{1,4}(?:[.-]?[\w.-]{0,20})?|\d{4}-\d\d(?:-\d\d)?|latest|beta|public)$/i;

/** How many parts all paths begin with that tell where the API lies: `/api/v1`. */
function baseOf(commands: readonly Commanded[]): number {
  const [first = []] = commands.map(({ parts }) => parts);
  const end = first.findIndex((part, i) => !BASE.test(part) || commands.some(({ parts }) => parts[i] !== part));
  return Math.max(end, 0);
}

/** Names of members whose values stand in addresses. */
const KEY =
  /(?:^|[_.-])(?:id|uuid|guid|key|slug|code|number|name|login|handle|sku|username|token|ref|serial)$|(?<=[a-z])(?:Id|ID|Uuid|Key|Code|Number|Name)$/;
const MEMBER = /"([\w.-]{1,60})"\s{0,8}:\s{0,8}(?:"([^"\\\n]{1,100})"|(\d{1,20})(?=\s{0,8}[,}\]]))/g;

/** Values of members that may be keys, by what the page shows of them in its answers and bodies. */
function keysShown(blocks: readonly Block[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind !== 'fence') continue;
    for (const [, name = '', text, number] of block.text.matchAll(MEMBER)) {
      const value = text ?? number ?? '';
      if (KEY.test(name) && !keys.has(value)) keys.set(value, name);
    }
  }
  return keys;
}

/** What stands for a value: `{id}`, `<id>`, `:id`, `$ID`, `BOAT_ID`. */
const PLACEHOLDER =
  /^(?:\{([\w.-]{1,60})\}|<([\w .-]{1,60})>|:([a-z]\w{0,60})|\$\{?([A-Za-z_]\w{0,60})\}?|((?:[A-Z]{1,20}_){0,4}(?:ID|KEY|NAME|SLUG|UUID|CODE|NUMBER)))$/;
const NUMBER = /^\d{1,20}$/;
const RANDOM =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{16,64}|[0-9A-HJKMNP-TV-Z]{26})$/i;
/** Letters and digits: `d7`, `INV-0012`, `usr_8fK2`. */
const MIXED = /^(?=[^\d]{0,40}\d)[\w.-]{2,60}$/;

function pathOf(parts: readonly string[], keys: ReadonlyMap<string, string>): string | undefined {
  if (parts.length === 0) return undefined;
  const names: string[] = [];
  const path = parts.map((part, i) => {
    const around = i === 0 ? undefined : parts[i - 1];
    const isWord = around !== undefined && names[i - 1] === '' && /^[a-z]/i.test(around);
    const name = variable(part, isWord ? around : undefined, keys);
    names.push(name);
    return name === '' ? part : `{${names.indexOf(name) < i ? `${name}${i}` : name}}`;
  });
  const plain = path.every((part) => /^(?:\{[\w.-]{1,80}\}|[\w.~@:-]{1,100})$/.test(part));
  return plain ? `/${path.join('/')}` : undefined;
}

/** Name of the variable that a part of a path stands for; empty where it is a word of the path. */
function variable(part: string, around: string | undefined, keys: ReadonlyMap<string, string>): string {
  const placed = PLACEHOLDER.exec(part)
    ?.slice(1)
    .find((name) => name !== undefined);
  const own = around === undefined ? '' : singular(around).replace(/\W/g, '_');
  const named = placed?.toLowerCase().replace(/\W/g, '_');
  if (named !== undefined) return named === 'id' && own !== '' ? `${own}_id` : named;
  if (own === '') return NUMBER.test(part) || RANDOM.test(part) ? 'id' : '';
  const member = keys.get(part);
  const isKey =
    member !== undefined || NUMBER.test(part) || RANDOM.test(part) || (MIXED.test(part) && /s$/i.test(around ?? ''));
  if (!isKey) return '';
  const plain = member === undefined || /(?:^|_)id$|Id$/.test(member) || member.length > 30;
  return plain ? `${own}_id` : member.replace(/\W/g, '_');
}
