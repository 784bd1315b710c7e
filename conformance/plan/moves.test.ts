import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { modelOf } from './model.js';
import { movesIn, movesOf } from './moves.js';

const STATES = new Set(['new', 'paid', 'sent', 'lost', 'in_work', 'on-hold']);

it.each<[text: string, moves: string]>([
  ['`new` → `paid` → `sent`', 'new>paid paid>sent'],
  ['new -> paid, paid -> sent', 'new>paid paid>sent'],
  ['`new` → `paid` or `lost`', 'new>paid new>lost'],
  ['`new` → `paid`, `lost`; `paid` → `sent`', 'new>paid new>lost paid>sent'],
  ['`new` and `paid` → `lost`', 'new>lost paid>lost'],
  ['new => in_work | on-hold', 'new>in_work new>on-hold'],
  ['It goes from `new` to `paid` and from `paid` to `sent`.', 'new>paid paid>sent'],
  ['`new` から `paid`、`paid` から `sent` または `lost` へ', 'new>paid paid>sent paid>lost'],
  ['Von `new` nach `paid`.', 'new>paid'],
  ['De `new` à `paid` ou `lost`.', 'new>paid new>lost'],
  ['`new` → nothing, `paid` → `sent`', 'paid>sent'],
  ['One of new, paid and sent.', ''],
  ['`new` → `new`', ''],
])('%s', (text, moves) => {
  expect(
    movesIn(text, STATES)
      .map((one) => one.join('>'))
      .join(' '),
  ).toBe(moves);
});

it('reads a long text in time that grows with it', () => {
  const text = '`new` → `paid`, '.repeat(20_000);
  const start = performance.now();
  expect(movesIn(text, STATES).length).toBe(20_000);
  expect(performance.now() - start).toBeLessThan(5000);
});

function told(description: string) {
  const schema = { properties: { state: { enum: ['new', 'paid', 'sent'] } } };
  const patch = {
    description,
    requestBody: { content: { 'application/json': { schema } } },
    responses: { '200': { description: '' } },
  };
  const spec = { openapi: '3.1.0', info: { title: 'a', version: '1' }, paths: { '/sales/{id}': { patch } } };
  const [operation] = modelOf(loadText(JSON.stringify(spec))).operations;
  const { moves = new Map(), closed } = (operation && movesOf(operation)) ?? {};
  return [[...moves.keys()].join(' '), closed];
}

it.each<[description: string, from: string, closed: string | undefined]>([
  ['`new` → `paid`. Anything else gives 409.', 'new', 'Anything else gives 409.'],
  ['`new` → `paid`, otherwise 409.', 'new', '`new` → `paid`, otherwise 409.'],
  ['Other changes are answered with 409. It goes `new` → `paid`.', 'new', 'Other changes are answered with 409.'],
  ['Allowed are `new` → `paid` → `sent`.', 'new paid', 'Allowed are `new` → `paid` → `sent`.'],
  ['`new` → `paid` → `sent`.', 'new paid', undefined],
  ['Needs If-Match, otherwise the answer is 428. Then `new` → `paid`.', 'new', undefined],
  ['Other changes are kept. `new` → `paid`.', 'new', undefined],
  ['It is possible to change it: `new` → `paid`.', 'new', undefined],
  ['`new` → `paid`. Once all is there, `paid` → `sent`. Anything else gives 409.', 'new', undefined],
  ['`paid` → `sent` only for admins.', '', undefined],
])('says whether there are others: %s', (description, from, closed) => {
  expect(told(description)).toEqual([from, closed]);
});
