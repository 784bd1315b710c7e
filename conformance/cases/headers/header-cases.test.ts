import { expect, it } from 'vitest';
import { casesOf, suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';

/** Cases about headers, with what they send and what they expect. */
function aboutHeaders(refusal: string): Record<string, [sent: string | undefined, statuses: string[]]> {
  const header = (name: string): object => ({
    name,
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 3, maxLength: 8, pattern: '^[a-z]+$', example: 'batch' },
    example: 'batch',
  });
  const note = { type: 'object', required: ['text'], properties: { text: { type: 'string', example: 'a' } } };
  const post = {
    operationId: 'createNote',
    parameters: ['X-Batch', 'Accept-Language', 'If-None-Match'].map(header),
    requestBody: { required: true, content: { 'application/json': { schema: note } } },
    responses: { 201: { description: 'made' }, [refusal]: { description: 'refused' } },
  };
  const text = JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Notes', version: '1' },
    paths: { '/notes': { post } },
  });
  const cases = casesOf(suiteOf(loadText(text)), { pasted: false }).flatMap((group) => group.cases);
  return Object.fromEntries(
    cases
      .filter((one) => /\/(?:X-Batch|Accept-Language|If-None-Match)$/.test(one.id))
      .map((one) => [one.id, [one.request.headers['X-Batch'], one.expect.statuses]]),
  );
}

it('a header with limits is sent just inside and just outside of them', () => {
  expect(aboutHeaders('400')).toEqual({
    'derived/createNote/limit-below/X-Batch': ['ba', ['4XX']],
    'derived/createNote/limit-above/X-Batch': ['batchhhhh', ['4XX']],
    'derived/createNote/character/X-Batch': ['batc bat', ['4XX']],
    'derived/createNote/limit-inside/X-Batch': ['batchhhh', ['201']],
    'derived/createNote/limit-least/X-Batch': ['bat', ['201']],
  });
});

it('nothing is expected where no refusal is documented', () => {
  expect(aboutHeaders('404')).toEqual({});
});
