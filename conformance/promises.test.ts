// What OData and OAuth promise beyond the tables: a right server keeps it, and each wrong one is caught by the case that is meant for it.
import { afterEach, expect, it } from 'vitest';
import { certifyFake, failures } from './testing/certify-fake.js';
import { type FakeServer, startFake } from './testing/fake-server.js';
import { libraryHandler } from './testing/library-server.js';
import { LIBRARY } from './testing/library-spec.js';
import type { Wrong } from './testing/library-wrong.js';

type Json = Record<string, unknown>;

let server: FakeServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function certified(wrong?: Wrong, only?: string) {
  server = await startFake(libraryHandler(wrong));
  return certifyFake(LIBRARY, server.url, only === undefined ? {} : { select: { only } });
}

it('a right server is conformant, and refusing a link that the keys rule out is right', async () => {
  const run = await certified();
  expect([failures(run), run.cases.filter((c) => c.outcome !== 'passed').map((c) => [c.id, c.reason])]).toEqual([
    {},
    [],
  ]);
  expect([run.cleaning.left, run.exitCode]).toEqual([[], 0]);
  const unlink = run.cases.find((c) => c.id === 'case/unlinkBoxTag');
  expect(unlink?.relaxations.map((r) => r.id)).toEqual(['contradicted-link']);
  expect(unlink?.exchanges.find((e) => e.purpose === 'case')?.response?.status).toBe(404);
});

it('saying that a link which the keys rule out is gone is right as well', async () => {
  const run = await certified('unlink-of-nothing', 'case/unlinkBoxTag');
  const [unlink] = run.cases;
  expect([failures(run), unlink?.outcome]).toEqual([{}, 'passed']);
  expect(unlink?.exchanges.find((e) => e.purpose === 'case')?.response?.status).toBe(204);
});

it('links whose quotes are encoded are the same links', async () => {
  const run = await certified('encoded-quotes', 'story/linkBoxAccount');
  expect([failures(run), run.exitCode]).toEqual([{}, 0]);
});

