// Credentials of every kind, and the choice between the ways to send them.
import { expect, it } from 'vitest';
import { credentialsOf, type SecurityScheme } from './credentials.js';

const bearer: SecurityScheme = { scheme: 'oauth', in: 'bearer' };
const basic: SecurityScheme = { scheme: 'login', in: 'basic' };
const key = (place: 'header' | 'query' | 'cookie'): SecurityScheme => ({ scheme: 'key', in: place, name: 'X-Key' });

const NONE = { headers: {}, query: {}, cookies: {} };
const ann = { username: 'ann', password: 'ü:1' };

it.each<[object, boolean | SecurityScheme[][], object]>([
  [{ token: 't' }, true, { headers: { Authorization: 'Bearer t' } }],
  [{ token: async () => 't' }, true, { headers: { Authorization: 'Bearer t' } }],
  [{ token: 't' }, false, {}],
  [{}, true, {}],
  [{ credentials: { key: 'k' } }, [[key('header')]], { headers: { 'X-Key': 'k' } }],
  [{ credentials: { key: () => 'k' } }, [[key('query')]], { query: { 'X-Key': 'k' } }],
  [{ credentials: { key: 'k' } }, [[key('cookie')]], { cookies: { 'X-Key': 'k' } }],
  [{ credentials: { login: ann } }, [[basic]], { headers: { Authorization: 'Basic YW5uOsO8OjE=' } }],
  [{ credentials: { login: 'a:b' } }, [[basic]], { headers: { Authorization: 'Basic YTpi' } }],
  [{ credentials: { login: 'a:b' }, token: 't' }, [[bearer], [basic]], { headers: { Authorization: 'Bearer t' } }],
  [{ credentials: { login: 'a:b' } }, [[bearer], [basic]], { headers: { Authorization: 'Basic YTpi' } }],
  [{ credentials: { key: 'k' } }, [[basic, key('header')], [key('query')]], { query: { 'X-Key': 'k' } }],
  [
    { credentials: { login: 'a:b', key: 'k' } },
    [[basic, key('query')]],
    { query: { 'X-Key': 'k' }, headers: { Authorization: 'Basic YTpi' } },
  ],
  [{ token: 't' }, [[], [bearer]], { headers: { Authorization: 'Bearer t' } }],
  [{ token: 't' }, [[key('header')]], {}],
  [{ credentials: {} }, [[{ scheme: 'toString', in: 'basic' }]], {}],
])('%j for %j', async (client, secured, wanted) => {
  expect(await credentialsOf(client, secured)).toEqual({ ...NONE, ...wanted });
});
