// Statuses that a page names outside its status section: in sentences, and in the first lines of answers that it shows.
import type { PageWords } from '../constraints/page-words.js';
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { Span } from '../read/document.js';

export interface StatedStatus {
  code: string;
  span: Span;
  where: 'sentence' | 'sample';
}

const HEAD = /^HTTP\/\d(?:\.\d)? (\d{3})\b/gm;
/** Requests and answers inside a body (`$batch`) have statuses of their own. */
const OF_PARTS = /application\/http|multipart\/mixed|^--\S/m;

/** Of sentences only a success counts: failures are for the error list. */
export function statedStatuses(page: Page, { wording }: Profile): StatedStatus[] {
  const { text, blocks } = page.document;
  const out: StatedStatus[] = [];
  for (const block of blocks) {
    if (block.kind === 'fence') {
      if (OF_PARTS.test(block.text)) continue;
      for (const found of block.text.matchAll(HEAD)) {
        const start = block.start + found.index + found[0].length - 3;
        out.push({ code: found[1] as string, span: { start, end: start + 3 }, where: 'sample' });
      }
      continue;
    }
    const spans =
      block.kind === 'paragraph' ? block.lines.map((l) => l.span) : block.kind === 'item' ? [block.span] : [];
    for (const { start, end } of spans)
      out.push(...promises(text.slice(start, Math.min(end, start + 2000)), start, wording));
  }
  return out;
}

function promises(line: string, offset: number, wording: PageWords): StatedStatus[] {
  const found = new Map<number, StatedStatus>();
  for (const pattern of wording.promises)
    for (const match of line.matchAll(pattern)) {
      const code = match.groups?.['status'] as string;
      const start = offset + match.index + match[0].indexOf(code);
      found.set(start, { code, span: { start, end: start + 3 }, where: 'sentence' });
    }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

/** Lines of the status section that start like a number of three digits and are none: `2O4`, `600`, `2001`. */
export function impossibleStatuses(page: Page, profile: Profile): { word: string; span: Span }[] {
  if (page.endpoints.length !== 1) return [];
  let inside = false;
  return page.document.blocks.flatMap((block) => {
    if (block.kind === 'heading') inside = profile.titles.match(block.text)?.value === 'status';
    if (!inside) return [];
    const lines = block.kind === 'paragraph' ? block.lines : block.kind === 'item' ? [block] : [];
    return lines.flatMap(({ text, span }) => {
      const word = /^[\dOoIl]{3,4}(?![\w.])/.exec(text)?.[0];
      return word === undefined || !/\d/.test(word) || /^[1-5]\d\d$/.test(word) ? [] : [{ word, span }];
    });
  });
}
