// What is kept between changes, and what is not.
import { expect, it } from 'vitest';
import { Memory } from './memory.js';

function memoryOf(start: number | undefined) {
  const state = { version: start, reads: 0 };
  const memory = new Memory<{ read: number }>({ version: () => state.version });
  return { state, memory, read: async () => ({ read: ++state.reads }) };
}

it('reads once between two changes', async () => {
  const { state, memory, read } = memoryOf(0);
  expect([await memory.of('a', read), await memory.of('a', read)]).toEqual([{ read: 1 }, { read: 1 }]);
  expect(await memory.of('b', read)).toEqual({ read: 2 });
  state.version = 1;
  expect([await memory.of('a', read), await memory.of('a', read)]).toEqual([{ read: 3 }, { read: 3 }]);
});

it('does not keep what was read while something changed', async () => {
  const { state, memory, read } = memoryOf(0);
  const changing = async () => {
    state.version = 1;
    return read();
  };
  await memory.of('a', changing);
  expect(await memory.of('a', read)).toEqual({ read: 2 });
});

it('keeps nothing where others change the database', async () => {
  const { memory, read } = memoryOf(undefined);
  await memory.of('a', read);
  expect(await memory.of('a', read)).toEqual({ read: 2 });
});

it('forgets what failed, and all of it when it is full', async () => {
  const { memory, read, state } = memoryOf(0);
  await expect(memory.of('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await memory.of('a', read)).toEqual({ read: 1 });
  for (let n = 0; n < 1000; n++) await memory.of(`k${n}`, read);
  const before = state.reads;
  expect(await memory.of('a', read)).toEqual({ read: before + 1 });
});
