// doc/duplicate-row: a parameter, header or field that is listed twice. Found while the page is read.
import type { Rule } from '../rule.js';

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
};
