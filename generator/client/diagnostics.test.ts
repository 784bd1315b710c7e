// What the client can't do is said.
import { expect, it } from 'vitest';
import { apiOf } from '../../spec/contract/load.js';
import { render } from '../samples/testing/fixture.js';
import { clientTarget } from './target.js';

it('says which parameters the client does not send', async () => {
  const schema = { type: 'string' };
  const content = { 'application/x-www-form-urlencoded': { schema } };
  const parameters = [
    { name: 'id', in: 'query', schema },
    { name: 'all', in: 'querystring', content },
  ];
  const paths = { '/a': { get: { operationId: 'a', parameters } } };
  const { diagnostics } = await clientTarget.generate(apiOf({ openapi: '3.2.0', info: {}, paths }), render);
  expect(diagnostics.map((d) => `${d.code} ${d.severity} ${d.message}`)).toEqual([
    "generate/parameter-unsupported warning a: the client can't send the parameter all, which is in: querystring",
  ]);
});
