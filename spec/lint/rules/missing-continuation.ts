// curl/missing-continuation: a line of a command that goes on without a backslash at its end.
import { curlRule } from './curl-rule.js';

export const missingContinuation = curlRule({
  code: 'curl/missing-continuation',
  severity: 'error',
  purpose: `A line of a command that goes on without a backslash at its end.`,
  why: `A shell runs the first line alone.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl
"https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl \\
"https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  fixable: true,
});
