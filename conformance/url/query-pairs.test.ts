import { describe, expect, it } from 'vitest';
import type { ApiParameter, JsonValue } from '../../spec/contract/api.js';
import { queryPairs } from './query-pairs.js';

const option = (more: Partial<ApiParameter> = {}): ApiParameter => ({
  name: 'tag',
  in: 'query',
  required: true,
  schema: {},
  ...more,
});

describe('query options', () => {
  const color = { R: 100, G: 'a b' };
  it.each<[string, Partial<ApiParameter>, JsonValue, string]>([
    ['a text', {}, 'a&b', 'tag=a%26b'],
    ['a list', {}, ['a', 'b'], 'tag=a&tag=b'],
    ['a list in one', { explode: false }, ['a', 'b'], 'tag=a,b'],
    ['a list with spaces', { style: 'spaceDelimited' }, ['a', 'b'], 'tag=a%20b'],
    ['a list with pipes', { style: 'pipeDelimited', explode: false }, ['a', 'b'], 'tag=a%7Cb'],
    ['an object', {}, color, 'R=100&G=a%20b'],
    ['an object in one', { explode: false }, color, 'tag=R,100,G,a%20b'],
    ['a deep object', { style: 'deepObject' }, color, 'tag%5BR%5D=100&tag%5BG%5D=a%20b'],
    ['JSON', { mediaType: 'application/json' }, { a: [1] }, 'tag=%7B%22a%22%3A%5B1%5D%7D'],
    ['an option of OData', { name: '$top' }, 5, '$top=5'],
  ])('writes %s', (_, more, value, written) => {
    expect(queryPairs(option(more), value).join('&')).toBe(written);
  });
});
