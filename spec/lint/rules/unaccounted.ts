// doc/unaccounted: something in a request or response section that docproof does not understand. Found while the page is read.
import type { Rule } from '../rule.js';

export const unaccounted: Rule = {
  code: 'doc/unaccounted',
  severity: 'warning',
  purpose: `Something in a request or response section that docproof does not understand.`,
  why: `Nothing is left out in silence: what is not used is reported.`,
  bad: {
    sections: {
      'Request Body': `|Item Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Name|New name|Number of digits: 1-16|Yes||
||A row without a name|red|No||`,
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
