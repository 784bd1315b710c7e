// Operations that send or answer a thing that their page tells of once, in a section of its own.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import type { Schema } from './contract/api.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };

function built(text: string): (path: string) => unknown {
  const { document } = buildSpec([{ path: 'p.md', text }], options);
  return (path) => pointer(document, path);
}

const KITE = `# Kites

## Kite

|Property|Type|Notes|
|--|--|--|
|id|integer|read-only|
|name|string|required, 1–30 characters|
|tail.length|number|>= 0|
|lost_at|datetime|null unless lost|
|sewn_on|date|required|
`;
const schemaOf = (found: (path: string) => unknown, name: string): Schema =>
  found(`/components/schemas/${name}`) as Schema;

describe('an answer without a sample has what the thing has', () => {
  it.each([
    ['- 200 — the body is the kite', ['id', 'name', 'tail', 'lost_at', 'sewn_on']],
    ['- 200 — the updated kite object', ['id', 'name', 'tail', 'lost_at', 'sewn_on']],
    ['Returns the kite.', ['id', 'name', 'tail', 'lost_at', 'sewn_on']],
    ['- 200 — the name of the kite', undefined],
    ['- 200 — if the owner is the kite', undefined],
    ['- 200 — a list of kites', undefined],
  ])('%s', (words, names) => {
    const found = built(`${KITE}\n## Get a kite\n\n\`GET /kites/{id}\`\n\n### Returns\n\n${words}\n`);
    const { properties, required } = schemaOf(found, 'PResponse') ?? {};
    expect(properties && Object.keys(properties)).toEqual(names);
    expect(required).toBeUndefined();
  });

  it.each([
    ['{ "id": 4, "name": "Owl", "lost_at": null }', ['id', 'name', 'lost_at']],
    ['{ "id": 4 }', undefined],
    ['["Owl"]', undefined],
  ])('where only a sample shows it, it has what that shows: %s', (sample, names) => {
    const shown = `# Kites\n\n## The kite object\n\n\`\`\`json\n${sample}\n\`\`\`\n`;
    const found = built(`${shown}\n## Get a kite\n\n\`GET /kites/{id}\`\n\nReturns the kite object.\n`);
    const { properties } = schemaOf(found, 'PResponse') ?? {};
    expect(properties && Object.keys(properties)).toEqual(names);
  });

  it.each([
    ["L'objet cerf-volant", 'Réponse : `200 OK` avec le cerf-volant, ou `404`.'],
    ["L'objet cerf-volant", "Réponse : `200 OK` avec l'objet cerf-volant modifié."],
    ['凧オブジェクト', '`200 OK` 更新後の凧オブジェクト'],
    ['凧オブジェクト', '指定した凧を返します。'],
    ['凧オブジェクト', '`200`: 凧'],
    ['凧オブジェクト', '`200`: 更新後の凧'],
    ['The box kite object', 'Returns the box kite.'],
  ])('in words of other languages: %s, %s', (title, words) => {
    const text = KITE.replace('## Kite', `## ${title}`);
    const said = words.startsWith('`') ? `### レスポンス\n\n${words}` : words;
    const found = built(`${text}\n## Get it\n\n\`GET /takos/{id}\`\n\n${said}\n`);
    expect(Object.keys(schemaOf(found, 'PResponse')?.properties ?? {})).toContain('sewn_on');
  });

  it.each([
    '凧の数を返します。',
    '`200`: 凧の名前',
    '`200`: 赤い凧の',
    '`200 OK` 凧の配色オブジェクト',
    '凧が存在しない場合は `404` を返します。',
  ])('none where something else comes back: %s', (words) => {
    const text = KITE.replace('## Kite', '## 凧オブジェクト');
    const found = built(`${text}\n## Get it\n\n\`GET /takos/{id}\`\n\n### レスポンス\n\n${words}\n`);
    expect(schemaOf(found, 'PResponse')).toBeUndefined();
  });

  it('it is called as the heading above its operations', () => {
    const shown = '```json\n{"id": 1, "name": "a", "hue": "red"}\n```';
    const text = `# P\n\n## 凧\n\n### 登録\n\n\`POST /kites\`\n\n**レスポンス**\n\n\`201 Created\`\n\n${shown}\n`;
    const found = built(`${text}\n### 取得\n\n\`GET /kites/{id}\`\n\n**レスポンス**\n\n\`200 OK\` 凧オブジェクト\n`);
    expect(found('/paths/~1kites~1{id}/get/responses/200')).toHaveProperty('content');
  });

  it('an array of them is one', () => {
    const found = built(`${KITE}\n## List kites\n\n\`GET /kites\`\n\n### Responses\n\n- 200 — an array of kites\n`);
    const { type, items } = schemaOf(found, 'PResponse');
    expect([type, items?.properties?.['lost_at']?.type]).toEqual(['array', ['string', 'null']]);
  });
});

