// doc/broken-front-matter: front matter that does not end, or a line of it without a key. Found while the file is read.
import type { Rule } from '../rule.js';

export const brokenFrontMatter: Rule = {
  code: 'doc/broken-front-matter',
  severity: 'error',
  purpose: `Front matter that does not end, or a line of it without a key.`,
  why: `The id and the title of the page cannot be told.`,
  bad: { page: '---\nid: label\n# Update Label\n' },
  good: { page: '---\nid: label\n---\n\n# Update Label\n' },
};
