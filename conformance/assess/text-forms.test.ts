import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { formFindings } from './text-forms.js';

const spec = (description: string, status = '400'): string => `
openapi: 3.2.0
info: { title: Kilns, version: '1' }
paths:
  /kilns:
    get:
      operationId: listKilns
      responses:
        '${status}':
          description: ''
          content: { application/json: { schema: { properties: { reason: { description: ${JSON.stringify(description)} } } } } }
`;

it.each([
  ['[{Code}] - {Text}\nWhat went wrong', '[K-7] - It is too hot.', true],
  ['[{Code}] - {Text}', 'K-7 - It is too hot.', false],
  ['[{Code}] - {Text}', '[K-7] - ', false],
  ['[{Code}] - {Text}', '[] - It is too hot.', false],
  ['{コード}: {内容}', 'K-7: 熱すぎる', true],
  ['Says {what} is wrong, and {why}', 'K-7', undefined],
  ['{what}', 'K-7', undefined],
  ['What went wrong', 'K-7', undefined],
])('%j and %j', (description, reason, ok) => {
  const api = loadText(spec(description));
  const [op] = api.operations;
  if (!op) throw new Error('the spec has no kilns');
  expect(formFindings({ op, api }, 400, { reason })[0]?.ok).toBe(ok);
  expect(formFindings({ op, api }, 401, { reason })).toEqual([]);
});

it('what is said of all failures is said of each', () => {
  const api = loadText(spec('[{Code}] - {Text}', 'default'));
  const [op] = api.operations;
  if (!op) throw new Error('the spec has no kilns');
  expect(formFindings({ op, api }, 400, { reason: 'K-7' })).toMatchObject([{ property: 'reason', ok: false }]);
});
