// doc/column-title: a column that is called after something else than what it holds.
import type { Rule } from '../rule.js';
import { quote } from '../value-problem.js';

export const columnTitle: Rule = {
  code: 'doc/column-title',
  severity: 'info',
  purpose: 'A table of body fields whose first column is titled as one of headers.',
  why: 'The table has been copied from the header section; docproof goes by the section and the rows.',
  bad: {
    sections: {
      'Request Body':
        '|Header Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Number of digits: 1-16|Yes||',
    },
  },
  good: {
    sections: {
      'Request Body':
        '|Item Name|Overview|Effective Value|Required|Notes|\n|:--|:--|:--|:--|:--|\n|Name|New name|Number of digits: 1-16|Yes||',
    },
  },
  check(site, report) {
    for (const page of site.pages)
      for (const block of page.document.blocks) {
        if (block.kind !== 'table' || !block.header) continue;
        const [title] = block.header.cells;
        if (!title || site.profile.columns.match(title.text)?.value !== 'header') continue;
        const fields = page.endpoints
          .flatMap((e) => [e.body, ...e.responses.map((r) => r.body)])
          .flatMap((b) => b.tables);
        if (fields.some((t) => t.kind === 'fields' && t.rows.some((row) => block.rows.includes(row.row))))
          report(page, title.span, {
            message: `the table lists body fields, its first column is titled ${quote(title.text)}`,
            help: 'title it after what it holds, such as Item Name',
          });
      }
  },
};
