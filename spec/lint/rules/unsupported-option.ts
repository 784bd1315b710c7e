// curl/unsupported-option: an option that curl does not know, or that one request cannot express.
import { curlRule } from './curl-rule.js';

export const unsupportedOption = curlRule({
  code: 'curl/unsupported-option',
  severity: 'warning',
  purpose: `An option that curl does not know, or that one request cannot express.`,
  why: `The command fails, or docproof cannot replay it.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl -request PUT "https://cell1.unit1.example/__ctl/Label('later')" -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl --request PUT "https://cell1.unit1.example/__ctl/Label('later')" -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  fixable: true,
});