describe('a body that nothing tells of is the thing, where that says what is required', () => {
  const sent = (text: string, request: string, words: string): Schema | undefined =>
    schemaOf(built(`${text}\n## Do it\n\n\`${request}\`\n\n${words}\n`), 'PRequest');

  it.each([
    ['POST /kites', '', ['name', 'tail', 'lost_at', 'sewn_on'], ['name', 'sewn_on']],
    ['POST /kites', 'A kite without `lost_at`.', ['name', 'tail', 'sewn_on'], ['name', 'sewn_on']],
    ['POST /kites', 'Ein Drachen ohne `lost_at`.', ['name', 'tail', 'sewn_on'], ['name', 'sewn_on']],
    ['POST /kites', 'Un objet sans `lost_at`.', ['name', 'tail', 'sewn_on'], ['name', 'sewn_on']],
    ['PATCH /kites/{id}', 'Send what changes.', ['name', 'tail', 'lost_at', 'sewn_on'], undefined],
  ])('%s %s', (request, words, names, required) => {
    const body = sent(KITE, request, words);
    expect([Object.keys(body?.properties ?? {}), body?.required]).toEqual([names, required]);
  });

  it.each([
    ['of another path', KITE, 'POST /kites/{id}/fly'],
    ['of a thing that demands nothing', KITE.replaceAll('required', 'given'), 'POST /kites'],
  ])('none %s', (_, text, request) => expect(sent(text, request, '')).toBeUndefined());
});

describe('what may be null in the object', () => {
  const object =
    '# Kites\n\n## The kite object\n\n- `id` *string* — Its id.\n- `name` *string* — Its name.\n- `tail` *nullable string* — What hangs from it.\n';
  const typeOfTail = (fields: string, body: object): unknown => {
    const command = `curl https://a.example/kites -d '${JSON.stringify(body)}'`;
    const make = `## Sew a kite\n\n\`POST /kites\`\n\n${fields}\n\n\`\`\`sh\n${command}\n\`\`\`\n`;
    return schemaOf(built(`${object}\n${make}`), 'PRequest').properties?.['tail']?.type;
  };
  const told = (tail: string): string => `- \`name\` — Its name.\n- \`tail\` — ${tail}`;

  it.each([
    ['may not be null in what makes one', told('What hangs from it.'), { name: 'k' }, 'string'],
    ['may be, if the request says so', told('What hangs. May be null.'), { name: 'k' }, ['string', 'null']],
    ['may not be, where only the sample names it', '', { name: 'k', tail: 'long' }, 'string'],
    ['may be, if the sample has null', '', { name: 'k', tail: null }, ['string', 'null']],
  ])('%s', (_, fields, body, type) => expect(typeOfTail(fields, body)).toEqual(type));
});

it('lists in lists tell what is in an object that the sample shows none of', () => {
  const found = built(`# Kites

## The kite object

- \`id\` string — Its key.
- \`tail\` nullable object — What hangs from it.
  - \`tail.length\` number — In metres.
- \`colours\` nullable array of strings — From the top.
- \`marks\` map of strings — Your own.
- \`state\` enum — One of:
  - \`whole\` — It flies.
  - \`torn\` — It does not.

\`\`\`json
{"id": "k", "tail": null, "colours": [], "marks": {}, "state": "torn"}
\`\`\`

## Get a kite

\`GET /kites/{id}\`

### Returns

Returns the kite object.
`);
  const { properties = {} } = schemaOf(found, 'PResponse');
  expect(properties['tail']).toMatchObject({
    type: ['object', 'null'],
    properties: { length: { type: 'number', description: 'In metres.' } },
  });
  expect(properties['colours']).toMatchObject({ type: ['array', 'null'], items: { type: 'string' } });
  expect(properties['marks']).toMatchObject({ type: 'object', additionalProperties: { type: 'string' } });
  expect(Object.keys(properties)).toEqual(['id', 'tail', 'colours', 'marks', 'state']);
});

it('a thing is what is told of it where one is read', () => {
  const read =
    '## Get a kite\n\n`GET /kites/{id}`\n\n### Response fields\n\n- `id` (integer)\n- `name` (string)\n- `hue` (string)\n';
  const made = '## Sew a kite\n\n`POST /kites`\n\n### Response\n\n`201 Created` – the kite, as above\n';
  const found = built(`# Kites\n\n${read}\n${made}`);
  const { responses } = found('/paths/~1kites/post') as { responses: Record<string, { content?: object }> };
  expect(responses['201']?.content).toEqual(
    (found('/paths/~1kites~1{id}/get/responses/200') as { content: object }).content,
  );
});
