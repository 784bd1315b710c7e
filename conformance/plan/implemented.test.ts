import { expect, test } from 'vitest';
import type { Api } from '../../spec/contract/api.js';
import { loadApi } from '../../spec/contract/load.js';
import { unimplemented } from './implemented.js';

function api(paths: Record<string, string[]>): Api {
  const items = Object.entries(paths).map(([path, methods]) => [
    path,
    Object.fromEntries(methods.map((m) => [m, { operationId: `${m} ${path}`, responses: {} }])),
  ]);
  return loadApi(JSON.stringify({ openapi: '3.1.0', info: {}, paths: Object.fromEntries(items) }), 'x').api as Api;
}

const served = api({ "/{Cell}/ctl/Tag(Name='{Tag}',Box='{Box}')": ['get', 'put'], '/{Cell}/ctl/Tag': ['post'] });

test.each([
  ['the same path', { '/{Cell}/ctl/Tag': ['post'] }, []],
  ['other variables and a shorter key', { "/{C}/ctl/Tag('{T}')": ['get'] }, []],
  ['another method', { '/{Cell}/ctl/Tag': ['post', 'get'] }, ['get /{Cell}/ctl/Tag']],
  ['another path', { '/notes': ['get'] }, ['get /notes']],
])('%s', (_what, paths, want) => {
  expect(unimplemented(api(paths as Record<string, string[]>), served)).toEqual(want);
});
