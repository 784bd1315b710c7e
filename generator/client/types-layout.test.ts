// The layout of types: what client.test.ts does not see, because its contracts are small.
import { expect, test } from 'vitest';
import { typesLayout } from './types-layout.js';

test('lays out a block of any number of lines', () => {
  const text = `export interface A {\n${'    a: "b";\n'.repeat(150_000)}}\n`;
  expect(typesLayout(text)).toBe(`export interface A {\n${"  a: 'b';\n".repeat(150_000)}}\n`);
});
