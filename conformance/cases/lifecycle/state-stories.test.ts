// Which states things are brought into to see what is refused there, by the words of documents.
import { expect, it } from 'vitest';
import { setBy } from '../../plan/set-by.js';
import { suiteOf } from '../../plan/suite.js';
import { turnOf } from '../../plan/turns.js';
import { loadText } from '../../testing/certify-fake.js';
import { stateGroups } from './state-stories.js';

const shown = (example: object): object => ({
  description: '',
  content: { 'application/json': { schema: {}, example } },
});
const at = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const act = (description: string, refusal: string): object => ({
  post: { description, responses: { '200': shown({ status: 'open' }), '409': { description: refusal } } },
});

function bills(words: { open?: string; pay?: string; change?: string; remove?: string }, refusal = 'Conflict') {
  const body = { content: { 'application/json': { schema: { properties: { memo: { type: 'string' } } } } } };
  const bill = { id: 'b1', status: 'draft', locked: false, memo: 'x' };
  const paths = {
    '/bills': { post: { requestBody: body, responses: { '201': shown(bill) } } },
    '/bills/{id}': {
      parameters: at,
      get: { responses: { '200': shown({ ...bill, status: 'paid' }), '404': { description: '' } } },
      patch: {
        description: words.change ?? '',
        requestBody: body,
        responses: { '200': shown(bill), '409': { description: refusal } },
      },
      delete: {
        description: words.remove ?? '',
        responses: { '204': { description: '' }, '409': { description: '' } },
      },
    },
    '/bills/{id}/open': { parameters: at, ...act(words.open ?? '', '') },
    '/bills/{id}/pay': { parameters: at, ...act(words.pay ?? '', '') },
    '/bills/{id}/lock': { parameters: at, put: { responses: { '204': { description: '' } } } },
  };
  return loadText(JSON.stringify({ openapi: '3.1.0', info: { title: 'a', version: '1' }, paths }));
}

it.each([
  ['Takes it back, or answers 409 if the bill is not deleted.', ['POST bills, POST restore']],
  ['Takes it back.', []],
])('what was not removed is not taken back: %s', (description, expected) => {
  const { document } = bills({});
  const paths = {
    ...(document['paths'] as object),
    '/bills/{id}/restore': { parameters: at, ...act(description, '') },
  };
  expect(stories(loadText(JSON.stringify({ ...document, paths })))).toEqual(expected);
});

it('what needs something in it is refused without, and has it where it is not', () => {
  const { document } = bills({ open: "Makes it open. A bill without lines can't be opened (409)." });
  const line = {
    requestBody: { content: { 'application/json': { schema: {} } } },
    responses: { '201': shown({ id: 'l' }) },
  };
  const item = { delete: { responses: { '204': { description: '' } } } };
  const inside = [...at, { name: 'line', in: 'path', required: true, schema: { type: 'string' } }];
  const paths = {
    ...(document['paths'] as object),
    '/bills/{id}/lines': { parameters: at, post: line },
    '/bills/{id}/lines/{line}': { parameters: inside, ...item },
  };
  const suite = suiteOf(loadText(JSON.stringify({ ...document, paths })));
  const [group] = stateGroups(suite);
  expect(group?.cases.map(({ id }) => id.split('/').at(-1))).toEqual(['create', 'refused']);
});

const stories = (api: ReturnType<typeof bills>, leavesThings = false): string[] =>
  stateGroups(suiteOf(api, undefined, { leavesThings })).map(({ cases }) =>
    cases.map(({ operation: { op } }) => `${op.method} ${op.path.split('/').at(-1)}`).join(', '),
  );

const OPEN = 'Makes a `draft` bill `open`. Any other status gives 409.';

