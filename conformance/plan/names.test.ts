// Names of the run: within the schema's limits, and labels only for what a thing is called.
import { describe, expect, it } from 'vitest';
import { scopedLabel, scopedName } from './names.js';

describe('a name of the run', () => {
  it.each([
    ['box1', {}, 'box1-r1'],
    ['box1', { pattern: '^[a-z0-9]+$' }, 'box1r1'],
    ['longname', { maxLength: 6 }, 'lon-r1'],
    ['box1', { enum: ['box1'] }, 'box1'],
  ])('%s with %j is %s', (name, schema, wanted) => {
    expect(scopedName(name, 'r1', schema)).toBe(wanted);
  });
});

describe('a label, where the server gives the key', () => {
  it.each([
    ['name', 'alpha', { type: 'string' }, 'alpha-r1'],
    ['email', 'ann@unit1.example', { format: 'email' }, 'ann-r1@unit1.example'],
    ['email', 'annabel@a.example', { format: 'email', maxLength: 14 }, 'a-r1@a.example'],
    ['currency', 'usd', { type: 'string' }, undefined],
    ['name', 'fixed', { const: 'fixed' }, undefined],
    ['name', '2026-01-01', { format: 'date' }, undefined],
  ])('%s: %s with %j is %s', (property, value, schema, wanted) => {
    expect(scopedLabel(property, value, 'r1', schema)).toBe(wanted);
  });
});
