// Mends of commands: what is meant stays, and a shell then sends just that.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.js';
import type { CurlFix } from './problem.js';
import { type CurlReading, readCurlFence } from './read-curl.js';

function applied(text: string, fixes: readonly CurlFix[]): string {
  let out = text;
  let last = text.length + 1;
  for (const fix of [...fixes].sort((a, b) => b.offset - a.offset)) {
    if (fix.offset + fix.length > last) continue;
    out = out.slice(0, fix.offset) + fix.text + out.slice(fix.offset + fix.length);
    last = fix.offset;
  }
  return out;
}

/** The text after round upon round of mends, one problem at a time. */
function mended(text: string): { text: string; readings: CurlReading[] } {
  let current = text;
  for (let round = 0; round < 40; round++) {
    const readings = readCurlFence(current);
    const problem = readings.flatMap((r) => r.problems).find((p) => p.fixes && p.fixes.length > 0);
    if (!problem?.fixes) return { text: current, readings };
    current = applied(current, problem.fixes);
  }
  throw new Error(`mending does not end: ${current}`);
}

function expectMended(text: string, name: string): void {
  const before = readCurlFence(text);
  if (!before.some((r) => r.problems.some((p) => p.fixes))) return;
  const { readings } = mended(text);
  expect(
    readings.map((r) => r.meant),
    name,
  ).toEqual(before.map((r) => r.meant));
  for (const [i, reading] of readings.entries()) {
    const whole = before[i]?.problems.every((p) => p.fixes && p.fixes.length > 0);
    if (whole) expect([reading.pasted, reading.problems], name).toEqual([undefined, []]);
  }
}

const FIXTURES = join(import.meta.dirname, 'fixtures');

describe('mends keep what is meant', () => {
  it.each(readdirSync(FIXTURES).filter((f) => f.endsWith('.txt')))('in %s', (file) => {
    expectMended(readFileSync(join(FIXTURES, file), 'utf8'), file);
  });

  it.each([
    [`curl "https://a.example/$links"`, `curl "https://a.example/\\$links"`],
    [`curl "https://a.example -X PUT"`, `curl "https://a.example" -X PUT`],
    [`curl https://a.example -d '{"a":"b('c')"}'`, `curl https://a.example -d '{"a":"b('\\''c'\\'')"}'`],
    [`curl https://a.example -d '{"a":\\\n1}'`, `curl https://a.example -d '{"a":'\\\n'1}'`],
    [`curl https://a.example -X GET\\\n-i`, `curl https://a.example -X GET \\\n-i`],
    [`curl\nhttps://a.example`, `curl \\\nhttps://a.example`],
    [`curl https://a.example/\\_x`, `curl https://a.example/\\_x`],
  ])('%s', (before, after) => expect(mended(before).text).toBe(after));

  const corpus = join(packageRoot(), '../shared/corpus');
  it.runIf(existsSync(corpus))('in the documents at hand', () => {
    for (const folder of ['personium/en', 'personium/ja', 'seeds'])
      for (const file of readdirSync(join(corpus, folder))) {
        const text = readFileSync(join(corpus, folder, file), 'utf8');
        if (text.includes('curl')) expectMended(text.replace(/^```.*$/gm, ''), file);
      }
  });
});
