// A sender over supertest, for apps inside a test process.
import type { Server } from 'node:http';
import supertest from 'supertest';
import { type HttpAnswer, NoAnswer, type Sender } from './http.js';

/** supertest names only the common methods; its Test takes any (RFC 9110, section 9.1). */
const { Test } = supertest as unknown as { Test: new (server: Server, method: string, path: string) => supertest.Test };

/** Sends to a server that listens; redirects are not followed, bodies come as they are. */
export function supertestSender(server: Server): Sender {
  return {
    async send(request) {
      const started = performance.now();
      const { origin } = new URL(request.url);
      const test = new Test(server, request.method, request.url.slice(origin.length) || '/')
        .redirects(0)
        .ok(() => true)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      for (const [name, value] of Object.entries(request.headers)) test.set(name, value);
      const body = request.bytes ?? request.body;
      if (body !== undefined) {
        // A text without a type would get superagent's own guess; bytes get none.
        test.serialize((given: unknown) => given as string).send(Buffer.from(body));
      }
      return test.then(
        (response): HttpAnswer => {
          const body = Buffer.isBuffer(response.body) ? response.body : Buffer.from(response.text ?? '');
          return {
            status: response.status,
            statusText: '',
            headers: Object.entries(response.headers as Record<string, string | string[]>).flatMap(([name, value]) =>
              [value].flat().map((v): [string, string] => [name, v]),
            ),
            body: body.toString('utf8'),
            bytes: body.length,
            cut: false,
            ms: performance.now() - started,
          };
        },
        (error: NodeJS.ErrnoException) => {
          throw new NoAnswer(error.message, error.code ?? 'ERROR');
        },
      );
    },
    close: () => {},
  };
}
