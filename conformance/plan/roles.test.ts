// Names of ids that say which part something plays.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { namedBy } from './roles.js';

const PARAMETERS = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const READ = { parameters: PARAMETERS, get: { responses: { 200: { description: 'It' } } } };

function modelWith(fields: Record<string, string | undefined>) {
  const created = { 201: { description: 'made' } };
  const makeOf = (properties: object) => ({
    post: {
      requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } },
      responses: created,
    },
  });
  const sent = Object.entries(fields).map(([name, description]) => [name, { type: 'string', description }]);
  const paths = {
    '/addresses': makeOf({ city: { type: 'string' } }),
    '/addresses/{id}': READ,
    '/users': makeOf({ name: { type: 'string' } }),
    '/users/{id}': READ,
    '/parcels': makeOf(Object.fromEntries(sent)),
    '/parcels/{id}': READ,
  };
  return modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
}

it.each([
  ['address_id', 'Where it goes', '/addresses'],
  ['to_address_id', 'ID of an existing address', '/addresses'],
  ['billingAddressId', undefined, '/addresses'],
  ['billingAddressId', 'Who pays for it', undefined],
  ['assignee_id', 'The ID of the user who carries it', '/users'],
  ['assignee_id', 'The user who carries it', undefined],
  ['checked_by_id', 'The ID of the user at the address', undefined],
  ['paid', 'Whether the user gave an id', undefined],
])('%s, "%s"', (name, description, path) => {
  const model = modelWith({ [name]: description });
  const head = /^(.+?)_?id$/i.exec(name)?.[1] ?? '';
  expect(namedBy(model, head, name, undefined)?.create?.op.path).toBe(path);
});
