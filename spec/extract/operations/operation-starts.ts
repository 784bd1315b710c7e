// Where the operations of a page begin and end: at the heading above each request line.
import type { ProfileFile, Role } from '../../profiles/profile.js';
import type { Block, HeadingBlock } from '../../read/document.js';
import { isUrl } from '../urls.js';
import { givesUrl, plainTitle, type RequestLine, requestLines } from './request-line.js';
import { sampleSections } from './sample-sections.js';
import { REQUEST_ROLES, titledSection } from './section.js';
import { isExampleOf, isMessage } from './shown-requests.js';

export interface OperationStart {
  title: string;
  /** Level of the heading it begins at; what stands under a heading of this level or above, and of no role, is no more of it. */
  level: number;
  /** Offset of its last section about the request that stands at this level: headings before it do not end the operation. */
  flatUntil?: number;
}

/** The block at which each operation begins: its heading, or the request line itself where a heading holds several operations. */
export function operationStarts(blocks: readonly Block[], profile: ProfileFile): Map<Block, OperationStart> {
  const starts = new Map<Block, OperationStart>();
  let heading: HeadingBlock | undefined;
  let busy = false;
  let role: Role | undefined;
  const examples = exampleBlocks(blocks, profile);
  const forms = blocks.flatMap((block) => (examples.has(block) ? [] : requestLines(block, profile)));
  for (const block of blocks) {
    const section = block.kind === 'heading' && requestLines(block, profile).length === 0;
    if (block.kind === 'heading') role = section ? titledSection(block.text, profile)?.role : undefined;
    const isPart = section && role !== undefined;
    if (block.kind === 'heading' && !isPart) {
      heading = block;
      busy = false;
    }
    if (examples.has(block) && requestLines(block, profile).every((line) => isShown(line, forms))) busy = true;
    else if (
      requestLines(block, profile).length > 0 ||
      givesUrl(block, profile) ||
      endpointSection(block, role === 'url')
    ) {
      if (heading && !starts.has(heading))
        starts.set(heading, { title: plainTitle(heading.text), level: heading.level });
      else if (busy && heading) starts.set(block, { title: plainTitle(heading.text), level: heading.level });
      else if (!heading) starts.set(block, { title: '', level: 1 });
      busy = false;
    } else if (block.kind === 'table' || block.kind === 'fence') busy = true;
  }
  addFlatSections(blocks, starts, profile);
  return starts;
}

/** Whole messages, and code in sections of samples. */
function exampleBlocks(blocks: readonly Block[], profile: ProfileFile): Set<Block> {
  let role: Role | undefined;
  const samples = sampleSections(blocks, profile);
  return new Set(
    blocks.filter((block) => {
      if (block.kind === 'heading') role = samples.get(block) ?? titledSection(block.text, profile)?.role;
      return isMessage(block) || (block.kind === 'fence' && (role === 'sample' || role === 'requestSample'));
    }),
  );
}

/** "## Change a thing", "## Notes", "## Query parameters": where a section about the request stands beside the operation's heading, so do others. */
function addFlatSections(blocks: readonly Block[], starts: Map<Block, OperationStart>, profile: ProfileFile): void {
  let open: OperationStart | undefined;
  for (const block of blocks) {
    open = starts.get(block) ?? open;
    if (block.kind !== 'heading' || block.level !== open?.level) continue;
    const role = titledSection(block.text, profile)?.role;
    if (role && REQUEST_ROLES.has(role)) open.flatUntil = block.span.start;
  }
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
