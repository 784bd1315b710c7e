import { expect, it } from 'vitest';
import type { JsonValue } from '../../spec/contract/api.js';
import { mayHide } from './life.js';

it.each<[JsonValue, JsonValue, boolean]>([
  [{ name: 'a' }, { name: 'b' }, false],
  [{ archived: false }, { archived: true }, true],
  [{ archived: true }, { name: 'b', archived: true }, false],
  [{ order: { status: 'open' } }, { order: { status: 'closed' } }, true],
  [{ order: { status: 'open' } }, { order: { status: 'open', size: 2 } }, false],
  [{}, { active: false }, true],
])('%j changed by %j may leave a list: %s', (before, after, hidden) => expect(mayHide(before, after)).toBe(hidden));
