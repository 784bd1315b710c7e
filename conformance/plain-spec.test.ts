// A spec without commands: what its schemas allow is sent, what they forbid is refused, and each broken promise is found.
import { afterEach, describe, expect, it } from 'vitest';
import { certifyFake, failures, fixtureText } from './testing/certify-fake.js';
import { type FakeServer, startFake, TOKEN } from './testing/fake-server.js';
import { shelvesHandler } from './testing/shelves-server.js';

const SHELVES = fixtureText('shelves');
let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function certifyShelves(wrong?: string, only?: string) {
  server = await startFake(shelvesHandler(wrong));
  return certifyFake(SHELVES, server.url, only === undefined ? {} : { select: { only } });
}

it('a right server is conformant, and keeps nothing of the run', async () => {
  const run = await certifyShelves();
  expect(failures(run)).toEqual({});
  expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
  expect(run.cleaning.left).toEqual([]);
  expect(run.exitCode).toBe(0);
});

it('a token is sent, too, where the spec names no scheme', async () => {
  const answer = shelvesHandler();
  server = await startFake((request, base) =>
    request.headers['authorization'] === `Bearer ${TOKEN}` ? answer(request, base) : { status: 401 },
  );
  const run = await certifyFake(SHELVES.replace(/^ *security(?:Schemes)?:.*\n/gm, ''), server.url, {
    select: { only: 'derived/getShelf/*' },
  });
  expect(run).toMatchObject({ verdict: 'conformant', cleaning: { left: [] } });
});

describe('what is left out is found', () => {
  it.each([
    ['required', 'createShelf/missing/code', 'status'],
    ['closed', 'createShelf/unknown-field', 'status'],
    ['code form', 'createShelf/character/code', 'status'],
    ['width type', 'createShelf/wrong-type/width', 'status'],
    ['width above', 'createShelf/limit-above/width', 'status'],
    ['width below', 'createShelf/limit-below/width', 'status'],
    ['width step', 'createShelf/not-a-multiple/width', 'status'],
    ['boards whole', 'createShelf/not-whole/boards', 'status'],
    ['boards above', 'changeShelf/limit-above/boards', 'status'],
    ['boards below', 'createShelf/limit-below/boards', 'status'],
    ['wood listed', 'createShelf/not-in-list/wood', 'status'],
    ['note length', 'createShelf/limit-above/note', 'status'],
    ['tags many', 'createShelf/limit-above/tags', 'status'],
    ['tags few', 'createShelf/limit-below/tags', 'status'],
    ['tags once', 'createShelf/repeated/tags', 'status'],
    ['tags items', 'createShelf/limit-below/tags.item', 'status'],
    ['built form', 'createShelf/wrong-format/built', 'status'],
    ['legs inside', 'createShelf/missing/legs.count', 'status'],
    ['legs above', 'createShelf/limit-above/legs.count', 'status'],
    ['limit range', 'listShelves/query-beyond/limit/51', 'status'],
    ['wood query', 'listShelves/query-beyond/wood/docproof-none', 'status'],
    ['key form', 'getShelf/malformed-key/shelfId', 'status'],
    ['limit', 'listShelves/query/limit/1', 'at-most'],
    ['filter', 'listShelves/query/wood/oak', 'filtered'],
    ['default', 'createShelf/most/width', 'default'],
    ['lost field', 'createShelf/with/note', 'echo'],
    ['patch replaces', 'changeShelf/most/boards', 'read-after-write'],
    ['another', 'createShelf/most/width', 'read-after-write'],
    ['book required', 'createBook/missing/title', 'status'],
    ['book length', 'createBook/limit-above/title', 'status'],
    ['book pages', 'createBook/limit-below/pages', 'status'],
    ['book lent', 'createBook/wrong-type/lent', 'status'],
    ['book cut', 'createBook/with/lent', 'echo'],
    ['any shelf', 'getBook/other-parent', 'status'],
  ])('%s', async (wrong, caughtBy, assertion) => {
    const run = await certifyShelves(wrong, `derived/${caughtBy}`);
    expect(failures(run)[`derived/${caughtBy}`] ?? Object.keys(failures(run))).toContain(assertion);
    expect(run).toMatchObject({ verdict: 'nonconformant', exitCode: 1 });
  });
});
