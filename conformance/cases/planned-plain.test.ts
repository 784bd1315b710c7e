// What is planned for documents of plain REST APIs with commands: what is made how, and what is left out.
import { expect, it } from 'vitest';
import { describeEntity } from '../plan/entities.js';
import type { Case } from '../plan/story.js';
import { subjectOf } from '../plan/subject.js';
import { casesOf, storiesOf, suiteOf } from '../plan/suite.js';
import { loadText } from '../testing/certify-fake.js';
import { DEPOT } from '../testing/depot-spec.js';

const SUITE = suiteOf(DEPOT);
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

it('a thing is called as its address calls it', () => {
  const { target } = subjectOf(SUITE, cases.get('DELETE /racks/r1/bins/b1') as Case);
  expect(target && describeEntity(target)).toBe('bins/b1');
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

it('does not ask for the name of what was deleted, nor for a value that was its alone: they may be kept', () => {
  expect(cases.has('story/bins-createBin/gone')).toBe(true);
  expect(cases.has('story/createBin-once-seal/create-another')).toBe(true);
  expect([...cases.keys()].filter((id) => id.endsWith('/create-again'))).toEqual([]);
});

it('what is accepted and can be asked for is made by what accepts it', () => {
  const job =
    'content: { application/json: { schema: { properties: { id: { type: string }, state: { type: string } } } } }';
  const id = (name: string): string =>
    `parameters: [{ name: ${name}, in: path, required: true, schema: { type: string } }]`;
  const starter = (variable: string): string | undefined => {
    const spec = `openapi: 3.1.0
info: { title: Kilns, version: '1' }
paths:
  /kilns/{${variable}}/firings: { ${id(variable)}, post: { operationId: fire, responses: { '202': { description: accepted, ${job} } } } }
  /jobs/{id}: { ${id('id')}, get: { operationId: ask, responses: { '200': { description: ok, ${job} } } } }
`;
    const { resources } = suiteOf(loadText(spec)).model;
    return resources.find(({ name }) => name === 'jobs')?.create?.op.id;
  };
  expect(starter('kilnId')).toBe('fire');
  // Which of two things one variable stands for, nobody knows.
  expect(starter('id')).toBeUndefined();
});

it('of a file that may be any, other bytes are sent', () => {
  const upload = (type: string): Case | undefined => {
    const request = {
      method: 'PUT',
      url: 'https://kilns.example/plans/a',
      headers: { 'Content-Type': type },
      files: ['a.bin'],
    };
    const docs = {
      pages: ['plans'],
      source: { file: 'plans.md', line: 1 },
      cases: [{ id: 'put', page: 'plans', source: { file: 'plans.md', line: 2 }, request }],
    };
    const put = { operationId: 'put', responses: { 201: { description: 'made' } }, 'x-docproof': docs };
    const parameters = [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }];
    const bases = [{ name: 'Base', forms: ['https://kilns.example/'], path: '/' }];
    const root = { version: 1, bases, sampleHosts: ['kilns.example'], keySyntax: 'plain', placeholders: [] };
    const spec = {
      openapi: '3.1.0',
      info: { title: 'Plans', version: '1' },
      paths: { '/plans/{name}': { parameters, put } },
      'x-docproof': root,
    };
    return casesOf(suiteOf(loadText(JSON.stringify(spec))), { pasted: false })
      .flatMap((group) => group.cases)
      .find(({ id }) => id === 'put');
  };
  const [any, image] = ['application/octet-stream', 'image/png'].map(upload);
  expect([any?.skip, any?.request.body]).toEqual([undefined, 'docproof']);
  expect(image?.skip?.outcome).toBe('untested');
});

it('an update is sent by the type that it takes, with the fields that it knows', () => {
  const sign = 'type: object, required: [code], properties: { code: { type: string }, text: { type: string }';
  const spec = `openapi: 3.1.0
info: { title: Signs, version: '1' }
paths:
  /signs:
    post: { operationId: add, requestBody: { content: { application/json: { schema: { ${sign} } }, example: { code: a1, text: Stop } } } }, responses: { '201': { description: made } } }
  /signs/{code}:
    parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
    get: { operationId: read, responses: { '200': { description: ok } } }
    patch: { operationId: change, requestBody: { content: { application/merge-patch+json: { schema: { type: object, properties: { text: { type: string } } }, example: { text: Go } } } }, responses: { '200': { description: ok } } }
    delete: { operationId: drop, responses: { '204': { description: gone } } }
`;
  const all = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  const updates = all.filter(({ id, operation }) => id.startsWith('story/') && operation.op.id === 'change');
  expect(updates.length).toBeGreaterThan(0);
  for (const { request } of updates) {
    expect(request.headers['Content-Type']).toBe('application/merge-patch+json');
    expect(request.body).not.toContain('code');
  }
});

it('a merge patch keeps the other members of an object of any names, and null takes one away', () => {
  const tags = 'tags: { type: object, additionalProperties: { type: [string, "null"], maxLength: 9 } }';
  const sign = `type: object, required: [code], properties: { code: { type: string }, ${tags} }`;
  const spec = `openapi: 3.1.0
info: { title: Signs, version: '1' }
paths:
  /signs:
    post: { operationId: add, requestBody: { content: { application/json: { schema: { ${sign} } } } }, responses: { '201': { description: made } } }
  /signs/{code}:
    parameters: [{ name: code, in: path, required: true, schema: { type: string } }]
    get: { operationId: read, responses: { '200': { description: ok } } }
    patch: { operationId: change, requestBody: { content: { application/merge-patch+json: { schema: { type: object, properties: { ${tags} } } } } }, responses: { '200': { description: ok } } }
    delete: { operationId: drop, responses: { '204': { description: gone } } }
`;
  const all = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  const merges = all.filter(({ id }) => id.startsWith('story/change-merges/'));
  expect(merges.map(({ request }) => JSON.parse(request.body ?? '').tags)).toEqual([
    { first: 'sample', Second: 'sample' },
    { first: 'sample' },
    { Second: null },
  ]);
});

it.each([
  ['multipart/form-data', 'SHOULD'],
  ['application/x-www-form-urlencoded', 'MUST'],
  ['application/json', 'MUST'],
])('a text where a flag is documented, in %s: %s', (type, level) => {
  const schema = 'type: object, required: [title], properties: { title: { type: string }, open: { type: boolean } }';
  const spec = `openapi: 3.1.0
info: { title: Signs, version: '1' }
paths:
  /signs:
    post: { operationId: add, requestBody: { content: { ${type}: { schema: { ${schema} } } } }, responses: { '201': { description: made }, '400': { description: wrong } } }
  /signs/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: drop, responses: { '204': { description: gone } } }
`;
  const all = casesOf(suiteOf(loadText(spec)), { pasted: false }).flatMap((group) => group.cases);
  expect(all.find(({ id }) => id === 'derived/add/wrong-type/open')?.level).toBe(level);
});
