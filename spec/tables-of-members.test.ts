// Lists whose members have a table of their own: what tells which list a table is of.
import { expect, it } from 'vitest';
import { readProfile } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';
import { operation, table } from './testing/operation.js';

const COLUMNS = '|Item Name|Overview|Effective Value|Required|Notes|';
const WITH_OBJECT = COLUMNS.replace('|', '|Object|');
const MEMBERS = ['|Kind|What it does|"open" or "reply"|Yes||', '|Size|Size|Number of digits: 1-4|No||'];
const SCHEMA = ['requestBody', 'content', 'application/json', 'schema'];

const below = (caption: string) => `${caption}\n\n${table(COLUMNS, ...MEMBERS)}`;
const rows = (before: string) => MEMBERS.map((row) => row.replace('|', `|${before}`));
const withObject = (object: string) => `\n${table(WITH_OBJECT, ...rows(`${object}|`))}`;

it.each([
  ['by its name', 'Array', below('#### Buttons')],
  ['by the name of one', 'Array of Button', below('#### Button')],
  ['by words around its name', 'Array', below('#### Details of Buttons')],
  ['in a line', 'Array', below('The elements of Buttons are as follows')],
  ['in a line of another language', 'Array', below('Buttonsの要素は以下の通り')],
  ['by paths in the same table', 'Array', rows('Buttons/').join('\n')],
  ['beside each row', 'Array', withObject('Buttons')],
  ['by reference', 'Array object {1}', withObject('{1}')],
])('has the fields of a table that names it %s', (_, effective, more) => {
  const own = table(COLUMNS, '|Kind|Kind|message|Yes||', `|Buttons|Buttons|${effective}|No||`);
  const read = operation({ 'Request Body': `${own}\n${more}` });
  expect(read(...SCHEMA, 'required')).toEqual(['Kind']);
  expect(Object.keys(read(...SCHEMA, 'properties') as object)).toEqual(['Kind', 'Buttons']);
  expect(read(...SCHEMA, 'properties', 'Buttons')).toMatchObject({
    type: 'array',
    items: { required: ['Kind'], properties: { Kind: { enum: ['open', 'reply'] }, Size: { maxLength: 4 } } },
  });
});

it('keeps a table apart whose caption only speaks of a text', () => {
  const own = table(COLUMNS, '|Part|Part|Number of digits: 1-8|No||');
  const read = operation({ 'Request Body': `${own}\n\n${below('Besides the Part')}` });
  expect(Object.keys(read(...SCHEMA, 'properties') as object)).toEqual(['Part', 'Kind', 'Size']);
});

it.each([
  ['Either To or ToGroup must be specified', ''],
  ['ToまたはToGroupのいずれかは必須', 'カンマ区切りで複数指定可能'],
])('takes fields that a line names for none of the values: %s', (notes, effective) => {
  const own = table(
    COLUMNS,
    `|To|To|${effective}|No|${notes}|`,
    `|ToGroup|To a group|Number of digits: 1-8|No|${notes}|`,
    '|Buttons|Buttons|Array object {1}|No||',
  );
  const read = operation({ 'Request Body': `${own}\n${withObject('{1}')}` });
  expect(read(...SCHEMA, 'properties', 'To', 'enum')).toBeUndefined();
  expect(read(...SCHEMA, 'properties', 'To', 'pattern')).toBeUndefined();
  expect(read(...SCHEMA, 'properties', 'ToGroup')).toMatchObject({ minLength: 1, maxLength: 8 });
  expect(read(...SCHEMA, 'properties', 'ToGroup', 'enum')).toBeUndefined();
});

it.each([
  ['array of objects', 'labels', 'Up to 9, each as in [Make a label](#make-a-label)', ['array', 'items']],
  ['object', 'label', 'A [label](#make-a-label)', ['object']],
])('are those of the section that a row links to, as an %s', (type, name, notes, [kind, ...inside]) => {
  const make =
    '# Labels\n\n## Make a label\n\n`POST /labels`\n\n| Field | Type | Required | Description |\n|--|--|--|--|\n| text | string | yes | 1–20 characters |\n';
  const many = `\n## Make some\n\n\`POST /sheets\`\n\n| Field | Type | Required | Description |\n|--|--|--|--|\n| ${name} | ${type} | yes | ${notes} |\n`;
  const { document } = buildSpec([{ path: 'p.md', text: make + many }], {
    profile: readProfile('rest-table', packageRoot()),
  });
  const schema = pointer(document, `/components/schemas/MakeSomeRequest/properties/${name}`) as { type: string };
  expect(schema.type).toBe(kind);
  const members = inside.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], schema);
  expect(members).toMatchObject({ required: ['text'], properties: { text: { minLength: 1, maxLength: 20 } } });
});
