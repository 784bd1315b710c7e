// A depot: bins in racks, bills of payers, carts made many at once, as plain REST documents with commands have such things.
import { loadText } from './certify-fake.js';

const at = (path: string) => `https://depot.example${path}`;
const command = (method: string, path: string, body?: string) => ({
  pages: ['depot'],
  source: { file: 'depot.md', line: 1 },
  cases: [
    {
      id: `${method} ${path}`,
      page: 'depot',
      source: { file: 'depot.md', line: 1 },
      request: { method, url: at(path), headers: {}, ...(body === undefined ? {} : { body }) },
    },
  ],
});
const text = (more: object = {}) => ({ type: 'string', ...more });
const object = (properties: object, required: string[] = []) => ({ type: 'object', required, properties });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const form = (schema: object) => ({ required: true, content: { 'application/x-www-form-urlencoded': { schema } } });
const answers = (...statuses: string[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: status }]));

const SEAL = text({ description: 'Unique among bins' });
const BIN = object({ code: text({ maxLength: 8 }), color: text(), seal: SEAL }, ['code']);
const PAYER = object({ id: text(), mail: text({ maxLength: 99 }) });

export const DEPOT = loadText(
  JSON.stringify({
    openapi: '3.2.0',
    info: { title: 'Depot', version: '1' },
    servers: [{ url: at('') }],
    paths: {
      '/bins': {
        post: {
          operationId: 'createBin',
          requestBody: { required: true, ...json(BIN) },
          responses: { 201: { description: 'made', ...json(BIN) }, 409: { description: 'taken' } },
          'x-docproof': command('POST', '/bins', '{"code":"b1","color":"red","seal":"s1"}'),
        },
      },
      '/bins/{code}': {
        get: {
          operationId: 'getBin',
          responses: { 200: { description: 'ok', ...json(BIN) }, 404: { description: 'no' } },
          'x-docproof': command('GET', '/bins/b1'),
        },
        patch: {
          operationId: 'changeBin',
          requestBody: json(object({ color: text() })),
          responses: answers('200', '409'),
          'x-docproof': command('PATCH', '/bins/b1', '{"color":"blue"}'),
        },
        delete: { operationId: 'removeBin', responses: answers('204'), 'x-docproof': command('DELETE', '/bins/b1') },
      },
      '/bins/{code}/marks/{mark}': {
        put: {
          operationId: 'putMark',
          responses: answers('204'),
          'x-docproof': command('PUT', '/bins/b1/marks/old'),
        },
        delete: {
          operationId: 'removeMark',
          responses: answers('204', '404'),
          'x-docproof': command('DELETE', '/bins/b1/marks/old'),
        },
      },
      '/racks': {
        post: {
          operationId: 'createRack',
          requestBody: json(object({ name: text() }, ['name'])),
          responses: answers('201'),
          'x-docproof': command('POST', '/racks', '{"name":"r1"}'),
        },
      },
      '/racks/{name}': {
        delete: {
          operationId: 'removeRack',
          responses: answers('204'),
          'x-docproof': command('DELETE', '/racks/r1'),
        },
      },
      '/racks/{name}/bins': {
        get: {
          operationId: 'binsOfRack',
          responses: { 200: { description: 'ok', ...json({ type: 'array', items: BIN }) } },
          'x-docproof': command('GET', '/racks/r1/bins'),
        },
      },
      '/racks/{name}/bins/{code}': {
        put: {
          operationId: 'putIntoRack',
          responses: answers('204', '404'),
          'x-docproof': command('PUT', '/racks/r1/bins/b1'),
        },
        delete: {
          operationId: 'takeFromRack',
          responses: answers('204', '404'),
          'x-docproof': command('DELETE', '/racks/r1/bins/b1'),
        },
      },
      '/carts/{cartId}': {
        put: {
          operationId: 'putCart',
          requestBody: { required: true, ...json(object({ load: { type: 'integer' } }, ['load'])) },
          responses: answers('200', '201'),
          'x-docproof': command('PUT', '/carts/c1', '{"load":1}'),
        },
        delete: {
          operationId: 'removeCart',
          responses: answers('204'),
          'x-docproof': command('DELETE', '/carts/c1'),
        },
      },
      '/carts/batch': {
        post: {
          operationId: 'putCarts',
          requestBody: json(
            object(
              {
                carts: {
                  type: 'array',
                  minItems: 1,
                  items: object({ cartId: text(), load: { type: 'integer' } }, ['cartId', 'load']),
                },
              },
              ['carts'],
            ),
          ),
          responses: answers('207', '400'),
          'x-docproof': command(
            'POST',
            '/carts/batch',
            '{"carts":[{"cartId":"c1","load":1},{"cartId":"c2","load":2}]}',
          ),
        },
      },
      '/payers': {
        post: {
          operationId: 'createPayer',
          requestBody: form(
            object(
              {
                mail: text({ maxLength: 99, description: 'The mail address' }),
                age: { type: 'integer', minimum: 18 },
              },
              ['mail'],
            ),
          ),
          responses: { 200: { description: 'made', ...json(PAYER) }, 400: { description: 'no' } },
          'x-docproof': command('POST', '/payers', 'mail=ada%40example.com&age=30'),
        },
      },
      '/payers/{id}': {
        get: {
          operationId: 'getPayer',
          responses: { 200: { description: 'ok', ...json(PAYER) } },
          'x-docproof': command('GET', '/payers/p1'),
        },
        delete: {
          operationId: 'removePayer',
          responses: answers('204'),
          'x-docproof': command('DELETE', '/payers/p1'),
        },
      },
      '/bills': {
        post: {
          operationId: 'createBill',
          requestBody: form(
            object(
              {
                sum: { type: 'integer' },
                payer: text({ description: 'The id of a payer' }),
                paid: { type: 'boolean' },
              },
              ['sum'],
            ),
          ),
          responses: { 200: { description: 'made', ...json(object({ id: text(), sum: { type: 'integer' } })) } },
          'x-docproof': command('POST', '/bills', 'sum=5&payer=p1&paid=true'),
        },
      },
      '/bills/{id}': {
        get: {
          operationId: 'getBill',
          responses: { 200: { description: 'ok', ...json(object({ id: text() })) } },
          'x-docproof': command('GET', '/bills/x1'),
        },
      },
      '/bills/{id}/pay': {
        post: {
          operationId: 'payBill',
          description: 'Pays a bill that was created with `paid=false`.',
          responses: answers('200'),
          'x-docproof': command('POST', '/bills/x1/pay'),
        },
      },
      '/bins/{code}/checks': {
        post: {
          operationId: 'checkBin',
          responses: { 202: { description: 'later', ...json(object({ checkId: text(), state: text() })) } },
          'x-docproof': command('POST', '/bins/b1/checks'),
        },
      },
      '/checks/{checkId}': {
        get: {
          operationId: 'getCheck',
          responses: {
            200: { description: 'ok', ...json(object({ checkId: text(), state: text(), endedAt: text() })) },
          },
          'x-docproof': command('GET', '/checks/c1'),
        },
      },
    },
    'x-docproof': {
      version: 1,
      docs: { digest: 'x', languages: ['en'] },
      sampleHosts: ['depot.example'],
      keySyntax: 'plain',
    },
  }),
);
