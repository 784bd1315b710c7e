// Copies of a body with one place changed.
import { expect, test } from 'vitest';
import { withoutAt, withValueAt } from './value-at.js';

const body = JSON.parse('{"a":1,"__proto__":{"x":1},"b":[{"c":2},3]}');

test.each([
  [withValueAt(body, ['a'], null), '{"a":null,"__proto__":{"x":1},"b":[{"c":2},3]}'],
  [withValueAt(body, ['__proto__', 'x'], 2), '{"a":1,"__proto__":{"x":2},"b":[{"c":2},3]}'],
  [withValueAt(body, ['b', 0, 'd'], 4), '{"a":1,"__proto__":{"x":1},"b":[{"c":2,"d":4},3]}'],
  [withValueAt({}, ['toString'], 1), '{"toString":1}'],
  [withoutAt(body, ['a']), '{"__proto__":{"x":1},"b":[{"c":2},3]}'],
  [withoutAt(body, ['b', 0, 'c']), '{"a":1,"__proto__":{"x":1},"b":[{},3]}'],
])('%j', (changed, wanted) => {
  expect(JSON.stringify(changed)).toBe(wanted);
});
