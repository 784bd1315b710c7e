// Which questions the options of a list lead to.
import { expect, test } from 'vitest';
import { entityOf } from '../../plan/entities.js';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { alwaysShown, options } from './list-options.js';

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

test('lists are put in order by their moments, both ways', () => {
  const [pot] = suiteOf(loadText(pots('createdAt'))).model.resources;
  if (!pot?.list) throw new Error('the spec has no list of pots');
  const three = ['a', 'b', 'c'].map((name) => entityOf(pot, [name], []));
  const asked = options(pot.list, 'Name', [], three, { all: [], nulls: [], given: [], texts: [], defaults: [] });
  expect(asked.flatMap(({ order, query }) => (order ? [[query, order]] : []))).toEqual([
    [[['$orderby', 'createdAt asc']], { orderedBy: 'createdAt', direction: 'asc' }],
    [[['$orderby', 'createdAt desc']], { orderedBy: 'createdAt', direction: 'desc' }],
  ]);
});

test.each([
  ['in the sentence', 'Colour and Weight are always there. Size is not.', ['Colour', 'Weight']],
  ['in a list behind it', 'These are always returned:\n\n* Colour\n* Weight\n\nSize is another.', ['Colour', 'Weight']],
  ['nowhere', 'Puts a part into the answer.\n\n* Colour', []],
])('what is always there is named %s', (_, description, named) => {
  const spec = pots('Colour').replace(
    'operationId: listPots',
    `operationId: listPots\n      parameters: [{ name: $select, in: query, schema: {}, description: ${JSON.stringify(description)} }]`,
  );
  const [pot] = suiteOf(loadText(spec)).model.resources;
  if (!pot?.list) throw new Error('the spec has no list of pots');
  expect(alwaysShown(pot.list, ['Size', 'Colour', 'Weight'])).toEqual(named);
});