it.each([
  ['another state', { open: OPEN }, ['POST bills, POST open, POST open']],
  [
    'a state on the way, and one before it',
    { open: OPEN, pay: 'Marks an open bill as paid, otherwise you get 409.' },
    [
      'POST bills, POST open, POST open',
      'POST bills, POST open, POST pay, POST open',
      'POST bills, POST open, POST pay, POST pay',
      'POST bills, POST pay',
    ],
  ],
  [
    'a change',
    { open: 'Makes it open.', change: 'Only drafts can be changed.' },
    ['POST bills, POST open, PATCH {id}'],
  ],
  [
    'the state that its sample shows, and those that sentences name',
    {
      open: 'Sends it.',
      pay: 'Pays an open bill. Fails with 409 unless the bill is open. It becomes paid. Its status becomes paid.',
      change: "A paid bill can't be changed (409).",
    },
    [
      'POST bills, POST open, POST pay, PATCH {id}',
      'POST bills, POST open, POST pay, POST pay',
      'POST bills, POST pay',
    ],
  ],
  [
    'all states but those named first',
    { open: 'Opens a bill that is a draft; otherwise 409.' },
    ['POST bills, POST open, POST open'],
  ],
  ['an arrow', { open: '`draft` → `open`. Any other state: `409 Conflict`.' }, ['POST bills, POST open, POST open']],
  [
    'states that are joined by or',
    { open: OPEN, change: 'Answers 409 unless the bill is a draft or open.' },
    ['POST bills, POST open, POST open'],
  ],
  ['the state in front of an arrow', { open: '`draft` → `open`.' }, ['POST bills, POST open, POST open']],
  [
    'all states but the one that a sentence names',
    { open: 'Makes it open. Only bills with the status `draft` can be opened, otherwise you get a 409.' },
    ['POST bills, POST open, POST open'],
  ],
  [
    'states in front of or',
    { open: 'Makes it open.', change: "An open or paid bill can't be changed (409)." },
    ['POST bills, POST open, PATCH {id}'],
  ],
  [
    'what a field alone needs',
    { open: 'Makes it open.', change: 'The `memo` can only be changed while the bill is a draft (409).' },
    [],
  ],
  [
    'all states but the one that something is possible in',
    { open: 'Makes it open.', change: 'Only possible while the bill is a draft (409).' },
    ['POST bills, POST open, PATCH {id}'],
  ],
  [
    'the state that something has to be out of',
    { open: 'Makes it open.', change: 'It can only be changed if the bill is not open (409).' },
    [],
  ],
  ['a state of something else', { open: 'Makes it open.', change: 'Answers 409 if the shop is open.' }, []],
  ['words that name no state', { open: 'Makes it known.', change: 'Only owners can be changed.' }, []],
])('%s', (_, words, expected) => expect(stories(bills(words)).sort()).toEqual(expected.sort()));

it('a truth value is a state, into which an action of that name brings a thing', () => {
  expect(stories(bills({}, 'The bill is locked.'))).toEqual(['POST bills, PUT lock, PATCH {id}']);
  expect(stories(bills({ remove: 'Only locked bills can be removed.' }))).toEqual(['POST bills, DELETE {id}']);
});

it('a change that sets a flag brings a thing there where no action does', () => {
  const { document } = bills({ change: 'A frozen bill cannot be changed (409).' });
  const text = JSON.stringify(document)
    .replaceAll('"locked":false', '"frozen":false')
    .replaceAll('"memo":{"type":"string"}', '"memo":{"type":"string"},"frozen":{"type":"boolean"}');
  const [group] = stateGroups(suiteOf(loadText(text)));
  const [, setting] = group?.cases ?? [];
  expect(group?.cases.map(({ id }) => id.split('/').at(-1))).toEqual(['create', expect.any(String), 'refused']);
  expect(setting?.request.body).toBe('{"frozen":true}');
});

it('what nothing removes in that state is left only where that is allowed', () => {
  const api = bills({ open: OPEN, remove: 'Only drafts can be deleted.' });
  expect(stories(api)).toEqual([]);
  expect(stories(api, true)).toContain('POST bills, POST open, DELETE {id}');
});

