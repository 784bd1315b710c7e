// doc/not-text: a file that is no UTF-8 text. Found while the file is read.
import type { Rule } from '../rule.js';

export const notText: Rule = {
  code: 'doc/not-text',
  severity: 'error',
  purpose: `A file that is no UTF-8 text.`,
  why: `docproof reads text only; the page is left out.`,
  bad: { page: '# Label\n\u0000\n' },
  good: { title: 'Update Label' },
};
