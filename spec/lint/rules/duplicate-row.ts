// doc/duplicate-row: a parameter, header or field that is listed twice: found while the page is read; here, in the case of its letters alone,
// or in the next table of the same section.
import type { BodyTable, FieldRow, Page } from '../../extract/page.js';
import { placeOf } from '../../read/document.js';
import type { Report, Rule } from '../rule.js';
import { bodiesOf } from '../site.js';

export const duplicateRow: Rule = {
  code: 'doc/duplicate-row',
  severity: 'warning',
  purpose: `A parameter, header or field that is listed twice.`,
  why: `The two rows may say different things; docproof takes the first.`,
  bad: {
    sections: {
      'Request Body': `|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|New name|Number of digits: 1-16|Yes||
|Name|The name|Number of digits: 1-32|No||`,
    },
  },
  good: {
    sections: {
      'Request Body': `|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|New name|Number of digits: 1-16|Yes||`,
    },
  },
  check(site, report) {
    for (const { page, endpoint } of site.endpoints()) {
      otherCase(
        page,
        endpoint.parameters.filter((p) => p.in === 'query'),
        report,
      );
      for (const { body } of bodiesOf(endpoint)) {
        for (const table of body.tables)
          if (table.kind === 'fields') otherCase(page, table.rows, report);
          else if (table.kind === 'tree') for (const rows of byParent(table.rows)) otherCase(page, rows, report);
        body.tables.forEach((table, i) => {
          const before = body.tables[i - 1];
          if (before) nextTable(page, before, table, report);
        });
      }
    }
  },
};

function byParent<T extends FieldRow & { parent: string }>(rows: T[]): T[][] {
  return [...new Set(rows.map((row) => row.parent))].map((parent) => rows.filter((row) => row.parent === parent));
}

/** `Name` and `NAME`: one of the two is a slip. */
function otherCase(page: Page, rows: readonly FieldRow[], report: Report): void {
  const first = new Map<string, FieldRow>();
  for (const row of rows) {
    const key = row.name.toLowerCase();
    const same = first.get(key);
    if (!same) first.set(key, row);
    if (!same || same.name === row.name) continue;
    const { line } = placeOf(page.document, same.span.start);
    report(page, row.span, {
      message: `"${row.written}" is listed as "${same.written}" in line ${line}: they differ in their case alone`,
      help: 'keep one of the rows',
    });
  }
}

/** A table right behind another of its section, with nothing between them that says what it is for, goes on with it. */
function nextTable(page: Page, before: BodyTable, table: BodyTable, report: Report): void {
  if (before.kind !== 'fields' || table.kind !== 'fields') return;
  if (before.variant !== table.variant || before.of !== table.of) return;
  const between = page.document.blocks.some(
    (block) => block.kind !== 'table' && block.span.start >= before.span.end && block.span.end <= table.span.start,
  );
  if (between) return;
  for (const row of table.rows) {
    const same = before.rows.find((r) => r.name === row.name);
    if (!same) continue;
    const { line } = placeOf(page.document, same.span.start);
    report(page, row.span, {
      message: `"${row.written}" is listed a second time, first in line ${line}`,
      help: 'keep one of the rows',
    });
  }
}