it('what nothing removes is made only where that is allowed', () => {
  const { document } = bills({ open: OPEN });
  const paths = structuredClone(document['paths']) as Record<string, Record<string, unknown>>;
  delete paths['/bills/{id}']?.['delete'];
  const api = loadText(JSON.stringify({ ...document, paths }));
  expect(stories(api)).toEqual([]);
  expect(stories(api, true)).toEqual(['POST bills, POST open, POST open']);
});

it('a change of which nothing is told is not tried', () => {
  const { document } = bills({ open: OPEN, change: 'Only drafts can be changed.' });
  const paths = structuredClone(document['paths']) as Record<string, Record<string, Record<string, unknown>>>;
  delete paths['/bills/{id}']?.['patch']?.['requestBody'];
  expect(stories(loadText(JSON.stringify({ ...document, paths })))).toEqual(['POST bills, POST open, POST open']);
});

it.each([
  ['Marks an open bill as paid.', { property: 'status', from: 'open', to: 'paid' }],
  ['It is about a paid bill. Sets the status to open, and gives it a number.', { property: 'status', to: 'open' }],
  ['Sends a paid bill.', undefined],
  ['`draft` → `open`.', { property: 'status', from: 'draft', to: 'open', alone: true }],
  ['Changes it: draft -> open', { property: 'status', from: 'draft', to: 'open', alone: true }],
  ['`draft` or `paid` → `open`.', { property: 'status', to: 'open' }],
  ['draft → open → paid.', undefined],
  ['draft → sent.', undefined],
])('%s', (open, turn) => {
  const action = suiteOf(bills({ open })).model.operations.find(({ op }) => op.path.endsWith('/open'));
  expect(action && turnOf(action)).toEqual(turn);
  expect(action && setBy(action)).toEqual(turn ? { status: turn.to } : {});
});

it.each([
  ['the values of an option', { enum: ['draft', 'void'] }],
  ['an option that takes several', { pattern: '^(?:draft|void)(?:, ?(?:draft|void))*$' }],
])('a state that nothing shows is known by %s of the list', (_, schema) => {
  const { document } = bills({ open: 'Marks a bill as void.' });
  const paths = document['paths'] as Record<string, object>;
  const list = {
    parameters: [{ name: 'status', in: 'query', schema: { type: 'string', ...schema } }],
    responses: { '200': { description: '' } },
  };
  const api = loadText(
    JSON.stringify({ ...document, paths: { ...paths, '/bills': { ...paths['/bills'], get: list } } }),
  );
  const action = suiteOf(api).model.operations.find(({ op }) => op.path.endsWith('/open'));
  expect(action && turnOf(action)).toEqual({ property: 'status', to: 'void' });
});

it('what is new is in the one state that nothing leads to, where no sample shows it', () => {
  const unshown = (states: string[]): string[] => {
    const { document } = bills({ open: 'Marks a draft bill as open.', pay: 'Marks an open bill as paid.' }, '');
    const bill = { type: 'object', properties: { status: { type: 'string', enum: states } } };
    const answer = { description: '', content: { 'application/json': { schema: bill } } };
    const paths = JSON.parse(JSON.stringify(document['paths'])) as Record<
      string,
      Record<string, { responses: object }>
    >;
    for (const item of Object.values(paths))
      for (const one of Object.values(item))
        if (one.responses && !('204' in one.responses)) {
          const ok = '201' in one.responses ? '201' : '200';
          one.responses = { [ok]: answer, '409': { description: 'The bill is not open.' } };
        }
    return stories(loadText(JSON.stringify({ ...document, paths })));
  };
  expect(unshown(['draft', 'open', 'paid'])).toContain('POST bills, POST pay');
  expect(unshown(['draft', 'open', 'paid', 'lost'])).not.toContain('POST bills, POST pay');
});
