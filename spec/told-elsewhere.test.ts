// What pages tell of an operation in another place: once for all, beside a 304, in the table of its create.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };
type Operation = { responses: Record<string, { description: string }>; security: object[] };

function built(...pages: string[]): (path: string) => unknown {
  const files = pages.map((text, i) => ({ path: `p${i}.md`, text }));
  const { document } = buildSpec(files, options);
  return (path) => pointer(document, path);
}

const CURL = "```sh\ncurl https://a.example/cups -H 'Authorization: Bearer <token>'\n```\n";
const CUPS = `# Cups\n\n## List cups\n\n\`GET /cups\`\n\n${CURL}\n## Get a cup\n\n\`GET /cups/{id}\`\n`;
const LIDS = '# Lids\n\n## Add a lid\n\n`POST /lids`\n';

it.each([
  [
    'a table of statuses',
    '## Errors\n\n| Code | Meaning |\n|---|---|\n| 401 - Unauthorized | No key. |\n| 404 | None. |\n',
  ],
  ['sentences', 'A request without a key is answered with `401 Unauthorized`.\n\nWhat is not there returns 404.\n'],
])('%s of no operation tells of all that it can be about', (_, text) => {
  const found = built(`# API\n\n${text}`, CUPS, LIDS);
  const of = (path: string): Operation => found(path) as Operation;
  expect(Object.keys(of('/paths/~1cups/get').responses)).toEqual(['401']);
  expect(Object.keys(of('/paths/~1cups~1{id}/get').responses)).toEqual(['401', '404']);
  // Its page shows no command: it is called like the others.
  expect(of('/paths/~1lids/post').security).toEqual([{ bearer: [] }]);
  // It may be a login, though: nobody is held to a 401 for it.
  expect(Object.keys(of('/paths/~1lids/post').responses)).not.toContain('401');
  // The name of the status stands once, whether the pages give it or not.
  const said = Object.values(of('/paths/~1cups~1{id}/get').responses).map(({ description }) => description);
  expect(said.map((words) => words.match(/Unauthorized$|Not Found$/gm))).toEqual([['Unauthorized'], ['Not Found']]);
});

it.each([
  ['The base URL is `https://a.example/v2`.', 'https://a.example/v2'],
  ['**Base URL:**\n\n```\nhttps://a.example/v2/\n```', 'https://a.example/v2'],
  ['Endpoint: `https://a.example`', 'https://a.example'],
  ['All URLs are below `https://a.example/v2`.', 'https://a.example/v2'],
  ['Alle URLs beginnen mit `https://a.example/v2`.', 'https://a.example/v2'],
  ['Toutes les URL commencent par `https://a.example/v2`.', 'https://a.example/v2'],
  ['すべてのURLは `https://a.example/v2` で始まります。', 'https://a.example/v2'],
  ['All requests are logged, see https://log.example/about.', '/'],
  ['The base URL is `https://{region}.a.example/`.', '/'],
])('where the API lies is told in words: %s', (text, url) => {
  expect(built(`# API\n\n${text}\n`, LIDS)('/servers')).toEqual([{ url }]);
});

it('a base URL that the documented paths have already is no part of the server', () => {
  const found = built('# API\n\nBase URL: https://a.example/v2\n\n## Add a lid\n\n`POST /v2/lids`\n');
  expect(found('/servers')).toEqual([{ url: 'https://a.example' }]);
  expect(found('/paths')).toHaveProperty('/v2/lids');
});

it('the host that all documented URLs have is the server', () => {
  const one = '# Lids\n\n## Add a lid\n\n`POST https://a.example/v2/lids`\n';
  expect(built(one)('/servers')).toEqual([{ url: 'https://a.example' }]);
  expect(built(one, one.replaceAll('a.example', 'b.example'))('/servers')).toEqual([{ url: '/' }]);
});

