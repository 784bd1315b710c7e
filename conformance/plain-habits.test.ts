// Habits of plain REST servers: right ones pass, and each wrong one is found by what the spec promises.
import { describe, expect, it } from 'vitest';
import type { Run } from './run.js';
import { certifyFake, failures } from './testing/certify-fake.js';
import { CREWS, crewsHandler } from './testing/crews-server.js';
import { type Handler, startFake } from './testing/fake-server.js';
import { FILMS, filmsHandler } from './testing/films-server.js';
import { KILNS, kilnsHandler } from './testing/kilns-server.js';
import { PEOPLE, peopleHandler } from './testing/people-server.js';
import { PINS, pinsHandler } from './testing/pins-server.js';
import { PLANTS, plantsHandler } from './testing/plants-server.js';
import { RACKS, racksHandler } from './testing/racks-server.js';

async function run(spec: string, handler: Handler, only: string) {
  const server = await startFake(handler);
  try {
    return await certifyFake(spec, server.url, { select: { only } });
  } finally {
    await server.close();
  }
}

describe('a server of pins', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['does not filter', '-finds/', ['not-listed']],
    ['filters all', '-finds/', ['listed']],
    ['lists all', '-finds/', ['not-listed']],
    ['does not sort', 'query/sort', ['ordered']],
    ['passes over one', 'query/limit/1', ['next-page']],
    ['ends too soon', 'query/limit/1', ['next-page']],
    ['hides the cursor', 'query/limit/1', ['next-page']],
    ['false is nothing', '-finds-not-big', ['not-listed']],
    ['loses a key', 'createPin/with', ['echo', 'read-after-write']],
    ['patch resets', 'patchPin-stepwise', ['read-after-write']],
    ['keeps null', 'patchPin-stepwise', ['echo', 'read-after-write']],
    ['put keeps', 'putPin-stepwise', ['read-after-write']],
    ['takes ids', 'createPin/read-only', ['read-only']],
    ['keeps pins', 'removeBoard-with-pins', ['status']],
    ['makes it again', 'createPin/same-key', ['header/Replayed', 'key-of-one', 'made-once']],
    ['refuses the second', 'createPin/same-key', ['header/Replayed', 'replayed']],
    ['hides the replay', 'createPin/same-key', ['header/Replayed']],
    ['takes any body', 'createPin/same-key-otherwise', ['key-of-one']],
    ['never updated', 'story/pins-createPin', ['date-goes-on']],
  ])('that %s', async (wrong, only, found) => judged(await run(PINS, pinsHandler(wrong), only), found));
});

describe('a server of crews', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['opens twice', 'openShift-twice', ['status']],
    ['all help', 'putHelper', ['read-after-write']],
    ['pays nothing', 'putPay/as-documented', ['read-after-write']],
  ])('that %s', async (wrong, only, found) => judged(await run(CREWS, crewsHandler(wrong), only), found));
});

describe('a server of films', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['never 304', 'getFilm/if-none-match', ['status']],
    ['always 304', 'getFilm/if-none-match', ['status']],
    ['needs no version', 'putFilm/if-match/none', ['status']],
    ['takes one twice', 'createFilm-once-code', ['status']],
    ['publishes twice', 'publishFilm-twice', ['status']],
    ['stays published', 'withdrawFilm', ['read-after-action']],
    ['loses files', 'putPoster/as-documented', ['read-after-write']],
    ['always 201', 'story/stills-putStill/', ['status']],
    ['another default', 'story/stills-putStill/', ['default']],
    ['keeps stills', 'removeFilm-with-stills', ['status']],
    ['takes ids', 'createFilm/read-only', ['read-only']],
    ['asks nobody', 'removeFilm/no-token', ['status']],
  ])('that %s', async (wrong, only, found) => judged(await run(FILMS, filmsHandler(wrong), only), found));
});

describe('a server of kilns', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', 'story/*', []],
    ['merges the outermost', 'patchKiln-merges', ['read-after-write']],
    ['merges not so deep', 'patchKiln-merges', ['read-after-write']],
    ['null changes nothing', 'patchKiln-merges', ['echo', 'read-after-write']],
  ])('that %s', async (wrong, only, found) => judged(await run(KILNS, kilnsHandler(wrong), only), found));
});

describe('a server of racks', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', 'story/*', []],
    ['puts nothing in', 'story/putIn/join', ['listed']],
    ['puts in twice', 'story/putIn/join', ['listed-once']],
    ['keeps it', 'story/putIn/part', ['not-listed']],
    ['takes all out', 'story/putIn/part', ['listed']],
    ['throws it away', 'story/putIn/part', ['unlinked-stays']],
    ['takes out twice', 'story/putIn/part', ['status']],
  ])('that %s', async (wrong, only, found) => judged(await run(RACKS, racksHandler(wrong), only), found));
});

describe('a server of plants', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['put keeps', 'changePlant/', ['echo', 'read-after-write']],
    ['makes by put', 'changePlant/missing-entity', ['status']],
    ['does not filter', 'plantsByState/query/', ['filtered']],
    ['form is lost', 'addPlant/update', ['read-after-write']],
    ['loses a field', 'addGardener/', ['read-after-write']],
  ])('that %s', async (wrong, only, found) => judged(await run(PLANTS, plantsHandler(wrong), only), found));
});

describe('a server of people, as OData has them', () => {
  it.each<[string, string, string[]]>([
    ['has no wrong habit', '*', []],
    ['does not filter', 'listPeople-queries/filter', ['query-result']],
    ['finds all', 'listPeople-queries/search', ['query-result']],
    ['does not sort', 'listPeople-queries/orderby-desc', ['query-order']],
    ['does not skip', 'listPeople-queries/skip', ['query-result']],
    ['counts the page', 'listPeople-queries/count', ['query-count']],
    ['always counts', 'listPeople-queries/count-unasked', ['query-count']],
    ['takes twins', 'addPerson/duplicate', ['status']],
    ['cuts texts', 'addPerson/limit-inside', ['echo', 'read-after-write']],
    ['keeps quotes double', 'addPerson/unusual-key', ['read-after-write']],
  ])('that %s', async (wrong, only, found) => judged(await run(PEOPLE, peopleHandler(wrong), only), found));
});

function judged(run: Run, found: string[]): void {
  expect([...new Set(Object.values(failures(run)).flat())].sort()).toEqual(found);
  expect(run.cases.length).toBeGreaterThan(0);
  if (found.length === 0)
    expect(run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])).toEqual([]);
}
