// Addresses of which a part is no word that the documents list.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { derivedCases } from '../derived.js';

const unlisted = (schema: object): unknown => {
  const variable = (name: string, of: object): object => ({ name, in: 'path', required: true, schema: of });
  const body = {
    content: { 'application/json': { schema: { properties: { on: { type: 'boolean' } } }, example: { on: true } } },
  };
  const paths = {
    '/boats/{id}/lights/{side}': {
      parameters: [variable('id', { type: 'string' }), variable('side', schema)],
      put: { operationId: 'light', requestBody: body, responses: { 201: { description: 'Lit' } } },
    },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths })));
  const [put] = suite.model.operations;
  const found = put && derivedCases(suite, put).find(({ id }) => id.includes('unlisted-key'));
  return found && { path: found.request.path.split('/').at(-1), ...found.expect, absent: found.absent?.length };
};

it('a word that is not among those that are listed is refused, and nothing is made by it', () => {
  expect(unlisted({ type: 'string', enum: ['left', 'right'] })).toMatchObject({
    path: 'docproof-no-key',
    statuses: ['4XX'],
    effect: 'not-created',
    absent: 1,
  });
});

it('where no words are listed, none is wrong', () => expect(unlisted({ type: 'string' })).toBeUndefined());
