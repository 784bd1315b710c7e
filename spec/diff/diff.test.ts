// What `diff` takes for no change, and where it shows one.
import { describe, expect, it } from 'vitest';
import type { Api } from '../contract/api.js';
import { diffApis } from './diff.js';
import { diffText } from './print/text.js';
import { answer, body, contract, field, load, query, S } from './testing/contract.js';
import { PLAIN } from './testing/plain-colours.js';

describe('what is no change', () => {
  it.each([
    [
      'another name of a path variable',
      contract({}),
      load({
        openapi: '3.1.0',
        info: {},
        paths: {
          '/things/{key}': {
            put: {
              operationId: 'updateThing',
              parameters: [{ name: 'key', in: 'path', required: true, schema: S }],
              responses: { '200': { description: 'ok' } },
            },
          },
        },
      }),
    ],
    [
      'a schema that became a component',
      contract(answer(field(S))),
      contract(answer({ $ref: '#/components/schemas/T' }), { components: { schemas: { T: field(S) } } }),
    ],
    ['allOf of what was one', contract(answer(field(S))), contract(answer({ allOf: [field(S), {}] }))],
    [
      'a limit that is not reached, as 3.0 and as 3.1 write it',
      contract(body(field({ maximum: 9, exclusiveMaximum: true }))),
      contract(body(field({ exclusiveMaximum: 9 }))),
    ],
    ['other words', contract({ description: 'a' }), contract({ description: 'b', summary: 'c' })],
  ])('%s', (_, before, after) => {
    expect(diffApis(before, after)).toEqual([]);
  });

  it('ends on schemas that hold themselves', () => {
    const node = (max: number): Api =>
      contract(answer({ $ref: '#/components/schemas/N' }), {
        components: {
          schemas: {
            N: { type: 'object', properties: { v: { maximum: max }, next: { $ref: '#/components/schemas/N' } } },
          },
        },
      });
    expect(diffApis(node(1), node(2)).map((c) => c.message)).toEqual(['200 /v: the greatest value was 1 and is 2']);
  });
});

describe('where a change is shown', () => {
  const before = contract({
    ...query({ ...S, maxLength: 9 }),
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
  });
  const after = contract({
    ...query({ ...S, maxLength: 8 }),
    'x-docproof': { pages: ['thing'], source: { file: 'thing.md', line: 3 } },
  });
  const gone = contract({ parameters: [] });

  it.each([
    ['| top | text |', 7],
    ['top|text|', 7],
    ['|`top`|text|', 7],
    ['|stop|top|', 3],
    ['top of the page', 3],
  ])('the row %j', (row, line) => {
    const text = ['# Thing', '', 'PUT', '', '|Name|What|', '|:--|:--|', row].join('\n');
    const [change] = diffApis(before, after, () => text);
    expect(change?.places[0]?.source).toEqual({ file: 'thing.md', line, side: 'new' });
  });

  it('is the old document for what is gone', () => {
    const [change] = diffApis(before, gone, (side) => (side === 'old' ? '# Thing\n|top|x|' : '# Thing'));
    expect(change?.places[0]?.source).toEqual({ file: 'thing.md', line: 2, side: 'old' });
  });

  it('joins the same change of several operations', () => {
    const two = (max: number): Api =>
      load({
        openapi: '3.1.0',
        info: {},
        paths: Object.fromEntries(
          ['a', 'b', 'c', 'd', 'e'].map((id) => [`/${id}`, { get: { operationId: id, ...query({ maximum: max }) } }]),
        ),
      });
    const changes = diffApis(two(2), two(1));
    expect(changes.map((c) => c.places.map((p) => p.operation))).toEqual([['a', 'b', 'c', 'd', 'e']]);
    expect(diffText({ old: 'a', new: 'b', changes }, PLAIN)).toContain('and 2 more operations');
  });
});
