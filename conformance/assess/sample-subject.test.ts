// Which fields of a documented sample an answer may leave out, and which requests choose.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { emptyFields, writtenFields } from './sample-subject.js';

it('a field that need not have a value may be left out, and no other', () => {
  const own = { title: { type: 'string' }, note: { type: 'string' }, pages: { type: 'integer', default: 1 } };
  const schema = { type: 'object', required: ['title'], properties: own };
  const answer = (...values: object[]) => ({
    description: 'ok',
    content: { 'application/json': { examples: Object.fromEntries(values.map((value, i) => [`s${i}`, { value }])) } },
  });
  const whole = { id: 1, title: 'a', note: 'b', pages: 2, readAt: 'now', state: 'new' };
  const suite = suiteOf(
    loadText(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'Books', version: '1' },
        paths: {
          '/books': {
            post: {
              operationId: 'addBook',
              requestBody: { content: { 'application/json': { schema } } },
              responses: { 201: answer({ ...whole, readAt: null }) },
            },
          },
          '/books/{id}': {
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
            get: { operationId: 'getBook', responses: { 200: answer(whole, { ...whole, lentTo: 'Ada' }) } },
            delete: { operationId: 'removeBook', responses: { 204: { description: 'gone' } } },
          },
        },
      }),
    ),
  );
  const read = casesOf(suite, { pasted: false })
    .flatMap(({ cases }) => cases)
    .find(({ operation }) => operation.op.id === 'getBook');
  expect(read && [...emptyFields(suite, read)].sort()).toEqual(
    ['first', 'last', 'lentTo', 'next', 'note', 'prev', 'previous', 'readAt'].sort(),
  );
  expect(read && [...writtenFields(suite, read)]).toEqual(['title', 'note', 'pages']);
});
