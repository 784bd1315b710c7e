// Lists that show things of one state where nobody asks for another.
import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { leftOutGroups } from './left-out-stories.js';

const json = (schema: object, example?: object): object => ({
  description: '',
  content: { 'application/json': { schema, ...(example ? { example } : {}) } },
});
const text = { type: 'string' };

/** @param closing paths beside those of the list and of one */
function stories(option: object, changes: object, closing: object = {}, shown = 'open'): string[][] {
  const bill = { id: 'b1', state: shown, memo: 'x' };
  const at = [{ name: 'id', in: 'path', required: true, schema: text }];
  const body = (properties: object): object => ({ required: true, ...json({ type: 'object', properties }) });
  const paths = {
    '/bills': {
      get: {
        parameters: [{ name: 'state', in: 'query', schema: { ...text, ...option } }],
        responses: {
          '200': json({ type: 'array', items: { properties: { id: text, state: text, memo: text } } }, [bill]),
        },
      },
      post: { requestBody: body({ memo: text }), responses: { '201': json({ type: 'object' }, bill) } },
    },
    '/bills/{id}': {
      parameters: at,
      get: { responses: { '200': json({ type: 'object' }, bill) } },
      patch: { requestBody: body({ memo: text, ...changes }), responses: { '200': json({ type: 'object' }, bill) } },
      delete: { responses: { '204': { description: '' } } },
    },
    ...closing,
  };
  const api = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths }));
  return leftOutGroups(suiteOf(api)).map(({ cases }) =>
    cases.map(
      ({ request: { method, path, query, body: sent } }) => `${method} ${path}${query}${sent ? ` ${sent}` : ''}`,
    ),
  );
}

const OPTION = { enum: ['open', 'closed', 'all'], default: 'open' };
const CHANGE = { state: { ...text, enum: ['open', 'closed'] } };

it('what a change closes is listed only where that is asked for', () => {
  const [story] = stories(OPTION, CHANGE);
  expect(story?.map((step) => step.replace(/bills\/\S+/, 'bills/X'))).toEqual([
    expect.stringMatching(/^POST \/bills /),
    'PATCH /bills/X {"state":"closed"}',
    'GET /bills',
    'GET /bills?state=closed',
  ]);
});

it('so is what an action closes', () => {
  const close = {
    '/bills/{id}/close': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
      post: {
        description: 'Sets `state` to `closed`.',
        responses: { '200': json({ type: 'object' }, { id: 'b1', state: 'closed' }) },
      },
    },
  };
  const [story] = stories(OPTION, {}, close);
  expect(story?.[1]).toMatch(/^POST \/bills\/\S+\/close$/);
});

it.each([
  ['an option without a default', { enum: ['open', 'closed'] }, CHANGE, 'open'],
  ['a default that nothing has when it is made', OPTION, CHANGE, 'draft'],
  ['a state that nothing changes', OPTION, {}, 'open'],
  ['a change into what the option does not have', OPTION, { state: { ...text, enum: ['open', 'lost'] } }, 'open'],
])('nothing is asked by %s', (_, option, changes, shown) => {
  expect(stories(option, changes, {}, shown)).toEqual([]);
});
