// Pages that show more than they tell, and a server that does all they say: what they leave open is not judged.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from '../spec/build.js';
import { packageRoot } from '../spec/package-root.js';
import { failures } from './testing/certify-fake.js';
import { certifyHandler, objectIn } from './testing/certify-handler.js';
import { type FakeAnswer, type Handler, TOKEN } from './testing/fake-server.js';

const PAGE = `# Apiary API

Send your token with every request; one without is answered with \`401 Unauthorized\`.

## Add a hive

\`POST /hives\`

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`name\` | string | Yes | Up to 40 characters. |
| \`slug\` | string | No | Lower case letters and hyphens. Default is made from the name. |
| \`mail\` | string | Yes | Of the keeper. It is stored in lower case. |
| \`region\` | string | No | Where it stands. |
| \`pin\` | string | No | 4 to 8 characters. Never returned. |

\`\`\`sh
curl -X POST https://bees.example/hives -H 'Authorization: Bearer <token>' -d '{"name": "Big hive", "mail": "Jo@bees.example"}'
\`\`\`

\`\`\`json
{ "id": 3, "name": "Big hive", "slug": "big-hive", "mail": "jo@bees.example", "region": null }
\`\`\`

## Get a hive

\`GET /hives/:id\`

It carries an ETag; with \`If-None-Match\` the answer may be \`304 Not Modified\`.

\`\`\`json
{ "id": 3, "name": "Big hive", "slug": "big-hive", "mail": "jo@bees.example", "region": null }
\`\`\`

## Remove a hive

\`DELETE /hives/:id\`

Returns \`204 No Content\`.

## Add a frame

\`POST /hives/:id/frames\`

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`mark\` | string | Yes | Unique in the hive, up to 30 characters. |
| \`kind\` | string | Yes | \`brood\`, \`honey\` or \`drone\`. |
| \`grams\` | integer | No | From 1 to 9000. Required for \`honey\`, must not be given for others. |

\`\`\`sh
curl -X POST https://bees.example/hives/3/frames -H 'Authorization: Bearer <token>' -d '{"mark": "left", "kind": "brood"}'
\`\`\`

\`\`\`json
{ "id": 901, "iid": 1, "mark": "left", "kind": "brood", "grams": null, "state": "new" }
\`\`\`

A mark that is there is answered with \`409 Conflict\`.

## List frames

\`GET /hives/:id/frames\`

\`\`\`json
[{ "id": 901, "iid": 1, "mark": "left", "kind": "brood", "grams": null, "state": "new" }]
\`\`\`

## Get a frame

\`GET /hives/:id/frames/:frame_iid\`

## Move a frame on

\`PUT /hives/:id/frames/:frame_iid\`

| Attribute | Type | Required | Description |
|---|---|---|---|
| \`event\` | string | No | \`seal\` makes a new one \`sealed\`. |

\`\`\`sh
curl -X PUT https://bees.example/hives/3/frames/1 -H 'Authorization: Bearer <token>' -d '{"event": "seal"}'
\`\`\`

\`\`\`json
{ "id": 901, "iid": 1, "mark": "left", "kind": "brood", "grams": null, "state": "sealed" }
\`\`\`

## Count the bees

\`POST /hives/:id/counts\`

Returns \`202 Accepted\` with the count.

Example response:

\`\`\`json
{ "count": { "id": "c1", "state": "running", "bees": null } }
\`\`\`

## Get a count

\`GET /counts/:count_id\`

\`\`\`json
{ "count": { "id": "c1", "state": "done", "bees": 30000 } }
\`\`\`
`;

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };
const SPEC = JSON.stringify(buildSpec([{ path: 'apiary.md', text: PAGE }], options).document);

const KINDS = new Set<unknown>(['brood', 'honey', 'drone']);

type Thing = { [name: string]: unknown };

