// Properties that hold the key of something they are called like.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { keyedLike } from './called-like.js';
import { modelOf } from './model.js';
import type { Operation, Resource } from './resources.js';

function schema(properties: object) {
  return { content: { 'application/json': { schema: { type: 'object', properties } } } };
}

it.each([
  ['boote', 'boot', 'Die ID des Bootes', '/boote'],
  ['medien', 'medium', 'Die ID des Mediums', '/medien'],
  ['medien', 'medium', 'Das Format', undefined],
  ['addresses', 'sender', 'Id of an address.', '/addresses'],
  ['addresses', 'sender', 'Taken by the id, or the words of an address.', undefined],
  ['user-groups', 'readers', 'Id of an existing user group', '/user-groups'],
])('of /%s: %s, "%s"', (place, property, description, path) => {
  const created = { 201: { description: 'made', ...schema({ id: { type: 'string' } }) } };
  const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
  const read = { parameters, get: { operationId: `read${place}`, responses: { 200: { description: 'It' } } } };
  const loan = { ...read, get: { operationId: 'readLoan', responses: { 200: { description: 'It' } } } };
  const loans = {
    post: {
      operationId: 'lend',
      requestBody: schema({ [property]: { type: 'string', description } }),
      responses: created,
    },
  };
  const make = { post: { operationId: 'make', requestBody: schema({ name: { type: 'string' } }), responses: created } };
  const paths = { [`/${place}`]: make, [`/${place}/{id}`]: read, '/loans': loans, '/loans/{id}': loan };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const owner = model.resources.find(({ create }) => create?.op.id === 'lend');
  expect(keyedLike(model, property, owner)?.create?.op.path).toBe(path);
});

it.each([
  ['shelves', 'shelf', { type: 'integer' }, 'integer', '/shelves'],
  ['authors', 'author', { type: 'string', format: 'uuid' }, 'uuid', '/authors'],
  ['authors', 'author', { type: 'string' }, 'uuid', undefined],
  ['authors', 'author', { type: 'integer' }, 'uuid', undefined],
  ['grades', 'grade', { type: 'integer', minimum: 1, maximum: 6 }, 'integer', undefined],
  ['orders', 'order', { type: 'integer' }, 'integer', undefined],
])('of /%s: %s, of which nothing is told: %j, where keys are of the form %s', (place, property, given, form, path) => {
  const key = form === 'uuid' ? { type: 'string', format: 'uuid' } : { type: form };
  const created = { 201: { description: 'made', ...schema({ id: key }) } };
  const parameters = [{ name: 'id', in: 'path', required: true, schema: key }];
  const read = (operationId: string) => ({
    parameters,
    get: { operationId, responses: { 200: { description: 'It' } } },
  });
  const make = (operationId: string, properties: object) => ({
    post: { operationId, requestBody: schema(properties), responses: created },
  });
  const paths = {
    [`/${place}`]: make('make', { name: { type: 'string' } }),
    [`/${place}/{id}`]: read('read'),
    '/things': make('add', { [property]: given }),
    '/things/{id}': read('readThing'),
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const owner = model.resources.find(({ create }) => create?.op.id === 'add');
  expect(keyedLike(model, property, owner)?.create?.op.path).toBe(path);
});

it.each([
  ['restaurant', 'Slug of the restaurant', '/restaurants'],
  ['restaurant', 'How it is called', undefined],
  ['restaurant_slug', undefined, '/restaurants'],
  ['restaurant_city', undefined, undefined],
])('by the key that addresses have: %s, "%s"', (property, description, path) => {
  const key = { type: 'string' };
  const created = { 201: { description: 'made', ...schema({ slug: key }) } };
  const parameters = [{ name: 'slug', in: 'path', required: true, schema: key }];
  const read = { parameters, get: { operationId: 'read', responses: { 200: { description: 'It' } } } };
  const make = (operationId: string, properties: object) => ({
    post: { operationId, requestBody: schema(properties), responses: created },
  });
  const paths = {
    '/restaurants': make('make', { slug: key }),
    '/restaurants/{slug}': read,
    '/orders': make('order', { [property]: { ...key, ...(description ? { description } : {}) } }),
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'x', version: '1' }, paths })));
  const owner = model.resources.find(({ create }) => create?.op.id === 'order') ?? {
    ...(model.resources[0] as Resource),
    ...{ keys: [], create: model.operations.find(({ op }) => op.id === 'order') as Operation },
  };
  expect(keyedLike(model, property, owner)?.create?.op.path).toBe(path);
});
