// curl/no-url: a curl command without a URL.
import { curlRule } from './curl-rule.js';

export const noUrl = curlRule({
  code: 'curl/no-url',
  severity: 'error',
  purpose: `A curl command without a URL.`,
  why: `There is nothing to replay.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
});
