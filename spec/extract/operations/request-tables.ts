// Tables that name the URL and the method of an operation → lines as other pages have them: a row each (`URL | /things` →
// "URL: /things"), or both in one row (`PUT | /things | 204 (empty body)` → "PUT /things", "HTTP 204 (empty body)").
import type { Profile } from '../../profiles/profile.js';
import type { Block, Document, Inline, ParagraphBlock, Row, TableBlock } from '../../read/document.js';
import { isMethod } from '../page-text.js';
import { isUrl } from '../urls.js';
import { readRequestLine, requestLines } from './request-line.js';

/** A table of more requests is an overview of a page, or of an API. */
const MAX_FORMS = 4;

/** The document with lines for every table of that kind. */
export function withRequestLines(document: Document, profile: Profile): Document {
  const told = new Set<string>();
  for (const block of document.blocks)
    for (const { method, url } of requestLines(block, profile)) told.add(`${method} ${url}`);
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return [block];
    const lines = linesOf(block, profile);
    return lines ?? requestsOf(block, told) ?? [block];
  });
  return { ...document, blocks };
}

function linesOf({ header, rows, span }: TableBlock, profile: Profile): ParagraphBlock[] | undefined {
  const titled = (text: string | undefined) => profile.titles.match(text ?? '')?.value;
  const all = header && titled(header.cells[0]?.text) ? [header, ...rows] : rows;
  if (!all.every(({ cells }) => cells.length === 2)) return undefined;
  const isRequest = ({ cells: [, value] }: Row): boolean => readRequestLine(value?.text ?? '') !== undefined;
  const first = all.find(
    (row) => titled(row.cells[0]?.text) === 'url' && (isUrl(row.cells[1]?.text ?? '') || isRequest(row)),
  );
  if (!first) return undefined;
  const whole = isRequest(first) ? [first] : [];
  const line = ({ cells, span }: Row, texts: string[]): Inline => {
    return { text: texts.join(': '), span, links: cells.flatMap(({ links }) => links) };
  };
  const rest = all.filter((row) => !whole.includes(row));
  return [
    // Method and URL in one cell are a request line by themselves.
    ...whole.map(
      (row): ParagraphBlock => ({ kind: 'paragraph', lines: [line(row, [row.cells[1]?.text ?? ''])], span: row.span }),
    ),
    {
      kind: 'paragraph',
      lines: rest.map((row) =>
        line(
          row,
          row.cells.map(({ text }) => text),
        ),
      ),
      span,
    },
  ];
}

/** The forms of one request, a row each; undefined where the page has lines for them already. */
function requestsOf({ rows, span }: TableBlock, told: ReadonlySet<string>): ParagraphBlock[] | undefined {
  const requests = rows.slice(0, MAX_FORMS + 1).flatMap((row) => requestOf(row) ?? []);
  if (requests.length === 0 || requests.length < rows.length || requests.length > MAX_FORMS) return undefined;
  const [first] = requests;
  if (requests.some(({ method, text }) => method !== first?.method || told.has(text))) return undefined;
  const answers = requests.flatMap(({ others }) => others.filter(({ text }) => /^[1-5]\d\d\b/.test(text)));
  return [
    { kind: 'paragraph', lines: requests.map(({ text, row }) => ({ text, span: row.span, links: [] })), span },
    ...answers.map(
      (cell): ParagraphBlock => ({
        kind: 'paragraph',
        lines: [{ ...cell, text: `HTTP ${cell.text}` }],
        span: cell.span,
      }),
    ),
  ];
}

function requestOf(row: Row): { method: string; text: string; others: Inline[]; row: Row } | undefined {
  const method = row.cells.find((cell) => isMethod(cell.text.trim()));
  const url = row.cells.find((cell) => isUrl(cell.text.trim()));
  if (!method || !url) return undefined;
  const others = row.cells.filter((cell) => cell !== method && cell !== url);
  return { method: method.text.trim(), text: `${method.text.trim()} ${url.text.trim()}`, others, row };
}
