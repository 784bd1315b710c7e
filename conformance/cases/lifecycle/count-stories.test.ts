// What a thing counts of others is looked at with one more of them, and without it again.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { certifyFake, failures, loadText } from '../../testing/certify-fake.js';
import { type FakeAnswer, startFake } from '../../testing/fake-server.js';
import { countGroups } from './count-stories.js';

const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;
const ID = 'parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]';
const harbour = (words: string): string => `
openapi: 3.2.0
info: { title: Harbour, version: '1' }
x-docproof: { version: 1 }
paths:
  /berths:
    post:
      requestBody: { required: true, ${json('{ $ref: "#/components/schemas/Berth" }')} }
      responses: { '201': { description: Made, ${json('{ $ref: "#/components/schemas/Berth" }')} } }
  /berths/{id}:
    ${ID}
    get: { responses: { '200': { description: OK, ${json('{ $ref: "#/components/schemas/Berth" }')} } } }
    delete: { responses: { '204': { description: Gone } } }
  /stays:
    post:
      operationId: postStays
      requestBody: { required: true, ${json('{ $ref: "#/components/schemas/Stay" }')} }
      responses: { '201': { description: Made, ${json('{ $ref: "#/components/schemas/Stay" }')} } }
  /stays/{id}:
    ${ID}
    get: { responses: { '200': { description: OK, ${json('{ $ref: "#/components/schemas/Stay" }')} } } }
    delete: { responses: { '204': { description: Gone } } }
  /stays/{id}/pay:
    ${ID}
    post: { operationId: payStay, description: Sets state to paid., responses: { '200': { description: OK, ${json('{ $ref: "#/components/schemas/Stay" }')} } } }
components:
  schemas:
    Berth: { type: object, required: [name], properties: { id: { type: integer, readOnly: true }, name: { type: string, maxLength: 20 }, used: { type: integer, readOnly: true, description: "${words}" } } }
    Stay: { type: object, required: [berth_id, nights], properties: { id: { type: integer, readOnly: true }, berth_id: { type: integer }, nights: { type: integer, minimum: 1, maximum: 9 }, state: { type: string, enum: [open, paid], readOnly: true } } }
`;

it.each([
  ['Number of stays', true],
  ['Number of stays that are not paid yet', 'payStay'],
  ['Read-only. How many stays it has', true],
  ['Sum of the `nights` of all stays', true],
  ['Number of stays that were paid', false],
  ['Number of stays, counted later in the background', false],
  ['Number of stays of cats', false],
  ['Number of boats', false],
  ['Whether it is used', false],
])('%s', (words, tried) => {
  const steps = countGroups(suiteOf(loadText(harbour(words)))).flatMap(({ cases }) => cases.map(({ id }) => id));
  const story = 'story/postStays-counted-used';
  const left = typeof tried === 'string' ? [tried, `once-${tried}`] : [];
  const all = ['create', 'with-it', ...left, 'delete', 'without-it'];
  expect(steps).toEqual(tried ? all.map((step) => `${story}/${step}`) : []);
});

/** @param used what a berth shows of its stays, without those that were paid where `paid` says so */
async function found(
  words: string,
  used: (nights: number[]) => number,
  paid = false,
): Promise<Record<string, string[]>> {
  const berths = new Map<string, object>();
  const stays = new Map<string, { berth_id: number; nights: number; state: string }>();
  let last = 0;
  const server = await startFake(({ method, path, body }): FakeAnswer => {
    const [, kind, id, action] = path.split('/');
    const counted = [...stays.values()].filter(({ state }) => !paid || state === 'open');
    const own = counted.filter((stay) => String(stay.berth_id) === id);
    const shown = (berth: object): object => ({ ...berth, used: used(own.map(({ nights }) => nights)) });
    const things: Map<string, object> = kind === 'berths' ? berths : stays;
    if (action) {
      const stay = Object.assign(stays.get(id ?? '') ?? {}, { state: 'paid' });
      return { status: 200, body: stay };
    }
    if (method === 'POST') {
      const made = { id: ++last, ...(JSON.parse(body) as object), ...(kind === 'stays' ? { state: 'open' } : {}) };
      things.set(String(last), made);
      return { status: 201, body: kind === 'berths' ? { ...made, used: 0 } : made };
    }
    const one = things.get(id ?? '');
    if (!one) return { status: 404 };
    if (method === 'GET') return { status: 200, body: kind === 'berths' ? shown(one) : one };
    things.delete(id ?? '');
    return { status: 204 };
  });
  try {
    return failures(await certifyFake(harbour(words), server.url, { select: { only: '*counted*' } }));
  } finally {
    await server.close();
  }
}

const UNPAID = 'Number of stays that are not paid yet';

it.each<[string, string, (nights: number[]) => number, object, boolean?]>([
  ['a server that looks at what was paid', UNPAID, (nights) => nights.length, {}, true],
  [
    'one that does not',
    UNPAID,
    (nights) => nights.length,
    { 'story/postStays-counted-used/once-payStay': ['counted'] },
    false,
  ],
  ['a server that counts', 'Number of stays', (nights) => nights.length, {}],
  ['one that never counts', 'Number of stays', () => 0, { 'story/postStays-counted-used/with-it': ['counted'] }],
  [
    'one that counts what is gone',
    'Number of stays',
    (() => {
      let most = 0;
      return (nights: number[]) => (most = Math.max(most, nights.length));
    })(),
    { 'story/postStays-counted-used/without-it': ['counted'] },
  ],
  ['a server that adds up', 'Sum of the `nights` of all stays', (nights) => nights.reduce((a, b) => a + b, 0), {}],
])('finds of %s', async (_name, words, used, want, paid) => {
  expect(await found(words, used, paid)).toEqual(want);
});
