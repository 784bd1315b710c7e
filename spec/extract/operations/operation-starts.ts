// Where the operations of a page begin and end: at the heading above each request line.
import type { ProfileFile } from '../../profiles/profile.js';
import type { Block, HeadingBlock } from '../../read/document.js';
import { isUrl } from '../urls.js';
import { givesUrl, plainTitle, type RequestLine, requestLines } from './request-line.js';
import { isExampleOf, isMessage } from './shown-requests.js';

export interface OperationStart {
  title: string;
  /** Level of the heading it begins at; what stands under a heading of this level or above, and of no role, is no more of it. */
  level: number;
}

/** The block at which each operation begins: its heading, or the request line itself where a heading holds several operations. */
export function operationStarts(blocks: readonly Block[], profile: ProfileFile): Map<Block, OperationStart> {
  const starts = new Map<Block, OperationStart>();
  let heading: HeadingBlock | undefined;
  let busy = false;
  let inUrl = false;
  const forms = blocks.flatMap((block) => (isMessage(block) ? [] : requestLines(block, profile)));
  for (const block of blocks) {
    const isPart =
      block.kind === 'heading' &&
      requestLines(block, profile).length === 0 &&
      profile.titles.match(block.text) !== undefined;
    if (block.kind === 'heading') inUrl = isPart && profile.titles.match(block.text)?.value === 'url';
    if (block.kind === 'heading' && !isPart) {
      heading = block;
      busy = false;
    }
    if (isMessage(block) && requestLines(block, profile).every((line) => isShown(line, forms))) busy = true;
    else if (requestLines(block, profile).length > 0 || givesUrl(block, profile) || endpointSection(block, inUrl)) {
      if (heading && !starts.has(heading))
        starts.set(heading, { title: plainTitle(heading.text), level: heading.level });
      else if (busy && heading) starts.set(block, { title: plainTitle(heading.text), level: heading.level });
      else if (!heading) starts.set(block, { title: '', level: 1 });
      busy = false;
    } else if (block.kind === 'table' || block.kind === 'fence') busy = true;
  }
  return starts;
}

/** A message that shows a request whose form the page has somewhere. */
function isShown({ method, url }: RequestLine, forms: readonly RequestLine[]): boolean {
  const path = url.split('?', 1)[0] as string;
  return forms.some((form) => form.method === method && (isExampleOf(url, form.url) || form.url.endsWith(path)));
}

/** A URL by itself below a heading such as "Endpoint". */
function endpointSection(block: Block, inUrl: boolean): boolean {
  if (!inUrl) return false;
  const text = block.kind === 'fence' ? block.text : block.kind === 'paragraph' ? (block.lines[0]?.text ?? '') : '';
  return isUrl(text.trim());
}
