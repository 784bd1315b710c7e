// Statuses that a page names outside its status section: in sentences, and in the first lines of answers that it shows.
import type { Page } from '../extract/page.js';
import type { Profile } from '../profiles/profile.js';
import type { Span } from '../read/document.js';

export interface StatedStatus {
  code: string;
  span: Span;
  where: 'sentence' | 'sample';
}

/** A success that a sentence promises: "is answered with 201", "returns status code 200", 「201を返却する」. Failures are for the error list. */
const PROMISES = [
  /\b(?:return(?:s|ed)?|respond(?:s|ed)?(?: with)?|answer(?:s|ed)?(?: with)?|repl(?:y|ies)(?: with)?|status(?: code)?(?: is| of|:)?|HTTP)(?: an?)?(?: HTTP)?(?: status)?(?: code)?(?: of)? *["'`“([]?(2\d\d)(?![\d-])(?:["'`”)\]]|\b)/gi,
  /\b(2\d\d)(?![\d-])(?: \([A-Za-z ]{2,30}\)| [A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)? (?:is|will be|gets) (?:returned|sent|answered)\b/g,
  /(?<!\d)(2\d\d)(?!\d)(?:\s?[(（][^)）。\n]{1,20}[)）]|\s[A-Z][A-Za-z]+)?[」"]?(?:\s?(?:を|が)\s?(?:返|応答|レスポンス)|で\s?(?:返|応答))/g,
  /(?:ステータス(?:コード)?|応答コード)(?:は|が|：|:|として)?[、\s]?[「"(（]?(2\d\d)(?!\d)/g,
];
const HEAD = /^HTTP\/\d(?:\.\d)? (\d{3})\b/gm;
/** Requests and answers inside a body (`$batch`) have statuses of their own. */
const OF_PARTS = /application\/http|multipart\/mixed|^--\S/m;

export function statedStatuses(page: Page): StatedStatus[] {
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
    for (const { start, end } of spans) out.push(...promises(text.slice(start, Math.min(end, start + 2000)), start));
  }
  return out;
}

function promises(line: string, offset: number): StatedStatus[] {
  const found = new Map<number, StatedStatus>();
  for (const pattern of PROMISES)
    for (const match of line.matchAll(pattern)) {
      const code = match[1] as string;
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
