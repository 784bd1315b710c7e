// doc/broken-table: a table without a header row, or a row with another number of cells than its table has columns. Found while the page is read.
// Here: a line of dashes with another number of columns than the header row, which is no table to markdown.
import type { Page } from '../../extract/page.js';
import type { TableBlock } from '../../read/document.js';
import { isDelimiter } from '../../read/table.js';
import type { Report, Rule } from '../rule.js';

export const brokenTable: Rule = {
  code: 'doc/broken-table',
  severity: 'warning',
  purpose: `A table without a header row, a line of dashes that does not fit it, or a row with another number of cells than its table has columns.`,
  why: `A \`|\` inside a cell shifts everything behind it. docproof puts the cells back by what they hold, and says so.`,
  bad: {
    sections: {
      'Request Body': `|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|New name, or a | b|Number of digits: 1-16|Yes||`,
    },
  },
  good: {
    sections: {
      'Request Body': `|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|New name, or a \\| b|Number of digits: 1-16|Yes||`,
    },
  },
  fixable: true,
  check(site, report) {
    for (const page of site.pages)
      if (!page.document.flattened)
        for (const block of page.document.blocks) if (block.kind === 'table') delimiter(page, block, report);
  },
};

function delimiter(page: Page, table: TableBlock, report: Report): void {
  const { text } = page.document;
  if (!table.header) return;
  const start = text.indexOf('\n', table.header.span.end) + 1;
  if (start === 0 || start >= table.span.end) return;
  const lineEnd = text.indexOf('\n', start);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  if (!isDelimiter(line)) return;
  const dashes = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|');
  const wanted = table.header.cells.length;
  if (dashes.length === wanted) return;
  const end = start + line.length;
  const mended = [...dashes, ...Array.from({ length: wanted }, () => dashes[0]?.trim() || '---')].slice(0, wanted);
  report(
    page,
    { start, end },
    {
      message: `the line of dashes has ${dashes.length} columns, the row above it ${wanted}: markdown shows no table`,
      help: 'write as many groups of dashes as there are titles',
      fix: { start, end, text: `|${mended.join('|')}|` },
    },
  );
}
