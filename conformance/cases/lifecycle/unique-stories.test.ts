// Values that no two things share: given to another one by a change, and given to one in another place.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { repeatedGroups } from './repeated-stories.js';
import { uniqueGroups } from './unique-stories.js';

const id = (name: string): object => ({ name, in: 'path', required: true, schema: { type: 'integer' } });

function stories(name: string, create: string, status = '409', told = ''): [string, string[]][] {
  const schema = { properties: { name: { type: 'string', description: name } } };
  const requestBody = { content: { 'application/json': { schema, example: { name: 'Ida' } } } };
  const made = { description: '', content: { 'application/json': { schema: {}, example: { id: 1, name: 'Ida' } } } };
  const refused = { [status]: { description: '' } };
  const item = {
    patch: { requestBody, responses: { '200': made, ...refused } },
    delete: { responses: { '204': { description: '' } } },
  };
  const harbour = { post: { responses: { '201': made } } };
  const paths = {
    '/harbours': harbour,
    '/harbours/{harbour}': { parameters: [id('harbour')], delete: item.delete },
    '/harbours/{harbour}/boats': {
      parameters: [{ ...id('harbour'), example: 4 }],
      post: { description: create, requestBody, responses: { '201': made, [status]: { description: told } } },
    },
    '/harbours/{harbour}/boats/{boat}': { parameters: [id('harbour'), id('boat')], ...item },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  return [...uniqueGroups(suite), ...repeatedGroups(suite)].map(({ cases }) => {
    const last = cases.at(-1);
    return [last?.id.split('/').at(-1) ?? '', last?.expect.statuses ?? []];
  });
}

it.each<[string, string, string | undefined, [string, string[]][]]>([
  [
    'Unique',
    '',
    undefined,
    [
      ['update', ['409']],
      ['create-another', ['409']],
    ],
  ],
  [
    'Unique within its harbour',
    '',
    undefined,
    [
      ['update', ['409']],
      ['create-elsewhere', ['201']],
      ['create-another', ['409']],
    ],
  ],
  [
    'Unique',
    'Answers 422 if the name is in use.',
    '422',
    [
      ['update', ['400', '409', '422']],
      ['create-another', ['422']],
    ],
  ],
  ['Unique', 'Answers 422 if the name is too long.', '422', [['create-another', ['4XX']]]],
  ['A unique name', 'Answers 422 if the name is too long.', '422', []],
  ['What it is called', '', undefined, []],
])('%s. %s', (name, create, status, expected) => {
  expect(stories(name, create, status)).toEqual(expected);
});

it('a refusal that names a value makes it one thing’s alone, and what has it may be given it again', () => {
  const made = (told: string): string[] => stories('What it is called', '', '409', told).map(([what]) => what);
  expect(made('A boat with this name exists.')).toEqual(['update', 'create-same']);
  expect(made('The harbour is full.')).toEqual([]);
});

it('a 409 for the key of a request is none for a name, unless that is told as well', () => {
  const key = 'The same key with another body is answered with 409.';
  const made = (told: string): string[] => stories('A unique name', '', '409', told).map(([what]) => what);
  expect(made(key)).not.toContain('create-another');
  expect(made(`The name is taken. ${key}`)).toContain('create-another');
});
