// doc/pages-disagree: two pages document one operation differently. Found when pages are merged.
import type { Rule } from '../rule.js';

const page = (title: string, code: string): string =>
  `# ${title}\n\n## Required Privileges\n\nlabel\n\n## Request\n\n### Request URL\n\n\`\`\`\n{CellURL}__ctl/Label\n\`\`\`\n\n### Request Method\n\nGET\n\n## Response\n\n### Response Code\n\n${code}\n`;

export const pagesDisagree: Rule = {
  code: 'doc/pages-disagree',
  severity: 'warning',
  purpose: 'Two pages that document the same operation with other statuses, privileges or required parameters.',
  why: 'The contract can say only one thing; docproof takes the first page.',
  bad: { page: page('List Label', '200'), others: { 'z_list_labels.md': page('List Labels', '206') } },
  good: { page: page('List Label', '200'), others: { 'z_list_labels.md': page('List Labels', '200') } },
};
