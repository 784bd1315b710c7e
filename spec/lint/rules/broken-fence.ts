// doc/broken-fence: a code block without its opening or closing mark. Found while the page is read.
import type { Rule } from '../rule.js';

export const brokenFence: Rule = {
  code: 'doc/broken-fence',
  severity: 'warning',
  purpose: `A code block without its opening or closing mark.`,
  why: `Everything behind it may be taken for code, or the code for text.`,
  bad: {
    sections: {
      'Request Sample': `\`\`\`JSON
{"Name": "urgent"}`,
    },
  },
  good: {
    sections: {
      'Request Sample': `\`\`\`JSON
{"Name": "urgent"}
\`\`\``,
    },
  },
};
