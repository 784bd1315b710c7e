// In which state things begin.
import { expect, it } from 'vitest';
import { loadText } from '../testing/certify-fake.js';
import { beginningOf } from './beginning.js';
import { modelOf } from './model.js';

function begins(description: string, about = '', example?: object): unknown {
  const schema = { properties: { status: { enum: ['draft', 'sold'] } } };
  const content = { 'application/json': { schema, ...(example ? { example } : {}) } };
  const paths = {
    '/boats': { post: { tags: ['b'], description, responses: { 201: { description: 'OK', content } } } },
  };
  const root = {
    openapi: '3.1.0',
    info: { title: 't', version: '1' },
    tags: [{ name: 'b', description: about }],
    paths,
  };
  const [create] = modelOf(loadText(JSON.stringify(root))).operations;
  return create && beginningOf(create, 'status');
}

it.each([
  ['Makes a boat. New boats are drafts.', '', undefined, 'draft'],
  ['Makes a boat.', 'A boat starts as a draft, and is sold.', undefined, 'draft'],
  ['New boats are drafts.', '', { status: 'sold' }, 'sold'],
  ['Makes a draft.', '', undefined, 'draft'],
  ['New boats are blue.', '', undefined, undefined],
  ['New boats are drafts.', 'A boat starts as sold.', undefined, undefined],
  ['Makes a boat.', '', undefined, undefined],
])('%s %s %j: %s', (description, about, example, state) => expect(begins(description, about, example)).toBe(state));
