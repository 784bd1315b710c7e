// `<!-- docproof-ignore CODE: reason -->` in pages and `ignore:` in the config: what they cover is left out, what covers nothing is reported.
import type { Diagnostic } from '../diagnostic.js';
import type { Page } from '../extract/page.js';
import { placeOf } from '../read/document.js';
import type { IgnoreEntry, LintConfig } from './config.js';
import { ruleOf } from './registry.js';

interface Suppression {
  code: string;
  page: Page;
  offset: number;
  /** Lines covered, from 1, both included. */
  from: number;
  to: number;
  used: boolean;
}

/**
 * A comment behind other text covers its line; one on a line of its own covers the block below it (heading, paragraph, list, table, fence);
 * one above the page's first heading covers the page.
 */
export function applySuppressions(
  diagnostics: readonly Diagnostic[],
  pages: readonly Page[],
  config: LintConfig,
): { kept: Diagnostic[]; suppressed: number } {
  const bad: Diagnostic[] = [];
  const suppressions = new Map<string, Suppression[]>();
  for (const page of pages) {
    const found = readSuppressions(page, bad);
    if (found.length > 0) suppressions.set(page.file, found);
  }
  const used = new Set<IgnoreEntry>();
  const covered = (d: Diagnostic): boolean => {
    const own = suppressions.get(d.file)?.filter((s) => s.code === d.code && d.line >= s.from && d.line <= s.to) ?? [];
    for (const s of own) s.used = true;
    const entries = config.ignore.filter((entry) => matches(entry, d));
    for (const entry of entries) used.add(entry);
    return own.length > 0 || entries.length > 0;
  };
  const kept = diagnostics.filter((d) => !covered(d));
  const suppressed = diagnostics.length - kept.length;
  const unused = [...suppressions.values()].flat().filter((s) => !s.used);
  const all = [
    ...kept,
    ...bad,
    ...unused.map(unusedComment),
    ...config.ignore.filter((entry) => !used.has(entry)).map((entry) => unusedEntry(entry, config.file)),
  ];
  return { kept: all.flatMap((d) => withSeverity(d, config)), suppressed };
}

function withSeverity(d: Diagnostic, config: LintConfig): Diagnostic[] {
  const severity = config.severity.get(d.code);
  if (severity === 'off') return [];
  return [severity ? { ...d, severity } : d];
}

const COMMENT = /<!--[ \t]*docproof-ignore\b([^\n]{0,1000}?)-->/g;

function readSuppressions(page: Page, bad: Diagnostic[]): Suppression[] {
  const { text, blocks } = page.document;
  if (!text.includes('docproof-ignore')) return [];
  const out: Suppression[] = [];
  for (const found of text.matchAll(COMMENT)) {
    const offset = found.index;
    if (blocks.some((block) => block.kind === 'fence' && offset >= block.span.start && offset < block.span.end))
      continue;
    const parsed = /^\s*([\w/-]+(?:\s*,\s*[\w/-]+)*)\s*(?::\s*(\S.*))?$/.exec((found[1] ?? '').trim());
    const codes = parsed?.[1]?.split(/(?<!\s)\s*,\s*/) ?? [];
    const unknown = codes.find((code) => !ruleOf(code));
    const problem =
      codes.length === 0
        ? 'the comment names no code'
        : unknown
          ? `no rule has the code "${unknown}"`
          : parsed?.[2]
            ? undefined
            : 'the comment gives no reason';
    if (problem)
      bad.push(
        atComment(
          'lint/bad-ignore',
          page,
          offset,
          problem,
          'write <!-- docproof-ignore CODE: reason -->; `docproof lint --rules` lists the codes',
        ),
      );
    else
      for (const code of codes)
        out.push({ code, page, offset, ...coverage(page, offset, found[0].length), used: false });
  }
  return out;
}

function coverage(page: Page, offset: number, length: number): { from: number; to: number } {
  const { document } = page;
  const { line } = placeOf(document, offset);
  const lineStart = document.lineStarts[line - 1] ?? 0;
  if (document.text.slice(lineStart, offset).trim() !== '') return { from: line, to: line };
  const firstHeading = document.blocks.find((block) => block.kind === 'heading');
  if (firstHeading && offset < firstHeading.span.start) return { from: 1, to: document.lineStarts.length };
  const next = document.blocks.find((block) => block.kind !== 'comment' && block.span.end > offset + length);
  if (!next) return { from: line, to: line };
  return { from: line, to: Math.max(line, placeOf(document, Math.max(next.span.start, next.span.end - 1)).line) };
}

function matches(entry: IgnoreEntry, d: Diagnostic): boolean {
  if (entry.code !== d.code) return false;
  if (entry.page === undefined) return true;
  return wild(entry.page, d.page ?? '') || wild(entry.page, d.file) || wild(entry.page, d.file.replace(/^.*\//, ''));
}

/** `*` stands for any characters; linear in both texts for one star, and bounded for more. */
function wild(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === text;
  let at = 0;
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1) return text.length - at >= part.length && text.endsWith(part);
    const found = i === 0 ? (text.startsWith(part) ? 0 : -1) : text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

function unusedComment(s: Suppression): Diagnostic {
  return atComment(
    'lint/unused-ignore',
    s.page,
    s.offset,
    `nothing here is found by ${s.code}`,
    'take the comment out, or move it above what it is for',
  );
}

function unusedEntry(entry: IgnoreEntry, file: string): Diagnostic {
  return {
    code: 'lint/unused-ignore',
    severity: 'warning',
    file,
    line: entry.line,
    column: 1,
    message: `the entry for ${entry.code}${entry.page ? ` on ${entry.page}` : ''} matches no finding`,
    help: 'take the entry out',
  };
}

function atComment(code: string, page: Page, offset: number, message: string, help: string): Diagnostic {
  return {
    code,
    severity: 'warning',
    page: page.id,
    lang: page.lang,
    ...placeOf(page.document, offset),
    message,
    help,
  };
}
