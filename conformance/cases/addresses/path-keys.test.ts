import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { keyedAsPath } from './path-keys.js';

const json = 'content: { application/json: { schema: { type: object, properties: { Url: { type: string } } } } }';
const key = (name: string): string =>
  `parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`;
const suite = suiteOf(
  loadText(`openapi: 3.1.0
info: { title: Peers, version: '1' }
paths:
  /Peer:
    post: { operationId: addPeer, requestBody: { ${json} }, responses: { '201': { description: made, ${json} } } }
  /Peer('{Url}'):
    ${key('Url')}
    put: { operationId: putPeer, requestBody: { ${json} }, responses: { '204': { description: ok } } }
  /Peer('https%3A%2F%2F{Host}%2F'):
    ${key('Host')}
    patch: { operationId: patchPeer, requestBody: { ${json} }, responses: { '204': { description: ok } } }
`),
);

it.each([
  ['putPeer', { Url: 'b' }],
  ['patchPeer', { Url: 'https://a/' }],
])('%s: the body has the key of its path where the path has one of its own', (id, wanted) => {
  const operation = suite.model.operations.find(({ op }) => op.id === id);
  expect(operation && keyedAsPath(suite, operation, "/Peer('b')", { Url: 'https://a/' })).toEqual(wanted);
});
