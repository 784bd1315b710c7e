// curl/command-substitution: backquotes or `$(…)` in double quotes, which a shell would run.
import { curlRule } from './curl-rule.js';

export const commandSubstitution = curlRule({
  code: 'curl/command-substitution',
  severity: 'warning',
  purpose: `Backquotes or \`$(…)\` in double quotes, which a shell would run.`,
  why: `docproof never runs anything from a document, so it takes the text as it is.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d "{\\"Name\\":\\"\`date\`\\"}"
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"today"}'
\`\`\``,
    },
  },
});
