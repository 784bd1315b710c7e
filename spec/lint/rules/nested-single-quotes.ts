// curl/nested-single-quotes: single quotes inside a single-quoted argument.
import { curlRule } from './curl-rule.js';

export const nestedSingleQuotes = curlRule({
  code: 'curl/nested-single-quotes',
  severity: 'error',
  purpose: `Single quotes inside a single-quoted argument.`,
  why: `A shell ends the argument at the inner quote and drops it: the body arrives without its quotes.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"it('s')"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"it('\\''s'\\'')"}'
\`\`\``,
    },
  },
  fixable: true,
});