it.each([
  ['Send your API key in the `X-Api-Key` header.', { xApiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } }],
  ['Give the token as the `access_token` query parameter.', { accessToken: { in: 'query', name: 'access_token' } }],
  ['```\nAuthorization: Bearer YOUR_TOKEN\n```', { bearer: { type: 'http', scheme: 'bearer' } }],
  ['Authentication is by HTTP Basic auth.', { basic: { type: 'http', scheme: 'basic' } }],
])('how a client authenticates is told in words: %s', (text, schemes) => {
  const found = built(`# API\n\n## Authentication\n\n${text}\n\nA wrong one is answered with 401.\n`, LIDS);
  expect(found('/components/securitySchemes')).toMatchObject(schemes);
  const { security, responses } = found('/paths/~1lids/post') as Operation;
  expect(security).toEqual(Object.keys(schemes).map((name) => ({ [name]: [] })));
  // What is said for all may not be of each: nobody is held to a 401.
  expect(responses).not.toHaveProperty('401');
});

it.each([
  ['Send your token with every request (`Authorization: Bearer <token>`).', LIDS, true],
  ['Jede Anfrage braucht ein Token: `Authorization: Bearer <token>`.', LIDS, true],
  ['Chaque requête porte un jeton : `Authorization: Bearer <token>`.', LIDS, true],
  ['すべてのリクエストにトークンが必要です: `Authorization: Bearer <token>`', LIDS, true],
  ['All requests except reads need a token: `Authorization: Bearer <token>`.', LIDS, false],
  ['Every request needs a token: `Authorization: Bearer <token>`.', LIDS.replace('/lids', '/login'), false],
  ['Every request needs a token: `Authorization: Bearer <token>`.', `${LIDS}\nNo token is needed.\n`, false],
  ['Every request is logged. A token is sent as `Authorization: Bearer <token>`.', LIDS, false],
])('a 401 is held against an operation without commands where each needs a credential: %s', (text, page, is) => {
  const paths = built(
    `# API\n\n${text.replace('. A', '.\n\nA')}\n\nA wrong one is answered with 401.\n`,
    page,
  )('/paths');
  const statuses = Object.values(paths as Record<string, Record<string, Operation>>).flatMap(({ post }) =>
    Object.keys(post?.responses ?? {}),
  );
  expect(statuses.includes('401')).toBe(is);
});

it('a message of an operation that another page documents is none of its own, below the base', () => {
  const shown = (path: string): string =>
    `# Keys\n\nSend your key in the \`X-Key\` header.\n\n\`\`\`http\nGET ${path} HTTP/1.1\nHost: a.example\nX-Key: abc\n\`\`\`\n`;
  const paths = (path: string): string[] => Object.keys(built(shown(path), CUPS)('/paths') as object);
  expect(paths('/v2/cups')).toEqual(['/cups', '/cups/{id}']);
  expect(paths('/lids')).toContain('/lids');
  // Not those of all, but of one.
  expect(paths('/cups/1/cups')).toContain('/cups/1/cups');
});

it('a header that is no key is none', () => {
  const text = 'The token is valid for an hour; the `X-Request-Id` header names the request.';
  expect(built(`# API\n\n${text}\n`, LIDS)('/components/securitySchemes')).toBeUndefined();
});

it('statuses that are strung together behind their reasons are each told', () => {
  const page = '# Lids\n\n## Drop it\n\n`DELETE /lids/{id}`\n\nReturns `204 No Content`, or `404` if there is none.\n';
  expect(Object.keys((built(page)('/paths/~1lids~1{id}/delete') as Operation).responses)).toEqual(['204', '404']);
});

it('the name of a refusal may stand in brackets behind what it means', () => {
  const list =
    '- `404` – there is no such cup (`no_cup`)\n- `422` – wrong (`error`: `bad_value`). `error` says how.\n- `500` – rare (one)\n';
  const found = built(`# API\n\n## Errors\n\n${list}`, CUPS);
  const errors = found('/x-docproof/errors') as { code: string; status: number }[];
  expect(errors.map(({ code, status }) => [code, status])).toEqual([
    ['no_cup', 404],
    ['bad_value', 422],
  ]);
});

