// Which property of a create is the key that the address calls otherwise.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { shownValue } from './shown-keys.js';

const keyOf = (properties: string): string | undefined => {
  const schema = `schema: { type: object, required: [label, mark], properties: { ${properties} } }`;
  const content = `content: { application/json: { ${schema} } }`;
  const spec = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /harbours:
    post: { requestBody: { required: true, ${content} }, responses: { '201': { description: made, ${content} } } }
  /harbours/{harbour}:
    parameters: [{ name: harbour, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: ok, ${content} }, '404': { description: none } } }
`;
  const [resource] = modelOf(loadText(spec)).resources;
  return resource?.keys[0]?.property;
};

it.each([
  ['the only text with a form', "label: { type: string }, mark: { type: string, pattern: '^[a-z]+$' }", 'mark'],
  [
    'not one of two',
    "label: { type: string, pattern: '^[a-z]' }, mark: { type: string, pattern: '^[a-z]+$' }",
    undefined,
  ],
  [
    'not where the server gives an id',
    "harbourId: { type: integer, readOnly: true }, label: { type: string }, mark: { type: string, pattern: '^[a-z]+$' }",
    undefined,
  ],
  ['not a text of any form', 'label: { type: string }, mark: { type: string }', undefined],
])('%s', (_, properties, key) => {
  expect(keyOf(properties)).toBe(key);
});

const BERTHS = `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /berths/{key}:
    parameters: [{ name: key, in: path, required: true, schema: { type: string } }]
    get: { responses: { '200': { description: ok }, '404': { description: none } } }
    put:
      x-docproof: { pages: [p], cases: [{ id: berth/put, page: p, source: { file: p.md, line: 1 }, request: { method: PUT, url: 'https://port.example/berths/north_1', headers: {}, body: '{}' } }] }
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { '201': { description: made } }
`;

it.each([
  ['north_1', BERTHS],
  [undefined, BERTHS.replace(/ {6}x-docproof.*\n/, '')],
])('a key is shown as %s', (shown, spec) => {
  const [resource] = modelOf(loadText(spec)).resources;
  expect(resource?.keys[0] && shownValue(resource, resource.keys[0])).toBe(shown);
});
