import { expect, it } from 'vitest';
import { suiteOf } from '../../plan/suite.js';
import { loadText } from '../../testing/certify-fake.js';
import { LIBRARY } from '../../testing/library-spec.js';
import { shutBy } from './shut-accounts.js';

type Json = Record<string, unknown>;

/** What shuts an account that has these properties besides its name. */
function shut(properties: Json, { about = '', sample = {} }: { about?: string; sample?: Json } = {}): unknown[] {
  const spec = JSON.parse(LIBRARY);
  const body = spec.paths['/{Shelf}/ctl/Account'].post.requestBody;
  const [media] = Object.values(body.content) as Json[];
  const name = { type: 'string', pattern: '^[a-z0-9]+$' };
  Object.assign(body, { description: about });
  Object.assign(media ?? {}, {
    schema: { type: 'object', required: ['Name'], properties: { Name: name, ...properties } },
  });
  Object.assign(media ?? {}, { examples: { one: { value: { Name: 'a1', ...sample } } } });
  spec['x-docproof'].errors.push({ code: 'O1', oauth: 'invalid_grant', status: 401, message: 'Change the password.' });
  const { account, tokenEndpoint } = suiteOf(loadText(JSON.stringify(spec)));
  if (!account?.create || !tokenEndpoint) throw new Error('the library has accounts');
  return shutBy(account.create, tokenEndpoint).map(({ property, value, level }) => [property, value, level]);
}

const states = (description: string, ...values: string[]): Json => ({
  State: { type: 'string', enum: ['on', ...values], default: 'on', description },
});
const RANGES = '^[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:\\/[0-9]{1,2})?$';

it.each([
  ['An account that is off can not be authenticated', [['State', 'off', 'MUST']]],
  ['off: nobody. Who is on can not log in twice', []],
  ['State of the account', []],
])('a state shuts an account where a sentence about it says so: %s', (description, wanted) => {
  expect(shut(states(description, 'off'))).toEqual(wanted);
});

it('a line of a table speaks of the state in its first column alone', () => {
  const about =
    'Value | Notes\non | Works\noff | Authentication for the account always fails.\nold | As off was before';
  expect(shut(states('State', 'off', 'old'), { about })).toEqual([['State', 'off', 'MUST']]);
});

it('a state may be called what an error of the token endpoint says', () => {
  expect(shut(states('State', 'passwordChangeRequired', 'changed'))).toEqual([
    ['State', 'passwordChangeRequired', 'MUST'],
  ]);
});

it.each([
  ['Addresses from which somebody may log in', 'MUST'],
  ['Range', 'SHOULD'],
])('an address that nobody has shuts an account: %s', (description, level) => {
  expect(shut({ From: { type: 'string', pattern: RANGES, description } })).toEqual([['From', '203.0.113.77', level]]);
});

it('another way of proof shuts out the password, where the documents show one and a default', () => {
  const way = { type: 'string', default: 'basic', description: 'How it is authenticated' };
  expect(shut({ Way: way }, { sample: { Way: 'oidc:other' } })).toEqual([['Way', 'oidc:other', 'MUST']]);
  expect(shut({ Way: way }, { sample: { Way: 'basic oidc:other' } })).toEqual([]);
  expect(shut({ Way: { ...way, default: 'any' } }, { sample: { Way: 'oidc:other' } })).toEqual([]);
});