function apiary(wrong = ''): Handler {
  const hives = new Map<string, { hive: Thing; frames: Map<string, Thing> }>();
  const counts = new Map<string, Thing>();
  let last = 900;
  const wrongBody: FakeAnswer = { status: 422, body: {} };
  const addHive = (body: Thing): FakeAnswer => {
    const { name, mail, slug = 'any', region = null } = body;
    const texts = [name, mail, slug, region ?? 'north'].every((one) => typeof one === 'string' && one !== '');
    const { pin = '1234' } = body;
    const isPin = typeof pin === 'string' && /^.{4,8}$/.test(pin);
    if (!texts || !isPin || String(name).length > 40 || !/^[a-z-]+$/.test(String(slug))) return wrongBody;
    if (region !== null && region !== 'north') return wrongBody;
    const id = ++last;
    const stored = wrong === 'letters' ? mail : String(mail).toLowerCase();
    const hive = { id, name, slug, mail: stored, region };
    hives.set(String(id), { hive, frames: new Map() });
    return { status: 201, body: hive };
  };
  const addFrame = (frames: Map<string, Thing>, { mark, kind, grams = null }: Thing): FakeAnswer => {
    if (typeof mark !== 'string' || mark === '' || mark.length > 30) return wrongBody;
    if (!KINDS.has(kind) || (kind === 'honey') !== (grams !== null)) return wrongBody;
    if ([...frames.values()].some((frame) => frame['mark'] === mark)) return { status: 409, body: {} };
    const iid = frames.size + 1;
    const frame = { id: ++last, iid, mark, kind, grams, state: 'new' };
    frames.set(String(iid), frame);
    return { status: 201, body: frame };
  };
  const ofHive = (
    one: { hive: Thing; frames: Map<string, Thing> },
    method: string,
    rest: string[],
    body: Thing,
  ): FakeAnswer => {
    const [part, iid = ''] = rest;
    if (part === undefined) {
      if (method === 'GET') return { status: 200, body: one.hive };
      hives.delete(String(one.hive['id']));
      return { status: 204 };
    }
    if (part === 'counts') {
      const count = { id: `c${++last}`, state: 'running', bees: null };
      counts.set(count.id, count);
      return { status: 202, body: { count } };
    }
    if (iid === '' && method === 'GET') return { status: 200, body: [...one.frames.values()] };
    if (iid === '') return addFrame(one.frames, body);
    const frame = one.frames.get(iid);
    if (!frame) return { status: 404, body: {} };
    if (method === 'GET') return { status: 200, body: frame };
    if (body['event'] !== undefined && (body['event'] !== 'seal' || frame['state'] !== 'new')) return wrongBody;
    if (body['event']) frame['state'] = 'sealed';
    return { status: 200, body: frame };
  };
  return ({ method, path, headers, body: text }) => {
    if (headers['authorization'] !== `Bearer ${TOKEN}` && wrong !== 'open')
      return { status: 401, body: {}, headers: { 'WWW-Authenticate': 'Bearer' } };
    const body = text === '' ? {} : objectIn(text);
    if (!body) return { status: 400, body: {} };
    const [kind, id = '', ...rest] = path.split('/').slice(1);
    if (kind === 'hives' && id === '') return addHive(body);
    const hive = hives.get(id);
    if (kind === 'hives' && hive) return ofHive(hive, method, rest, body);
    const count = kind === 'counts' ? counts.get(id) : undefined;
    return count ? { status: 200, body: { count } } : { status: 404, body: {} };
  };
}

it('are judged by what they say alone', async () => {
  const run = await certifyHandler(SPEC, apiary());
  expect(failures(run)).toEqual({});
  expect(run.cases.filter(({ outcome }) => outcome !== 'passed').map(({ id, reason }) => [id, reason])).toEqual([]);
});

it.each([
  ['letters', 'addHive', ['echo']],
  ['open', 'no-token', ['status']],
])('are held to what they say: %s', async (wrong, only, ids) => {
  const found = Object.values(failures(await certifyHandler(SPEC, apiary(wrong), only))).flat();
  expect(found).toEqual(expect.arrayContaining(ids));
});
