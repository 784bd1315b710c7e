// The lines of a URL section → URL forms: wrapped lines joined, several forms in one fence told apart, captions kept.
import { escapeRegExp } from '../constraints/template.js';
import type { Profile } from '../profiles/profile.js';
import type { Span } from '../read/document.js';
import { withoutEnd } from '../without-end.js';

export type UrlLine =
  | { kind: 'url'; text: string; span: Span /** `GET {CellURL}…` */; method?: string }
  | { kind: 'caption'; text: string; span: Span };

/** Longer ones are no URL forms; they would be keys that YAML cannot hold. */
export const MAX_URL = 900;

const START = /^(?:\{[A-Za-z]\w*\}|\/?\{|https?:\/\/|wss?:\/\/|\/(?!\/))/;

/** Whether a line is a URL form by itself, as it may stand outside a fence. */
export function isUrl(text: string): boolean {
  return START.test(text) && !/\s/.test(text) && text.length < 2000;
}

/** URL forms beside a label or each other: `Box: {CellURL}…`, `{CellURL}a or {CellURL}b`. A sentence that mentions one has none. */
export function urlsIn(text: string, profile: Profile): string[] {
  const bases = profile.bases.map((base) => escapeRegExp(`{${base.name}}`)).join('|');
  if (bases === '') return [];
  const forms = new RegExp(`(?<![\\w/])(?:${bases})[^\\s"“”、。<>]{1,900}`, 'g');
  const rest = text.replace(forms, '').trim();
  if (rest.length > 24 || /[.。]$/.test(rest)) return [];
  return [...text.matchAll(forms)].map((found) => withoutEnd(found[0], ',.;:'));
}

/**
 * Reads the text of a fence.
 *
 * @param start offset of `text` in the document
 */
export function readUrls(text: string, start: number, profile: Profile): UrlLine[] {
  const out: UrlLine[] = [];
  let at = start;
  for (const line of text.split('\n')) {
    // Marks around a form: of a quotation, of a shell that goes on in the next line, of a note behind it.
    const trimmed = line
      .trim()
      .replace(/^>\s+/, '')
      .replace(/\s(?:\\|#\s.*)$/, '')
      .trimEnd()
      .replace(/^(["'])(.*)\1$/, '$2');
    const from = at + line.indexOf(trimmed);
    const span = { start: from, end: from + trimmed.length };
    at += line.length + 1;
    if (trimmed === '' || profile.words.or.match(trimmed)) continue;
    const open = out.at(-1);
    const url = trimmed
      .replace(/^[A-Z]{3,9}\s+(?=\S)/, '')
      .replace(/\sHTTP\/\d(?:\.\d)?$/, '')
      .trimEnd();
    if (open?.kind === 'url' && goesOn(open.text, trimmed)) {
      open.text += trimmed;
      open.span = { start: open.span.start, end: span.end };
    } else if (START.test(url) && !/\S\s+\S/.test(url.replace(/,\s+/g, ','))) {
      const method = /^([A-Z]{3,9})\s/.exec(trimmed)?.[1];
      out.push({ kind: 'url', text: url, span, ...(method ? { method } : {}) });
    } else if (/\s/.test(trimmed) && START.test(trimmed) && urlsIn(trimmed, profile).length > 1)
      for (const form of urlsIn(trimmed, profile)) out.push({ kind: 'url', text: form, span });
    else out.push({ kind: 'caption', text: trimmed, span });
  }
  return out;
}

/** The next line belongs to a URL that a page wrapped: inside a key, behind a slash, or at a `/`, `?`, `&` that starts no form of its own. */
export function goesOn(url: string, line: string): boolean {
  if (url.length > 2000) return false;
  if (/^(?:\{[A-Z]\w*U(?:RL|ri)\}|https?:|wss?:)/.test(line) && !openKey(url)) return false;
  if (openKey(url)) return true;
  if (/[/&?=,]$/.test(url)) return !/\s/.test(line);
  return /^[&?(,]/.test(line) || /^\/(?:\$|_|\w+\()/.test(line);
}

function openKey(url: string): boolean {
  let depth = 0;
  for (const char of url) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
  }
  return depth > 0;
}
