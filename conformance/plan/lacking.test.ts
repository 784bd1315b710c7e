// What a thing must have in it before something can be done with it.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { lackedBy } from './lacking.js';
import { modelOf } from './model.js';

const lacked = (description: string, conflict: string): string | undefined => {
  const done = { 200: { description: 'OK' } };
  const made = { post: { responses: { 201: { description: 'OK' } } } };
  const paths = {
    '/boats': made,
    '/boats/{id}': { get: { responses: done }, delete: { responses: { 204: { description: 'OK' } } } },
    '/boats/{id}/sails': made,
    '/boats/{id}/sails/{sail}': { get: { responses: done } },
    '/boats/{id}/launch': { post: { description, responses: { ...done, 409: { description: conflict } } } },
  };
  const model = modelOf(loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 't', version: '1' }, paths })));
  const boat = model.resources.find(({ name }) => name === 'boats');
  const launch = model.operations.find(({ op }) => op.path.endsWith('/launch'));
  if (!boat || !launch) throw new Error('no boat');
  return lackedBy(model, launch, boat)?.name;
};

it.each([
  ['A boat needs at least one sail to be launched.', 'Conflict', 'sails'],
  ['Launches a boat.', 'It is afloat, or it has no sails.', 'sails'],
  ["A boat without sails can't be launched (409).", 'Conflict', 'sails'],
  ['A boat needs at least one oar to be launched.', 'Conflict', undefined],
  ['Only a boat that has no sails can be launched; 409 otherwise.', 'Conflict', undefined],
  ['Launches a boat.', 'It has sails.', undefined],
])('%s %s', (description, conflict, kind) => expect(lacked(description, conflict)).toBe(kind));
