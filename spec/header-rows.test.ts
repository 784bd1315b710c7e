// Which answers a row of a table of headers is about.
import { describe, expect, it } from 'vitest';
import { operation, table } from './testing/operation.js';

describe('headers of answers', () => {
  const codes = table('|Code|Message|Overview|', '|204|No Content|done|', '|423|Locked|locked|');
  const headers = (notes: string): string =>
    table('|Header Name|Overview|Notes|', `|X-Reason|why|${notes}|`, '|ETag|version||');
  const withHeader = (notes: string): (string | undefined)[] => {
    const read = operation({ 'Response Code': codes, 'Response Header': headers(notes) });
    return ['204', '423'].map((status) => Object.keys((read('responses', status, 'headers') ?? {}) as object).join());
  };

  it.each([
    ['', ['X-Reason,ETag', '']],
    ['Returned only when it fails', ['ETag', 'X-Reason']],
    ['失敗した場合のみ返却する', ['ETag', 'X-Reason']],
    ['Only with 423', ['ETag', 'X-Reason']],
    ['With 423, too', ['X-Reason,ETag', 'X-Reason']],
  ])('%s', (notes, want) => expect(withHeader(notes)).toEqual(want));
});

describe('headers that share a cell', () => {
  it.each([
    ['Content-Length<br>ETag', 'Content-Length,ETag'],
    ['Location ETag', 'Location,ETag'],
    ['X-Page / X-Page-Size', 'X-Page,X-Page-Size'],
  ])('%s', (cell, want) => {
    const read = operation({
      'Response Code': '204',
      'Response Header': table('|Header Name|Overview|', `|${cell}|told|`),
    });
    expect(Object.keys((read('responses', '204', 'headers') ?? {}) as object).join()).toBe(want);
  });
});

it('takes no row for a header whose name can be none', () => {
  const rows = table('|Header Name|Overview|', '|ETag|version|', '|を指定する|text|', '|)|text|');
  const read = operation({ 'Response Code': '204', 'Response Header': rows });
  expect(Object.keys((read('responses', '204', 'headers') ?? {}) as object)).toEqual(['ETag']);
});
