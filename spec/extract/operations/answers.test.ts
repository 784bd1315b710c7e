// Statuses that sentences tell.
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../cli/documents.js';
import { packageRoot } from '../../package-root.js';
import { answersIn } from './answers.js';
import { pageOf } from './testing/page-of.js';

const profile = readProfile('rest-table', packageRoot());
const statuses = (text: string): string[] =>
  answersIn({ text, span: { start: 0, end: text.length }, links: [] }, profile, false).map(({ code }) => code);

describe('the statuses of', () => {
  it.each<[string, string[]]>([
    ['Returns 201 Created.', ['201']],
    ['Errors: 404 if there is no such boat.', ['404']],
    ['Errors: `404` if there is no such boat, `403` if it is another crew’s.', ['404', '403']],
    ['Possible errors: 401, 404 and 409.', ['401', '404', '409']],
    [
      'Answers `404` if there is no boat, `409` with the code `at_sea` if it is out, and `422` if it sank.',
      ['404', '409', '422'],
    ],
    ['Antwortet mit `404`, wenn es fehlt, `409` (`at_sea`), wenn es auf See ist.', ['404', '409']],
    ['Answers 404 if there is no boat, 409 with the code at_sea if it is out.', ['404', '409']],
    ['The answer is a 201.', ['201']],
    ['Liefert 401 oder 403.', ['401', '403']],
    ['If the boat is at sea, a `409` is returned.', ['409']],
    ['A name that is taken is answered with `409`.', ['409']],
    ['Sonst schlägt die Anfrage mit `409` fehl.', ['409']],
    ['Sinon, la requête échoue avec `409`.', ['409']],
    ['それ以外の場合、リクエストは `409` で失敗します。', ['409']],
    ['存在しない場合はエラー（`404`）を返します。', ['404']],
    ['Fails with 423 when it is moored elsewhere.', ['423']],
    ['A berth with boats in it can’t be removed (`409`).', ['409']],
    ['A berth can only be removed while it is empty (`409`, `in_use`).', ['409']],
    ['A berth can only be removed while it is empty (409: in_use).', ['409']],
    ['Berths are numbered (404, see below).', []],
    ['If the name is taken: `409`.', ['409']],
    ['Returns the boat. `409` if the name is taken.', ['409']],
    ['Ein belegter Liegeplatz kann nicht gelöscht werden (409).', ['409']],
    ['`409`, wenn der Name vergeben ist.', ['409']],
    ['Un poste occupé ne peut être supprimé (`409`).', ['409']],
    ['使用中の係留場所は削除できない（409）。', ['409']],
    ['Returns `200 OK` with the boat, or `409` if it is at sea.', ['200', '409']],
    ['Liefert `200` mit dem Boot, oder `409`, wenn es auf See ist.', ['200', '409']],
    ['Needs `If-Match`: without it `428`, with another one `412`.', ['428', '412']],
    ['Launches a boat that is ashore; otherwise `409`.', ['409']],
    ['Boats ashore can be launched, all others give `409`.', ['409']],
    ['Returns `200` and an `ETag`; with a matching `If-None-Match`, `304`.', ['200', '304']],
    ['Sonst `409`.', ['409']],
    ['Returns `200` with the boat as it is now, or `404`.', ['200', '404']],
    ['Returns `200` with the boat. Berth 12, or 404.', ['200']],
    ['Sinon `409`.', ['409']],
    ['Ein Boot kann zweimal ablegen, danach kommt `409`.', ['409']],
    ['A third launch results in `409`.', ['409']],
    ['Un nom déjà pris donne `409`.', ['409']],
    ['Unique: a second boat of that name gets `409`.', ['409']],
    ['Boats ashore can be removed (`204`), others give `409`.', ['204', '409']],
    ['A name that is taken: `409` (`name_taken`) is returned.', ['409']],
    ['Changes need the version: missing → `428`, stale → `412`.', ['428', '412']],
    ['`201` with the boat, and where it lies.', ['201']],
    ['`200` with the boat, new `version`.', ['200']],
    ['Soft delete. `204`. Only boats ashore, otherwise `409 at_sea`.', ['204', '409']],
    ['`204`, or `404 no_boat` if there is none.', ['204', '404']],
    ['`409 name_taken` if another has it. `400 bad_boat`.', ['409', '400']],
    ['`201` if it is new, `200` if it was there.', ['201', '200']],
    ['沖に出ている船には `409`（`E-12`）を返します。', ['409']],
  ])('%s', (text, expected) => {
    expect(statuses(text)).toEqual(expected);
  });
});