it('what a default in brackets says is no value', () => {
  const rows =
    '| Parameter | Default | Description |\n|---|---|---|\n| kind | (all) | `a` or `b` |\n| size | 5 | How many |\n';
  const found = built(`# Cups\n\n## List\n\n\`GET /cups\`\n\n### Query parameters\n\n${rows}`);
  expect(found('/components/parameters/kind/schema')).toEqual({ type: 'string', enum: ['a', 'b'] });
  expect(found('/components/parameters/size/schema')).toEqual({ type: 'integer', default: 5 });
});

it('an answer that may be a 304 is a 200 otherwise', () => {
  const page =
    '# Cups\n\n## Get a cup\n\n`GET /cups/{id}`\n\nReturns `304 Not Modified` where nothing has changed.\n\n```json\n{"id": 1}\n```\n';
  const { responses } = built(page)('/paths/~1cups~1{id}/get') as Operation;
  expect(Object.keys(responses)).toEqual(['200', '304']);
  expect(responses['200']).toHaveProperty('content');
  expect(responses['304']).not.toHaveProperty('content');
});

it.each([
  ['PATCH', 'Changes `size` or `hue`.', ['size', 'hue']],
  ['PUT', 'Replaces `size` and `hue`.', ['size', 'hue']],
  ['PATCH', 'Changes `hue` alone.', undefined],
  ['PATCH', 'Changes the cup. Lids and handles stay.', undefined],
])('an update of which only words tell has the fields that they name: %s, %s', (method, words, names) => {
  const rows = '| Name | Type | Required | Description |\n|---|---|---|---|\n';
  const fields =
    '| size | string | Yes | One of `s` or `l` |\n| hue | string | No | Its colour |\n| lid | string | No | Its lid |\n';
  const create = `## Add a cup\n\n\`POST /cups\`\n\n### Request body\n\n${rows}${fields}`;
  const found = built(`# Cups\n\n${create}\n## Change it\n\n\`${method} /cups/{id}\`\n\n${words}\n`);
  const sent = found('/components/schemas/ChangeItRequest') as { properties: object; required?: string[] } | undefined;
  expect(sent && Object.keys(sent.properties)).toEqual(names);
  expect(sent?.required).toEqual(method === 'PUT' ? ['size'] : undefined);
});

it('an update that is only shown has the fields of its create', () => {
  const rows = '| Name | Type | Required | Description |\n|---|---|---|---|\n';
  const create = `## Add a cup\n\n\`POST /cups\`\n\n### Request body\n\n${rows}| size | string | Yes | One of \`s\` or \`l\` |\n| hue | string | Yes | Its colour |\n`;
  const shown = (method: string, body: string): string =>
    `## ${method} it\n\n\`${method} /cups/{id}\`\n\n\`\`\`sh\ncurl -X ${method} https://a.example/cups/1 -d '${body}'\n\`\`\`\n`;
  const schemas = built(
    `# Cups\n\n${create}\n${shown('PUT', '{"size": "s"}')}\n${shown('PATCH', '{"hue": "red", "lid": 1}')}`,
  )('/components/schemas') as Record<string, unknown>;
  const size = { enum: ['s', 'l'] };
  expect(schemas).toMatchObject({
    PutItRequest: { properties: { size, hue: { type: 'string' } }, required: ['size'] },
  });
  // What the create does not know is something else.
  expect(schemas).toMatchObject({
    PatchItRequest: { properties: { hue: { type: 'string' }, lid: { type: 'integer' } } },
  });
  expect(schemas).not.toHaveProperty('PatchItRequest.properties.size');
});

const OBJECT = `# API

## The cup object

| Name | Type | Description |
|---|---|---|
| \`id\` | string (uuid) | Of the cup. |
| \`size\` | string | \`s\` or \`l\`. |
| \`owner\` | string or null | Who has it. |
| \`made\` | timestamp | When. |
| \`lent\` | timestamp or null | When. |
`;

