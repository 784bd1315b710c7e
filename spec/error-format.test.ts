// What pages say of all errors at once → what the answers of their operations have for content.
import { expect, it } from 'vitest';
import { readProfile, readWording } from '../cli/documents.js';
import { buildSpec } from './build.js';
import { pointer } from './contract/pointer.js';
import { packageRoot } from './package-root.js';

const options = { profile: readProfile('rest-table', packageRoot()), wording: readWording() };
const operation = (kind: string): string =>
  `## Get a ${kind}\n\n\`GET /${kind}s/{id}\`\n\n| Status | Description |\n|---|---|\n| 200 | OK |\n| 404 | None |\n`;
const errors = (text: string): string => `# API\n\n## Errors\n\n${text}\n\n`;
const sample = '```json\n{"code": "no", "fields": [{"name": "a"}]}\n```';

/** Schema and type of a 404. */
function found(kind: string, ...pages: string[]): unknown {
  const files = pages.map((text, i) => ({ path: `p${i}.md`, text }));
  const { document } = buildSpec(files, options);
  const content = pointer(document, `/paths/~1${kind}s~1{id}/get/responses/404/content`) as Record<string, object>;
  const [[type, { schema = {} }] = ['', {}]] = Object.entries(content ?? {}) as [string, { schema?: object }][];
  const { $ref = '' } = schema as { $ref?: string };
  return type && { type, schema: pointer(document, $ref.slice(1)) };
}

it('a section that shows an error tells the form of all', () => {
  expect(found('cup', errors(sample) + operation('cup'))).toEqual({
    type: 'application/json',
    schema: {
      type: 'object',
      properties: {
        // Another error may have nothing to say there.
        code: { type: ['string', 'null'] },
        fields: { type: 'array', items: { type: 'object', properties: { name: { type: 'string' } } } },
      },
      anyOf: [{ required: ['code'] }, { required: ['fields'] }],
    },
  });
});

it.each([
  ['- Errors look like `{"code": "no", "text": "no cup"}`. `code` stays as it is.'],
  ['Errors have a body like {"code": "no", "text": "no cup"}.'],
])('a sentence that shows one tells it, too: %s', (sentence) => {
  expect(found('cup', `# API\n\n${sentence}\n\n${operation('cup')}`)).toMatchObject({
    type: 'application/json',
    schema: { anyOf: [{ required: ['code'] }, { required: ['text'] }] },
  });
});

it('a sentence about something else that shows an object tells nothing of errors', () => {
  const sentence = 'Answers look like `{"cup": {}, "text": "a cup"}`.';
  expect(found('cup', `# API\n\n${sentence}\n\n${operation('cup')}`)).toBe('');
});

it('a sentence that names their media type tells that they are problems', () => {
  const page = `# API\n\nErrors are \`application/problem+json\`.\n\n${operation('cup')}`;
  expect(found('cup', page)).toMatchObject({
    type: 'application/problem+json',
    schema: { properties: { title: { type: 'string' }, status: { type: 'integer' } } },
  });
});

it('it is told for other pages as well, unless several tell it', () => {
  const plain = `# Cups\n\n${operation('cup')}`;
  const other = errors('```json\n{"error": {"text": "no"}}\n```') + operation('jug');
  expect(found('cup', errors(sample), plain)).toMatchObject({ type: 'application/json' });
  expect(found('cup', errors(sample), plain, other)).toBe('');
  expect(found('jug', errors(sample), plain, other)).toMatchObject({ schema: { required: ['error'] } });
});

it('what stands below the heading of an operation is its own', () => {
  const own = `# API\n\n${operation('cup')}\n### Errors\n\n${sample}\n\n${operation('jug')}`;
  expect(found('jug', own)).toBe('');
});