it.each([
  'The boat 404 is red.',
  'Of all boats (404 of them) 409 are red.',
  'Up to 200, 300 on Sundays.',
  'Returns 20 boats of 400.',
  'Berth 204 and 205',
  '200 and more boats. 204 boats at sea.',
  'For boat 404, berth 409.',
  'A crew of many (206) and a few more (300).',
])('%s tells no status', (text) => {
  expect(statuses(text)).toEqual([]);
});

it.each([
  [
    'A boat that is at sea already is answered with `409 Conflict`. Others leave.',
    'Conflict\n\nA boat that is at sea already is answered with `409 Conflict`.',
  ],
  [
    '船を出します。すでに海にある船には `409 Conflict` を返します。戻った船は別です。',
    'Conflict\n\nすでに海にある船には `409 Conflict` を返します。',
  ],
  ['Fails with 409.', ''],
  ['`409` を返します。', ''],
  ['Returns 404 if there is no boat, and 409 where it is at sea.', ''],
  [
    'Returns 201 Created when the boat has been put to sea.',
    'Created\n\nReturns 201 Created when the boat has been put to sea.',
  ],
  ['Returns 201 Created and the boat.', 'Created'],
])('%s says when it comes', (text, words) => {
  const line = { text, span: { start: 0, end: text.length }, links: [] };
  expect(
    answersIn(line, profile, false)
      .at(-1)
      ?.description.replace(/^conflict/, 'Conflict')
      .replace(/^created/, 'Created'),
  ).toBe(words);
});

describe('a sample is what is answered where it stands below', () => {
  it.each([
    ['No body. Returns `200`:', '200'],
    ['Ohne Body. Liefert `200`:', '200'],
    ['Sans corps. Renvoie `200` :', '200'],
    ['ボディなし。ステータス `200`:', '200'],
    ['A key that is taken is answered with `409`:', '409'],
  ])('%s', (line, code) => {
    const [endpoint] = pageOf(
      `# Keys\n\n## Turn\n\n\`PUT /keys/{id}\`\n\n${line}\n\n\`\`\`json\n{"key": 1}\n\`\`\`\n`,
    ).endpoints;
    expect(endpoint?.body.samples).toEqual([]);
    expect(endpoint?.responses.map((r) => [r.statuses[0]?.code, r.body.samples.length])).toEqual([[code, 1]]);
  });

  it('of the request where the line tells to send it', () => {
    const [endpoint] = pageOf(
      '# Keys\n\n## Turn\n\n`PUT /keys/{id}`\n\nTo get a `200`, send:\n\n```json\n{"key": 1}\n```\n',
    ).endpoints;
    expect(endpoint?.body.samples).toHaveLength(1);
  });
});

it.each([
  ['- `409 name_taken` – another boat has it', [['409', 'name_taken: another boat has it']]],
  ['- 409 name_taken', [['409', 'name_taken']]],
  ['- 409', [['409', '']]],
  [
    '|HTTP|Code|When|\n|--|--|--|\n|400|bad_name|no name|\n|409|name_taken|taken|\n',
    [
      ['400', 'bad_name: no name'],
      ['409', 'name_taken: taken'],
    ],
  ],
  ['|Code|Status|Meaning|\n|--|--|--|\n|name_taken|409|taken|\n', [['409', 'name_taken: taken']]],
])('errors are named: %s', (errors, told) => {
  const [endpoint] = pageOf(`# Boats\n\n## Make\n\n\`POST /boats\`\n\n### Errors\n\n${errors}\n`).endpoints;
  expect(endpoint?.responses.flatMap((r) => r.statuses.map((s) => [s.code, s.description]))).toEqual(told);
});

it('an item that begins with a status in code marks tells of it, whatever follows; a plain number does not', () => {
  const text =
    '# Boats\n\n## Get a boat\n\n`GET /boats/{id}`\n\n- `200`: The boat\n- `404` – None there\n- 250: the most there are\n';
  const [endpoint] = pageOf(text).endpoints;
  expect(endpoint?.responses.flatMap(({ statuses }) => statuses.map(({ code }) => code))).toEqual(['200', '404']);
});

it('says of each of several refusals of a sentence what it is for', () => {
  const text =
    'Answers `404` if there is no boat of that name in the harbour, `409` with the code `taken` if another crew has the boat already, and `422` if it sank.';
  const found = answersIn({ text, span: { start: 0, end: text.length }, links: [] }, profile, false);
  expect(found.map(({ description }) => description)).toEqual([
    'Not Found\n\n404 if there is no boat of that name in the harbour',
    'Conflict\n\n409 with the code `taken` if another crew has the boat already',
    '',
  ]);
});
