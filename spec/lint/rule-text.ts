// Rules as text: the list, one explained, and the page of all of them.
import { exampleExcerpt } from './example.js';
import type { Rule } from './rule.js';

/** `--rules`: one line each. */
export function listRules(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map((rule) => rule.code.length));
  const lines = rules.map(
    (rule) =>
      `${rule.code.padEnd(width)}  ${rule.severity.padEnd(7)}  ${rule.fixable ? 'fix' : '   '}  ${rule.purpose}`,
  );
  return `${lines.join('\n')}\n\n${rules.length} rules; "fix" marks those that --fix mends where the mend is certain. More: docproof lint --explain CODE\n`;
}

/** `--explain CODE`. */
export function explainRule(rule: Rule): string {
  return [
    `${rule.code} (${rule.severity}${rule.fixable ? ', --fix mends it where the mend is certain' : ''})`,
    ...explanation(rule, indented),
  ].join('\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');
}

/** The page of all rules, as markdown. */
export function rulesPage(rules: readonly Rule[]): string {
  const areas = [...new Set(rules.map((rule) => rule.code.split('/')[0] as string))];
  const table = rules.map(
    (rule) =>
      `| [${rule.code}](#${anchor(rule.code)}) | ${rule.severity} | ${rule.fixable ? 'yes' : ''} | ${rule.purpose.replaceAll('|', '\\|')} |`,
  );
  return [
    '# Rules',
    '',
    `What \`docproof lint\` finds: ${rules.length} rules in ${areas.length} areas. This page is made from the rules themselves; run \`npx vitest run spec/lint/rules-page.test.ts -u\` after changing one.`,
    '',
    'A finding is left out by `<!-- docproof-ignore CODE: reason -->` in the page, or by `lint: ignore:` in `docproof.yaml`; `lint: severity:` changes severities. `docproof lint --fix` mends what is marked, where the mend is certain.',
    '',
    '| Code | Severity | Fix | Finds |',
    '|:--|:--|:--|:--|',
    ...table,
    '',
    ...rules.flatMap(section),
  ].join('\n');
}

function anchor(code: string): string {
  return code.replace('/', '');
}

function section(rule: Rule): string[] {
  return [`## ${rule.code}`, '', ...explanation(rule, fenced)];
}

/** What a rule finds, why, and a page with and without it. */
function explanation(rule: Rule, shown: (page: string) => string): string[] {
  const { purpose, why, bad, good } = rule;
  return [
    purpose,
    '',
    why,
    '',
    'Bad:',
    '',
    shown(exampleExcerpt(bad)),
    '',
    'Good:',
    '',
    shown(exampleExcerpt(good)),
    '',
  ];
}

function fenced(text: string): string {
  return `\`\`\`\`md\n${text.replaceAll('\u0000', '\u2400')}\n\`\`\`\``;
}
