// References that TypeScript could not compile say nothing; all others stay.
import { describe, expect, it } from 'vitest';
import { withoutEagerCycles } from './eager-cycles.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe('cycles of schemas', () => {
  it.each([
    [
      'a member may refer to what it stands in',
      { A: { properties: { a: ref('A'), b: { items: ref('A') } } } },
      undefined,
    ],
    ['a map may, too', { A: { type: 'object', additionalProperties: ref('A') } }, undefined],
    [
      'an array of a choice may not',
      { A: { anyOf: [{ type: 'string' }, { type: 'array', items: ref('A') }] } },
      { A: { anyOf: [{ type: 'string' }, { type: 'array', items: {} }] } },
    ],
    [
      'nor may one around the corner',
      { A: { oneOf: [ref('B'), ref('C')] }, B: { allOf: [ref('A')] }, C: ref('A') },
      { A: { oneOf: [{}, {}] }, B: { allOf: [{}] }, C: {} },
    ],
    ['one that only refers to itself', { A: ref('A') }, { A: {} }],
    ['one that refers to nothing', { A: ref('Z') }, undefined],
  ])('%s', (_, schemas, wanted) => {
    expect(withoutEagerCycles(schemas)).toEqual(wanted ?? schemas);
  });

  it('finds its way through many schemas in a row', () => {
    const row = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`S${i}`, { allOf: [ref(`S${i + 1}`)] }]));
    expect(withoutEagerCycles({ ...row, S300: ref('S0') })['S7']).toEqual({ allOf: [{}] });
  });
});
