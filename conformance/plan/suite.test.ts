// What a suite takes documents for.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { requiredHeaders } from './prerequisite.js';
import type { Operation } from './resources.js';
import { suiteOf } from './suite.js';

const command =
  "cases: [{ id: book/put, page: book, source: { file: book.md, line: 1 }, request: { method: PUT, url: 'https://a.example/books/1', headers: {} } }]";
const spec = (path: string): string => `openapi: 3.2.0
info: { title: Books, version: '1' }
servers: [{ url: 'https://a.example' }]
paths:
  ${path}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    put:
      operationId: putBook
      parameters: [{ name: If-Match, in: header, required: true, schema: { type: string } }]
      responses: { '204': { description: ok } }
      x-docproof: { pages: [book], ${command} }
x-docproof: { version: 1, docs: { digest: x, languages: [en] }, sampleHosts: [a.example], keySyntax: odata }
`;

it.each([
  ["/books('{id}')", true],
  ['/books/{id}', false],
])('documents with %s have entities of OData: %s', (path, odata) => {
  expect(suiteOf(loadText(spec(path))).commandsOnly).toBe(odata);
});

it('a version that a request must name is named beside commands, too', () => {
  const suite = suiteOf(loadText(spec('/books/{id}')));
  expect(requiredHeaders(suite, suite.model.operations[0] as Operation)).toEqual({ 'If-Match': '*' });
});
