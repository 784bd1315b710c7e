// What replacing updates may leave out.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { ownSpec } from '../../testing/own-cases.js';
import { stepwiseGroups } from './stepwise-stories.js';
import { storyGroups } from './stories.js';
import { updateGroups } from './update-stories.js';

/** A spec of boats that a PUT replaces, with what is told of the fields of each body. */
function suite(told: object, note: object = { type: 'string' }) {
  const shown = { berth: 'b7', hull: 'oak', note: 'leaks' };
  const schema = {
    type: 'object',
    properties: { berth: { type: 'string' }, hull: { type: 'string' }, note: note as object },
    ...told,
  };
  const requestBody = { content: { 'application/json': { schema, examples: { one: { value: shown } } } } };
  const answer = (status: number) => ({
    [status]: { description: 'It', content: { 'application/json': { schema, examples: { one: { value: shown } } } } },
  });
  const parameters = [{ name: 'berth', in: 'path', required: true, schema: { type: 'string' } }];
  return suiteOf(
    loadText(
      JSON.stringify({
        openapi: '3.1.0',
        info: { title: 'x', version: '1' },
        paths: {
          '/boats': { post: { operationId: 'make', requestBody, responses: answer(201) } },
          '/boats/{berth}': {
            parameters,
            get: { operationId: 'read', responses: answer(200) },
            put: { operationId: 'replace', requestBody, responses: answer(200) },
          },
        },
      }),
    ),
  );
}

it.each([
  ['nothing, where only a sample tells of the fields', {}, { type: 'string' }, 0],
  ['what is not required', { required: ['berth', 'hull'] }, { type: 'string', default: '' }, 1],
])('leave out %s', (_, told, note, stories) => {
  const cases = updateGroups(suite(told, note)).flatMap((group) => group.cases);
  const bodies = cases.filter(({ id }) => id.endsWith('replaces/update')).map(({ request }) => JSON.stringify(request));
  expect(bodies).toHaveLength(stories);
  for (const body of bodies) expect(body).not.toMatch(/note/);
});

it('keep the name of what the server can name by itself', () => {
  const told = { required: ['hull'] };
  const cases = updateGroups(suite(told, { type: 'string', default: '' })).flatMap((group) => group.cases);
  const { body = '' } = cases.find(({ id }) => id.endsWith('replaces/update'))?.request ?? {};
  expect(JSON.parse(body)).toEqual({ berth: 'b7', hull: 'oak' });
});

it('send whole bodies field by field, where only a sample tells of the fields', () => {
  const steps = stepwiseGroups(suite({})).flatMap(({ cases }) => cases.filter(({ id }) => /\/set-/.test(id)));
  expect(steps.length).toBeGreaterThan(0);
  for (const { request } of steps) expect(JSON.stringify(request)).toMatch(/hull.*note/);
});

it('updates are judged where another spec has the create: what it makes is prepared', () => {
  const whole = loadText(ownSpec());
  const partial = { ...whole, operations: whole.operations.filter(({ id }) => id !== 'createBox') };
  const suite = suiteOf(partial, whole);
  const life = storyGroups(suite).filter(({ id }) => id === 'story/box-createBox');
  expect(life.flatMap(({ cases }) => cases.map(({ id }) => id.split('/').at(-1)))).toEqual([
    'update',
    'update-stale',
    'list-after-update',
    'update-again',
  ]);
  const groups = updateGroups(suite);
  const [group] = groups.filter(({ id }) => id === 'story/updateBox-once-Schema');
  expect(group?.cases.map(({ id }) => id)).toEqual(['story/updateBox-once-Schema/update']);
  const [update] = group?.cases ?? [];
  expect(update?.prepared?.map(({ entity, with: fields }) => [entity.keys[0], fields])).toEqual([
    ['box1', {}],
    ['box2', { Schema: 'https://app1.unit1.example/' }],
  ]);
  expect(groups.flatMap(({ cases }) => cases).some(({ operation }) => !operation.judged)).toBe(false);
});
