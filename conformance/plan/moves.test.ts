import { expect, it } from 'vitest';
import { movesIn } from './moves.js';

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
