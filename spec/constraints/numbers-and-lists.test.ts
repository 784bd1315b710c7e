// Numbers, what is counted, and the members of lists: the schema as a whole.
import { describe, expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { ConstraintCells } from './constraints.js';
import { readConstraints } from './read-constraints.js';

const wording = readWording();
type Case = [cells: ConstraintCells, want: object];
const e = (effective: string, want: object): Case => [{ effective }, want];
const texts = { type: 'array', items: { type: 'string' } };
const int64 = { type: 'integer', format: 'int64' };

/** What is counted, or has a size, is no value. */
const COUNTED: Case[] = [
  e('Up to 10 elements', {}),
  e('Maximum 5 items', {}),
  e('Up to 10 Roles can be specified', {}),
  e('1 to 3 elements', {}),
  e('最大5件', {}),
  e('1～3件', {}),
  e('Comma separated item names\nUp to 10 items', {}),
  e('Comma separated names, each up to 16 characters', {}),
  e('Three-letter day names separated by commas\nExample: Mon,Tue', {}),
  e('Up to 64Kbyte', {}),
  e('64KB or less', {}),
  e('最大64Kbyte', {}),
  [
    { type: 'integer', effective: 'Up to 10 items' },
    { type: 'integer', maximum: 10 },
  ],
  [
    { type: 'integer', effective: '最大100件' },
    { type: 'integer', maximum: 100 },
  ],
  e('10 or more and less than 20 characters', { type: 'string', minLength: 10, maxLength: 19 }),
  e('From 10 up to 20 characters', { type: 'string', minLength: 10, maxLength: 20 }),
  e('1～10回', { type: 'integer', minimum: 1, maximum: 10 }),
  e('1 - 3600 seconds', { type: 'integer', minimum: 1, maximum: 3600 }),
  [{ type: 'integer', effective: 'e.g. 1 - 5' }, { type: 'integer' }],
  // The default tells that it is a number.
  [
    { notes: 'How many to return, 1 to 50. The default is 10.' },
    { type: 'integer', minimum: 1, maximum: 50, default: 10 },
  ],
  [{ notes: 'How many of the 1 to 50 to return. The default is 10.' }, { type: 'integer', default: 10 }],
  [{ type: 'integer', effective: '例: 1～5' }, { type: 'integer' }],
  e('1～3600秒', { type: 'integer', minimum: 1, maximum: 3600 }),
];

const LISTS: Case[] = [
  [
    { type: 'array[number]', notes: 'Exactly 3 numbers' },
    { type: 'array', items: { type: 'number' }, minItems: 3, maxItems: 3 },
  ],
  e('Array of String\nUp to 20', { ...texts, maxItems: 20 }),
  e('Array of integers\nUp to 20', { type: 'array', items: { type: 'integer' } }),
  [
    { type: 'number', notes: '> 0, ≤ 31.5' },
    { type: 'number', exclusiveMinimum: 0, maximum: 31.5 },
  ],
  e('Array of String\nAt least one', { ...texts, minItems: 1 }),
  [
    { type: 'string[]', notes: 'Tags. Must not be empty.' },
    { ...texts, minItems: 1 },
  ],
  e('Array of String\nAt least one of them is needed', texts),
  [
    { type: 'array', effective: '1つ以上指定' },
    { type: 'array', minItems: 1 },
  ],
  [
    { type: 'array', notes: 'Mindestens eine Position' },
    { type: 'array', minItems: 1 },
  ],
  [
    { type: 'array', effective: 'Up to 10 Roles can be specified' },
    { type: 'array', maxItems: 10 },
  ],
  ...['Array of String', 'String[]'].map(
    (type): Case => [
      { type, effective: 'Up to 10 elements, each 1 - 16 characters' },
      { type: 'array', maxItems: 10, items: { type: 'string', minLength: 1, maxLength: 16 } },
    ],
  ),
  [
    { type: 'array', effective: 'Each element: 1 - 16 characters' },
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: 16 } },
  ],
  [
    { type: '文字列の配列', effective: '最大10件、各要素1～16文字' },
    { type: 'array', maxItems: 10, items: { type: 'string', minLength: 1, maxLength: 16 } },
  ],
  [
    { type: 'string[]', effective: 'Alphanumeric characters' },
    { type: 'array', items: { type: 'string', pattern: '^[a-zA-Z0-9]*$' } },
  ],
  [
    { type: 'array', effective: 'Up to 1024 characters' },
    { type: 'array', maxLength: 1024 },
  ],
  [
    { type: 'array of objects', effective: 'Names of up to 9 characters' },
    { type: 'array', items: { type: 'object' } },
  ],
  e('Array of strings', texts),
  [{ notes: 'Array of strings' }, texts],
  [{ type: 'array', notes: 'An array of strings. Not sorted.' }, texts],
  [{ type: 'string', notes: 'Array of strings' }, { type: 'string' }],
  [{ notes: 'Array of string pairs' }, {}],
  e('文字列の配列 最大5件', { ...texts, maxItems: 5 }),
  e('Array of strings, up to 5 elements', { ...texts, maxItems: 5 }),
  e('Array of strings up to 5 elements', { ...texts, maxItems: 5 }),
];

const NUMBERS: Case[] = [
  e('0より大きく1以下', { type: 'number', exclusiveMinimum: 0, maximum: 1 }),
  e('0以上1未満', { type: 'number', minimum: 0, exclusiveMaximum: 1 }),
  e('0以上10未満の整数', { type: 'integer', minimum: 0, maximum: 9 }),
  e('0 or more and less than 1', { type: 'number', minimum: 0, exclusiveMaximum: 1 }),
  e('Greater than 0 and up to 1', { type: 'number', exclusiveMinimum: 0, maximum: 1 }),
  e('Greater than 0', { type: 'number', exclusiveMinimum: 0 }),
  e('over 0', { type: 'number', exclusiveMinimum: 0 }),
  [
    { type: 'integer', effective: 'Greater than 0' },
    { type: 'integer', minimum: 1 },
  ],
  e('From 1 up to 10', { type: 'integer', minimum: 1, maximum: 10 }),
  e('Multiple of 5, 0 - 100', { type: 'integer', multipleOf: 5, minimum: 0, maximum: 100 }),
  e('5の倍数', { type: 'integer', multipleOf: 5 }),
  e('Multiple of 4 bytes', {}),
  e('1(high) - 5(low)', { type: 'integer', minimum: 1, maximum: 5 }),
  e('(high)1 - 5(low)', { type: 'integer', minimum: 1, maximum: 5 }),
  e('Long型', int64),
  e('Int型', { type: 'integer' }),
  e('UNIX時間(ミリ秒) Long型', int64),
  e('UNIX time (milliseconds)', int64),
];

describe.each([
  ['what is counted', COUNTED],
  ['lists', LISTS],
  ['numbers', NUMBERS],
])('%s', (_, cases) => {
  it.each(cases)('%j', (cells, want) => expect(readConstraints(cells, wording).schema).toEqual(want));
});
