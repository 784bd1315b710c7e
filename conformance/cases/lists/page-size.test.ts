// How long pages are, by schemas and by sentences.
import { expect, it } from 'vitest';
import { modelOf } from '../../plan/model.js';
import type { Operation } from '../../plan/resources.js';
import { loadText } from '../../testing/certify-fake.js';
import { pageSizeOf } from './page-size.js';

it.each([
  [{ name: 'per_page', schema: { type: 'integer', default: 25, maximum: 100 } }, '', { standard: 25, most: 100 }],
  [{ name: 'limit', description: '20 by default, 100 at most' }, '', { standard: 20, most: 100 }],
  [{ name: 'limit' }, 'They return up to `limit` elements (default 50, maximum 200).', { standard: 50, most: 200 }],
  [{ name: 'page_size' }, 'In pages of 30. Use `page_size` (1–100) to page.', { standard: 30, most: 100 }],
  [{ name: 'limit' }, 'The 20 by default are not of this.', {}],
  [{ name: 'colour' }, '', undefined],
])('%j, %s', (option, description, size) => {
  const parameters = [{ in: 'query', schema: {}, ...option }];
  const get = { description, parameters, responses: { '200': { description: '' } } };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/boats': { get } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  expect(pageSizeOf(operation as Operation)).toEqual(size ? { option: option.name, ...size } : {});
});
