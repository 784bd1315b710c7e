// Which fields of an answer may be null.
import { expect, test } from 'vitest';
import type { Case } from '../../plan/story.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { nullableOf, optionalIn } from './nullable-fields.js';

test('what a request may leave out may be null, inside an object too', () => {
  const api = loadText("{ openapi: 3.2.0, info: { title: Pots, version: '1' }, paths: {} }");
  const schema = {
    required: ['Name', 'Soil'],
    properties: { Name: {}, Colour: {}, Soil: { required: ['Kind'], properties: { Kind: {}, Note: {} } } },
  };
  expect(optionalIn(api, schema, 1)).toEqual(['Colour', 'Note']);
  expect(optionalIn(api, schema, 0)).toEqual(['Colour']);
});

test('an object that holds its like is looked into once', () => {
  const names = Array.from({ length: 60 }, (_, i) => `branch${i}`);
  const like = { $ref: '#/components/schemas/Tree' };
  const tree = { properties: Object.fromEntries(names.map((name) => [name, like])) };
  const api = loadText(
    JSON.stringify({
      openapi: '3.2.0',
      info: { title: 'Trees', version: '1' },
      paths: {},
      components: { schemas: { Tree: tree } },
    }),
  );
  expect(optionalIn(api, tree)).toHaveLength(120);
});

test('where only samples tell of an answer, what one of them has null for may be null, and the next page', () => {
  const shown = (example: object, inferred: object): object => ({
    responses: { 200: { description: 'ok', content: { 'application/json': { schema: {}, example } } } },
    'x-docproof': { pages: ['pots'], source: { file: 'pots.md', line: 1 }, ...inferred },
  });
  const paths = {
    '/pots': {
      get: {
        operationId: 'list',
        ...shown({ items: [{ name: 'a', glaze: 'blue' }] }, { inferred: ['responseSchema'] }),
      },
    },
    '/pots/first': { get: { operationId: 'first', ...shown({ name: 'a', glaze: null }, {}) } },
  };
  const spec = { openapi: '3.2.0', info: { title: 'Pots', version: '1' }, paths, 'x-docproof': { version: 1 } };
  const suite = suiteOf(loadText(JSON.stringify(spec)));
  const [list, first] = suite.model.operations.map((operation) =>
    nullableOf(suite, { operation } as Case, { located: [], referred: [] }),
  );
  expect([list?.has('glaze'), list?.has('next'), list?.has('name')]).toEqual([true, true, false]);
  expect(first?.has('glaze')).toBe(false);
});

test('what another operation shows of the thing may have no value here', () => {
  const content = { 'application/json': { schema: {}, example: { name: 'a', kiln: { heat: 900 } } } };
  const launch = (inferred: string[]): object => ({
    responses: { 200: { description: 'ok', content } },
    'x-docproof': { pages: ['pots'], source: { file: 'pots.md', line: 1 }, inferred },
  });
  const paths = {
    '/a': { post: launch(['responseSchema', 'responseSample']) },
    '/b': { post: launch(['responseSchema']) },
  };
  const spec = { openapi: '3.2.0', info: { title: 'Pots', version: '1' }, paths, 'x-docproof': { version: 1 } };
  const suite = suiteOf(loadText(JSON.stringify(spec)));
  const [borrowed, own] = suite.model.operations.map((operation) =>
    nullableOf(suite, { operation } as Case, { located: [], referred: [] }),
  );
  expect(['name', 'kiln', 'heat'].map((name) => borrowed?.has(name))).toEqual([true, true, true]);
  expect(own?.has('heat')).toBe(false);
});
