// What is made and has no address of its own: the documents may still refuse a second one with the same value, in this run and the next.
import { expect, it } from 'vitest';
import { suiteOf } from './plan/suite.js';
import { certifyFake, failures, loadText } from './testing/certify-fake.js';
import { objectIn } from './testing/certify-handler.js';
import { startFake } from './testing/fake-server.js';

const SPEC = `openapi: 3.1.0
info: { title: Tags, version: '1' }
paths:
  /tags:
    post:
      operationId: addTag
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [colour], properties: { colour: { type: string, enum: [red, blue] }, code: { type: string, minLength: 12, maxLength: 12, pattern: '^[0-9]+$' } } } } } }
      responses: { '201': { description: Made }, '400': { description: Wrong }, '409': { description: The code is known already } }
`;

it('gets values of the run where documents refuse them twice', async () => {
  const codes = new Set<unknown>();
  const server = await startFake(({ body }) => {
    const { colour, code } = objectIn(body) ?? {};
    const right = code === undefined || (typeof code === 'string' && /^\d{12}$/.test(code));
    if ((colour !== 'red' && colour !== 'blue') || !right) return { status: 400 };
    if (codes.has(code)) return { status: 409 };
    if (code !== undefined) codes.add(code);
    return { status: 201 };
  });
  try {
    for (const runId of ['r1', 'r2']) {
      const suite = suiteOf(loadText(SPEC), undefined, { leavesThings: true });
      const run = await certifyFake(SPEC, server.url, { suite, runId });
      expect([failures(run), run.counts.cantTell]).toEqual([{}, 0]);
    }
    expect(codes.size).toBeGreaterThan(1);
  } finally {
    await server.close();
  }
});
