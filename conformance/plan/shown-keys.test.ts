// A key that the body calls otherwise than the address: found only where the documents show that both are one.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';

const SLUG = '{ type: string, pattern: "^[a-z]+$" }';

/** @param variable of the address; @param property of the body that both documents are about */
function keyOf(variable: string, property: string, create = '', read = ''): string | undefined {
  const { resources } = modelOf(
    loadText(`openapi: 3.1.0
info: { title: Orgs, version: '1' }
paths:
  /orgs:
    post:
      operationId: createOrg
      requestBody: { content: { application/json: { schema: { required: [name, slug], properties: { name: { type: string }, slug: ${property} } }${create} } } }
      responses: { '201': { description: made } }
  /orgs/{org}:
    parameters: [{ name: org, in: path, required: true, schema: ${variable}${read} }]
    get: { operationId: getOrg, responses: { '200': { description: ok } } }
    delete: { operationId: removeOrg, responses: { '204': { description: gone } } }
`),
  );
  return resources[0]?.keys[0]?.property;
}

const TEXT = '{ type: string }';

it.each([
  ['one pattern for both', keyOf(SLUG, SLUG), 'slug'],
  ['a type alone', keyOf(TEXT, TEXT), undefined],
  ['one value for both', keyOf(TEXT, TEXT, ', example: { name: Makers, slug: makers }', ', example: makers'), 'slug'],
  ['a value of two', keyOf(TEXT, TEXT, ', example: { name: makers, slug: makers }', ', example: makers'), undefined],
  ['other values', keyOf(TEXT, TEXT, ', example: { name: Makers, slug: makers }', ', example: smiths'), undefined],
])('%s', (_, found, want) => expect(found).toBe(want));
