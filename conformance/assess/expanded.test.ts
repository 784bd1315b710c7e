import { expect, test } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { acceptUnexpanded } from './expanded.js';

const spec = (inferred: string[]): string =>
  JSON.stringify({
    openapi: '3.2.0',
    info: { title: 'Bills', version: '1' },
    servers: [{ url: 'https://bills.example' }],
    paths: {
      '/bills/{id}': {
        get: {
          operationId: 'getBill',
          responses: { 200: { description: 'ok' } },
          'x-docproof': {
            pages: ['bills'],
            inferred,
            cases: [
              {
                id: 'bill/get',
                page: 'bills',
                source: { file: 'bills.md', line: 1 },
                request: {
                  method: 'GET',
                  url: 'https://bills.example/bills/b1?expand[]=payer&expand[]=shop',
                  headers: {},
                },
              },
            ],
          },
        },
      },
    },
    'x-docproof': { version: 1, docs: { digest: 'x', languages: ['en'] }, sampleHosts: ['bills.example'] },
  });

test.each<[string, string[], string[], string[]]>([
  ['https://a.example/bills/b2', ['responseSchema'], ['/payer', '/shop'], []],
  ['https://a.example/bills/b2?expand[]=payer', ['responseSchema'], ['/payer', '/shop'], ['/payer']],
  ['https://a.example/bills/b2', [], ['/payer'], ['/payer']],
  ['https://a.example/bills/b2', ['responseSchema'], ['/sum'], ['/sum']],
])('%s with %j: of errors at %j stay those at %j', (url, inferred, at, stay) => {
  const [op] = loadText(spec(inferred)).operations;
  const errors = at.map((pointer) => ({ pointer, message: 'must be object' }));
  expect(op && acceptUnexpanded(errors, op, url).errors.map(({ pointer }) => pointer)).toEqual(stay);
});
