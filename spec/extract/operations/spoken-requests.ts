// Requests that stand in a sentence: "To list all things, send a GET request to `/v2/things`." → a request line above the sentence.
import type { Profile, ProfileFile } from '../../profiles/profile.js';
import type { Block, Document, ParagraphBlock } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { givesUrl, requestLines } from './request-line.js';
import { titledSection } from './section.js';

/** A method, a few words without a stop, and a path in code. */
const SPOKEN = /(?<![\w`/])([A-Z]{3,7})((?:[ -][^\s`.,;:()/]{1,20}){1,3}) `(\/[^\s`]{0,300}|https?:\/\/[^\s`]{1,300})`/;

/** The document with a line for every request that only a sentence below its heading tells. */
export function withSpokenRequests(document: Document, profile: Profile): Document {
  const parts = partsOf(document.blocks, profile).map((part) => {
    const silent = !part.some((block) => requestLines(block, profile).length > 0 || givesUrl(block, profile));
    const at = silent && part[0]?.kind === 'heading' ? part.findIndex(({ kind }) => kind === 'paragraph') : -1;
    return { part, at, line: at < 0 ? undefined : lineOf(part[at] as ParagraphBlock, document.text) };
  });
  // Where others of the page are shown, one that is only told is one of them.
  if (!parts.some(({ part, line }) => line && part.some(shows))) return document;
  const blocks = parts.flatMap(({ part, at, line }) => (line ? [...part.slice(0, at), line, ...part.slice(at)] : part));
  return { ...document, blocks };
}

function shows({ kind }: Block): boolean {
  return kind === 'fence' || kind === 'table';
}

/** Headings that are no titles of sections, each with what stands below it. */
export function partsOf(blocks: readonly Block[], profile: ProfileFile): Block[][] {
  const parts: Block[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'heading' && !titledSection(block.text, profile)) parts.push([]);
    parts.at(-1)?.push(block);
  }
  return parts;
}

function lineOf({ span }: ParagraphBlock, text: string): ParagraphBlock | undefined {
  const [, method, , url] = SPOKEN.exec(text.slice(span.start, Math.min(span.end, span.start + 2000))) ?? [];
  if (!method || !url || !isMethod(method)) return undefined;
  return { kind: 'paragraph', lines: [{ text: `${method} ${url}`, span, links: [] }], span };
}
