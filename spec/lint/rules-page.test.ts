// The page of all rules is what the registry says. Update it with `npx vitest run spec/lint/rules-page.test.ts -u`.
import { expect, it } from 'vitest';
import { RULES } from './registry.js';
import { explainRule, listRules, rulesPage } from './rule-text.js';

it('RULES.md is fresh', async () => {
  await expect(rulesPage(RULES)).toMatchFileSnapshot('./RULES.md');
});

it('lists every rule on a line of its own', () => {
  const lines = listRules(RULES).split('\n');
  for (const rule of RULES)
    expect(lines.some((line) => line.startsWith(`${rule.code} `) && line.endsWith(rule.purpose))).toBe(true);
});

it('explains a rule with both examples', () => {
  const rule = RULES.find((r) => r.code === 'curl/shell-expansion');
  const text = rule ? explainRule(rule) : '';
  expect(text).toContain('Bad:');
  expect(text).toContain("later')/$links/_Box");
  expect(text).toContain("later')/\\$links/_Box");
});
