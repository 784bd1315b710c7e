// Choices by discriminator, as generated servers check them.
import { describe, expect, test } from 'vitest';
import { loadApi } from '../../spec/contract/load.js';
import { createValidator } from '../../templates/server/runtime/validation.js';
import { routeTable } from './route-table.js';

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const kind = (value: object): object => ({ type: 'object', required: ['kind'], properties: { kind: value } });
const part = (name: string, type: string): object => ({ properties: { [name]: { type } } });
const text = { type: 'string' };

const schemas = {
  Cat: { ...kind(text), properties: { kind: text, lives: { type: 'integer' } } },
  Dog: { ...kind(text), properties: { kind: text, bark: { type: 'boolean' } } },
  Fish: { allOf: [kind({ const: 'fish' }), part('fins', 'integer')] },
  Free: { properties: { kind: text, lives: { type: 'integer' } } },
  Swimmer: { oneOf: [ref('Fish'), ref('Eel')], discriminator: { propertyName: 'kind', mapping: { eel: 'Eel' } } },
  Eel: { allOf: [kind(text), part('volts', 'integer')] },
  Event: kind({ enum: ['opened', 'closed'] }),
  Opened: { allOf: [ref('Event'), part('by', 'string')] },
  Closed: { allOf: [ref('Event'), part('why', 'string')] },
};
const by = (mapping?: object): object => ({ discriminator: { propertyName: 'kind', ...(mapping ? { mapping } : {}) } });
const PETS = { oneOf: [ref('Cat'), ref('Dog')], ...by({ dog: '#/components/schemas/Dog', cat: 'Cat' }) };

async function problems(schema: object, value: unknown): Promise<string> {
  const content = { 'application/json': { schema } };
  const paths = { '/x': { post: { requestBody: { content }, responses: { 200: { description: 'Yes' } } } } };
  const spec = { openapi: '3.1.0', info: { title: 'T', version: '1' }, paths, components: { schemas } };
  const { api } = loadApi(JSON.stringify(spec), 'spec.json');
  if (!api) throw new Error('the fixture is no contract');
  const { operations, definitions } = routeTable(api);
  const media = operations[0]?.route.body?.content[0];
  if (!media) throw new Error('the fixture has a body');
  return (await createValidator(definitions).body(media, value)).map((one) => one.message).join('; ');
}

describe('the value says which choice is meant', () => {
  test.each<[string, object, unknown, string | RegExp]>([
    ['mapped', PETS, { kind: 'dog', bark: true }, ''],
    ['by a component’s name', PETS, { kind: 'Cat', lives: 9 }, ''],
    ['and nothing else is looked at', PETS, { kind: 'dog', bark: 1 }, '/bark must be boolean'],
    ['unknown', PETS, { kind: 'cow' }, 'the body value of tag "kind" must be in oneOf'],
    ['absent', PETS, {}, /must have required property 'kind'/],
    ['no text', PETS, { kind: 1 }, 'the body tag "kind" must be string'],
    ['of anyOf', { anyOf: [ref('Cat'), ref('Dog')], ...by() }, { kind: 'Dog', bark: 1 }, '/bark must be boolean'],
    [
      'of a constant',
      { oneOf: [ref('Fish'), ref('Dog')], ...by() },
      { kind: 'fish', fins: 'x' },
      '/fins must be integer',
    ],
    ['of a choice in a choice', { oneOf: [ref('Swimmer'), ref('Dog')], ...by() }, { kind: 'eel', volts: 5 }, ''],
    [
      'in it, wrong',
      { oneOf: [ref('Swimmer'), ref('Dog')], ...by() },
      { kind: 'eel', volts: '' },
      '/volts must be integer',
    ],
    [
      'shared',
      { oneOf: [ref('Opened'), ref('Closed')], ...by({ opened: 'Opened', closed: 'Closed' }) },
      { kind: 'opened', by: 'x', why: 1 },
      '',
    ],
    ['or nothing is there', { oneOf: [...PETS.oneOf, { type: 'null' }], ...by() }, null, ''],
    [
      'beside null',
      { oneOf: [...PETS.oneOf, { type: 'null' }], ...by() },
      { kind: 'Dog', bark: 1 },
      /\/bark must be boolean/,
    ],
    ['inline', { oneOf: [kind({ const: 'a' }), kind({ const: 'b' })], ...by() }, { kind: 'c' }, /tag "kind"/],
  ])('%s', async (_name, schema, value, wanted) => {
    expect(await problems(schema, value)).toEqual(typeof wanted === 'string' ? wanted : expect.stringMatching(wanted));
  });
});

describe('a choice that can’t be told by its value is as it was', () => {
  test.each<[string, object, unknown]>([
    ['the property is optional', { oneOf: [ref('Free'), ref('Dog')], ...by() }, { lives: 9 }],
    [
      'a value has a default',
      { anyOf: [ref('Cat')], discriminator: { propertyName: 'kind', defaultMapping: 'Cat' } },
      { kind: 'cow' },
    ],
    ['nothing names a part', { anyOf: [kind(text), ref('Dog')], ...by() }, { kind: 'cow' }],
    ['a value leads elsewhere', { anyOf: [ref('Cat')], ...by({ cow: 'cows.yaml#/Cow' }) }, { kind: 'cow' }],
    ['the discriminator is nonsense', { anyOf: [ref('Cat')], discriminator: 'kind' }, { kind: 'cow' }],
  ])('%s', async (_name, schema, value) => {
    expect(await problems(schema, value)).toBe('');
  });
});
