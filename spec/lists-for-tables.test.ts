// What a page lists where others have tables.
import { describe, expect, it } from 'vitest';
import { operation } from './testing/operation.js';

describe('lists where other pages have tables', () => {
  it('describe headers', () => {
    const read = operation({
      'Request Header': '* If-Match: version that is meant\n* Note well: nothing',
      'Response Header': '* ETag : version of the label\n* X-Label-Key: key',
    });
    expect(read('parameters')).toEqual([{ $ref: '#/components/parameters/If-Match' }]);
    expect(Object.keys(read('responses', '204', 'headers') as object)).toEqual(['ETag', 'X-Label-Key']);
  });

  it.each([
    ['200: found\n\n304: not changed', ['200', '304']],
    ['* Success: 200 OK\n* Not changed: 304', ['200', '304']],
    ['200（承諾）、202（辞退）', ['200', '202']],
    ['成功時：200', ['200']],
  ])('tell statuses: %s', (text, codes) =>
    expect(Object.keys(operation({ 'Response Code': text })('responses') as object)).toEqual(codes),
  );
});
