import { describe, expect, it } from 'vitest';
import { firstLost } from './shown-properties.js';

const SHOWN = new Set(['lines', 'sku', 'count', 'address', 'city', 'labels', 'labels/*']);
const lost = (sent: Record<string, unknown>, shown: Record<string, never>) => firstLost(sent, shown, SHOWN)?.property;
const answer = (value: unknown) => value as Record<string, never>;

describe('what was sent and is not shown', () => {
  it('is found inside an object and in a map of any names', () => {
    expect(lost({ address: { city: 'Ulm' } }, answer({ address: {} }))).toBe('address.city');
    expect(lost({ labels: { team: 'red' } }, answer({ labels: {} }))).toBe('labels.team');
  });

  it('is found in a member of a list', () => {
    const lines = [
      { sku: 'a', count: 1 },
      { sku: 'b', count: 2 },
    ];
    expect(lost({ lines }, answer({ lines: [{ sku: 'a', count: 1 }, { sku: 'b' }] }))).toBe('lines.count');
  });

  it('is not missed where another member of the list has it', () => {
    const lines = [{ sku: 'a', count: 1 }];
    expect(lost({ lines }, answer({ lines: [{ sku: 'a' }, { sku: 'a', count: 1 }] }))).toBeUndefined();
  });

  it('may be absent where the documents do not show it, or it has no value', () => {
    expect(lost({ secret: 'x', lines: [], address: null }, answer({}))).toBeUndefined();
    expect(lost({ lines: [{ secret: 'x' }] }, answer({ lines: [{}] }))).toBeUndefined();
  });
});
