// What is planned for documents of plain REST APIs with commands: what is made how, and what is left out.
import { expect, it } from 'vitest';
import type { Case } from '../plan/story.js';
import { subjectOf } from '../plan/subject.js';
import { casesOf, storiesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';

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

const BIN = object({ code: text({ maxLength: 8 }), color: text() }, ['code']);
const PAYER = object({ id: text(), mail: text({ maxLength: 99 }) });

const SUITE = suiteOf(
  loadText(
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
            'x-docproof': command('POST', '/bins', '{"code":"b1","color":"red"}'),
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
  ),
);
const leaving = { ...SUITE, leavesThings: true, subjects: new WeakMap(), creations: new Map() };
const groups = casesOf(SUITE, { pasted: false });
const cases = new Map(groups.flatMap((group) => group.cases).map((one) => [one.id, one]));
const stories = new Map(storiesOf(SUITE, groups).map((story) => [story.id, story]));
const steps = (id: string, among = stories) =>
  among.get(id)?.steps.map((step) => (step.kind === 'case' ? step.case.id : `${step.kind} ${step.operation.op.id}`));

it('a name that an update does not take is not said to clash', () => {
  expect([...cases.keys()].filter((id) => id.includes('clash'))).toEqual([]);
});

it('what is by itself is put into something and taken out of it', () => {
  expect(stories.get('DELETE /racks/r1/bins/b1')?.impossible).toBeUndefined();
  expect(steps('DELETE /racks/r1/bins/b1')).toEqual([
    'create createRack',
    'create createBin',
    'link putIntoRack',
    'DELETE /racks/r1/bins/b1',
  ]);
  const told = stories
    .get('story/putIntoRack')
    ?.cases.map(({ id, expect: { effect, statuses } }) => [id, effect, statuses]);
  expect(told).toEqual([
    ['story/putIntoRack/join', 'joined', ['204']],
    ['story/putIntoRack/join-again', 'joined', ['204']],
    ['story/putIntoRack/join-another', 'joined', ['204']],
    ['story/putIntoRack/part', 'parted', ['204']],
    ['story/putIntoRack/part-again', undefined, ['404']],
  ]);
});

it('what only an address names is made by a PUT to it', () => {
  expect(steps('DELETE /bins/b1/marks/old')).toEqual([
    'create createBin',
    'create putMark',
    'DELETE /bins/b1/marks/old',
  ]);
});

it('a job is what its start says, with more once it has ended', () => {
  expect(steps('GET /checks/c1')).toEqual(['create createBin', 'create checkBin', 'GET /checks/c1']);
});

it('fields of a form have limits, types and defaults as those of JSON have', () => {
  const sent = (id: string): string | undefined => (cases.get(id) as Case | undefined)?.request.body;
  expect(sent('derived/createPayer/missing/mail')).toBe('age=30');
  expect(sent('derived/createPayer/limit-below/age')).toBe('mail=ada%40example.com&age=17');
  expect(sent('derived/createPayer/limit-inside/mail')).toBeUndefined();
});

it('what nothing removes is made only where it may stay', () => {
  expect(stories.get('GET /bills/x1')?.impossible).toBe(
    'no documented way to remove bills; allow it to be left with --allow-leftovers',
  );
  const open = new Map(storiesOf(leaving, casesOf(leaving, { pasted: false })).map((story) => [story.id, story]));
  expect(open.get('GET /bills/x1')?.impossible).toBeUndefined();
  expect(steps('POST /bills', open)).toEqual(['create createPayer', 'POST /bills']);
  const pay = open.get('POST /bills/x1/pay')?.steps[0];
  expect(pay).toMatchObject({ kind: 'create', with: { paid: false } });
});

it('many that name themselves are made at once, and none of them before', () => {
  expect(steps('POST /carts/batch')).toEqual(['POST /carts/batch']);
  const { several } = subjectOf(SUITE, cases.get('POST /carts/batch') as Case);
  expect(several?.map(({ keys }) => keys)).toEqual([['c1'], ['c2']]);
  // Each is answered by itself: nothing is refused for one of them.
  expect([...cases.keys()].filter((id) => /putCarts\/.*carts\./.test(id))).toEqual([]);
  expect(cases.has('derived/putCarts/missing/carts')).toBe(true);
});

it('does not ask for the name of what was deleted: it may be kept', () => {
  const ids = casesOf(SUITE, { pasted: false }).flatMap((group) => group.cases.map(({ id }) => id));
  expect(ids).toContain('story/bins-createBin/gone');
  expect(ids.filter((id) => id.endsWith('/create-again'))).toEqual([]);
});
