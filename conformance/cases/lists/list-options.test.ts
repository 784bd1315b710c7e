// Which questions the options of a list lead to.
import { expect, test } from 'vitest';
import { entityOf } from '../../plan/entities.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { options } from './list-options.js';

const pots = (shown: string): string => `
openapi: 3.2.0
info: { title: Pots, version: '1' }
paths:
  /pots:
    get:
      operationId: listPots
      responses:
        '200':
          description: ''
          content: { application/json: { schema: { type: array, items: { properties: { Name: {}, ${shown}: {} } } } } }
  /pots/{Name}:
    get: { operationId: getPot, parameters: [{ name: Name, in: path, required: true, schema: {} }], responses: { '200': { description: '' } } }
`;

test.each([
  ['__updated', ['Name desc,__updated']],
  ['Colour', []],
])('a key that tells all apart leaves %s nothing to decide', (shown, wanted) => {
  const { model } = suiteOf(loadText(pots(shown)));
  const [pot] = model.resources;
  if (!pot?.list) throw new Error('the spec has no list of pots');
  const names = ['a', 'b', 'c'];
  const three = names.map((name) => entityOf(pot, [name], []));
  const asked = options(pot.list, 'Name', names, three, { all: [], nulls: [], given: [], texts: [], defaults: [] });
  const [first, ...more] = asked.filter(({ what }) => what === 'orderby-first');
  expect([first?.query[0]?.[1] ?? [], more].flat()).toEqual(wanted);
  if (first) expect(first.list).toEqual({ members: [...three].reverse(), ordered: true });
});
