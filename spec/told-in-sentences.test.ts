// Pages that write operations and the fields of their bodies as running text.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import type { Schema } from './contract/api.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function built(...pages: string[]): Record<string, unknown> {
  return buildSpec(
    pages.map((text, i) => ({ path: `p${i}.md`, text })),
    options,
  ).document;
}

const operations = (document: Record<string, unknown>): string[] =>
  Object.entries(document['paths'] as Record<string, object>).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => key !== 'parameters')
      .map((method) => `${method} ${path}`),
  );

const KITES = `# Kites

The base URL is \`https://kites.example/api\`.

## Kites

A kite has a \`name\` (lower-case letters and digits, up to 20 characters) and a \`colour\` for its sail, up to 30 characters. Both are required.

Make one with \`POST /kites\`:

\`\`\`
curl https://kites.example/api/kites -d '{"name": "red1", "colour": "red"}'
\`\`\`

You get \`201 Created\`:

\`\`\`json
{"name": "red1", "colour": "red", "tails": 2}
\`\`\`

\`GET /kites\` lists all of them. \`GET /kites/{name}\` gets one, and \`DELETE /kites/{name}\` removes it (\`204\`).
`;

describe('requests that stand in sentences alone', () => {
  const document = built(KITES);

  it('are operations', () => {
    expect(operations(document)).toEqual(['get /kites', 'post /kites', 'get /kites/{name}', 'delete /kites/{name}']);
  });

  it('are described by what follows, up to the next', () => {
    const { get, delete: removal } = (document['paths'] as Record<string, Record<string, Record<string, unknown>>>)[
      '/kites/{name}'
    ] as Record<string, { description: string; responses: object }>;
    expect(get?.description).toBe('GET /kites/{name} gets one');
    expect(Object.keys(removal?.responses ?? {})).toEqual(['204']);
  });

  it('have what is shown below them', () => {
    expect(pointer(document, '/paths/~1kites/post/responses/201/content')).toBeDefined();
    expect(pointer(document, '/paths/~1kites/post/requestBody/content')).toBeDefined();
  });

  it.each([
    [
      'a method in code, a path some words behind',
      'Send a `PUT` request to `/kites/{name}/sail`.',
      'put /kites/{name}/sail',
    ],
    ['no code at all', 'PUT /kites/{name}/sail sews another one on.', 'put /kites/{name}/sail'],
    ['the whole address', 'Send PUT to `https://kites.example/kites/{name}/sail`.', 'put /kites/{name}/sail'],
  ])('are found in %s', (_, words, operation) => {
    expect(operations(built(`${KITES}\n${words}\n`))).toContain(operation);
  });

  it('that only show one of a form are none of their own', () => {
    expect(operations(built(`${KITES}\nFor example, \`GET /kites/red1\` gets the red one.\n`))).toHaveLength(4);
  });

  it('are none in a page that shows nothing', () => {
    expect(operations(built('# Notes\n\nSee `GET /kites` of the kites API.\n'))).toEqual([]);
  });

  it('of a page that documents others are none where another page documents them', () => {
    const kites = '# Kites\n\n## Make a kite\n\n```\nPOST /kites\n```\n\n## List kites\n\n```\nGET /kites\n```\n';
    const start = '# Start\n\nMake a kite with `POST /kites`:\n\n```\ncurl https://kites.example/kites -d "{}"\n```\n';
    const [first, second] = operations(built(kites, start));
    expect([first, second]).toEqual(['get /kites', 'post /kites']);
    expect(pointer(built(kites, start), '/paths/~1kites/post/x-docproof/pages')).toEqual(['p0']);
  });
});

describe('between request lines', () => {
  const page = (words: string): string =>
    `# Kites\n\n## Kites\n\nTo make a kite, send a \`POST\` request to \`/kites\`:\n\n\`\`\`\nPOST /kites\n\n{"name": "red1"}\n\`\`\`\n\n${words}\n`;

  it('a request of the same place is an operation, and so is that whose line is shown', () => {
    const document = built(page('`GET /kites/{id}` gets one, and `name` is its name.'));
    expect(operations(document)).toEqual(['post /kites', 'get /kites/{id}']);
    expect(pointer(document, '/paths/~1kites/post/summary')).toBe('POST /kites');
  });

  it('a request line behind one that is only told begins another', () => {
    const below = '`GET /kites/{id}` gets one.\n\nMend it:\n\n```\nPATCH /kites/{id}\n\n{"name": "red2"}\n```';
    expect(operations(built(page(below)))).toEqual(['post /kites', 'get /kites/{id}', 'patch /kites/{id}']);
  });

  it('one of another place is of somebody else', () => {
    expect(operations(built(page('`POST /token` of the login server gives you a token.')))).toEqual(['post /kites']);
  });
});

