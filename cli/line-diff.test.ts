// Line diffs: hunks as `diff -u` writes them, and a property: what the diff says turns the one text into the other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineDiff } from './line-diff.js';

test.each([
  ['a\nb\nc\n', 'a\nB\nc\n', '--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n'],
  [undefined, 'x\n', '--- /dev/null\n+++ b/f\n@@ -0,0 +1,1 @@\n+x\n'],
  ['x\n', undefined, '--- a/f\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n'],
  ['same\n', 'same\n', ''],
])('%j to %j', (before, after, want) => {
  expect(lineDiff('f', before, after)).toBe(want);
});

test('applied to the one text it gives the other', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
  fc.assert(
    fc.property(lines, lines, (a, b) => {
      const text = (all: string[]): string => all.map((line) => `${line}\n`).join('');
      const out: string[] = [];
      let at = 0;
      for (const line of lineDiff('f', text(a), text(b)).split('\n').slice(2)) {
        const hunk = /^@@ -(\d+),(\d+)/.exec(line);
        if (hunk) {
          const start = Number(hunk[1]) - (Number(hunk[2]) > 0 ? 1 : 0);
          out.push(...a.slice(at, start));
          at = start;
        } else if (line.startsWith('+')) out.push(line.slice(1));
        else if (line.startsWith('-')) expect(a[at++]).toBe(line.slice(1));
        else if (line.startsWith(' ')) out.push(a[at++] ?? '');
      }
      out.push(...a.slice(at));
      expect(out).toEqual(b);
    }),
    { numRuns: 500 },
  );
});
