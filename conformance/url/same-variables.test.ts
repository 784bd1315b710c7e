// One name for one key, whatever paths call it.
import { expect, it } from 'vitest';
import { sameVariables } from './same-variables.js';

const renamed = (...paths: string[]): Record<string, Record<string, string>> =>
  Object.fromEntries([...sameVariables(paths)].map(([path, names]) => [path, Object.fromEntries(names)]));

it('takes the name of the paths that go on behind it', () => {
  expect(renamed('/boats/{id}', '/boats/{boat_id}/sails', '/boats/{boat_id}/sails/{id}')).toEqual({
    '/boats/{id}': { id: 'boat_id' },
  });
});

it.each([
  ['the same names', '/boats/{id}', '/boats/{id}/sails/{sail}'],
  ['other places', '/boats/{id}', '/sails/{sail}'],
  ['parts of segments', '/boats/{id}.json', '/boats/{boat}.json/sails'],
])('%s are left', (_, ...paths) => {
  expect(renamed(...paths)).toEqual({});
});

it('tells what is made inside of another from that, where both keys have one name', () => {
  expect(renamed('/quays/{id}/berths', '/berths/{id}', '/berths/{id}/leave', '/quays/{id}')).toEqual({
    '/berths/{id}': { id: 'berth_id' },
    '/berths/{id}/leave': { id: 'berth_id' },
  });
});

it('two keys of a path stay two', () => {
  expect(renamed('/boats/{key}/sails/{id}/x', '/boats/{boat}/ports/{key}')).toEqual({});
});
