// The media type of an answer whose documents only show JSON; headers that documents only show.
import { expect, test } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { assessAnswer, documentedResponse } from './answer.js';

test.each<[string, string[], boolean]>([
  ['application/hal+json', ['responseSchema'], true],
  ['application/json; charset=utf-8', [], true],
  ['application/hal+json', [], false],
  ['text/plain', ['responseSchema'], false],
])('%s where %j is inferred: %s', (type, inferred, ok) => {
  const { findings } = assessed({ inferred }, [['Content-Type', type]]);
  expect(findings.find(({ id }) => id === 'media-type')?.ok).toBe(ok);
});

test.each<[documented: string, answered: string, ok: boolean]>([
  ['application/xml', 'text/xml; charset=utf-8', true],
  ['text/xml', 'application/xml', true],
  ['application/xml', 'text/html', false],
])('%s, answered as %s', (documented, type, ok) => {
  const { findings } = assessed({ documented }, [['Content-Type', type]]);
  expect(findings.find(({ id }) => id === 'media-type')?.ok).toBe(ok);
});

test.each<[string[], number, string | undefined]>([
  [['responseStatus'], 201, '200'],
  [[], 201, undefined],
  [['responseStatus'], 404, undefined],
])('with %j inferred, %i is answered as %s', (inferred, status, found) => {
  const op = { docs: { inferred }, responses: [{ status: '200' }] };
  expect(documentedResponse(op as never, status)?.status).toBe(found);
});

test('a header that need not come back is asked for only', () => {
  const headers = { 'X-Sure': { schema: {} }, 'X-Shown': { required: false, schema: {} } };
  const { findings } = assessed({ headers }, [['Content-Type', 'application/json']]);
  const levels = findings.filter(({ ok }) => !ok).map(({ id, level }) => `${id} ${level}`);
  expect(levels).toEqual(['header/X-Sure MUST', 'header/X-Shown SHOULD']);
});

function assessed(
  { inferred = [] as string[], headers = {}, documented = 'application/json' },
  answered: [string, string][],
) {
  const content = { [documented]: { schema: { type: 'object' } } };
  const text = JSON.stringify({
    openapi: '3.2.0',
    info: { title: 'Bills', version: '1' },
    paths: {
      '/bill': {
        get: {
          responses: { 200: { description: 'ok', headers, content } },
          'x-docproof': { pages: ['bills'], inferred },
        },
      },
    },
    'x-docproof': { version: 1, docs: { digest: 'x', languages: ['en'] } },
  });
  const api = loadText(text);
  const [op] = api.operations;
  if (!op) throw new Error('no operation');
  return assessAnswer(
    { status: 200, statusText: '', headers: answered, body: '{}', bytes: 2, cut: false, ms: 1 },
    {
      api,
      op,
      request: { method: 'GET', url: 'http://a/bill', headers: {} },
      expect: { statuses: ['200'], because: '', response: true, error: false },
      level: 'MUST',
      nullable: () => new Set(),
      validator: () => () => [],
    },
  );
}