it.each<[Wrong, string]>([
  ['refused-is-made', 'derived/createBox/unknown-field'],
  ['refused-is-changed', 'derived/updateBox/unknown-field'],
  ['all-may', 'derived/listBox/no-privilege'],
  ['refresh-token-serves', 'derived/listBox/refresh-token'],
  ['foreign-token-serves', 'derived/listBox/foreign-token'],
  ['start-of-token', 'derived/listBox/altered-token'],
  ['any-password', 'derived/token/wrong-password'],
  ['any-lifetime', 'derived/token/beyond/expires_in/61'],
  ['any-refresh-token', 'derived/token/unknown-refresh-token'],
  ['foreign-refresh-token', 'story/token-renewal-refused/foreign-refresh'],
  ['access-token-renews', 'story/token-renewal-refused/access-as-refresh'],
  ['$top', 'story/listBox-queries/top'],
  ['$skip', 'story/listBox-queries/skip'],
  ['$orderby', 'story/listBox-queries/orderby'],
  ['desc', 'story/listBox-queries/orderby-desc'],
  ['$filter', 'story/listBox-queries/filter'],
  ['$select', 'story/listBox-queries/select'],
  ['$expand', 'story/retrieveBox-expand/Tag'],
  ['count-of-page', 'story/listBox-queries/count'],
  ['list-of-all', 'case/createBoxTag'],
  ['put-keeps', 'story/updateBox-replaces/update'],
  ['namesakes', 'derived/retrieveTag/form/retrieveTagAlias1/namesake'],
  ['unknown-field', 'derived/createBox/unknown-field'],
  ['fields-in-any-letters', 'derived/createBox/unknown-case'],
  ['numbers', 'derived/createBox/number/Name'],
  ['letters', 'derived/createBox/letter-beyond-list/Name'],
  ['dots', 'derived/createBox/character/./Name'],
  ['small-letters', 'derived/createBox/characters-inside/Name'],
  ['page-of-ten', 'story/listBox-page/default'],
  ['no-functions', 'story/listBox-queries/filter-startswith'],
  ['any-condition', 'derived/listBox/query-beyond/$filter/docproof eq'],
  ['tag-stays', 'story/updateTag-moves/update'],
  ['update-takes-name', 'story/updateBox-clash/update'],
  ['start-of-password', 'derived/token/password/shorter'],
  ['any-case-of-password', 'derived/token/password/other-case'],
  ['password-stays', 'story/patchAccount-password/login'],
  ['password-lost', 'story/patchAccount-password-kept/login'],
  ['frozen-logs-in', 'story/createAccount-shut/State-frozen-login'],
  ['token-of-refusal', 'story/createAccount-shut/State-frozen-login'],
  ['former-logs-in', 'story/deleteAccount-login/deleted'],
  ['any-case-of-account', 'story/deleteAccount-login/other-case'],
  ['accounts-of-all', 'story/deleteAccount-login/other-container'],
  ['no-password-is-any', 'story/deleteAccount-login/no-password'],
  ['nothing-is-none', 'story/deleteAccount-login/empty-password'],
  ['splits-strings', 'story/listBox-queries/filter-words'],
  ['any-token-scheme', 'story/token-token/other-scheme'],
  ['token-alone', 'story/token-token/schemeless'],
  ['eternal-for-writes', 'story/token-expiry/expired-delete'],
  ['wide-letters', 'derived/createBox/full-width/Name'],
  ['one-lifetime', 'derived/token/asked/expires_in'],
  ['no-token-type', 'case/token'],
  ['long-password', 'derived/createAccount/limit-above/X-Password'],
  ['short-password', 'derived/createAccount/limit-below/X-Password'],
  ['no-short-name', 'derived/createBox/limit-least/Name'],
  ['location-of-first', 'story/createTag-namesake/create-namesake'],
  ['links-twice', 'story/linkBoxAccount-twice/link-again'],
  ['link-to-nothing', 'derived/linkBoxAccount/missing-target'],
  ['unlink-all', 'story/linkBoxAccount-apart/unlink'],
  ['unlink-first', 'story/linkBoxAccount-apart/unlink-another'],
  ['links-of-deleted', 'story/linkBoxAccount-parted/partner'],
  ['short-address', 'derived/createSite/limit-inside/Url'],
  ['decodes-twice', 'derived/createSite/percent-inside/Url'],
  ['any-scheme', 'derived/createSite/scheme/Url'],
  ['no-slash', 'derived/createSite/no-slash/Url'],
  ['one-order', 'story/listBox-queries/orderby-then'],
  ['left-to-right', 'story/listBox-queries/filter-precedence'],
  ['eq-begins', 'story/listBox-queries/filter-beginning'],
  ['or-is-either', 'story/listBox-queries/filter-or-both'],
  ['token-and-more', 'derived/listBox/lengthened-token'],
  ['star-is-a-name', 'story/listBox-queries/select-all'],
  ['counts-deleted', 'story/listBox-after-delete/count'],
  ['null-is-none', 'story/listBox-queries/filter-null'],
  ['always-counts', 'story/listBox-queries/count-unasked'],
  ['any-number', 'story/listBox-queries/top-fraction'],
  ['any-function', 'story/listBox-queries/filter-unknown-function'],
  ['sideways', 'story/listBox-queries/orderby-sideways'],
  ['finds-all', 'story/listBox-queries/q-none'],
  ['one-kept', 'story/listBox-queries/select-two'],
  ['top-of-25', 'story/listBox-page/longer'],
  ['count-of-rest', 'story/listBox-queries/count-skipped'],
  ['expands-all', 'story/retrieveBox-expand/Tag'],
  ['leads-to-another', 'case/createBox'],
  ['uri-of-another', 'case/createBox'],
  ['etag-of-list', 'story/box-createBox/list'],
  ['link-to-anything', 'derived/linkBoxAccount/other-kind'],
  ['link-by-name', 'derived/linkBoxAccount/uri/elsewhere'],
  ['links-of-former', 'story/linkBoxAccount-parted/create-again'],
  ['any-case', 'derived/retrieveBox/other-case'],
  ['one-name-for-all', 'derived/createBox/other-case'],
  ['one-shelf', 'derived/retrieveBox/other-parent'],
  ['eternal-token', 'story/token-expiry/expired-token'],
  ['links-as-entities', 'story/linkBoxAccount/link'],
  ['any-case-of-value', 'story/listBox-queries/filter-other-case'],
  ['filter-or-order', 'story/listBox-queries/together'],
  ['list-without-values', 'story/box-createBox/list'],
  ['all-at-once', 'derived/createBox/at-once'],
  ['body-in-list', 'derived/createBox/body-list'],
  ['namesakes-go', 'story/tag-createTag/delete'],
  ['lone-quotes', 'story/listBox-queries/filter-quote'],
  ['like', 'story/listBox-queries/filter-startswith-wild-1'],
  ['no-end', 'derived/linkBoxAccount/missing/uri'],
  ['any-link-field', 'derived/linkBoxAccount/unknown-field'],
  ['expands-to-one', 'story/retrieveBox-expand/Tag'],
  ['nameless', 'derived/patchAccount/null/Name'],
  ['list-of-all', 'case/createTag'],
])('%s is caught by %s', async (wrong, id) => {
  const run = await certified(wrong, id);
  expect(Object.keys(failures(run))).toContain(id);
  expect(run.exitCode).toBe(1);
});

it.each<[Wrong | undefined, string[]]>([
  [undefined, []],
  ['tags-left-behind', ['comes-along']],
])('what belongs to a renamed box is found under its new name: %s', async (wrong, broken) => {
  const renaming = LIBRARY.replace(String.raw`{\"Name\":\"box1\",\"Note\":\"note2\"}`, String.raw`{\"Name\":\"box2\"}`);
  expect(renaming).not.toBe(LIBRARY);
  server = await startFake(libraryHandler(wrong));
  const run = await certifyFake(renaming, server.url, { select: { only: 'story/updateBox-with-tag' } });
  expect([run.cases.length, Object.values(failures(run)).flat(), run.cleaning.left]).toEqual([2, broken, []]);
});

