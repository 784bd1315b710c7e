// Where the API lies, as pages say it in words: "The base URL is `https://api.example/v2`."
import { readLabelled } from '../extract/operations/request-line.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import { wordsOf } from '../profiles/running-words.js';
import type { Block } from '../read/document.js';
import { withoutEnd } from '../without-end.js';
import { blocksOfNoOperation } from './error-format.js';
import { readUrlShape } from './url-shape.js';

/** The URL that stands before the documented paths, with a slash at its end; undefined where no page of the style tells one. */
export function toldBase(pages: readonly Page[], profile: Profile): string | undefined {
  const words = wordsOf(profile, 'base');
  if (!profile.infer.samples || words.length === 0) return undefined;
  const [told] = pages.flatMap((page) => {
    const blocks = blocksOfNoOperation(page);
    return blocks.flatMap((block, i) => urlsIn(block, blocks[i + 1], { words, profile }));
  });
  if (told === undefined) return undefined;
  const { origin, pathname } = new URL(told);
  const base = withoutEnd(pathname, '/');
  const paths = pages.flatMap(({ endpoints }) => endpoints.flatMap(({ urls }) => urls.map((url) => url.text)));
  const within = paths.length > 0 && paths.every((path) => `${readUrlShape(path, []).path}/`.startsWith(`${base}/`));
  return `${origin}${within ? '' : base}/`;
}

/** The host that every documented URL has, in a style that writes them out; undefined where they differ or have none. */
export function sharedOrigin(pages: readonly Page[], { infer }: Profile): string | undefined {
  const urls = infer.samples ? pages.flatMap(({ endpoints }) => endpoints.flatMap((one) => one.urls)) : [];
  const [first, ...others] = new Set(urls.map(({ text }) => /^https?:\/\/[^/?#{}\s]{1,200}(?=\/)/i.exec(text)?.[0]));
  return others.length === 0 && first !== undefined && URL.canParse(first) ? `${first}/` : undefined;
}

interface Words {
  words: readonly string[];
  profile: Profile;
}

/** URLs of the lines that speak of the base; below a line that has none, that of the block that follows. */
function urlsIn(block: Block, next: Block | undefined, { words, profile }: Words): string[] {
  return linesOf(block).flatMap((line) => {
    const plain = line.toLowerCase();
    // "Endpoint: `https://api.example`" in front of all operations is where those lie.
    const labelled = readLabelled(line, profile)?.role === 'url';
    if (!labelled && !words.some((word) => plain.includes(word))) return [];
    const own = urlOf(line);
    const below = own === undefined && next && next.kind !== 'heading' ? linesOf(next).map(urlOf) : [];
    return [own, ...below.slice(0, 1)].filter((url) => url !== undefined);
  });
}

function linesOf(block: Block): string[] {
  if (block.kind === 'paragraph') return block.lines.map(({ text }) => text);
  if (block.kind === 'item' || block.kind === 'heading') return [block.text];
  if (block.kind === 'fence') return block.text.trim().split('\n');
  return block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' ')) : [];
}

function urlOf(line: string): string | undefined {
  const [, url = '', behind = ''] = /(https?:\/\/[^\s`"'<>()|\]{}]{1,200})(.?)/.exec(line) ?? [];
  const found = url.replace(/[.,;:!?]{1,3}$/, '');
  return behind !== '{' && URL.canParse(found) && !/[?#]/.test(found) ? found : undefined;
}
