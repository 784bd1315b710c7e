import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { supertestSender } from './supertest.js';

it('a body goes as it is, and is called nothing where nobody called it', async () => {
  const server = createServer((request, response) => {
    request.on('data', (body) => response.end(`${request.headers['content-type']} ${body}`));
  });
  const { send } = supertestSender(server);
  const sent = async (headers: Record<string, string>): Promise<string> =>
    (await send({ method: 'POST', url: 'http://server.example/a', headers, body: '{"a":"é"}' })).body;
  expect([await sent({}), await sent({ 'Content-Type': 'text/plain' })]).toEqual([
    'undefined {"a":"é"}',
    'text/plain {"a":"é"}',
  ]);
});
