// What a suite takes documents for.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { LIBRARY } from '../testing/library-spec.js';
import { requiredHeaders } from './prerequisite.js';
import type { Operation } from './resources.js';
import { casesOf, storiesOf, suiteOf } from './suite.js';

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

it('a login is not asked for where no documented way gives an account its password', () => {
  const logins = (text: string): (string | undefined)[][] => {
    const suite = suiteOf(loadText(text));
    return storiesOf(suite, casesOf(suite, { pasted: false })).flatMap(({ cases, impossible }) =>
      cases.filter(({ id }) => /^case\/token$|token\/wrong-password$/.test(id)).map(({ id }) => [id, impossible]),
    );
  };
  expect(logins(LIBRARY).map(([, impossible]) => impossible)).toEqual([undefined, undefined]);
  expect(
    logins(LIBRARY.replace('"name":"X-Password","means":"password"', '"name":"X-Other","means":"password"')),
  ).toEqual([
    ['case/token', 'no documented way to create an account with a password'],
    ['derived/token/wrong-password', undefined],
  ]);
});
