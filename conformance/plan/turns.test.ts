// Which state an action brings a thing into.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { suiteOf } from './suite.js';
import { likelyTurn } from './turns.js';

const shown = (state?: string): object => ({
  description: '',
  ...(state ? { content: { 'application/json': { schema: {}, example: { id: 'b', state, note: 1 } } } } : {}),
});
const STATES = ['draft', 'open', 'paid', 'void', 'sent', 'archived'];

function turned(verb: string, { sample, tag, words }: { sample?: string; tag?: string; words?: string }): unknown {
  const tags = ['bills'];
  const list = { parameters: [{ in: 'query', name: 'state', schema: { enum: STATES } }], responses: { 200: shown() } };
  const paths = {
    '/bills': { get: list, post: { tags, responses: { 201: shown('draft') } } },
    [`/bills/{id}/${verb}`]: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
      post: { operationId: 'act', tags, description: words ?? '', responses: { 200: shown(sample) } },
    },
  };
  const told = { tags: [{ name: 'bills', description: tag ?? '' }] };
  const api = loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, ...told, paths }));
  const action = suiteOf(api).model.operations.find(({ op }) => op.id === 'act');
  return action && likelyTurn(action)?.to;
}

it.each<[string, string, Parameters<typeof turned>[1], string | undefined]>([
  ['its words, whatever its name', 'pay', { words: 'Marks the bill as void.' }, 'void'],
  ['its own sample, whatever its name', 'pay', { sample: 'open' }, 'open'],
  ['its name, where the sample shows a new thing', 'pay', { sample: 'draft' }, 'paid'],
  ['a name that is the state', 'void', {}, 'void'],
  ['a participle without -ed', 'send', {}, 'sent'],
  ['what stands in front of all', 'issue', { tag: 'Issuing makes it `open`; nothing else does.' }, 'open'],
  ['what its state is said of', 'issue', { words: 'Turns a draft into an open bill and numbers it.' }, 'open'],
  ['a clause with two states tells of neither', 'issue', { tag: 'Issuing makes a `draft` `open`.' }, undefined],
  ['a clause about another action', 'issue', { tag: 'Sending makes it `open`.' }, undefined],
  ['the sample, where nothing else does', 'issue', { sample: 'draft' }, 'draft'],
  ['nothing', 'issue', {}, undefined],
])('%s: %s', (_, verb, told, expected) => {
  expect(turned(verb, told)).toBe(expected);
});