describe('fields that sentences alone describe', () => {
  const sent = (document: Record<string, unknown>): Schema =>
    Object.entries((document['components'] as { schemas: Record<string, Schema> }).schemas).find(([name]) =>
      name.endsWith('Request'),
    )?.[1] as Schema;
  const kite = (words: string, answer = ''): Schema =>
    sent(
      built(
        `# Kites\n\n## Make a kite\n\n\`POST /kites\`\n\n\`\`\`\ncurl https://a.example/kites -d '{"name": "a", "tails": 2, "sewn": {"by": "me"}}'\n\`\`\`\n\n${words}\n${answer}`,
      ),
    );

  it('are read with those in front of the operation', () => {
    expect(sent(built(KITES))).toMatchObject({
      required: ['name', 'colour'],
      properties: { name: { maxLength: 20, pattern: '^[a-z0-9]*$' }, colour: { type: 'string', maxLength: 30 } },
    });
  });

  it.each<[string, object]>([
    ['`name` is required.', { required: ['name'] }],
    ['`name` is required if `tails` is 3.', { required: undefined }],
    ['`name` and `tails` are always required.', { required: ['name', 'tails'] }],
    ['`name` is the name. `tails` is the number of tails. Both are required.', { required: ['tails'] }],
    ['`name` und `tails` stehen auf dem Drachen. Beide sind Pflicht.', { required: ['name', 'tails'] }],
    ['`name` et `tails` décrivent le cerf-volant. Les deux sont obligatoires.', { required: ['name', 'tails'] }],
  ])('%s', (words, expected) => {
    const { required } = kite(words);
    expect({ required }).toEqual(expected);
  });

  it.each<[string, object]>([
    ['`name` may have up to 80 characters.', { name: { type: 'string', maxLength: 80 } }],
    ['`name` may have up to 80 characters if `tails` is 2. `tails` is required.', { name: { type: 'string' } }],
    [
      '`tails` is a whole number from 0 to 9; it is 2 if you leave it out.',
      { tails: { minimum: 0, maximum: 9, default: 2 } },
    ],
    ['`name` is a date.', { name: { type: 'string', format: 'date', description: 'name is a date.' } }],
    ['`name` und `tails` sind hier. `name` ist ein Datum.', { name: { format: 'date' } }],
    ['`tails` and `name` have up to 9 characters.', { name: { maxLength: 9 } }],
    ['The `name`, if given, has up to 80 characters.', { name: { type: 'string', maxLength: 80 } }],
    ['`name` is required.', { sewn: { type: 'object', properties: { by: { type: 'string' } } } }],
  ])('%s limits what the sample shows', (words, properties) => {
    expect(kite(words)).toMatchObject({ properties });
  });

  it('are of no type that something about them has', () => {
    expect(kite('`name` is the date of the last repair.').properties?.['name']).not.toHaveProperty('format');
  });

  it.each<[string, boolean]>([
    ['`flies` is a boolean and defaults to `true`.', true],
    ['`flies` is optional.', true],
    ['`flies` tells whether it flies.', false],
  ])('%s One that the answer shows is sent: %s', (words, isSent) => {
    const answer = '\n```json\n{"name": "a", "tails": 2, "flies": true}\n```\n';
    expect('flies' in (kite(`\`name\` is required. ${words}`, answer).properties ?? {})).toBe(isSent);
  });

  it('stay as the table has them where there is one', () => {
    const table = '| Name | Type | Required | Description |\n|--|--|--|--|\n| name | string | no | A name |\n';
    expect(kite(`### Parameters\n\n${table}\n\`name\` has up to 80 characters.`).properties).toEqual({
      name: { type: 'string', description: 'A name' },
    });
  });
});
