// curl/stray-escape: a backslash that means nothing where it stands, often markdown's own.
import { curlRule } from './curl-rule.js';

export const strayEscape = curlRule({
  code: 'curl/stray-escape',
  severity: 'warning',
  purpose: `A backslash that means nothing where it stands, often markdown's own.`,
  why: `A shell keeps it and sends it to the server.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/\\__ctl/Label('later')" -X PUT -d '{"Name":"urgent"}'
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
  fixable: true,
});