it.each<[Wrong | undefined, string[]]>([
  [undefined, []],
  ['local-dates', ['filter-moment']],
])('what was made is found by when that was: %s', async (wrong, broken) => {
  const list =
    '"operationId":"listBox","tags":["listBox"],"security":[{"bearer":[]}],"responses":{"200":{"description":"OK"';
  const item = '{"properties":{"__published":{"type":"string","description":"Time of creation"}}}';
  const shown = `${list},"content":{"application/json":{"schema":{"properties":{"d":{"properties":{"results":{"items":${item}}}}}}}}`;
  const moment = `"moment":{"value":"__published gt datetime'2026-01-02T03:04:05'"},"eq":`;
  const dated = LIBRARY.replace(list, shown).replace('"eq":', moment);
  server = await startFake(libraryHandler(wrong));
  const run = await certifyFake(dated, server.url, { select: { only: 'story/box-createBox' } });
  const looked = run.cases.flatMap((c) => c.assertions.filter((a) => a.id === 'filter-moment'));
  expect(looked.length).toBeGreaterThan(0);
  expect([...new Set(Object.values(failures(run)).flat())]).toEqual(broken);
});

it('a box may keep its name for the sake of what belongs to it, and is listed by no other then', async () => {
  const renaming = LIBRARY.replace(String.raw`{\"Name\":\"box1\",\"Note\":\"note2\"}`, String.raw`{\"Name\":\"box2\"}`);
  server = await startFake(libraryHandler('names-for-ever'));
  const run = await certifyFake(renaming, server.url, { select: { only: 'story/updateBox-with-tag' } });
  expect(run.cases.map(({ outcome }) => outcome)).toEqual(['passed', 'inapplicable']);
});

it.each<[Wrong | undefined, string[]]>([
  [undefined, ['passed', 'passed', 'passed', 'passed', 'passed']],
  ['former-names', ['passed', 'passed', 'passed', 'passed', 'failed']],
  ['names-for-ever', ['passed', 'passed', 'inapplicable', 'inapplicable', 'inapplicable']],
])('a name that was left is free again: %s', async (wrong, outcomes) => {
  const renaming = LIBRARY.replace(String.raw`{\"Name\":\"box1\",\"Note\":\"note2\"}`, String.raw`{\"Name\":\"box2\"}`);
  server = await startFake(libraryHandler(wrong));
  const run = await certifyFake(renaming, server.url, { select: { only: 'story/updateBox-leaves-name' } });
  expect([run.cases.map(({ outcome }) => outcome), run.cleaning.left]).toEqual([outcomes, []]);
});

it('a server may give a token less time than was asked for, and say so', async () => {
  const run = await certified('short-lifetime', 'derived/token/asked/expires_in');
  const told = run.cases.flatMap((c) => c.assertions.filter((a) => a.outcome === 'failed'));
  expect(told.map((a) => [a.id, a.level, a.actual])).toEqual([['as-asked', 'SHOULD', '20']]);
  expect([run.verdict, run.exitCode]).toEqual(['conformant', 0]);
});

it('where the documents say that the answer has the time which was asked for, less breaks a promise', async () => {
  server = await startFake(libraryHandler('short-lifetime'));
  const plain = '"expires_in":{"type":"integer"}';
  const told = '"expires_in":{"type":"integer","description":"Seconds, as set in the request"}';
  expect(LIBRARY).toContain(plain);
  const only = 'derived/token/asked/expires_in';
  const run = await certifyFake(LIBRARY.replace(plain, told), server.url, { select: { only } });
  expect([Object.keys(failures(run)), run.exitCode]).toEqual([[only], 1]);
});

it.each<[Wrong, string, string]>([
  ['never-updated', 'date-goes-on', 'story/box-createBox'],
  ['published-again', 'date-stays', 'story/box-createBox'],
  ['no-tags', 'sample', 'case/retrieveBox'],
])('%s is told, and decides nothing: %s', async (wrong, id, only) => {
  const run = await certified(wrong, only);
  const told = run.cases.flatMap((c) => c.assertions.filter((a) => a.outcome === 'failed'));
  expect(told.map((a) => a.id)).toContain(id);
  expect(new Set(told.map((a) => a.level))).toEqual(new Set(['SHOULD']));
  expect([run.verdict, run.exitCode]).toEqual(['conformant', 0]);
});

it('a link is told by any property where the table of a list calls it otherwise than its sample', async () => {
  const spec = JSON.parse(LIBRARY) as Record<string, Record<string, Record<string, { responses: Json }>>>;
  const list = spec['paths']?.["/{Shelf}/ctl/Box('{Box}')/$links/_Account"]?.['get'];
  const text = JSON.stringify(list?.responses['200']).replace('"uri"', '"url"');
  const answer = JSON.parse(text) as { content: { 'application/json': Json } };
  answer.content['application/json']['example'] = { d: { results: [{ uri: 'https://host1.example/x' }] } };
  Object.assign(list?.responses ?? {}, { 200: answer });
  server = await startFake(libraryHandler());
  const run = await certifyFake(JSON.stringify(spec), server.url, { select: { only: 'story/linkBoxAccount/link' } });
  expect([failures(run), run.verdict]).toEqual([{}, 'conformant']);
});
