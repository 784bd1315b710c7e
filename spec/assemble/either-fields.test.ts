// "Either `mail` or `phone` is required", among the rows of a table → what JSON Schema refuses.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { readWording } from '../../cli/documents.js';
import type { FieldRow } from '../extract/page.js';
import { fieldsSchema } from './field-schema.js';

const wording = readWording();
const row = (name: string, notes: string, required = false): FieldRow =>
  ({ name, notes, required, requiredText: required ? 'Yes' : 'No', overview: '', effective: '', type: '' }) as FieldRow;
const schemaOf = (rows: FieldRow[]) =>
  fieldsSchema(rows, { read: () => ({ schema: {}, conditions: [], remarks: [], inferred: [] }), wording });
const accepts = (rows: FieldRow[]) => new Ajv2020({ strict: false }).compile(schemaOf(rows));

it('demands one of two fields, whichever row says so, and says it once', () => {
  const words = 'Either mail or phone is required';
  const rows = [row('name', '', true), row('mail', words), row('phone', words)];
  const check = accepts(rows);
  expect(
    [{ name: 1 }, { name: 1, mail: 1 }, { name: 1, phone: 1 }, { name: 1, mail: 1, phone: 1 }].map((value) =>
      check(value),
    ),
  ).toEqual([false, true, true, true]);
  expect(schemaOf(rows).allOf).toHaveLength(1);
});

it('demands one of three fields', () => {
  const check = accepts([
    row('mail', ''),
    row('phone', ''),
    row('fax', 'At least one of Mail, phone, fax is required'),
  ]);
  expect([{}, { mail: 1 }, { phone: 1 }, { fax: 1 }].map((value) => check(value))).toEqual([false, true, true, true]);
});

it('demands what a sentence beside the table says', () => {
  const rows = [row('mail', ''), row('phone', '')];
  const read = () => ({ schema: {}, conditions: [], remarks: [], inferred: [] });
  const said = ['Sends it.', 'Either `mail` or `phone` must be given.', 'Either `up` or `down` must be given.'];
  expect(fieldsSchema(rows, { read, wording, said }).allOf).toHaveLength(1);
});

it.each([
  ['values', [row('flag', 'Either on or off is required'), row('on', '')]],
  ['a field that is there anyway', [row('mail', 'Either mail or phone is required', true), row('phone', '')]],
])('demands nothing for %s', (_, rows) => expect(schemaOf(rows).allOf).toBeUndefined());

it('takes the fields for no values of the one that says so', () => {
  const words = 'Either mail or phone must be given';
  const read = () => ({ schema: { enum: ['mail', 'phone'] }, conditions: [], remarks: [], inferred: [] });
  const { properties } = fieldsSchema([row('mail', ''), row('phone', words)], { read, wording });
  expect(properties?.['phone']).not.toHaveProperty('enum');
});
