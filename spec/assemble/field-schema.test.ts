// Rows with conditions → keywords where a field of the body decides, words in the description where nothing of it does.
import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import { readConstraints } from '../constraints/read-constraints.js';
import type { FieldRow, TreeRow } from '../extract/page.js';
import { nestDotted } from './dotted-names.js';
import { fieldsSchema, jsonType, treeSchema } from './field-schema.js';

const wording = readWording();
const row = (name: string, requiredText: string): FieldRow =>
  ({ name, requiredText, required: false, overview: `The ${name}`, notes: '', effective: '', type: '' }) as FieldRow;

it('keeps conditions on what is no field of the body in words', () => {
  const rows = [
    row('name', 'No'),
    row('user', 'Yes(When Authorization header is not specified)'),
    row('code', 'Yes(When client_id is not specified)'),
    row('key', 'Yes(When name is specified)'),
    row('to', 'Yes(When Name is a or b)'),
  ];
  const schema = fieldsSchema(rows, {
    read: ({ requiredText }) => readConstraints({ required: requiredText }, wording),
    wording,
  });
  expect(schema).toEqual({
    type: 'object',
    properties: {
      name: { description: 'The name' },
      user: { description: 'The user\nYes(When Authorization header is not specified)' },
      code: { description: 'The code\nYes(When client_id is not specified)' },
      key: { description: 'The key' },
      to: { description: 'The to' },
    },
    // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema
    allOf: [{ if: { properties: { name: { enum: ['a', 'b'] } }, required: ['name'] }, then: { required: ['to'] } }],
    dependentRequired: { name: ['key'] },
  });
});

it.each(['for choice', 'bei choice', 'choice'])('is demanded of a value that one field alone lists: %s', (text) => {
  const read = (one: FieldRow): ReturnType<typeof readConstraints> => {
    const reading = readConstraints({ required: one.requiredText }, wording);
    return one.name === 'options' ? reading : { ...reading, schema: { enum: ['choice', 'text'] } };
  };
  const rows = [row('kind', 'Yes'), row('options', text)];
  const schema = fieldsSchema(rows, { read, wording });
  expect(schema.allOf).toEqual([
    // biome-ignore lint/suspicious/noThenProperty: `then` is the keyword of JSON Schema
    { if: { properties: { kind: { const: 'choice' } }, required: ['kind'] }, then: { required: ['options'] } },
  ]);
  expect(schema.properties?.['options']?.description).toContain('`choice`');
  expect(fieldsSchema([...rows, row('other', 'Yes')], { read, wording }).allOf).toBeUndefined();
});

it.each([
  ['guesses no type in an answer', '', { description: 'The when\nNull at first' }],
  ['guesses a text in a request', 'No', { type: ['string', 'null'], description: 'The when\nNull at first' }],
])('of null, where nothing else is said, %s', (_, required, wanted) => {
  const read = { schema: { type: ['string', 'null'] }, inferred: ['type'], conditions: [], remarks: [] };
  const rows = [{ ...row('when', required), notes: 'Null at first' }];
  expect(fieldsSchema(rows, { read: () => read, wording }).properties).toEqual({ when: wanted });
});

it.each(['__proto__', '__proto__.id'])('keeps %s, a name like any other', (name) => {
  const schema = nestDotted(fieldsSchema([row(name, 'Yes')], { read: () => readConstraints({}, wording), wording }));
  expect(Object.keys(schema.properties ?? {})).toEqual(['__proto__']);
});

it('nests names with brackets beside the field that they are of', () => {
  const flat = {
    type: 'object',
    required: ['a[b]', 'x[y]'],
    properties: { a: { type: 'object' }, 'a[b]': {}, 'l[][c]': {}, l: {}, 'x[y]': {} },
  };
  const nested = {
    type: 'object',
    required: ['x[y]'],
    properties: {
      a: { type: 'object', required: ['b'], properties: { b: {} } },
      l: { type: 'array', items: { type: 'object', properties: { c: {} } } },
      'x[y]': {},
    },
  };
  expect(nestDotted(flat)).toEqual(nested);
  expect(nestDotted(flat, { brackets: false }).properties).toHaveProperty(['a[b]']);
});

it.each(['Object (shelf format)', 'オブジェクト（shelf形式）'])(
  'nests the rows of an object that is named by its form: %s',
  (notes) => {
    const at = (parent: string, name: string, type: string, notes = ''): TreeRow =>
      ({ ...row(name, ''), overview: '', parent, type, notes }) as TreeRow;
    const rows = [at('root', 'place', 'object', notes), at('shelf', 'number', 'string')];
    const schema = treeSchema(rows, {
      read: () => ({ schema: {}, conditions: [], remarks: [], inferred: [] }),
      wording,
    });
    expect(schema).toHaveProperty('properties.place.properties.number.type', 'string');
  },
);

it.each([
  ['string array', 'array'],
  ['integer list', 'array'],
  ['string[]', 'array'],
  ['string', 'string'],
  ['JSON object', 'object'],
  ['JSON Web Token', 'string'],
])('takes %s for %s', (words, type) => {
  expect(jsonType(words, wording)).toBe(type);
});
