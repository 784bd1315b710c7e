import { describe, expect, it } from 'vitest';
import type { TreeRow } from '../extract/page.js';
import { placedBySample } from './unplaced-objects.js';

const row = (parent: string, name: string, type = 'string') =>
  ({ parent, name, type, effective: '', notes: '', overview: '' }) as TreeRow;
const named = (rows: TreeRow[]) => ({ title: rows.map((one) => one.name).join(' ') });
const sample = { d: { results: [{ about: { kind: 'Kite' }, Name: 'kite1', Kind: 'x' }] } };

describe('objects that no row refers to', () => {
  it('stand where the sample has their names, each somewhere else', () => {
    const rows = [row('{2}', 'Name'), row('{2}', 'Kind'), row('{3}', 'Kind')];
    const item = (schema: object) => ({
      type: 'object',
      properties: { d: { type: 'object', properties: { results: { type: 'array', items: schema } } } },
    });
    expect(placedBySample(rows, sample, named)).toEqual([
      item({ title: 'Name Kind' }),
      item({ type: 'object', properties: { about: { title: 'Kind' } } }),
    ]);
  });

  it.each([
    ['a sample has none of their names', [row('{2}', 'Colour')], sample],
    ['there is no sample', [row('{2}', 'Name')], undefined],
    ['the body itself is told', [row('root', 'd', 'object {2}'), row('{2}', 'Name')], sample],
  ])('are left as they are where %s', (_, rows, shown) => {
    expect(placedBySample(rows, shown, named)).toBeUndefined();
  });
});
