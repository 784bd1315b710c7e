// What a spec or the tool itself does wrong is never the server's failure, and leaves nothing behind on it.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, fixtureText } from './testing/certify-fake.js';
import { archiveHandler, type FakeServer, startFake } from './testing/fake-server.js';

let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

function readings(schema: string): string {
  return `openapi: 3.1.0
info: { title: Readings, version: '1' }
paths:
  /reading:
    get:
      operationId: getReading
      responses:
        '200': { description: ok, content: { application/json: { schema: { properties: { unit: ${schema} } } } } }
`;
}

it.each([
  ['no JSON Schema', '{ type: strng }', /a schema of the spec cannot be used: .*type/],
  ['a pattern that is none', '{ pattern: "([a-z" }', /\(\[a-z is no regular expression/],
  ['a pattern without an end', '{ pattern: "^(a+)+$" }', /\^\(a\+\)\+\$ of the spec takes too long/],
])('%s: it cannot be told, exit 3', async (_, schema, reason) => {
  server = await startFake(() => ({ status: 200, body: { unit: `${'a'.repeat(60)}!` } }));
  const run = await certifyFake(readings(schema), server.url);
  expect(run.cases.map((c) => [c.outcome, c.reason])).toEqual([['cantTell', expect.stringMatching(reason)]]);
  expect(run.exitCode).toBe(3);
});

it('a fault of the tool ends the run, but not before every story has removed what it made', async () => {
  server = await startFake(archiveHandler());
  const open = new Set<number>();
  let made = 0;
  const certified = certifyFake(fixtureText('archive'), server.url, {
    journal: {
      intent: () => ++made,
      made: (n) => void open.add(n),
      refused: () => {},
      removed: (...ns) => {
        for (const n of ns) open.delete(n);
      },
      kept: () => ++made,
      restored: (n) => void open.delete(n),
      close: () => {},
    },
    progress: () => {
      throw new Error('a fault');
    },
  });
  await expect(certified).rejects.toThrow('a fault');
  expect(made).toBeGreaterThan(3);
  expect([...open]).toEqual([]);
});
