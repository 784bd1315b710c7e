// Values just inside what a schema allows.
import { expect, it } from 'vitest';
import type { Schema } from '../../../spec/contract/api.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { rightValues } from './right-values.js';
import type { RightValue } from './texts.js';

/** @param shown the property in the answer to the create */
function valuesOf(name: string, schema: Schema, sample?: never, shown: Schema = schema): [string, unknown][] {
  return made(name, schema, sample, shown).map(({ what, value }) => [what, value]);
}

function made(name: string, schema: Schema, sample?: never, shown: Schema = schema): RightValue[] {
  const content = (property: Schema): unknown => ({
    content: { 'application/json': { schema: { type: 'object', properties: { [name]: property } } } },
  });
  const spec = {
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {
      '/things': {
        post: {
          operationId: 'create',
          requestBody: content(schema),
          responses: { 201: { description: 'made', ...(content(shown) as object) } },
        },
      },
    },
  };
  const [operation] = suiteOf(loadText(JSON.stringify(spec))).model.operations;
  if (!operation) throw new Error('no operation');
  return rightValues(operation, name, schema, sample, false);
}

const text = { type: 'string', enum: ['draft', 'placed'] };

it.each<[string, Schema, [string, unknown][]]>([
  [
    'news',
    { type: 'boolean' },
    [
      ['in-list/news/false', false],
      ['with/news', true],
    ],
  ],
  ['acceptTerms', { type: 'boolean' }, [['with/acceptTerms', true]]],
  [
    'size',
    { type: ['integer', 'null'] },
    [
      ['as-null/size', null],
      ['with/size', 1],
    ],
  ],
  ['size', { type: ['integer', 'null'], default: 3 }, [['with/size', 3]]],
  ['status', text, []],
  ['itemIds', { type: 'array', items: { type: 'integer' } }, []],
])('%s %j', (name, schema, want) => expect(valuesOf(name, schema)).toEqual(want));

it('a list has as many members as it may, each another', () => {
  const [[what, list] = []] = valuesOf('tags', { type: 'array', maxItems: 5, items: { type: 'string' } });
  expect(what).toBe('most/tags');
  expect(new Set(list as string[]).size).toBe(5);
  const few = { type: 'array', items: { type: 'string', enum: ['a', 'b', 'c'] }, maxItems: 9 };
  expect(valuesOf('tags', few)[0]).toEqual(['most/tags', ['a', 'b', 'c']]);
});

it('a list of names of other things is not filled with names that are made up', () => {
  const told = (description: string): string[] =>
    valuesOf('piers', { type: 'array', maxItems: 5, items: { type: 'string' }, description }).map(([what]) => what);
  expect(told('Names of piers of the port.')).not.toContain('most/piers');
  expect(told('Words for the port.')).toContain('most/piers');
});

it('a state that a create lists, of more that there are, is one to begin with', () => {
  const shown = { type: 'string', enum: ['draft', 'placed', 'shipped'] };
  expect(valuesOf('status', text, undefined, shown).map(([what]) => what)).toEqual([
    'in-list/status/draft',
    'in-list/status/placed',
  ]);
});

it('members that are made are like the one that is shown', () => {
  const items = { type: 'object', properties: { name: { type: 'string' }, email: { type: 'string' }, role: {} } };
  const sample = [{ name: 'Ann', email: 'ann@mail.example', role: 'host' }] as never;
  const [[, list] = []] = valuesOf('guests', { type: 'array', items, maxItems: 2 }, sample);
  expect(list).toEqual([
    { name: 'Ann', email: 'ann@mail.example', role: 'host' },
    { name: 'Ann-item1', email: 'ann-item1@mail.example', role: 'host' },
  ]);
});

it.each([
  ['hue', {}, true],
  ['note', {}, undefined],
  ['hue', { maxLength: 9 }, undefined],
])('%s with %j may be one of a list that nobody tells: %s', (name, limits, guessed) => {
  const found = made(name, { type: 'string', ...limits });
  expect(found.find(({ what }) => what === `with/${name}`)?.guessed).toBe(guessed);
});

it.each<[string, Schema, boolean]>([
  ['currency', { maxLength: 3 }, false],
  ['tender', { maxLength: 3, description: 'A three-letter ISO code.' }, false],
  ['tender', { maxLength: 3, description: 'Three letters or digits.' }, true],
  ['region', { maxLength: 9 }, true],
])('%s with %j: of its length another text does: %s', (name, schema, does) => {
  const found = valuesOf(name, { type: 'string', ...schema }, 'usd' as never).map(([what]) => what);
  expect(found.includes(`limit-inside/${name}`)).toBe(does);
});
