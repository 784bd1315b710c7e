// What sections of operations only name, and the page tells elsewhere: things with their fields, files, addresses, a base.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function built(text: string): (path: string) => unknown {
  const { document } = buildSpec([{ path: 'p.md', text }], options);
  return (path) => pointer(document, path);
}

const BOAT = `# Harbour

## The boat object

- \`id\` (string)
- \`name\`: required, at most 40 characters.
- \`kind\`: required, \`sail\` or \`motor\`.
- \`berth\`: optional, \`null\` if not known.
- \`sailed_at\`, \`back_at\` (timestamp, nullable)
- \`crew\` (array)
  - \`mail\` (string)

\`\`\`json
{"id": "b1", "name": "Ida", "kind": "sail", "berth": 7, "sailed_at": null, "back_at": null, "crew": []}
\`\`\`
`;
const operation = (request: string, words: string, more = ''): string =>
  `${BOAT}\n### Do it\n\n\`\`\`\n${request}\n\`\`\`\n\n${words}\n${more}`;
const sent = (body: string): string => `\n\`\`\`http\nPOST /boats HTTP/1.1\nHost: a.example\n\n${body}\n\`\`\`\n`;

describe('an answer that is named is the thing', () => {
  it.each([
    ['GET /boats/:id', 'Returns the boat object.', '200'],
    ['POST /boats/:id/launch', 'Returns the updated boat.', '200'],
    ['POST /boats', 'Returns `201 Created` with the boat object, and its address in the `Location` header.', '201'],
  ])('%s %s', (request, words, status) => {
    const { responses } = Object.values(
      Object.values(built(operation(request, words))('/paths') as object)[0] as object,
    ).find((one) => one.responses) as { responses: Record<string, { content?: object; headers?: object }> };
    expect(responses[status]?.content).toHaveProperty(['application/json', 'examples', 'sample1', 'value', 'id'], 'b1');
    expect(responses[status]?.headers !== undefined).toBe(words.includes('Location'));
  });

  it.each([
    ['GET /boats/:id', 'Returns the name of the boat.'],
    ['GET /boats/:id', 'Looks for the boat.'],
    ['DELETE /boats/:id', 'Answers `204` with the boat gone.'],
  ])('%s %s is none', (request, words) => {
    expect(JSON.stringify(built(operation(request, words))('/paths'))).not.toContain('sample1');
  });
});

it('a body that is only shown has what is told of the thing', () => {
  const found = built(
    operation('POST /boats', 'Adds a boat. `berth` is required.', sent('{"name": "Ida", "kind": "sail"}')),
  );
  expect(found('/components/schemas/PRequest')).toMatchObject({
    properties: { name: { maxLength: 40 }, kind: { enum: ['sail', 'motor'] }, berth: { type: ['integer', 'null'] } },
    required: ['name', 'kind', 'berth'],
  });
  expect(found('/components/schemas/PRequest/properties')).not.toHaveProperty('id');
});

const FERRY = `# Harbour

## Ferries

A ferry:

\`\`\`json
{"name": "Ida", "engine": "text", "open": false, "made_at": "2024-02-01T10:00:00Z"}
\`\`\`

- \`name\`: required, at most 40 characters.
- \`engine\`: \`number\` or \`text\`. Default \`text\`.
- \`open\`: default \`false\`.

### POST /ferries

Makes one. \`201\` with the ferry.

\`\`\`http
POST /ferries HTTP/1.1
Host: a.example

{"name": "Ida"}
\`\`\`
`;

it('a list of some of what a thing has tells what a request may have, and what they are in answers', () => {
  const found = built(FERRY);
  expect(found('/components/schemas/PRequest')).toMatchObject({
    properties: { engine: { type: 'string', enum: ['number', 'text'], default: 'text' }, open: { default: false } },
    required: ['name'],
  });
  const answer = found('/components/schemas/PResponse/properties') as object;
  expect(answer).toMatchObject({ engine: { enum: ['number', 'text'] }, made_at: { type: 'string' } });
});

it('the things in a list have what is told of them, whatever a table tells of what stands around them', () => {
  const found = built(`${BOAT}
## Lists

Every answer has:

| Field | Type | Description |
|---|---|---|
| \`data\` | array | The things |
| \`total\` | integer | How many there are |
| \`page\` | integer | Which page it is |

### List boats

\`GET /boats\`

\`\`\`json
{"data": [{"id": "b1", "name": "Ida", "kind": "sail"}], "total": 1, "page": 1}
\`\`\`
`);
  const { data, total } = found('/components/schemas/PResponse/properties') as Record<string, { items?: object }>;
  expect(data?.items).toMatchObject({ properties: { kind: { enum: ['sail', 'motor'] } } });
  expect(total).toMatchObject({ description: 'How many there are' });
});

it('a field that the body only names has what is told of it, too', () => {
  const body = '\n**Body**\n\n- `name` (required)\n- `kind` — defaults to `sail`.\n';
  expect(built(operation('POST /boats', 'Adds a boat.', body))('/components/schemas/PRequest')).toMatchObject({
    properties: { name: { type: 'string', maxLength: 40 }, kind: { enum: ['sail', 'motor'], default: 'sail' } },
    required: ['name'],
  });
});

