// Headers that reads and changes without a command of their own cannot do without.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { creationOf, requiredHeaders } from './prerequisite.js';
import { suiteOf } from './suite.js';

const HEADER = '{ name: X-Shop, in: header, required: true, schema: { type: string }, example: north }';
const shown = (method: string, headers: string): string =>
  `x-docproof: { pages: [pots], source: { file: pots.md, line: 1 }, cases: [{ id: ${method}, page: pots, source: { file: pots.md, line: 1 }, request: { method: ${method}, url: 'https://a.example/pots', headers: ${headers} } }] }`;
const SUITE = suiteOf(
  loadText(`openapi: 3.1.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    post:
      operationId: addPot
      parameters: [${HEADER}]
      responses: { '201': { description: made } }
      ${shown('POST', '{ x-shop: south }')}
    get:
      operationId: listPots
      parameters: [${HEADER}]
      responses: { '200': { description: ok } }
      ${shown('GET', '{}')}
  /pots/{id}:
    get:
      operationId: getPot
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }, ${HEADER}]
      responses: { '200': { description: ok } }
`),
);

it.each([
  ['getPot', 'has no command: as the documents tell it', { 'X-Shop': 'north' }],
  ['addPot', 'as its own command has it', { 'x-shop': 'south' }],
  ['listPots', 'its own command does without', {}],
])('%s: %s', (id, _, headers) => {
  const operation = SUITE.model.operations.find(({ op }) => op.id === id);
  expect(operation && requiredHeaders(SUITE, operation)).toEqual(headers);
});

it.each([
  ['choice', ['kind', 'choices']],
  ['text', ['kind']],
])('what is made as %s has what that demands', (kind, names) => {
  const suite = suiteOf(
    loadText(`openapi: 3.1.0
info: { title: Forms, version: '1' }
paths:
  /questions:
    post:
      operationId: ask
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Question' }, example: { kind: ${kind}, choices: [a, b] } } } }
      responses: { '201': { description: made } }
  /questions/{id}:
    get:
      operationId: read
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { '200': { description: ok } }
components:
  schemas:
    Question:
      type: object
      required: [kind]
      properties: { kind: { type: string, enum: [text, choice] }, choices: { type: array, items: { type: string } } }
      allOf: [{ if: { properties: { kind: { const: choice } }, required: [kind] }, then: { required: [choices] } }]
`),
  );
  const [resource] = suite.model.resources;
  const made = resource?.create && creationOf(suite, resource.create, { id: 'q', resource, parents: [], keys: [null] });
  expect([...(made?.values.keys() ?? [])]).toEqual(names);
});
