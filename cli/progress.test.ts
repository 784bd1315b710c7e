import { expect, test } from 'vitest';
import { createProgress } from './progress.js';
import { fakeIo } from './testing/fake-io.js';

test('a pipe sees no progress at all', () => {
  const io = fakeIo();
  const progress = createProgress(io);
  progress.update('reading', 1, 2);
  progress.end();
  expect(io.stderr).toBe('');
});

test('a terminal sees one line, at most ten times a second, and the last count always', () => {
  const io = fakeIo({ errIsTty: true });
  let time = 0;
  const progress = createProgress(io, () => time);
  progress.update('reading', 1, 3);
  time = 50;
  progress.update('reading', 2, 3);
  progress.update('reading', 3, 3);
  progress.end();
  expect(io.stderr).toBe('\r\x1b[2Kreading 1/3\r\x1b[2Kreading 3/3\r\x1b[2K');
});

test('a narrow terminal is not wrapped', () => {
  const io = fakeIo({ errIsTty: true, columns: 12 });
  createProgress(io).update('a label that is far too long');
  expect(io.stderr).toBe('\r\x1b[2Ka label tha');
});