it('a change may say null of what its sample takes away', () => {
  const table = '| Field | Type | Required |\n|---|---|---|\n| `name` | string | no |\n| `memo` | string | no |\n';
  const page = `# Boats\n\n### Change\n\n\`PATCH /boats/:id\`\n\n${table}\n\`\`\`json\n{"name": "Ida", "memo": null}\n\`\`\`\n`;
  expect(built(page)('/components/schemas/PRequest/properties')).toEqual({
    name: { type: 'string' },
    memo: { type: ['string', 'null'] },
  });
});

it('a change takes the fields that its words list', () => {
  const create =
    '### Add\n\n```\nPOST /boats\n```\n\n**Body**\n\n- `name` (string, required)\n- `kind` (string)\n- `berth` (integer)\n';
  const change =
    "### Change\n\n```\nPATCH /boats/:id\n```\n\nTakes `name` and `berth`. The `kind` can't be changed.\n\n```sh\ncurl -X PATCH https://a.example/boats/1 -d '{\"berth\": 8}'\n```\n";
  const found = built(`# Boats\n\n${create}\n${change}`)('/components/schemas/ChangeRequest/properties');
  expect(Object.keys(found as object)).toEqual(['name', 'berth']);
});

it('a file that is named, or shown with its type, is of that type', () => {
  const page = (words: string): string => `# Log\n\n### Get it\n\n\`\`\`\nGET /log\n\`\`\`\n\n${words}\n`;
  const shown = '```http\nHTTP/1.1 200 OK\nContent-Type: text/csv\n\nat,what\n```';
  for (const words of ['Returns all of it as `text/csv`.', shown])
    expect(Object.keys(built(page(words))('/paths/~1log/get/responses/200/content') as object)).toEqual(['text/csv']);
});

it('a message shows its request below the base that is told', () => {
  const message = '```http\nPOST /v1/boats HTTP/1.1\nHost: a.example\n\n{"name": "Ida"}\n```\n';
  const found = built(
    `# Boats\n\nThe server is \`https://a.example/v1\`.\n\n### POST /boats\n\nAdds one.\n\n${message}`,
  );
  expect([Object.keys(found('/paths') as object), found('/servers')]).toEqual([
    ['/boats'],
    [{ url: 'https://a.example/v1' }],
  ]);
});

/** The schema of what an operation answers. */
function answerOf(found: (path: string) => unknown, operation: string): { properties: Record<string, object> } {
  const schema = found(`${operation}/responses/200/content/application~1json/schema`) as { $ref?: string };
  return (schema.$ref === undefined ? schema : found(schema.$ref.slice(1))) as never;
}

it('fields that are things of the page have what is told of those', () => {
  const table =
    '\n| Property | Type | Description |\n|---|---|---|\n| `data` | array of boat objects | Those of a page. |\n| `best` | boat object | The fastest. |\n| `note` | string | Any. |\n';
  const found = built(operation('GET /boats', '### Returns\n\n`200 OK`:', table));
  const { properties } = answerOf(found, '/paths/~1boats/get');
  const of = (name: string): unknown => properties[name];
  expect(of('data')).toMatchObject({ type: 'array', items: { properties: { name: { maxLength: 40 } } } });
  expect(of('best')).toMatchObject({ type: 'object', properties: { kind: { enum: ['sail', 'motor'] } } });
  expect(of('note')).toEqual({ type: 'string', description: 'Any.' });
});

it('how a time is written is known by the others of its thing that the sample shows', () => {
  const timed = BOAT.replace('"sailed_at": null', '"sailed_at": "2026-05-01T08:00:00Z"');
  const times = (text: string): unknown[] => {
    const found = built(`${text}\n### Do it\n\n\`\`\`\nGET /boats/:id\n\`\`\`\n\nReturns the boat object.\n`);
    const { properties } = answerOf(found, '/paths/~1boats~1{id}/get');
    return [properties['sailed_at'], properties['back_at']].map((one) => (one as { format?: string }).format);
  };
  expect(times(timed)).toEqual(['date-time', 'date-time']);
  expect(times(BOAT)).toEqual([undefined, undefined]);
});

it('what is begun is a thing, too, for what reads it', () => {
  const table =
    '\n| Property | Type | Description |\n|---|---|---|\n| `id` | string | Its key. |\n| `state` | string | `begun` or `done`. |\n| `file` | string | Where it is. |\n';
  const text = `# Tows\n\n## Start a tow\n\n\`POST /tows\`\n\n### Returns\n\n\`202 Accepted\` with the tow object.\n${table}\n## Look at a tow\n\n\`GET /tows/{id}\`\n\n### Returns\n\n\`200 OK\` with the tow object.\n`;
  const read = built(text)('/paths/~1tows~1{id}/get/responses/200') as { content?: object };
  expect(Object.keys(read.content ?? {})).toEqual(['application/json']);
});
