// curl/shell-quoting: quotes that a shell reads otherwise than the author: a backslash at a line's end inside single quotes, a missing or misplaced quote, curly quotes.
import { curlRule } from './curl-rule.js';

export const shellQuoting = curlRule({
  code: 'curl/shell-quoting',
  severity: 'error',
  purpose: `Quotes that a shell reads otherwise than the author: a backslash at a line's end inside single quotes, a missing or misplaced quote, curly quotes.`,
  why: `What is pasted is not what the page shows.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":\\
"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT \\
-d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  fixable: true,
});
