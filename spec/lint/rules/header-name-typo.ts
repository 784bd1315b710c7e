// doc/header-name-typo: a header name one or two letters away from a registered one. Found while the page is read.
import type { Rule } from '../rule.js';

export const headerNameTypo: Rule = {
  code: 'doc/header-name-typo',
  severity: 'warning',
  purpose: `A header name one or two letters away from a registered one.`,
  why: `docproof stores the header that is meant; whoever copies the name sends one that nobody reads.`,
  bad: {
    sections: {
      'Request Header': `|Header Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Contents-Type|Format of the body|application/json|No||`,
    },
  },
  good: {
    sections: {
      'Request Header': `|Header Name|Overview|Effective Value|Required|Notes|
|:--|:--|:--|:--|:--|
|Content-Type|Format of the body|application/json|No||`,
    },
  },
  fixable: true,
};
