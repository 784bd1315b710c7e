// curl/shell-expansion: a `$name` in double quotes that a shell replaces by nothing.
import { curlRule } from './curl-rule.js';

export const shellExpansion = curlRule({
  code: 'curl/shell-expansion',
  severity: 'error',
  purpose: `A \`$name\` in double quotes that a shell replaces by nothing.`,
  why: `The pasted command calls another URL. docproof replays what is meant (\`$links\` stays); \`--pasted\` replays what a shell sends.`,
  bad: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')/$links/_Box" -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  good: {
    sections: {
      'cURL Command': `\`\`\`sh
curl "https://cell1.unit1.example/__ctl/Label('later')/\\$links/_Box" -X PUT -d '{"Name":"urgent"}'
\`\`\``,
    },
  },
  fixable: true,
});
