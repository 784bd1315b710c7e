import { describe, expect, it } from 'vitest';
import { readProfile } from '../../cli/documents.js';
import { buildSpec } from '../build.js';
import { packageRoot } from '../package-root.js';

const options = { profile: readProfile(undefined, packageRoot()) };

const table = (...rows: string[]): string =>
  ['|Item Name|Overview|Effective Value|Required|Notes|', '|:--|:--|:--|:--|:--|', ...rows].join('\n');

const bodyOf = (body: string): unknown => {
  const text = `---\nid: 10_Send_Parcel\ntitle: Send parcel\n---\n## Request\n### Request URL\n\`\`\`\n{CellURL}__parcel\n\`\`\`\n### Request Method\nPOST\n### Request Body\n${body}\n## Response\n### Response Code\n201\n`;
  const { document } = buildSpec([{ path: '10_Send_Parcel.md', text }], options);
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  return schemas['SendParcelRequest'];
};

const string = (description: string): unknown => ({ type: 'string', description });
const ITEM = { type: 'object', properties: { Kind: string('kind') }, required: ['Kind'] };

describe('a table titled with the name of a field', () => {
  const cases: { title: string; row: string; heading: string; want: unknown }[] = [
    {
      title: 'has the fields of each member of a list',
      row: '|Parts|parts of it|Array object|No||',
      heading: '#### Parts',
      want: { type: 'array', items: ITEM, description: 'parts of it' },
    },
    {
      title: 'has the fields of an object',
      row: '|Parts|parts of it|see below|No||',
      heading: '#### Parts',
      want: { ...ITEM, description: 'parts of it\nsee below' },
    },
    {
      title: 'may be titled with the reference of its row',
      row: '|Parts|parts of it|Array object {1}|No||',
      heading: '#### Object {1}',
      want: { type: 'array', items: ITEM, description: 'parts of it' },
    },
  ];
  it.each(cases)('$title', ({ row, heading, want }) => {
    const body = `${table('|Name|name||Yes||', row)}\n\n${heading}\n\n${table('|Kind|kind|String|Yes||')}`;
    expect(bodyOf(body)).toMatchObject({ properties: { Parts: want }, required: ['Name'] });
    expect(Object.keys((bodyOf(body) as { properties: object }).properties)).toEqual(['Name', 'Parts']);
  });

  it('may be titled in a line of text, and have a table of its own below', () => {
    const rows = '|Item Name|Type|Required|Overview|\n|--|--|--|--|\n';
    const body = [
      `${rows}|Parts|array|○|オブジェクト{1}の配列|\n\nオブジェクト{1}\n`,
      `${rows}|Kind|string|○|kind|\n|Size|object|○|size, オブジェクト{2}|\n\nオブジェクト{2}\n`,
      `${rows}|Width|integer|○|mm|\n`,
    ].join('\n');
    const size = { type: 'object', properties: { Width: { type: 'integer' } }, required: ['Width'] };
    expect(bodyOf(body)).toMatchObject({
      properties: { Parts: { type: 'array', items: { properties: { Size: size }, required: ['Kind', 'Size'] } } },
      required: ['Parts'],
    });
  });

  it('leaves tables with other titles at the top', () => {
    const body = `${table('|Name|name||Yes||')}\n\n#### More of it\n\n${table('|Kind|kind|String|Yes||')}`;
    expect(bodyOf(body)).toMatchObject({ required: ['Name', 'Kind'] });
  });
});

it.each([
  ['Kind (required)', 'Size (optional)'],
  ['Kind（文字列、必須）', 'Size（任意）'],
])('takes a mark behind a name for one of requirement: %s', (kind, size) => {
  const body = `|Field|Description|\n|--|--|\n|${kind}|kind|\n|${size}|size|\n`;
  expect(bodyOf(body)).toMatchObject({ properties: { Kind: {}, Size: {} }, required: ['Kind'] });
});

it('nests rows with dashes in front of their names', () => {
  const body = '|Item Name|Type|\n|--|--|\n|Parts|array|\n|-Kind|string|\n|--Size|integer|\n|Name|string|\n';
  expect(bodyOf(body)).toMatchObject({ properties: { Parts: { type: 'array' }, Name: { type: 'string' } } });
  expect(JSON.stringify(bodyOf(body))).not.toContain('-Kind');
});

it('takes a row that names no object for one of the root, where it is the first', () => {
  const rows = ['||Kind|string|kind|', '||Parts|array|Array object {1}|', '|{1}|Size|string|size|'];
  const body = `|Object|Item Name|Data Type|Notes|\n|--|--|--|--|\n${rows.join('\n')}\n`;
  expect(bodyOf(body)).toMatchObject({ properties: { Kind: {}, Parts: { type: 'array' } } });
});

describe('a table on its side', () => {
  it.each(['', 'Item Name'])('has the names across the top beside "%s"', (corner) => {
    const body = `|${corner}|\`Kind\`|\`Name\`|\n|--|--|--|\n|**Type**|string|integer|\n|Required|Yes|No|\n|Overview|kind|name|\n`;
    expect(bodyOf(body)).toMatchObject({
      properties: { Kind: string('kind'), Name: { type: 'integer' } },
      required: ['Kind'],
    });
  });

  it('is none where fields have the names of columns', () => {
    const body = '|Item Name|Type|\n|--|--|\n|Type|string|\n|Notes|string|\n';
    expect(bodyOf(body)).toMatchObject({ properties: { Type: {}, Notes: {} } });
  });
});
