// Answers that other operations of the page show or tell: those that make or read the thing, and those that words name.
import { describe, expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };
type Answers = Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }>;

function built(text: string): (path: string) => unknown {
  const { document } = buildSpec([{ path: 'p.md', text }], options);
  return (path) => pointer(document, path);
}

const JSON_OF = '```json\n{"id": "r1", "title": "One", "state": "draft"}\n```\n';
const CREATE = `# Harbour\n\n## Add a release\n\n\`POST /releases\`\n\nReturns \`201 Created\`:\n\n${JSON_OF}\n`;

describe('what a create shows is what others answer with', () => {
  it.each([
    ['GET /releases/:id', 'Returns one release.', '200'],
    ['POST /releases/:id/publish', 'Answers `200` with the release.', '200'],
    ['POST /releases/:id/stop', 'The release gets the state `over` and is returned.', '200'],
    ['POST /releases/:id/stop', 'The release title is returned.', undefined],
    ['GET /releases/:id/notes', 'Returns notes.', undefined],
  ])('%s %s', (request, words, status) => {
    const found = built(`${CREATE}## Do it\n\n\`${request}\`\n\n${words}\n`);
    const paths = Object.entries(found('/paths') as Record<string, Record<string, { responses: Answers }>>);
    const methods = paths.filter(([path]) => path !== '/releases').flatMap(([, item]) => Object.values(item));
    const [operation] = methods.filter((one) => one.responses);
    const filled = Object.entries(operation?.responses ?? {}).filter(([, { content }]) => content);
    expect(filled.map(([code]) => code)).toEqual(status === undefined ? [] : [status]);
  });
});

it('says of an answer that another operation shows it', () => {
  const found = built(`${CREATE}## Get\n\n\`GET /releases/:id\`\n\nReturns one release.\n`);
  expect(found('/paths/~1releases~1{id}/get/x-docproof/inferred')).toContain('responseSample');
  expect(found('/paths/~1releases/post/x-docproof/inferred')).not.toContain('responseSample');
});

describe('an answer that is like that of another operation', () => {
  const reads = '## Get a release\n\n`GET /releases/:id`\n\n### Response\n\n';
  const lists = '## List releases\n\n`GET /releases`\n\n### Response\n\n';
  const content = (text: string, path: string) =>
    (built(`${CREATE}${text}\n`)(`/paths/${path}/get/responses/200`) as Answers[string])?.content;

  it.each([
    'The fields are the same as in "Add a release".',
    'The same fields as [Add a release](#add).',
    'Die Felder sind dieselben wie bei „Add a release“.',
    'Les champs sont identiques à « Add a release ».',
    '項目は「Add a release」と同じです。',
  ])('%s', (words) => {
    expect(content(reads + words, '~1releases~1{id}')).toHaveProperty(['application/json', 'schema']);
  });

  it('tells nothing of a list, or without a word for it', () => {
    expect(content(`${lists}The same fields as Add a release.`, '~1releases')).toBeUndefined();
    expect(content(`${reads}Made by "Add a release".`, '~1releases~1{id}')).toBeUndefined();
  });
});

it('what an operation shows may stand above what describes it', () => {
  const shown = '```shell\ncurl https://a.example/cups\n```\n\n> The command returns JSON structured like this:\n\n';
  const text = `# Cups\n\n## Get cups\n\n${shown}${JSON_OF}\nGets all cups, newest first.\n\n### HTTP Request\n\n\`GET /cups\`\n\nMore of it.\n`;
  expect(built(text)('/paths/~1cups/get/description')).toBe('Gets all cups, newest first.');
});

it('a refusal that is told by the way is not what stands below', () => {
  const words = 'Returns the cup as it is from then on. A cup that is full gives `409`.';
  const text = `# Cups\n\n## Fill\n\n\`POST /cups/:id/fill\`\n\n### Response\n\nStatus: \`200 OK\`\n\n${words}\n\n${JSON_OF}`;
  const responses = built(text)('/paths/~1cups~1{id}~1fill/post/responses') as Answers;
  expect(Object.entries(responses).map(([code, { content }]) => [code, content !== undefined])).toEqual([
    ['200', true],
    ['409', false],
  ]);
});
