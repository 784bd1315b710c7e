// doc/broken-table: a table without a header row, or a row with another number of cells than its table has columns. Found while the page is read.
import type { Rule } from '../rule.js';

export const brokenTable: Rule = {
  code: 'doc/broken-table',
  severity: 'warning',
  purpose: `A table without a header row, or a row with another number of cells than its table has columns.`,
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
};
