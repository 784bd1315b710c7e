import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decoded } from './content-coding.js';

const text = Buffer.from('{"a":1}');

test.each([
  ['none', undefined, [text]],
  ['in pieces', undefined, [text.subarray(0, 3), text.subarray(3)]],
  ['gzip', 'gzip', [gzipSync(text)]],
  ['deflate', 'Deflate', [deflateSync(text)]],
  ['brotli', 'br', [brotliCompressSync(text)]],
  ['two, in their order', 'gzip, br', [brotliCompressSync(gzipSync(text))]],
  ['one that is not known', 'zebra', [text]],
  ['identity', 'identity', [text]],
])('%s', (_what, coding, chunks) => {
  expect(decoded(chunks, coding, 100)?.toString()).toBe('{"a":1}');
});

test('what is not of its coding, and what would grow beyond the bound, is refused', () => {
  expect(decoded([text], 'gzip', 100)).toBeUndefined();
  expect(decoded([gzipSync(Buffer.alloc(100_000))], 'gzip', 1000)).toBeUndefined();
  expect(decoded([], 'gzip', 100)).toEqual(Buffer.alloc(0));
});
