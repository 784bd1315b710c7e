// Conditions of fields → if/then of their object, judged by a validator.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { conditionalSchema } from './conditional-schema.js';

const properties = { mode: { type: 'string' }, level: { type: 'integer' }, size: {}, name: {}, action: {} };
const schema = {
  type: 'object',
  properties,
  ...conditionalSchema(
    [
      { name: 'user', conditions: [{ kind: 'equals', field: 'mode', value: 'login' }] },
      { name: 'pass', conditions: [{ kind: 'equals', field: 'mode', value: 'login' }] },
      { name: 'why', conditions: [{ kind: 'equals', field: 'level', value: '9' }] },
      { name: 'unit', conditions: [{ kind: 'present', field: 'size' }] },
      { name: 'id', conditions: [{ kind: 'absent', field: 'name' }] },
      { name: 'to', conditions: [{ kind: 'oneOf', field: 'Action', values: ['send', 'copy'] }] },
      { name: 'key', conditions: [{ kind: 'absent', field: 'header' }] },
      { name: 'sum', conditions: [{ kind: 'present', field: 'other' }] },
      {
        name: 'free',
        conditions: [
          { kind: 'prose', text: 'on Sundays' },
          { kind: 'footnote', mark: '1' },
        ],
      },
    ],
    properties,
  ),
};

it('fields of one condition share one rule', () => expect(schema.allOf?.length).toBe(4));

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
  [{ id: 1, action: 'send' }, false],
  [{ id: 1, action: 'copy', to: 'a' }, true],
  [{ id: 1, action: 'move' }, true],
  [{ id: 1, other: 'o' }, true],
])('%j → %s', (value, valid) => expect(new Ajv2020({ strict: false }).compile(schema)(value)).toBe(valid));
