// Where the next page is.
import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { linkTo, nextLink } from './next-link.js';

const ASKED = 'http://a.test/notes?limit=1';
const NEXT = 'http://a.test/notes?limit=1&page=2';

it.each<[string, string, JsonValue, string | undefined]>([
  ['a header', '<http://a.test/notes?page=1>; rel="first", </notes?limit=1&page=2>; title="x"; rel="next"', [], NEXT],
  ['one of two relations, no quotes', '<?limit=1&page=2>; rel="last next"', [], NEXT],
  ['another relation', '</notes?page=1>; rel=prev', [], undefined],
  ['a header that is none', 'http://a.test/notes?page=2; rel="next"', [], undefined],
  ['a comma in an address', '</notes?limit=1,2>; rel=next', [], 'http://a.test/notes?limit=1,2'],
  ['the body', '', { items: [], links: { next: '/notes?limit=1&page=2' } }, NEXT],
  ['an object of the body', '', { _links: { next: { href: NEXT } } }, NEXT],
  ['no address', '', { next: 'tomorrow' }, undefined],
  ['another server', '<http://b.test/notes>; rel=next', [], undefined],
])('%s', (_, header, body, next) => {
  expect(nextLink(ASKED, { headers: [['Link', header]] }, body)).toBe(next);
});

it('tells where the other pages are', () => {
  const headers: [string, string][] = [['Link', '</notes?page=1>; rel="first", </notes?page=2>; rel=previous']];
  const body = { links: { last: '/notes?page=9' } };
  expect(
    (['first', 'prev', 'next', 'last'] as const).map((relation) => linkTo(relation, ASKED, { headers }, body)),
  ).toEqual(['http://a.test/notes?page=1', 'http://a.test/notes?page=2', undefined, 'http://a.test/notes?page=9']);
});