it('an answer that is only shown has what a table of the same fields says of them', () => {
  const cup =
    '{"id": "6f1c3c0e-22f3-4bb5-9a6e-0b7b5cbb2a10", "size": "s", "owner": "Ida", "made": 1760000000, "lent": null}';
  const page = `# Cups\n\n## List cups\n\n\`GET /cups\`\n\n\`\`\`json\n{"cups": [${cup}]}\n\`\`\`\n\n${CUPS.slice(CUPS.indexOf('## Get'))}`;
  const found = built(OBJECT, page)('/components/schemas/ListCupsResponse/properties/cups/items/properties');
  expect(found).toEqual({
    id: { type: 'string', format: 'uuid', description: 'Of the cup.' },
    size: { type: 'string', enum: ['s', 'l'], description: '`s` or `l`.' },
    owner: { type: ['string', 'null'], description: 'Who has it.' },
    // Where the two contradict each other the sample counts, and one without a value shows nothing.
    made: { type: 'integer' },
    lent: { description: 'When.' },
  });
});

it('what is called like a key is of the types that keys are told to have', () => {
  const object = OBJECT.replace('string (uuid)', 'integer or string');
  const page = `# Cups\n\n## Get a cup\n\n\`GET /cups/{id}/saucer\`\n\n\`\`\`json\n{"cup_id": 3, "cups": 4}\n\`\`\`\n`;
  const typesOf = (text: string): unknown =>
    Object.values(built(text, page)('/components/schemas') as Record<string, { properties?: object }>)
      .map(({ properties }) => properties)
      .find((properties = {}) => 'cup_id' in properties);
  expect(typesOf(object)).toEqual({ cup_id: { type: ['integer', 'string'] }, cups: { type: 'integer' } });
  expect(typesOf(OBJECT)).toEqual({ cup_id: { type: 'integer' }, cups: { type: 'integer' } });
});

it.each([
  ['Bearer k', { bearer: { type: 'http', scheme: 'bearer' } }],
  ['Basic a2V5', { basic: { type: 'http', scheme: 'basic' } }],
  ['k', { authorization: { type: 'apiKey', in: 'header', name: 'Authorization' } }],
])('a command that sends "Authorization: %s" tells the scheme', (value, schemes) => {
  const text = CUPS.replace('Bearer <token>', value);
  expect(built(text)('/components/securitySchemes')).toEqual(schemes);
});

it.each([
  ['The lid that is on it. It must exist (`404`).', ['404']],
  ['Up to 20 letters. One that is taken is answered with `409 Conflict`.', ['409']],
  ['At most 400 grams.', []],
  ['What `200` gives.', []],
])('the row of a field tells of the refusal of its value: %s', (words, statuses) => {
  const table = `| Field | Type | Description |\n|---|---|---|\n| lid | string | ${words} |\n`;
  const found = built(`# Cups\n\n## Add a cup\n\n\`POST /cups\`\n\n${table}\nAnswers \`201 Created\`.\n`);
  const { responses } = found('/paths/~1cups/post') as Operation;
  expect(Object.keys(responses)).toEqual(['201', ...statuses]);
});

it('tables of servers and of schemes tell where an API lies and how clients authenticate', () => {
  const servers = '### Available servers\n\n| URL | Description |\n|---|---|\n| https://a.example/v3 | Production |\n';
  const schemes =
    '### Security\n\n| own | *HTTP Basic* |\n|---|---|\n| Description | Name and password. |\n| Scheme | basic |\n';
  const found = built(`# API\n\n${servers}\n${schemes}`, LIDS);
  expect(found('/servers/0/url')).toBe('https://a.example/v3');
  expect(found('/components/securitySchemes')).toEqual({ basic: { type: 'http', scheme: 'basic' } });
});
