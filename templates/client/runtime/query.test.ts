// Every style that a query parameter may have, and names that objects have already.
import { describe, expect, it } from 'vitest';
import { type QueryStyle, queryText } from './query.js';

describe('query parameters', () => {
  it.each<[object | undefined, Record<string, QueryStyle>, string]>([
    [undefined, {}, ''],
    [{ a: undefined }, {}, ''],
    [{ $top: 1, tag: ['a', 'b c'] }, {}, '?$top=1&tag=a&tag=b%20c'],
    [{ a: ['x,y', 'z'] }, { a: 'comma' }, '?a=x%2Cy,z'],
    [{ a: [1, 2] }, { a: 'space' }, '?a=1%202'],
    [{ a: [1, 2] }, { a: 'pipe' }, '?a=1%7C2'],
    [{ a: { x: 1, y: 'b' } }, { a: 'comma' }, '?a=x,1,y,b'],
    [{ a: { x: 1, y: undefined, 'z&': ['p', 'q'] } }, { a: 'spread' }, '?x=1&z%26=p&z%26=q'],
    [
      { f: { name: 'é', in: { x: [1, 2] } } },
      { f: 'deepObject' },
      '?f%5Bname%5D=%C3%A9&f%5Bin%5D%5Bx%5D=1&f%5Bin%5D%5Bx%5D=2',
    ],
    [{ j: [{ a: 1 }] }, { j: 'json' }, '?j=%5B%7B%22a%22%3A1%7D%5D'],
    [{ constructor: { a: 1 } }, {}, '?constructor=%7B%22a%22%3A1%7D'],
  ])('%j in the styles %j', (query, styles, wanted) => {
    expect(queryText(query, styles)).toBe(wanted);
  });
});
