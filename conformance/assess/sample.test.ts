// When a value that all answers have counts as one that never varies.
import { expect, test } from 'vitest';
import type { Case } from '../plan/story.js';
import { casesOf, suiteOf } from '../plan/suite.js';
import type { HttpAnswer } from '../send/http.js';
import { certifyFake, loadText } from '../testing/certify-fake.js';
import { startFake } from '../testing/fake-server.js';
import { AnswerLog } from './sample.js';

const SPEC = `openapi: 3.1.0
info: { title: Clocks, version: '1' }
paths:
  /clock:
    get:
      operationId: readClock
      x-docproof: { pages: [clock] }
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { type: object }, example: { zone: UTC, tag: a1 } } }
`;

function failedFor(ids: string[], apart: number, shown = 'a1', tag = 'b2'): string[] {
  return found(ids, apart, shown, tag).map(([id]) => id);
}

/** Ids of cases with a finding, and its level. */
function found(ids: string[], apart: number, shown: string, tag: string): [string, string | undefined][] {
  const spec = SPEC.replace('tag: a1', `tag: '${shown}'`);
  const groups = casesOf(suiteOf(loadText(spec)), { pasted: false });
  const [one] = groups.flatMap(({ cases }) => cases).filter(({ operation }) => operation.op.id === 'readClock');
  let now = 0;
  const log = new AnswerLog(
    () => now,
    new Set(),
    () => false,
  );
  for (const id of ids) {
    log.add({ ...(one as Case), kind: 'story', id }, { status: 200 } as HttpAnswer, { zone: 'UTC', tag });
    now += apart;
  }
  return [...log.findings()].flatMap(([id, { findings }]): [string, string | undefined][] => {
    const failed = findings.find(({ ok }) => !ok);
    return failed ? [[id, failed.level]] : [];
  });
}

test('what several stories see alike, some time apart, is not what the sample shows', () => {
  expect(failedFor(['story/a/1', 'story/b/1'], 60)).toEqual(['story/a/1', 'story/b/1']);
});

test.each([
  ['https://api.example.com/v1/clock', 'http://localhost:1/clock', undefined],
  ['https://api.example.com/clock', 'http://localhost:1/base/clock?x', undefined],
  ['https://api.example.com/clock', 'http://localhost:1/bell', 'SHOULD'],
  ['a clock', 'a bell', 'MUST'],
])('%s in the sample, %s of the server: %s', (shown, tag, level) => {
  expect(found(['story/a/1', 'story/b/1'], 60, shown, tag)[0]?.[1]).toBe(level);
});

test.each([
  ['one story reads twice', ['story/a/1', 'story/a/2'], 60],
  ['two stories see at once', ['story/a/1', 'story/b/1'], 10],
  ['is seen once', ['story/a/1'], 60],
])('what %s tells nothing of what varies', (_, ids, apart) => {
  expect(failedFor(ids, apart)).toEqual([]);
});

test('a link that leads on is told, and not judged', async () => {
  const server = await startFake(() => ({ status: 200, body: { zone: 'UTC' } }));
  const links = SPEC.replace('tag: a1', "_Bell: { __deferred: { uri: 'https://a.example/_Bell' } }");
  const run = await certifyFake(links, server.url);
  await server.close();
  const found = run.cases.flatMap(({ assertions }) => assertions.filter(({ outcome }) => outcome === 'failed'));
  expect(found.map(({ id, level, pointer }) => [id, level, pointer])).toEqual([['sample', 'SHOULD', '/_Bell']]);
});

test("a page is one operation's own though the spec that prepares has it, too", async () => {
  const server = await startFake(() => ({ status: 200, body: { tag: 'b2' } }));
  const run = await certifyFake(SPEC, server.url, { setupText: SPEC });
  await server.close();
  const found = run.cases.flatMap(({ assertions }) => assertions.filter(({ outcome }) => outcome === 'failed'));
  expect(found.map(({ id, level, pointer }) => [id, level, pointer])).toEqual([['sample', 'MUST', '/zone']]);
});
