// Pages where the method is a heading and the URL stands in code below it: `### Method: POST`, `{{baseUrl}}/things?all=true`.
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, ParagraphBlock } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';
import { readLabelled } from './request-line.js';

/** The document with a line `POST {{baseUrl}}/things` for every heading of that kind and the code below it. */
export function withMethodTitles(document: Document, profile: Profile): Document {
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const above = blocks.at(-1);
    const line = above && requestOf(above, block, profile);
    if (line) blocks.splice(-1, 1, line);
    else blocks.push(block);
  }
  return { ...document, blocks };
}

function titledMethod(title: string, profile: Profile): string | undefined {
  const labelled = readLabelled(title, profile);
  return labelled?.role === 'method' ? labelled.value : undefined;
}

/** A line that is a method: the badge beside a URL, in copied text. */
function alone(block: Block): string | undefined {
  const [line, ...others] = block.kind === 'paragraph' ? block.lines : [];
  return line && others.length === 0 ? line.text.trim().toUpperCase() : undefined;
}

function requestOf(heading: Block, fence: Block, profile: Profile): ParagraphBlock | undefined {
  if (fence.kind !== 'fence') return undefined;
  const method = heading.kind === 'heading' ? titledMethod(heading.text, profile) : alone(heading);
  const url = fence.text.trim();
  if (method === undefined || !isMethod(method) || !isUrl(url)) return undefined;
  // The query is that of an example.
  const line = { text: `${method} ${url.split('?', 1)[0]}`, span: heading.span, links: [] };
  return { kind: 'paragraph', lines: [line], span: { start: heading.span.start, end: fence.span.end } };
}
