// curl/unset-variable: a variable of the shell that the command needs and nothing in its block sets.
import { curlRule } from './curl-rule.js';

export const unsetVariable = curlRule({
  code: 'curl/unset-variable',
  severity: 'info',
  purpose: `A variable of the shell that the command needs and nothing in its block sets.`,
  why: `A reader has to find out what to set; docproof sends the name.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -H "Authorization: Bearer $TOKEN" -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
TOKEN=sample
curl "https://cell1.unit1.example/__ctl/Label('later')" -X PUT -H "Authorization: Bearer $TOKEN" -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
});
