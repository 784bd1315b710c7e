// Every rule of `diff` on a pair of small contracts: what it says, and how bad it is.
import { describe, expect, it } from 'vitest';
import { diffApis } from './diff.js';
import { RULES } from './rules/index.js';
import { OPERATION_EXAMPLES } from './testing/operation-examples.js';
import { SCHEMA_EXAMPLES } from './testing/schema-examples.js';

const TABLE = [...OPERATION_EXAMPLES, ...SCHEMA_EXAMPLES];

describe('the rules of diff', () => {
  it.each(TABLE)('%s (%#)', (rule, before, after, level, words) => {
    const found = diffApis(before, after).filter((change) => change.rule === rule);
    expect(found[0]?.level).toBe(level);
    expect(found[0]?.message).toContain(words);
  });

  it('has an example of every rule', () => {
    expect(new Set(TABLE.map(([rule]) => rule))).toEqual(new Set(RULES.map((r) => r.id)));
  });

  it.each(TABLE)('%s: a contract does not differ from itself (%#)', (_, before, after) => {
    expect(diffApis(before, before)).toEqual([]);
    expect(diffApis(after, after)).toEqual([]);
  });
});
