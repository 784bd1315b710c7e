// Which fields updates set one after the other.
import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

function stepsOf(field: object): string[] {
  const properties = { text: { type: 'string', maxLength: 40 }, mark: field };
  const content = { 'application/json': { schema: { type: 'object', required: ['text'], properties } } };
  const shown = { 'application/json': { schema: { properties: { id: { type: 'integer' }, ...properties } } } };
  const body = { required: true, content };
  const paths = {
    '/tags': {
      post: { operationId: 'addTag', requestBody: body, responses: { 201: { description: '', content: shown } } },
    },
    '/tags/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      get: { operationId: 'getTag', responses: { 200: { description: '', content: shown } } },
      put: {
        operationId: 'putTag',
        description: 'Replaces the tag.',
        requestBody: body,
        responses: { 200: { description: '', content: shown } },
      },
      delete: { operationId: 'dropTag', responses: { 204: { description: '' } } },
    },
  };
  const suite = suiteOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths })));
  const cases = casesOf(suite, { pasted: false }).flatMap((group) => group.cases);
  const steps = cases.filter(({ id }) => id.startsWith('story/putTag-stepwise/'));
  return steps.map(({ id, request }) => `${id.split('/').at(-1)} ${JSON.parse(request.body ?? '{}').mark}`);
}

it.each([
  ['a pattern', { type: 'string', pattern: '^#[0]{3}$' }, '#000'],
  ['a format', { type: 'string', format: 'date' }, '2024-01-01'],
])('a text with %s is set, and left out again', (_, field, value) => {
  const [create, set, leave] = stepsOf(field);
  expect([create, leave]).toEqual(['create undefined', 'leave-out undefined']);
  expect(set?.slice(0, 'set-mark '.length)).toBe('set-mark ');
  expect(set).toHaveLength(`set-mark ${value}`.length);
});

it.each([
  ['of a form that nobody tells', { type: 'string' }],
  ['that is a number', { type: 'string', format: 'decimal', pattern: '^-?\\d{0,3}$' }],
  ['whose pattern lets it be one', { type: 'string', pattern: '^\\d{3}$' }],
])('a text %s is not made up', (_, field) => {
  expect(stepsOf(field)).toEqual([]);
});
