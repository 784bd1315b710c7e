// Whose page it is: id, title and language.
import type { Profile } from '../profiles/profile.js';
import type { Document } from '../read/document.js';

/** `original_id`, else `id` of the front matter, else the file's base name; the title of the front matter, else of the first heading. */
export function pageId(document: Document): { id: string; title: string } {
  const base = document.file.replace(/^.*[/\\]/, '').replace(/\.(?:md|mdx|markdown|txt|text)$/i, '');
  const { frontMatter, blocks } = document;
  const heading = blocks.find((b) => b.kind === 'heading' && b.level === 1);
  const title = frontMatter['title'] ?? (heading?.kind === 'heading' ? heading.text : undefined) ?? base;
  return { id: frontMatter['original_id'] ?? frontMatter['id'] ?? base, title };
}

/** The language whose titles the page uses most; where that says nothing, the one whose letters stand in it, else the first. */
export function languageOf(document: Document, profile: Profile): string {
  const [first] = profile.languages;
  let best = first?.code ?? 'en';
  let most = 0;
  for (const language of profile.languages) {
    let hits = 0;
    for (const block of document.blocks) {
      if (block.kind === 'heading' && language.titles.match(block.text)) hits += 2;
      else if (block.kind === 'table')
        for (const cell of block.header?.cells ?? []) if (language.columns.match(cell.text)) hits++;
    }
    if (hits > most) {
      most = hits;
      best = language.code;
    }
  }
  if (most >= 4) return best;
  const sample = document.text.slice(document.bodyStart, document.bodyStart + 20_000);
  for (const { code, letters } of profile.languages)
    if (letters && countBetween(sample, letters) * 50 > sample.length) return code;
  return best;
}

function countBetween(text: string, [from, to]: [string, string]): number {
  let n = 0;
  for (const char of text) if (char >= from && char <= to) n++;
  return n;
}
