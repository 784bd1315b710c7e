// What pages say of their place among all.
import { expect, it } from 'vitest';
import { misplaced } from './page-counts.js';

const page = (more: object) => ({ items: [{ first: false, pages: 12 }], ...more });

it.each<[string, object[], string | undefined]>([
  [
    'what is so',
    [page({ totalPages: 2, first: true, last: false }), page({ totalPages: 2, first: false, last: true })],
    undefined,
  ],
  ['one page too many', [page({ pages: 3 })], '3'],
  ['one too few, inside', [page({ meta: { last_page: 1 } })], '1'],
  ['no last page', [page({ last: false }), page({ last: false })], 'false'],
  ['two first ones', [page({ is_first: true }), page({ is_first: true })], 'true'],
  ['links by such names', [page({ first: '/items?page=1', last: '/items?page=9' })], undefined],
])('%s', (_, pages, actual) => {
  expect(misplaced(pages as never, 3, 2)?.actual).toBe(actual);
});

it('a full page that counts nothing may not know that it is the last', () => {
  const pages = [page({ last: false }), page({ last: false })];
  expect(misplaced(pages as never, 4, 2)).toBeUndefined();
  expect(misplaced([page({ total: 4, last: false }), page({ total: 4, last: false })] as never, 4, 2)).toBeDefined();
});
