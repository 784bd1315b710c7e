// Conditions of fields → if/then of their object, judged by a validator.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { conditionalSchema } from './conditional-schema.js';

const schema = {
  type: 'object',
  properties: { mode: { type: 'string' }, level: { type: 'integer' } },
  ...conditionalSchema(
    [
      { name: 'user', conditions: [{ kind: 'equals', field: 'mode', value: 'login' }] },
      { name: 'pass', conditions: [{ kind: 'equals', field: 'mode', value: 'login' }] },
      { name: 'why', conditions: [{ kind: 'equals', field: 'level', value: '9' }] },
      { name: 'unit', conditions: [{ kind: 'present', field: 'size' }] },
      { name: 'id', conditions: [{ kind: 'absent', field: 'name' }] },
      {
        name: 'free',
        conditions: [
          { kind: 'prose', text: 'on Sundays' },
          { kind: 'footnote', mark: '1' },
        ],
      },
    ],
    { level: { type: 'integer' } },
  ),
};

it('fields of one condition share one rule', () => expect(schema.allOf?.length).toBe(3));

it.each([
  [{ name: 'n' }, true],
  [{ name: 'n', mode: 'login' }, false],
  [{ name: 'n', mode: 'login', user: 'u', pass: 'p' }, true],
  [{ name: 'n', mode: 'other' }, true],
  [{ name: 'n', level: 9 }, false],
  [{ name: 'n', size: 1 }, false],
  [{ name: 'n', size: 1, unit: 'm' }, true],
  [{}, false],
  [{ id: 1 }, true],
])('%j → %s', (value, valid) => expect(new Ajv2020({ strict: false }).compile(schema)(value)).toBe(valid));
