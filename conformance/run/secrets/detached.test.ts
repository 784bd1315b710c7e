// What is kept of a long answer does not keep the answer: a thousand of them must fit into memory.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { detached } from './detached.js';

it('is the beginning of the text', () => {
  expect([detached('short', 10), detached('0123456789', 4)]).toEqual(['short', '0123']);
});

it('lets go of the rest', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const kept = Array.from({ length: 60 }, (_, i) =>
    detached(Buffer.alloc(1_000_000, 65 + (i % 26)).toString('latin1'), 100),
  );
  collect();
  const grown = process.memoryUsage().heapUsed - before;
  expect([kept.length, grown < 20_000_000]).toEqual([60, true]);
});
