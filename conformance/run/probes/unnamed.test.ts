// A create that does not say what it made is called: its list may tell; where nothing does, nobody is accused.
import { expect, it } from 'vitest';
import { failures } from '../../testing/certify-fake.js';
import { certifyHandler, objectIn } from '../../testing/certify-handler.js';

const MEMO = (key: string): string =>
  `content: { application/json: { schema: { type: object, properties: { ${key}: { type: string, readOnly: true }, title: { type: string } }, required: [title] } } }`;
const specOf = (key: string): string => `openapi: 3.1.0
info: { title: Memos, version: '1' }
paths:
  /memos:
    get: { operationId: all, responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } } } }
    post: { operationId: add, requestBody: { required: true, ${MEMO(key)} }, responses: { '201': { description: made }, '400': { description: wrong } } }
  /memos/{memoId}:
    parameters: [{ name: memoId, in: path, required: true, schema: { type: string } }]
    get: { operationId: read, responses: { '200': { description: ok, ${MEMO(key)} }, '404': { description: none } } }
    delete: { operationId: drop, responses: { '204': { description: gone }, '404': { description: none } } }
  /memos/{memoId}/stars:
    parameters: [{ name: memoId, in: path, required: true, schema: { type: string } }]
    put: { operationId: star, responses: { '204': { description: ok }, '404': { description: none } } }
`;

function certifyMemos(key: string, memos: Map<string, Record<string, unknown>>): ReturnType<typeof certifyHandler> {
  let last = 0;
  return certifyHandler(specOf(key), ({ method, path, body }) => {
    const [, , id, stars] = path.split('/');
    if (id === undefined && method === 'GET') return { status: 200, body: [...memos.values()] };
    if (id === undefined) {
      const title = objectIn(body)?.['title'];
      if (typeof title !== 'string') return { status: 400 };
      memos.set(`m${++last}`, { [key]: `m${last}`, title });
      return { status: 201 };
    }
    const memo = memos.get(id);
    if (!memo) return { status: 404 };
    if (method === 'DELETE') memos.delete(id);
    return method === 'DELETE' || stars !== undefined ? { status: 204 } : { status: 200, body: memo };
  });
}

it('finds it in its list, and removes it', async () => {
  const memos = new Map();
  const run = await certifyMemos('id', memos);
  expect(run.verdict).toBe('conformant');
  expect([...memos.keys(), ...run.cleaning.left]).toEqual([]);
});

it('accuses nobody where the list has another word for it, and tells what is left', async () => {
  const memos = new Map();
  const run = await certifyMemos('reference', memos);
  expect(failures(run)).toEqual({});
  expect(run.verdict).toBe('undetermined');
  expect(run.cases.find((one) => one.operation === 'read')?.reason).toContain(
    'the answer to its create does not say what it is called',
  );
  expect(memos.size).toBeGreaterThan(0);
  expect(run.cleaning.left.map(({ url }) => new URL(url).pathname)).toEqual(Array(memos.size).fill('/memos'));
});
